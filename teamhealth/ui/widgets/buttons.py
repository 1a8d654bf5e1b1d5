"""Buttons that say what happens; Enter and Space press them, and holding a key presses once."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.theme import BODY, BUTTON_HEIGHT, HINT, LARGE_BUTTON_HEIGHT, LINK_HEIGHT, Theme, current_theme
from teamhealth.ui.widgets.icons import IconName, button_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.one_paint import paint_once

_ICON = 20
_ICON_GAP = 10


class ButtonKind(StrEnum):
    """How much a button weighs: one primary a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"
    QUIET = "quiet"


_ICON_COLOURS = {
    ButtonKind.PRIMARY: palette.WHITE,
    ButtonKind.SECONDARY: palette.TEAL,
    ButtonKind.LINK: palette.TEAL,
    ButtonKind.QUIET: palette.INK,
}


class Button(QPushButton):
    """A push button that Enter presses too."""

    def __init__(self, text: str, name: str, kind: ButtonKind, theme: Theme) -> None:
        super().__init__(text.replace("&", "&&"))
        self._theme = theme
        self._kind = kind
        named(self, name, text, kind.value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        # Before anything else that the press leads to.
        self.clicked.connect(self._on_pressed)

    def set_words(self, text: str) -> None:
        """Change the words on the button, for eyes and for screen readers."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def show_icon(self, which: IconName, *, after: bool = False) -> None:
        """Put an icon before the words, or after them."""
        size = self._theme.px(_ICON)
        gap = self._theme.px(_ICON_GAP)
        if self._kind is not ButtonKind.QUIET or self.text():
            self.setIconSize(QSize(size + gap, size))
        else:
            gap = 0
            self.setIconSize(QSize(size, size))
        colour = _ICON_COLOURS[self._kind]
        off = palette.WHITE if self._kind is ButtonKind.PRIMARY else palette.CONTROL
        self.setIcon(button_icon(which, size, colour, off, gap=-gap if after else gap))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if after else Qt.LayoutDirection.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space, but once for each time that the key goes down; Ctrl+Enter is the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return
            if not event.isAutoRepeat():
                self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_pressed(self) -> None:
        paint_once(self)


def _button(
    text: str, name: str, kind: ButtonKind, icon: IconName | None, *, theme: Theme | None, large: bool
) -> Button:
    theme = theme or current_theme()
    made = Button(text, name, kind, theme)
    made.setFont(theme.font(18 if large else BODY, Weight.SEMIBOLD))
    made.setFixedHeight(theme.px(LARGE_BUTTON_HEIGHT if large else BUTTON_HEIGHT))
    if icon is not None:
        made.show_icon(icon)
    return made


def primary_button(
    text: str, name: str, icon: IconName | None = None, *, theme: Theme | None = None, large: bool = False
) -> Button:
    """Return the filled button: one a page. ``large`` is the size of the questionnaire mode."""
    return _button(text, name, ButtonKind.PRIMARY, icon, theme=theme, large=large)


def secondary_button(
    text: str, name: str, icon: IconName | None = None, *, theme: Theme | None = None, large: bool = False
) -> Button:
    """Return the outlined button."""
    return _button(text, name, ButtonKind.SECONDARY, icon, theme=theme, large=large)


def link_button(
    text: str, name: str, icon: IconName | None = None, *, theme: Theme | None = None, size: int = HINT
) -> Button:
    """Return a button that looks like a link: underlined words."""
    theme = theme or current_theme()
    made = Button(text, name, ButtonKind.LINK, theme)
    font = theme.font(size)
    font.setUnderline(True)
    made.setFont(font)
    made.setFixedHeight(theme.px(max(LINK_HEIGHT, size + 10)))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if icon is not None:
        made.show_icon(icon)
    return made


def icon_button(accessible: str, name: str, icon: IconName, *, theme: Theme | None = None) -> Button:
    """Return a button of an icon alone; its words are its accessible name and tooltip."""
    theme = theme or current_theme()
    made = Button("", name, ButtonKind.QUIET, theme)
    made.setAccessibleName(accessible)
    made.setToolTip(accessible)
    made.setFixedSize(theme.px(BUTTON_HEIGHT), theme.px(BUTTON_HEIGHT))
    made.show_icon(icon)
    return made
