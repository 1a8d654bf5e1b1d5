"""Who gets which results, in columns: a name that wraps, what it is, and the button that saves it."""

from PySide6.QtWidgets import QGridLayout

from teamhealth.ui.theme import SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import Button, secondary_button
from teamhealth.ui.widgets.card import rule
from teamhealth.ui.widgets.text import hint, strong

_NAME, _WORDS, _BUTTON = range(3)


class HandBackRows(QGridLayout):
    """A row for each; all buttons are as wide as the widest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(theme.px(SPACE_12))
        self.setVerticalSpacing(theme.px(SPACE_8))
        self.setColumnStretch(_NAME, 1)
        self.setColumnStretch(_WORDS, 1)

    def add(self, key: str, title: str, words: str, button: str, spoken: str = "") -> Button:
        """Add a row below a line, and return its button; ``spoken`` says of whom, where its words do not."""
        name = f"published_{key}"
        line, row = self.rowCount(), self.rowCount() + 1
        self.addWidget(rule(), line, _NAME, 1, _BUTTON + 1)
        self.addWidget(strong(title, name=f"{name}_title", theme=self._theme), row, _NAME)
        self.addWidget(hint(words, name=f"{name}_words", theme=self._theme), row, _WORDS)
        save = secondary_button(button, f"{name}_save", theme=self._theme)
        save.setAccessibleName(spoken or button)
        self.addWidget(save, row, _BUTTON)
        return save
