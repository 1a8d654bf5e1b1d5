"""The comments of one team that will be shown, question by question, each with its switch."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from teamhealth.services.opened import CommentToRead, Opened, OpenedTeam
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opening.comment_row import CommentRow
from teamhealth.ui.opening.reading import look_for_names
from teamhealth.ui.theme import SPACE_8, Theme
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading, hint


class TeamComments(Card):
    """The card of the ``number``-th team; its rows are counted on from ``first``, over all teams."""

    def __init__(self, number: int, team: OpenedTeam, opened: Opened, *, first: int, theme: Theme) -> None:
        super().__init__(None, f"comments_team_{number}", theme=theme)
        self._theme = theme
        self._next = first
        self.rows: list[CommentRow] = []
        named(self, f"comments_team_{number}", tr("Comments of {team}", team=team.name), "card")
        head = QHBoxLayout()
        head.addWidget(heading(team.name, 2, name=f"comments_team_{number}_name", theme=theme), 1)
        state = hint(tr("In alphabetical order."), name=f"comments_team_{number}_state", theme=theme)
        state.setWordWrap(False)
        head.addWidget(state)
        self.content.addLayout(head)
        self.content.addWidget(look_for_names(f"comments_team_{number}_look_for", theme))
        comments = [comment for comment in opened.comments if comment.team == team.id]
        for questionnaire in opened.survey.questionnaires:
            for question in questionnaire.comments:
                self._add_rows(question.text, [each for each in comments if each.question == question.id])

    @property
    def end_is_shown(self) -> bool:
        """Whether the end of the last comment is on the screen."""
        return self.rows[-1].end_is_shown

    def _add_rows(self, asked: str, comments: Sequence[CommentToRead]) -> None:
        if not comments:
            return
        self.content.addSpacing(self._theme.px(SPACE_8))
        self.content.addWidget(heading(asked, 3, name=f"comments_asked_{self._next}", theme=self._theme))
        for comment in comments:
            self.content.addWidget(rule())
            row = CommentRow(self._next, comment, self._theme)
            self._next += 1
            self.rows.append(row)
            self.content.addWidget(row)
