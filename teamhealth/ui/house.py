"""What the window's rooms are to it, and what they may ask of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from teamhealth.ui.outside import Outside
from teamhealth.ui.questionnaire_runs import QuestionnaireRuns
from teamhealth.ui.rail import Place

if TYPE_CHECKING:
    from teamhealth.services.workspace import Workspace
    from teamhealth.settings.choices import Choices
    from teamhealth.ui.opened_results import OpenedResults
    from teamhealth.ui.plans.room import PlansRoom
    from teamhealth.ui.results.room import ResultsRoom
    from teamhealth.ui.returns.room import ReturnsRoom
    from teamhealth.ui.surveys.room import SurveysRoom


W = TypeVar("W", bound=QWidget)
Contrasts = Literal["standard", "high", "system"]


def _gladly() -> bool:
    return True


def _never() -> bool:
    return False


def _holds() -> None:
    return None


def _nothing(_house: "House") -> None:
    pass


def _no_choices() -> "Callable[[House], None]":
    return _nothing


@dataclass(frozen=True, slots=True)
class RoomMade:
    """A room that has been visited.

    Parameters
    ----------
    widget : QWidget
        What is shown.
    enter : callable
        Called each time somebody comes here from elsewhere by the rail.
    again : callable or None
        Called when the rail's entry is pressed by somebody who is here already; ``enter`` if None.
    may_leave : callable
        Whether another place may be shown now; a room that says no has said why on its page.
    may_close : callable
        Whether the window may be closed now; the room keeps what can be kept, and says why if it says no.
    carry : callable
        How the page that is shown comes up again in a room made anew; None while it holds what would be lost by it.
    choices : callable
        How what was chosen here is known to a room made anew that nobody looks at yet.
    stays : callable
        Whether the page has to come up again even if nobody looks at it, for what is being done on it.
    """

    widget: QWidget
    enter: Callable[[], object]
    again: Callable[[], object] | None = None
    may_leave: Callable[[], bool] = _gladly
    may_close: Callable[[], bool] = _gladly
    carry: "Callable[[], Callable[[House], None] | None]" = _holds
    choices: "Callable[[], Callable[[House], None]]" = _no_choices
    stays: Callable[[], bool] = _never


class House(Protocol):
    """The window, as its rooms know it."""

    @property
    def workspace(self) -> "Workspace":
        """The open data folder."""

    @property
    def outside(self) -> Outside:
        """What is asked of the computer."""

    @property
    def stack(self) -> QWidget:
        """What the rooms stand in; one that is made there is styled once, not with each part that it is put into."""

    @property
    def opened(self) -> "OpenedResults":
        """The results files that are open, in every room."""

    @property
    def choices(self) -> "Choices":
        """What was chosen on this computer."""

    @property
    def usual_folder(self) -> Path:
        """Where surveys are kept if nothing else is chosen."""

    def choose(self, choices: "Choices") -> None:
        """Keep another choice."""

    def choose_look(self, *, text_size: int | None = None, contrast: Contrasts | None = None) -> None:
        """Show another text size or contrast as soon as nothing is lost by it, and keep it then."""

    def move_to(self, folder: Path) -> None:
        """Use another folder, which holds a whole copy, from now on."""

    def let_go(self) -> bool:
        """Let every room keep what it can; False if one says no, which is shown then."""

    def show_anew(self) -> None:
        """Show other data that is in the same folder now; rooms are made again."""

    @property
    def questionnaires(self) -> QuestionnaireRuns:
        """Starts the questionnaire in place of the window."""

    @property
    def surveys(self) -> "SurveysRoom":
        """The room of surveys, up to publishing."""

    @property
    def results(self) -> "ResultsRoom":
        """The room of published results."""

    @property
    def plans(self) -> "PlansRoom":
        """The room of retention plans."""

    @property
    def returns(self) -> "ReturnsRoom":
        """The room of a lead's sealed returns."""

    def room(self, place_id: str, kind: type[W]) -> W:
        """Return a room, made now if nobody has been there."""

    def go_to(self, place_id: str) -> None:
        """Show a room as it was left."""

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files in the rooms that know them."""

    @property
    def here(self) -> str:
        """The id of the room that is shown."""

    def take_back(self) -> None:
        """Take back what was told above any room."""

    def tell(self, words: str) -> None:
        """Say something above any room, until somebody goes elsewhere."""

    def show_failure(self, error: Exception) -> None:
        """Say above any room what went wrong."""


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A place of the rail and how its room is made when it is first visited."""

    place: Place
    make: Callable[[House], RoomMade]
