"""A window with a rail at the left and one room at a time, each made when somebody first goes there."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.ui.frame import Frame
from teamhealth.ui.help_key import HelpKey
from teamhealth.ui.house import RoomMade, RoomPlan
from teamhealth.ui.outside import Outside, outside_from
from teamhealth.ui.place_ids import HELP, SURVEYS
from teamhealth.ui.rail import Rail
from teamhealth.ui.remembers import Remembers
from teamhealth.ui.rooms import room_plans
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.note import NoteKind
from teamhealth.ui.widgets.one_paint import paint_once

if TYPE_CHECKING:
    from teamhealth.ui.problems.failure_panel import FailurePanel

# So that the rail keeps its words on a common screen at 115%.
NARROW_BELOW = 1180


class ShownRooms(Remembers):
    """Moves between rooms, and tells things above them; ``_make`` makes one for whoever this window is."""

    _help: HelpKey

    def __init__(self, settings: Path | None, outside: Outside | None) -> None:
        super().__init__(settings)
        self.outside = outside or outside_from(self.choices.last_folder)
        self._plans = {plan.place.id: plan for plan in room_plans()}
        self._here = SURVEYS
        self._stopped = ""
        self._frame = self._empty_frame()

    def _make(self, plan: RoomPlan) -> RoomMade:
        raise NotImplementedError(plan)

    @property
    def busy(self) -> bool:
        """Whether no other page may come up now."""
        raise NotImplementedError

    @property
    def here(self) -> str:
        """The id of the room that is shown."""
        return self._here

    def go_to(self, place_id: str) -> None:
        """Show a room as it was left, without asking the one that is shown."""
        self.take_back()
        self.show_place(place_id)

    def take_back(self) -> None:
        """Take back what was told above any room: something else has begun."""
        self._frame.take_back()

    def show_place(self, place_id: str) -> None:
        """Show a room as it was left, under whatever is told above it."""
        self._here = place_id
        self._help.over = None
        self.rail.mark(place_id)
        if self.isVisible():
            # Making a room for the first time takes longer than people take for at once.
            self.rail.repaint()
        paint_once(self)
        self._frame.rooms.setCurrentWidget(self._room(place_id).widget)

    def say_new_folder(self, folder: Path) -> None:
        """Say, until somebody goes elsewhere, that a folder that was named holds no surveys yet."""
        from teamhealth.texts.folder_words import is_new

        self.tell(is_new(folder))

    def tell(self, words: str) -> None:
        """Say something above any room, until somebody goes elsewhere."""
        self._frame.told.say(NoteKind.INFO, words)
        self._frame.told.show()

    def tell_stopped(self, words: str) -> None:
        """Say above any room that work was stopped; '' takes back what was said of other work."""
        if words:
            # A screen reader is told only of words that change where they are seen.
            self._frame.told.show()
            self.tell(words)
        elif self._stopped and self._frame.told.told == self._stopped:
            self._frame.told.hide()
        self._stopped = words

    def let_go(self) -> bool:
        """Let every room keep what it can; False if one says no, which is shown then."""
        for place_id, made in self._made.items():
            if not made.may_close():
                self.go_to(place_id)
                return False
        return True

    @property
    def rail(self) -> Rail:
        """Where to go."""
        return self._frame.rail

    @property
    def stack(self) -> QWidget:
        """What the rooms stand in."""
        return self._frame.rooms

    @property
    def failure(self) -> "FailurePanel":
        """What went wrong unexpectedly."""
        return self._frame.failure

    @property
    def made(self) -> Mapping[str, RoomMade]:
        """The rooms that somebody has been to, by their ids."""
        return self._made

    @property
    def frame(self) -> Frame:
        """What stands in the window."""
        return self._frame

    def take_frame_down(self) -> None:
        """Take everything out of the window at once, before another frame is shown."""
        paint_once(self)
        before = self._frame
        before.deleteLater()
        QApplication.sendPostedEvents(before, QEvent.Type.DeferredDelete)

    def _empty_frame(self) -> Frame:
        """Return rail and stack anew; rooms are made again when they are visited."""
        self._theme = current_theme()
        self._made: dict[str, RoomMade] = {}
        frame = Frame(tuple(plan.place for plan in self._plans.values()), self._theme, self.outside, self)
        frame.rail.chosen.connect(self._on_place_chosen)
        frame.rail.show_narrow(self.width() < self._theme.px(NARROW_BELOW))
        self.setCentralWidget(frame)
        return frame

    def _room(self, place_id: str) -> RoomMade:
        made = self._made.get(place_id)
        if made is None:
            made = self._made[place_id] = self._make(self._plans[place_id])
            self._frame.rooms.addWidget(made.widget)
        return made

    def _on_place_chosen(self, place_id: str) -> None:
        if place_id == self._here:
            here = self._room(place_id)
            (here.again or here.enter)()
            return
        if place_id == HELP and not self.busy:
            self._help.ask()
            return
        if self._help.over is not None:
            # Help lay over a room that has not been asked yet.
            self.go_to(self._help.over)
        if place_id != self._here and not self._room(self._here).may_leave():
            self.rail.mark(self._here)
            return
        self.go_to(place_id)
        self._room(place_id).enter()
