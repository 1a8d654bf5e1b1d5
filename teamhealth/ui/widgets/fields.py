"""Labelled fields: the label above, what is wrong above the input, the input keeps its value."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from teamhealth.figures.shapes import Weight
from teamhealth.ui.theme import BODY, BUTTON_HEIGHT, HINT, RADIUS_INPUT, SPACE_4, Theme, current_theme
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.text import label, set_text

Input = TypeVar("Input", bound=QWidget)


class Field(QWidget, Generic[Input]):
    """A label, an optional hint, what is wrong (hidden while nothing is), and the input below."""

    def __init__(self, words: str, name: str, entry: Input, hint: str, theme: Theme) -> None:
        super().__init__()
        self.input = entry
        named(self, f"{name}_field", "")
        named(entry, name, words)
        entry.setFont(theme.font(BODY))
        entry.setProperty("ringRadius", theme.px(RADIUS_INPUT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_4))
        self._words = words
        self.label = label(words, theme.font(BODY, Weight.SEMIBOLD), name=f"{name}_label")
        self.label.setBuddy(entry)
        self.hint = label(hint, theme.font(HINT), tone="muted", name=f"{name}_hint")
        if not hint:
            # Showing a label before it has a parent would flash it as a window.
            self.hint.hide()
        self.error = label("", theme.font(HINT, Weight.SEMIBOLD), tone="error", name=f"{name}_error")
        self.error.hide()
        for each in (self.label, self.hint, self.error, entry):
            column.addWidget(each)
        entry.setAccessibleDescription(hint)

    def set_error(self, text: str | None) -> None:
        """Say above the input what is wrong, or take it back with None; the value stays."""
        set_text(self.error, text or "")
        self.error.setVisible(bool(text))
        self.input.setAccessibleDescription(text or self.hint.text())
        restyle(self.input, "wrong", "true" if text else "false")


class SpinBox(QSpinBox):
    """A number that the wheel changes only while it has the focus, so that scrolling a page changes nothing."""

    def __init__(self, smallest: int, largest: int, theme: Theme) -> None:
        super().__init__()
        self.setRange(smallest, largest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The style sheet's padding does not reach the number inside.
        self.lineEdit().setTextMargins(theme.px(12), 0, theme.px(12), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()


def line_field(
    words: str, name: str, *, hint: str = "", secret: bool = False, longest: int = 200, theme: Theme | None = None
) -> Field[QLineEdit]:
    """Return a field of one line; ``secret`` shows dots."""
    theme = theme or current_theme()
    entry = QLineEdit()
    entry.setMaxLength(longest)
    entry.setMinimumHeight(theme.px(BUTTON_HEIGHT))
    if secret:
        entry.setEchoMode(QLineEdit.EchoMode.Password)
    return Field(words, name, entry, hint, theme)


def spin_field(
    words: str, name: str, smallest: int, largest: int, *, hint: str = "", theme: Theme | None = None
) -> Field[QSpinBox]:
    """Return a field of a whole number."""
    theme = theme or current_theme()
    entry: QSpinBox = SpinBox(smallest, largest, theme)
    entry.setMinimumHeight(theme.px(BUTTON_HEIGHT))
    return Field(words, name, entry, hint, theme)


def text_field(
    words: str, name: str, *, hint: str = "", lines: int = 4, theme: Theme | None = None
) -> Field[QPlainTextEdit]:
    """Return a field of several lines; Tab leaves it."""
    theme = theme or current_theme()
    entry = QPlainTextEdit()
    entry.setTabChangesFocus(True)
    entry.setFixedHeight(theme.px(24 * lines + 16))
    entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return Field(words, name, entry, hint, theme)
