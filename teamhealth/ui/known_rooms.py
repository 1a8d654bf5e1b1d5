"""The rooms that others show things in, by their kind."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from teamhealth.ui.house import RoomMade, W
from teamhealth.ui.place_ids import PLANS, RESULTS, RETURNS, SURVEYS

if TYPE_CHECKING:
    from teamhealth.ui.plans.room import PlansRoom
    from teamhealth.ui.results.room import ResultsRoom
    from teamhealth.ui.returns.room import ReturnsRoom
    from teamhealth.ui.surveys.room import SurveysRoom


class KnownRooms(QMainWindow):
    """A window whose rooms can be asked for; ``_room`` makes one when it is first wanted."""

    def _room(self, place_id: str) -> RoomMade:
        raise NotImplementedError(place_id)

    def room(self, place_id: str, kind: type[W]) -> W:
        """Return a room, made now if nobody has been there; TypeError if it is another kind."""
        found = self._room(place_id).widget
        if not isinstance(found, kind):
            raise TypeError(place_id)
        return found

    @property
    def surveys(self) -> "SurveysRoom":
        """The room of surveys, up to publishing."""
        from teamhealth.ui.surveys.room import SurveysRoom

        return self.room(SURVEYS, SurveysRoom)

    @property
    def results(self) -> "ResultsRoom":
        """The room of published results."""
        from teamhealth.ui.results.room import ResultsRoom

        return self.room(RESULTS, ResultsRoom)

    @property
    def plans(self) -> "PlansRoom":
        """The room of retention plans."""
        from teamhealth.ui.plans.room import PlansRoom

        return self.room(PLANS, PlansRoom)

    @property
    def returns(self) -> "ReturnsRoom":
        """The room of a lead's sealed returns."""
        from teamhealth.ui.returns.room import ReturnsRoom

        return self.room(RETURNS, ReturnsRoom)
