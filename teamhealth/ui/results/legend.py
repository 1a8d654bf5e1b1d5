"""The lines below the cards: what the signs and bars mean, and the files that can be saved."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from teamhealth.figures.comparator import Comparator
from teamhealth.figures.item_state import item_state
from teamhealth.figures.palette import FAVOURABLE, NEUTRAL, UNFAVOURABLE
from teamhealth.figures.range_bar import flag_sign
from teamhealth.figures.shapes import Figure
from teamhealth.figures.shares import shares_sign
from teamhealth.figures.splits import split_sign
from teamhealth.publication.types import ItemWord, TeamResult, Tier
from teamhealth.publication.words import item_word_text
from teamhealth.texts.catalogue import tr
from teamhealth.ui.results.team_words import item_legend, words_legend
from teamhealth.ui.theme import CAPTION, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text


class Legend(QWidget):
    """Signs with their words and a sentence; below, what the words go by, and the links to save files."""

    def __init__(self, team: TeamResult, flag: Comparator | None, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        sentence = item_legend(team)
        named(self, "legend", sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(theme.px(SPACE_8))
        self.meeting_sheet: Button = link_button(tr("Save the meeting sheet"), "meeting_sheet", theme=theme)
        self.results_file: Button = link_button(tr("Save the results file"), "results_file", theme=theme)
        self.picture: Button = link_button(tr("Save as a picture"), "save_picture", theme=theme)
        self.figures: Button = link_button(tr("Export figures"), "export_figures", theme=theme)
        self._box.addLayout(self._signs(team))
        self._box.addLayout(self._rest(sentence, flag), 1)
        column.addLayout(self._box)
        column.addLayout(self._foot())

    def show_flag(self, flag: Comparator) -> None:
        """Say what the flag stands for now."""
        words = self.findChild(QLabel, "sign_flag_words")
        if words is not None:
            set_text(words, flag.words)

    def show_narrow(self, narrow: bool) -> None:
        """Put the sentence below the signs, or beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if narrow else across)

    def _signs(self, team: TeamResult) -> QHBoxLayout:
        row = self._row()
        for word in ItemWord:
            self._add(row, item_state(word), item_word_text(word), f"sign_{word.value}")
        if team.tier is Tier.SPLITS:
            parts = ((UNFAVOURABLE, tr("unfavourable")), (NEUTRAL, tr("neutral")), (FAVOURABLE, tr("favourable")))
            for number, (colour, words) in enumerate(parts):
                self._add(row, split_sign(colour, words), words, f"sign_part_{number}")
        elif team.tier is Tier.SHARES:
            row.addWidget(FigureView(shares_sign(8, 5), "sign_shares", theme=self._theme))
        row.addStretch(0)
        return row

    def _rest(self, sentence: str, flag: Comparator | None) -> QHBoxLayout:
        row = self._row()
        row.addWidget(label(sentence, self._theme.font(CAPTION), tone="muted", name="legend_sentence"), 1)
        if flag is not None:
            self._add(row, flag_sign(), flag.words, "sign_flag")
        return row

    def _foot(self) -> QHBoxLayout:
        row = self._row()
        row.addWidget(label(words_legend(), self._theme.font(CAPTION), tone="muted", name="legend_words"), 1)
        row.addWidget(self.picture)
        row.addSpacing(self._theme.px(SPACE_8))
        row.addWidget(self.figures)
        row.addSpacing(self._theme.px(SPACE_8))
        row.addWidget(self.meeting_sheet)
        row.addSpacing(self._theme.px(SPACE_8))
        row.addWidget(self.results_file)
        return row

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SPACE_8))
        return row

    def _add(self, row: QHBoxLayout, figure: Figure, words: str, name: str) -> None:
        row.addWidget(FigureView(figure, name, theme=self._theme))
        row.addWidget(label(words, self._theme.font(CAPTION), name=f"{name}_words", wrap=False))
        row.addSpacing(self._theme.px(SPACE_12 - SPACE_8))
