"""How tests read the comments of a team to their end, and go on."""

from PySide6.QtTest import QTest

from teamhealth.ui.returns.room import ReturnsRoom
from tests.ui.office import button, press, settle


def read_on(room: ReturnsRoom) -> None:
    """Scroll to the end of a team's comments by the main button, then press what it says then."""
    page = room.currentWidget()
    assert page is not None
    for _ in range(20):
        QTest.qWait(1)
        settle()
        if button(page, "comments_go").text() != "Show more comments":
            break
        press(page, "comments_go")
    press(page, "comments_go")
