"""Labelled fields: the label above, what is wrong above the input, the input keeps its value."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import (
    BODY,
    BUTTON_HEIGHT,
    HINT,
    RADIUS_INPUT,
    SPACE_4,
    SPACE_16,
    Theme,
    current_theme,
)
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.files_pass import LineInput, TextInput
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.text import label

Input = TypeVar("Input", bound=QWidget)

_BAR = 5


class Field(QWidget, Generic[Input]):
    """A label, an optional hint, what is wrong (hidden while nothing is, or once the input is changed), the input."""

    def __init__(self, words: str, name: str, entry: Input, hint: str, theme: Theme) -> None:
        super().__init__()
        self.input = entry
        self._theme = theme
        self._marked = False
        self._error_is_here = True
        named(self, f"{name}_field", "")
        named(entry, name, words)
        entry.setFont(theme.font(BODY))
        entry.setProperty("ringRadius", theme.px(RADIUS_INPUT))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(SPACE_4))
        self._words = words
        self.label = label(words, theme.font(BODY, Weight.SEMIBOLD), name=f"{name}_label")
        # Beside a buddy, a lone '&' would be taken for the mark of a shortcut.
        self.label.setText(self.label.text().replace("&", "&&"))
        self.label.setBuddy(entry)
        self.hint = label(hint, theme.font(HINT), tone="muted", name=f"{name}_hint")
        if not hint:
            # Showing a label before it has a parent would flash it as a window.
            self.hint.hide()
        self.error = ErrorLine(f"{name}_error", theme)
        for each in (self.label, self.hint, self.error, entry):
            self._column.addWidget(each)
        self._said = hint
        entry.setAccessibleDescription(hint)
        changed = _change_of(entry)
        if changed is not None:
            changed.connect(self.mend)

    def describe(self, words: str) -> None:
        """Have a screen reader say words after the label, as a hint that stands elsewhere; nothing is shown."""
        self._said = words
        self.input.setAccessibleDescription(self.error.text or words)

    def set_error(self, text: str | None) -> None:
        """Say above the input what is wrong, or take it back with None; the value stays."""
        self.error.say(text)
        self._mark(bool(text) and self._error_is_here)
        self.input.setAccessibleDescription(text or self._said)
        restyle(self.input, "wrong", "true" if text else "false")

    def refuse(self, text: str) -> None:
        """Say above the input what is wrong, and lead to it."""
        self.set_error(text)
        lead_to(self.input)

    def mend(self) -> None:
        """Take back what was wrong: the input, or what it has to agree with, has been changed since."""
        if self.error.text:
            self.set_error(None)
            self.error.mended.emit()

    def lift_error(self) -> ErrorLine:
        """Return the line that says what is wrong, to be put where it has more room than above a narrow input."""
        self._column.removeWidget(self.error)
        self._error_is_here = False
        return self.error

    def add_below(self, widget: QWidget) -> None:
        """Put something under the input that belongs to it."""
        self._column.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar beside everything of a field that is wrong."""
        if self._marked:
            painter = QPainter(self)
            painter.fillRect(0, 0, self._theme.px(_BAR), self.height(), shown(palette.ERROR))
            painter.end()

    def _mark(self, marked: bool) -> None:
        self._marked = marked
        self._column.setContentsMargins(self._theme.px(SPACE_16) if marked else 0, 0, 0, 0)
        self.update()


class SpinBox(QSpinBox):
    """A number that is typed, or stepped with the arrow keys; scrolling a page with the wheel changes nothing."""

    def __init__(self, smallest: int, largest: int, theme: Theme) -> None:
        super().__init__()
        self.setRange(smallest, largest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A file that is let go over it belongs to the window, and no number is dragged.
        self.lineEdit().setAcceptDrops(False)
        # The style sheet's padding does not reach the number inside.
        self.lineEdit().setTextMargins(theme.px(12), 0, theme.px(12), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def line_entry(theme: Theme, *, secret: bool = False, longest: int = 200) -> QLineEdit:
    """Return an input of one line; ``secret`` shows dots."""
    entry = LineInput()
    entry.setMaxLength(longest)
    entry.setMinimumHeight(theme.px(BUTTON_HEIGHT))
    if secret:
        entry.setEchoMode(QLineEdit.EchoMode.Password)
    return entry


def empty_line(entry: QLineEdit) -> None:
    """Empty a line for good: what ``clear`` takes out of it comes back by Ctrl+Z, for whoever sits there next."""
    entry.setText("")


def line_field(
    words: str, name: str, *, hint: str = "", secret: bool = False, longest: int = 200, theme: Theme | None = None
) -> Field[QLineEdit]:
    """Return a field of one line; ``secret`` shows dots."""
    theme = theme or current_theme()
    return Field(words, name, line_entry(theme, secret=secret, longest=longest), hint, theme)


def show_example(field: Field[QLineEdit], example: str) -> None:
    """Show an example in a line that is empty; read out as it is, it would pass for what has been typed."""
    field.input.setPlaceholderText(example)
    field.describe(" ".join((field.hint.text(), tr("Such as: {example}", example=example))).strip())


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
    entry = TextInput()
    entry.setTabChangesFocus(True)
    entry.setFixedHeight(theme.px(24 * lines + 16))
    entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return Field(words, name, entry, hint, theme)


def _change_of(entry: QWidget) -> SignalInstance | None:
    """Return the signal of an input's change; None for an input of another kind."""
    if isinstance(entry, QLineEdit | QPlainTextEdit):
        return entry.textChanged
    return entry.valueChanged if isinstance(entry, QSpinBox) else None
