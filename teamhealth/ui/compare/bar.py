"""The head of a comparison: its title, which round and area of service, themes or items, tables, and the PDF."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.switch import Switch
from teamhealth.ui.widgets.text import heading, hint, set_text

_WORDS = 360
THEMES, ITEMS = 0, 1


class CompareBar(QWidget):
    """Title at the left and choices at the right; below each other where it is narrow."""

    def __init__(self, rounds: Sequence[str], services: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        named(self, "compare_bar", tr("Compare teams"))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        side = theme.px(CONTENT_MARGIN)
        self._box.setContentsMargins(side, theme.px(SPACE_12), side, theme.px(SPACE_8))
        self._box.setSpacing(theme.px(SPACE_8))
        self.title = heading(tr("Compare teams"), 1, name="compare_title", theme=theme)
        self.subtitle = hint("", name="compare_subtitle", theme=theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.rounds = ComboBox(rounds, "compare_round", tr("Round"), theme=theme)
        self.services = ComboBox(services, "compare_service", tr("Area of service"), theme=theme)
        self.services.setVisible(len(services) > 1)
        for box, most in ((self.rounds, 150), (self.services, 170)):
            box.setMaximumWidth(theme.px(most))
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self.modes = Switch((tr("Themes"), tr("All items")), "compare_mode", tr("What is compared"), theme)
        self.tables = secondary_button(tr("Show as tables"), "compare_tables", theme=theme)
        self.report = primary_button(tr("Export PDF"), "compare_pdf", IconName.PRINTER, theme=theme)
        self._box.addLayout(words, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(SPACE_8))
        for widget in (self.rounds, self.services, self.modes, self.tables, self.report):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(0)
        self._box.addLayout(self._row)

    def say(self, words: str) -> None:
        """Say what is compared, below the title."""
        set_text(self.subtitle, words)

    def fit(self, width: int) -> None:
        """Put the choices below the title, or beside it, as the width allows."""
        narrow = self._row.sizeHint().width() + self._theme.px(_WORDS) > width
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if narrow else across)
