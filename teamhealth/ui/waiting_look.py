"""Another text size or contrast that was chosen: shown and kept as soon as nothing on a page would be lost by it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.carried import put_back_when_shown, take_along
from teamhealth.ui.look import use_look
from teamhealth.ui.place_ids import SURVEYS
from teamhealth.ui.room import Room
from teamhealth.ui.rooms import room_plans
from teamhealth.ui.rooms_anew import as_made
from teamhealth.ui.tasks import running_task
from teamhealth.ui.widgets.note import NoteKind

if TYPE_CHECKING:
    from teamhealth.settings.choices import Choices
    from teamhealth.ui.main_window import MainWindow


class WaitingLook(QObject):
    """Waits until the pages that hold what somebody is doing have been left."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wanted: Choices | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_if_free)

    @property
    def wanted(self) -> "Choices":
        """What is chosen on this computer, with the look that was chosen last, shown or not."""
        now, waiting = self._window.choices, self._wanted
        return now if waiting is None else replace(now, text_size=waiting.text_size, contrast=waiting.contrast)

    def want(self, look: "Choices") -> None:
        """Show another look, after the click that chose it, whose button goes with the old one."""
        now = self._window.choices
        self._wanted = look if (look.text_size, look.contrast) != (now.text_size, now.contrast) else None
        self._soon.start()

    def show_if_free(self) -> None:
        """Show it now, or say when it will be shown."""
        task, held = running_task(self._window), self._held()
        if self._wanted is None:
            self._window.frame.look.hide()
        elif task is not None:
            # What would be made anew may be what the work comes back to.
            task.destroyed.connect(self._soon.start)
        elif held is not None:
            self._say_waits(held)
            room = self._window.made[held].widget
            (_page(room) or room).destroyed.connect(self._soon.start)
        else:
            wanted, self._wanted = self.wanted, None
            # All that is seen is made anew, which takes a tenth of a second, and on a slow computer longer.
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self._show(wanted)
            finally:
                QApplication.restoreOverrideCursor()

    def _held(self) -> str | None:
        """Return a room whose page holds what would be lost if it were made anew; the one that is shown first."""
        here, made = self._window.here, self._window.made
        return next((each for each in sorted(made, key=here.__ne__) if made[each].carry() is None), None)

    def _say_waits(self, held: str) -> None:
        if held == self._window.here:
            words = tr("The new text size or contrast is shown when you leave this page.")
        else:
            place = next(plan.place.words for plan in room_plans() if plan.place.id == held)
            words = tr("The new text size or contrast is shown when you leave the page in {place}.", place=place)
        note = self._window.frame.look
        note.say(NoteKind.INFO, words)
        note.show()

    def _show(self, choices: "Choices") -> None:
        """Show a look, and keep it: the same page comes up, with what was typed, and the focus where it was."""
        application, window = QApplication.instance(), self._window
        if not isinstance(application, QApplication):
            return
        held = [place for place, made in window.made.items() if made.stays()]
        seen = (window.help_over, window.here)
        shown = [each for each in (SURVEYS, *held, *seen) if each is not None and each in window.made]
        again = {each: window.made[each].carry() for each in dict.fromkeys(shown)}
        again = {each: show for each, show in again.items() if each in seen or show is not as_made}
        chosen = [made.choices() for place, made in window.made.items() if place not in again]
        carried = {each: take_along(window.made[each].widget) for each in again}
        # What goes would all be laid out and painted by the new look first, which takes longer than making it anew.
        window.take_frame_down()
        use_look(application, choices)
        window.choose(choices)
        window.show_frame_anew(window.help_over)
        for choose in chosen:
            choose(window)
        for place, show in again.items():
            if show is not None:
                show(window)
            put_back_when_shown(window.room(place, QWidget), carried[place])


def _page(room: QWidget) -> QWidget | None:
    pages = room if isinstance(room, Room) else room.findChild(Room)
    return pages.currentWidget() if isinstance(pages, Room) else None
