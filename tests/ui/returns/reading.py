"""How tests read the comments of a team to their end, and go on."""

from teamhealth.ui.returns.room import ReturnsRoom
from tests.ui.office import read_to_the_end


def read_on(room: ReturnsRoom) -> None:
    """Scroll to the end of a team's comments by the main button, then press what it says then."""
    page = room.currentWidget()
    assert page is not None
    read_to_the_end(page)
