"""Keeps the second half of a double press from what only came up by the first: a page, a prompt, a menu or a list."""

import time
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputEvent, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

# Hands that double click where one press is enough are slower than those that mean it.
_LEAST_PAUSE_MS = 500
# A key that comes down this soon after it came up never was up: what was held was told as many short presses, as by
# some remote desktops.
_HELD_MS = 20
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYS = _ENTER | {Qt.Key.Key_Space}
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


@dataclass(frozen=True, slots=True)
class _Press:
    """What was pressed last, when, where, what took it, and whether that says something else by now.

    ``popup`` is the menu or list that lay over everything then: what is pressed is told to the window below it first.
    Enter and Ctrl+Enter are two presses: whoever presses the one after the other means both.
    """

    what: tuple[Qt.Key, bool] | Qt.MouseButton
    at: int
    place: QPoint
    target: QWidget | None
    popup: QWidget | None
    turned: bool = False


class SecondPress(QObject):
    """Watches the windows of an application; a press repeated at once goes to what the first one went to, or nowhere.

    What is typed, other keys, and a press after a pause or after anything else go on as ever. Enter that is held in
    a line is one press.
    """

    # Python empties what it collects before Qt takes a window down, which is told to every filter.
    _last: _Press | None = None
    _held: Qt.MouseButton | None = None
    _let_go: tuple[int, int] | None = None
    # When all that waited at the last press had been worked off; None before.
    _round_at: int | None = None

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.setObjectName("second_press")
        # Windows that are not the program's own, such as Qt's for files, are not told of before they have the focus.
        application.focusWindowChanged.connect(self._on_focus_window_changed)

    def watch(self, window: QWidget) -> None:
        """Look at what is pressed in a window, as soon as it is shown."""
        (window.windowHandle() or window).installEventFilter(self)

    def turn(self) -> None:
        """Take note that the same buttons mean something else from now on."""
        if self._last is not None:
            self._last = replace(self._last, turned=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what would press something else than the press before did."""
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QWidget):
            handle = watched.windowHandle()
            if handle is not None:
                # Here real input passes before any widget takes it.
                handle.installEventFilter(self)
                watched.removeEventFilter(self)
        elif not isinstance(watched, QWindow):
            return False
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._holds_key(watched, event)
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyRelease:
            self._let_go = event.key(), _moment(event)
            if not event.timestamp():
                # A button acts only now.
                self._begin_round()
        elif isinstance(event, QMouseEvent) and kind in _PRESSES:
            held = self._holds_click(watched, event)
            self._held = event.button() if held else None
            return held
        elif isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonRelease and self._held == event.button():
            # A list takes what is let go over it, whatever was pressed.
            self._held = None
            return True
        return False

    def _begin_round(self) -> None:
        """Take note when everything that waits now has been worked off."""
        self._round_at = None
        QTimer.singleShot(0, self, self._on_round)

    def _on_round(self) -> None:
        self._round_at = _now()

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _holds_key(self, window: QWindow, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Control:
            # Pressed with Enter, each time anew or once for both.
            return False
        plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier
        if key not in _KEYS or event.modifiers() & ~plain:
            self._last = None
            return False
        shown = _widget_of(window)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        press = _Press((key, control), _moment(event), QPoint(), shown.focusWidget() if shown is not None else None,
                       QApplication.activePopupWidget())  # fmt: skip
        # A key that is held has not been let go since, however long ago it was pressed.
        held = event.isAutoRepeat() or self._is_held(event)
        # Nor does a line ask again for what its Enter asked for: a wrong PIN would be tried until nobody may.
        again = self._last is not None and self._last.what == press.what
        asked = held and again and key in _ENTER and isinstance(press.target, QLineEdit)
        return self._holds(press, at_once=held or self._soon(event)) or asked

    def _is_held(self, event: QKeyEvent) -> bool:
        """Whether a key was down until now, though its coming up was told."""
        if self._let_go is None:
            return False
        key, at = self._let_go
        return key == event.key() and 0 <= _moment(event) - at < _HELD_MS

    def _holds_click(self, window: QWindow, event: QMouseEvent) -> bool:
        shown, place = _widget_of(window), event.globalPosition().toPoint()
        under = shown.childAt(event.position().toPoint()) if shown is not None else None
        press = _Press(event.button(), _moment(event), place, under or shown, QApplication.activePopupWidget())
        near = self._last is not None and (
            (self._last.place - place).manhattanLength() <= QGuiApplication.styleHints().startDragDistance()
        )
        return self._holds(press, at_once=near and self._soon(event))

    def _soon(self, event: QInputEvent) -> bool:
        pause = max(_LEAST_PAUSE_MS, QGuiApplication.styleHints().mouseDoubleClickInterval())
        if self._last is None:
            return False
        if event.timestamp():
            return 0 <= event.timestamp() - self._last.at < pause
        # It may have waited for as long as the window was busy with the press before.
        return self._round_at is None or _now() - self._round_at < pause

    def _holds(self, press: _Press, *, at_once: bool) -> bool:
        before = self._last
        if before is None or before.what != press.what or not at_once:
            self._last = press
            self._begin_round()
            return False
        # A third press is as much too soon after the second.
        self._last = replace(before, at=press.at, place=press.place)
        self._begin_round()
        return before.turned or before.target is not press.target or before.popup is not press.popup


def _moment(event: QInputEvent) -> int:
    """Return when something was pressed, in milliseconds.

    Where a screen reader listens on Linux, Qt asks it first and then sends a copy of the event that has lost its time.
    """
    return event.timestamp() or _now()


def _now() -> int:
    return time.monotonic_ns() // 1_000_000


def _widget_of(window: QWindow) -> QWidget | None:
    return next((each for each in QApplication.topLevelWidgets() if each.windowHandle() is window), None)


def guard_second_press(window: QWidget) -> None:
    """Let a top-level window take no second half of a double press that is not meant for what it shows by then."""
    application = QCoreApplication.instance()
    if isinstance(application, QApplication):
        (_guard_of(application) or SecondPress(application)).watch(window)


def tell_page_turned() -> None:
    """Say that a page shows something else with the same buttons, which a double press is not meant for."""
    application = QCoreApplication.instance()
    guard = _guard_of(application) if isinstance(application, QApplication) else None
    if guard is not None:
        guard.turn()


def _guard_of(application: QApplication) -> SecondPress | None:
    return application.findChild(SecondPress, "second_press", Qt.FindChildOption.FindDirectChildrenOnly)
