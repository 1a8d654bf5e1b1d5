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
from teamhealth.ui.theme import CAPTION, SPACE_4, SPACE_8, SPACE_12, SPACE_24, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.explained import explained
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text


class Legend(QWidget):
    """Signs with their words and a sentence; below, what the words go by, and the links to save files."""

    def __init__(self, team: TeamResult, flag: Comparator | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        sentence = item_legend(team)
        named(self, "legend", "")
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
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill_foot()
        column.addLayout(self._foot)

    def show_flag(self, flag: Comparator) -> None:
        """Say what the flag stands for now."""
        words = self.findChild(QLabel, "sign_flag_words")
        if words is not None:
            set_text(words, flag.words)

    def show_narrow(self, narrow: bool) -> None:
        """Put the sentence below the signs and the links below what the words go by, or beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if narrow else across)
        self._foot.setDirection(down if narrow else across)

    def _signs(self, team: TeamResult) -> Flow:
        row = self._row()
        for word in ItemWord:
            self._add(row, item_state(word), item_word_text(word), f"sign_{word.value}")
        if team.tier is Tier.SPLITS:
            parts = ((UNFAVOURABLE, tr("unfavourable")), (NEUTRAL, tr("neutral")), (FAVOURABLE, tr("favourable")))
            for number, (colour, words) in enumerate(parts):
                self._add(row, split_sign(colour, words), words, f"sign_part_{number}")
        elif team.tier is Tier.SHARES:
            row.addWidget(FigureView(shares_sign(8, 5), "sign_shares", theme=self._theme))
        return row

    def _rest(self, sentence: str, flag: Comparator | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SPACE_8))
        row.addWidget(label(sentence, self._theme.font(CAPTION), tone="muted", name="legend_sentence"), 1)
        if flag is not None:
            row.addWidget(explained(flag_sign(), flag.words, "sign_flag", self._theme))
        return row

    def _fill_foot(self) -> None:
        self._foot.setSpacing(self._theme.px(SPACE_8))
        words = label(words_legend(), self._theme.font(CAPTION), tone="muted", name="legend_words")
        self._foot.addWidget(words, 1)
        self._links = Flow(self._theme, gap=SPACE_24, below=SPACE_4)
        for link in (self.picture, self.figures, self.meeting_sheet, self.results_file):
            self._links.addWidget(link)
        self._foot.addLayout(self._links)

    def _row(self) -> Flow:
        return Flow(self._theme, gap=SPACE_12, below=SPACE_4)

    def _add(self, row: Flow, figure: Figure, words: str, name: str) -> None:
        row.addWidget(explained(figure, words, name, self._theme))
