"""Gives application and window what was chosen: text size, contrast, and the window's place."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.settings.choices import TEXT_SIZES, Choices
from teamhealth.ui.contrast import Contrast, use_contrast
from teamhealth.ui.theme import Theme, apply_theme

# Nobody knows before a window is shown how large its frame is; on Windows it is a pixel less.
_TITLE_BAR, _EDGE = 32, 5


def use_look(application: QApplication, choices: Choices) -> None:
    """Use a text size and a contrast; widgets that are there already must be made anew."""
    use_contrast(application, Contrast(choices.contrast))
    apply_theme(application, Theme(choices.text_size / 100))


def stepped(choices: Choices, by: int) -> int:
    """Return the text size that many steps larger or smaller, in percent."""
    place = TEXT_SIZES.index(choices.text_size) + by
    return TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)]


def usual_size() -> int:
    """Return the text size that nobody has changed yet, in percent."""
    return Choices().text_size


def place_window(window: QWidget, choices: Choices) -> None:
    """Put the window where it last stood, if a screen is still there."""
    if choices.window is not None:
        wanted = QRect(*choices.window)
        if any(screen.availableGeometry().intersects(wanted) for screen in QApplication.screens()):
            window.setGeometry(wanted)
    if choices.full:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def keep_on_screen(window: QWidget) -> None:
    """Have no part of a window beyond its screen: one that is larger than the free screen comes up filling it."""
    at = window.geometry()
    screen = QApplication.screenAt(at.center()) or QApplication.primaryScreen()
    free = screen.availableGeometry()
    room = free.adjusted(0, _TITLE_BAR, 0, 0)
    if at.width() >= room.width() or at.height() > room.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    elif not room.contains(at) and at != QRect(0, 0, at.width(), at.height()):
        room.adjust(_EDGE, 0, -_EDGE, -_EDGE)
        at.moveRight(min(at.right(), room.right()))
        at.moveBottom(min(at.bottom(), room.bottom()))
        at.moveTopLeft(QPoint(max(at.left(), room.left()), max(at.top(), room.top())))
        window.setGeometry(at)
    window.resize(at.size().boundedTo(room.size()))


def placed(window: QWidget) -> tuple[int, int, int, int]:
    """Return where a window stands when it does not fill the screen."""
    at = window.normalGeometry() if window.isMaximized() else window.geometry()
    return at.x(), at.y(), at.width(), at.height()
