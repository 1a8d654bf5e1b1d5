"""Where a survey lead reads the comments of every team that will be shown, team by team."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from teamhealth.services.opened import Opened
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.reading import MOVED, Reading
from teamhealth.ui.opening.safeguarding_note import safeguarding_note
from teamhealth.ui.returns.team_comments import TeamComments
from teamhealth.ui.returns.team_list import TeamList, team_states
from teamhealth.ui.returns.words import return_steps
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, heading, hint, set_text

_NARROW_BELOW = 780
_LEAST_PICKER = 480


class TeamsCommentsPage(Reading):
    """``read`` comes once the comments of every team have been read.

    A team has been read once the end of its last comment has been on the screen; until then the main button scrolls.
    """

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened, opened.survey.title)
        self.action_row.addWidget(Steps(return_steps(), 3, name="comments_steps", theme=self.theme))
        self._shown = len([team for team in opened.teams if team.shown])
        self._cards: list[TeamComments] = []
        self._names: list[str] = []
        self._add_teams(opened)
        self._read = [False] * len(self._cards)
        self._ended = [False] * len(self._cards)
        self._at = 0
        self._lay_out()
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._on_look)
        self.scroller.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        for card in self._cards:
            card.rows[-1].installEventFilter(self)
        self._turn_to(0)
        # From what is said first to the first comment is one step, past the list of teams.
        self.setTabOrder(self.list.entries[-1], self._care)
        self.start_at(self._care)

    @property
    def way(self) -> tuple[int, ...]:
        """The team that is read, then which have been read, then of which the end has been shown."""
        return (self._at, *map(int, self._read), *map(int, self._ended))

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show the same team of the same page made anew, and what has been read of all."""
        at, teams = way[0], len(self._cards)
        self._read = [bool(each) for each in way[1 : 1 + teams]]
        self._ended = [bool(each) for each in way[1 + teams :]]
        self._turn_to(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See anew how far the comments are shown once their end is moved or painted."""
        if event.type() in MOVED and any(watched is card.rows[-1] for card in self._cards):
            self._look.start()
        return super().eventFilter(watched, event)

    def _add_teams(self, opened: Opened) -> None:
        commented = {comment.team for comment in opened.comments}
        for number, team in enumerate(each for each in opened.teams if each.id in commented):
            card = TeamComments(number, team, opened, first=len(self.rows), theme=self.theme)
            self._cards.append(card)
            self._names.append(team.name)
            self.rows.extend(card.rows)

    def _lay_out(self) -> None:
        self._care = safeguarding_note(self.theme, heard_first=True)
        self.body.addWidget(self._care)
        self._picker = ComboBox(self._names, "comments_choose_team", tr("Teams to be shown"), theme=self.theme)
        self._picker.activated.connect(self._turn_to)
        self._picker.narrow_to(_LEAST_PICKER)
        self._picker.hide()
        self.body.addWidget(self._picker)
        self.list = TeamList(self._names, self.theme)
        self.list.chosen.connect(self._turn_to)
        self._teams_card = self._list_card()
        left = column("comments_left", (self._teams_card, self._rules_card()), self.theme)
        right = column("comments_right", self._cards, self.theme)
        # Under each other, what is to be read comes first.
        self._columns = Columns(
            ((left, 262), (right, 840)),
            self.theme,
            narrow_below=_NARROW_BELOW,
            name="comments_columns",
            last_first=True,
        )
        self._columns.turned.connect(self._on_turned)
        self.body.addWidget(self._columns)
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

    def _turn_to(self, number: int) -> None:
        self._at = number
        for each, card in enumerate(self._cards):
            card.setVisible(each == number)
        self.start_at(self._cards[number].rows[0].switch.show_half)
        self.scroller.verticalScrollBar().setValue(0)
        self._refresh()
        self._look.start()

    def _refresh(self) -> None:
        states = team_states(self._names, self._ended, self._read)
        self.list.show_states(self._at, states)
        for number, words in enumerate(states):
            self._picker.setItemText(number, words)
        self._picker.setCurrentIndex(self._at)
        self._say_what_follows()
        publish = trn("Next you publish {count} team.", "Next you publish {count} teams.", self._shown)
        set_text(self._said, " ".join((publish, tr("No comment is linked to a score."))))

    def _say_what_follows(self) -> None:
        after = self._next_unread()
        name = self._names[self._at]
        if not self._ended[self._at]:
            self.go.set_words(tr("Show more comments"))
            said = tr("Scrolls on. {team} is read once its last comment has been on the screen.", team=name)
        else:
            self.go.set_words(
                tr("Continue to publish") if after is None else tr("Next: {team}", team=self._names[after])
            )
            said = tr("Marks the comments of {team} as read.", team=name)
        self.go.setAccessibleDescription(said)

    def _next_unread(self) -> int | None:
        others = [number for number, read in enumerate(self._read) if not read and number != self._at]
        later = [number for number in others if number > self._at]
        return next(iter((*later, *others)), None)

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
            tr("Only where a comment names or plainly points to a person. Everything else stays, word for word."),
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

    def _on_turned(self, narrow: bool) -> None:
        """Offer the teams in a list to open where there is no room beside the comments."""
        self._picker.setVisible(narrow)
        self._teams_card.setVisible(not narrow)
        self._look.start()

    def _on_scrolled(self, _to: int) -> None:
        self._look.start()

    def _on_look(self) -> None:
        """Bring what has the focus into view, and notice when the end of a team's comments is in it."""
        first = self.first
        if first is not None and first.hasFocus() and not self.scroller.verticalScrollBar().value():
            self.scroller.ensureWidgetVisible(first)
        if not self._ended[self._at] and self._cards[self._at].end_is_shown:
            self._ended[self._at] = True
            self._refresh()

    def _on_go_clicked(self) -> None:
        self._on_look()
        if not self._ended[self._at]:
            self.scroll_on()
            return
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
