"""A white card with a thin edge."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from teamhealth.ui.theme import RADIUS_CARD, SPACE_8, SPACE_16, SPACE_20, Theme, current_theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading


class Card(QFrame):
    """A card; put widgets into ``content``, a vertical layout below the title."""

    def __init__(
        self,
        title: str | None = None,
        name: str = "card",
        *,
        theme: Theme | None = None,
        kind: str = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = theme or current_theme()
        named(self, name, title or "", kind)
        self.setProperty("ringRadius", theme.px(RADIUS_CARD))
        self.content = QVBoxLayout(self)
        side, top = theme.px(SPACE_20), theme.px(SPACE_16)
        self.content.setContentsMargins(side, top, side, top)
        self.content.setSpacing(theme.px(SPACE_8))
        if title is not None:
            self.content.addWidget(heading(title, 2, name=f"{name}_title", theme=theme))


def rule(*, name: str = "rule", kind: str = "rule", height: int = 1) -> QFrame:
    """Return a thin line between rows; kind 'ink-rule' is the dark one under a table's head."""
    line = QFrame()
    named(line, name, "", kind)
    line.setFixedHeight(height)
    return line
