"""The first comments of each question, and the way to all of them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures.palette import TEAL
from teamhealth.publication.types import CommentsResult, SurveyFacts, TeamResult
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.results.team_words import comment_count, find_comment_question, no_comments_text, withheld_text
from teamhealth.ui.theme import CAPTION, HINT, SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.icons import fill_rounded
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import caption, heading, hint, label

_ACROSS = 2
_FIRST = 2
_COMMENT = 240


class CommentsCard(Card):
    """``read_asked`` when all are wanted; where there are none, one sentence says why."""

    read_asked = Signal()

    def __init__(self, facts: SurveyFacts, team: TeamResult, theme: Theme) -> None:
        super().__init__(None, "comments_card", theme=theme)
        self._theme = theme
        self._metrics = QFontMetrics(theme.font(CAPTION))
        self._shown = QFontMetrics(theme.font(HINT))
        self._read: Button | None = None
        self.setAccessibleName(tr("Comments"))
        self.content.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(8))
        self.content.setSpacing(0)
        none = no_comments_text(facts, team)
        count = comment_count(team)
        self.content.addLayout(self._head(count, shown=not none))
        if none:
            self.content.addWidget(hint(none, name="no_comments", theme=theme))
        else:
            self.content.addLayout(self._columns(facts, team))
        self.content.addStretch(1)

    def focus_read(self) -> None:
        """Give the way to all comments the keyboard, if there is one."""
        if self._read is not None:
            self._read.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, count: int, *, shown: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._theme.px(SPACE_16))
        title = heading(tr("Comments"), 3, name="comments_title", theme=self._theme)
        title.setWordWrap(False)
        head.addWidget(title)
        if shown:
            note = tr("word for word, in alphabetical order")
            head.addWidget(label(note, self._theme.font(CAPTION), tone="muted", name="comments_note", wrap=False))
        head.addStretch(1)
        if shown:
            words = trn("Read the comment", "Read all {count}", count)
            link = link_button(words, "read_comments", theme=self._theme)
            link.setAccessibleName(trn("Read the comment", "Read all {count} comments", count))
            link.clicked.connect(self.read_asked)
            head.addWidget(link)
            self._read = link
        return head

    def _columns(self, facts: SurveyFacts, team: TeamResult) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(SPACE_16))
        grid.setVerticalSpacing(self._theme.px(6))
        asked = [each for each in team.comments if each.comments]
        for place, each in enumerate(asked):
            question = find_comment_question(facts.questionnaires, each.question).text
            grid.addLayout(self._column(question, each), place // _ACROSS, place % _ACROSS)
            # The longer a question or its first comments, the more of the width is theirs.
            across = place % _ACROSS
            grid.setColumnStretch(across, max(grid.columnStretch(across), self._needed(question, each)))
        return grid

    def _needed(self, question: str, asked: CommentsResult) -> int:
        """Return the width of a question on one line, or of a comment that is no longer than most questions."""
        widths = (self._shown.horizontalAdvance(each) + self._theme.px(SPACE_16) for each in asked.comments[:_FIRST])
        longest = self._theme.px(_COMMENT)
        return max(self._metrics.horizontalAdvance(question), *(min(each, longest) for each in widths))

    def _column(self, question: str, asked: CommentsResult) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(4))
        name = f"comments_{asked.question}"
        column.addWidget(caption(question, name=name, theme=self._theme))
        for number, comment in enumerate(asked.comments[:_FIRST]):
            words = ElidedLabel(comment, self._theme.font(HINT), name=f"{name}_{number}")
            column.addWidget(Quoted(words, self._theme, name=f"{name}_{number}_quote"))
        column.addStretch(1)
        return column


class Quoted(QWidget):
    """Somebody's own words, with a bar at the left."""

    def __init__(self, words: QWidget, theme: Theme, *, name: str) -> None:
        super().__init__()
        self._bar = theme.px(3)
        named(self, name, "")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SPACE_12), 0, 0, 0)
        row.addWidget(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        fill_rounded(painter, QRectF(0, 0, self._bar, self.height()), TEAL, 0)
        painter.end()


def withheld_note(team: TeamResult, theme: Theme) -> QWidget | None:
    """Return how many comments are withheld, None if none is."""
    words = withheld_text(team)
    return hint(words, name="withheld", theme=theme) if words else None
