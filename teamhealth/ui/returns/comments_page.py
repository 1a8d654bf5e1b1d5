"""Where a survey lead reads the comments of every team that will be shown, team by team."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from teamhealth.services.opened import CommentToRead, Opened, OpenedTeam
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.comments_page import CommentRow
from teamhealth.ui.opening.stop_prompt import stop_reading
from teamhealth.ui.returns.team_list import TeamList
from teamhealth.ui.returns.words import return_steps
from teamhealth.ui.theme import SPACE_8, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, heading, hint, set_text

_NARROW_BELOW = 780


class TeamsCommentsPage(Page):
    """``read`` carries the keys of the withheld comments once every team's have been read; ``stopped`` ends it."""

    read = Signal(object)
    stopped = Signal()

    def __init__(self, opened: Opened) -> None:
        super().__init__(tr("Read the comments"), "comments_page", subtitle=opened.survey.title)
        self.action_row.addWidget(Steps(return_steps(), 3, name="comments_steps", theme=self.theme))
        self.rows: list[CommentRow] = []
        self._shown = len([team for team in opened.teams if team.shown])
        self._teams = tuple(
            team for team in opened.teams if any(comment.team == team.id for comment in opened.comments)
        )
        self._read = [False] * len(self._teams)
        self._at = 0
        self._stack = QStackedWidget()
        named(self._stack, "comments_stack", tr("Comments"))
        for number, team in enumerate(self._teams):
            self._stack.addWidget(self._team_card(number, team, opened))
        self.list = TeamList(tuple(team.name for team in self._teams), self.theme)
        self.list.chosen.connect(self._turn_to)
        left = column("comments_left", (self._list_card(), self._rules_card()), self.theme)
        right = column("comments_right", (self._stack,), self.theme)
        columns = ((left, 262), (right, 840))
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="comments_columns"))
        self.body.addStretch(1)
        bar = self.bottom_bar()
        self.go = primary_button("", "comments_go", theme=self.theme)
        stop = link_button(tr("Stop, and publish later"), "comments_stop", theme=self.theme, size=16)
        self._said = hint("", name="comments_said", theme=self.theme)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.go)
        bar.addWidget(stop)
        bar.addWidget(self._said, 1)
        self.go.clicked.connect(self._on_go_clicked)
        stop.clicked.connect(self.ask_to_stop)
        self._turn_to(0)

    def ask_to_stop(self) -> None:
        """Leave all sealed; ask first if choices would be lost by it."""
        stop_reading(self, self.withheld, self.stopped)

    @property
    def withheld(self) -> frozenset[str]:
        """The keys of the comments that are withheld, of every team."""
        return frozenset(row.key for row in self.rows if row.withheld)

    def _turn_to(self, number: int) -> None:
        self._at = number
        self._stack.setCurrentIndex(number)
        self._refresh()
        first = self._first_row(number)
        self.setFocusProxy(first.switch.show_half if first is not None else self.go)
        self.scroller.verticalScrollBar().setValue(0)

    def _refresh(self) -> None:
        self.list.show_states(self._at, tuple(self._read))
        after = self._next_unread()
        name = self._teams[self._at].name
        words = tr("Continue to publish") if after is None else tr("Next: {team}", team=self._teams[after].name)
        self.go.set_words(words)
        self.go.setAccessibleDescription(tr("Marks the comments of {team} as read.", team=name))
        publish = trn("Next you publish {count} team.", "Next you publish {count} teams.", self._shown)
        set_text(self._said, " ".join((publish, tr("Comments stand nowhere near the scores."))))

    def _next_unread(self) -> int | None:
        others = [number for number, read in enumerate(self._read) if not read and number != self._at]
        later = [number for number in others if number > self._at]
        return next(iter((*later, *others)), None)

    def _first_row(self, number: int) -> CommentRow | None:
        card = self._stack.widget(number)
        return next((row for row in self.rows if card is not None and card.isAncestorOf(row)), None)

    def _team_card(self, number: int, team: OpenedTeam, opened: Opened) -> QWidget:
        theme = self.theme
        card = Card(None, f"comments_team_{number}", theme=theme)
        named(card, f"comments_team_{number}", tr("Comments of {team}", team=team.name), "card")
        head = QHBoxLayout()
        head.addWidget(heading(team.name, 2, name=f"comments_team_{number}_name", theme=theme), 1)
        state = hint(tr("In alphabetical order."), name=f"comments_team_{number}_state", theme=theme)
        state.setWordWrap(False)
        head.addWidget(state)
        card.content.addLayout(head)
        mine = [comment for comment in opened.comments if comment.team == team.id]
        for questionnaire in opened.survey.questionnaires:
            for question in questionnaire.comments:
                self._add_rows(card.content, question.text, [each for each in mine if each.question == question.id])
        card.content.addStretch(1)
        return card

    def _add_rows(self, layout: QVBoxLayout, asked: str, comments: list[CommentToRead]) -> None:
        if not comments:
            return
        layout.addSpacing(self.theme.px(SPACE_8))
        layout.addWidget(heading(asked, 3, name=f"comments_asked_{len(self.rows)}", theme=self.theme))
        for comment in comments:
            layout.addWidget(rule())
            row = CommentRow(len(self.rows), comment, self.theme)
            self.rows.append(row)
            layout.addWidget(row)

    def _list_card(self) -> Card:
        card = Card(tr("Teams to be shown"), "comments_teams", theme=self.theme)
        card.content.addWidget(self.list)
        note = tr("Comments of other teams are never shown, to you or anyone.")
        card.content.addWidget(hint(note, name="comments_teams_note", theme=self.theme))
        return card

    def _rules_card(self) -> Card:
        card = Card(None, "comments_rules", theme=self.theme)
        named(card, "comments_rules", tr("When to withhold"), "card")
        _say(
            card,
            "when",
            tr("When to withhold"),
            tr("Only where a comment names someone. Everything else stays, word for word."),
            self.theme,
        )
        _say(
            card,
            "cannot",
            tr("What you cannot do"),
            tr("Change a word. See who wrote it, or the ratings beside it."),
            self.theme,
        )
        return card

    def _on_go_clicked(self) -> None:
        self._read[self._at] = True
        after = self._next_unread()
        if after is None:
            # Who comes back from the next page finds every team read.
            self._refresh()
            self.read.emit(self.withheld)
            return
        self._turn_to(after)
        self.setFocus(Qt.FocusReason.TabFocusReason)


def _say(card: Card, name: str, title: str, words: str, theme: Theme) -> None:
    card.content.addWidget(heading(title, 3, name=f"comments_rule_{name}", theme=theme))
    card.content.addWidget(body(words, name=f"comments_rule_{name}_words", theme=theme))
