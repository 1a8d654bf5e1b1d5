"""Where the comments of a team that will be shown are read, and withheld if they name a person."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.services.opening import CommentToRead, Opened
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import capitalised
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.comment_row import CommentRow
from teamhealth.ui.opening.reading import MOVED, Reading, look_for_names
from teamhealth.ui.opening.safeguarding_note import safeguarding_note
from teamhealth.ui.opening.steps import opening_steps
from teamhealth.ui.theme import SPACE_4, SPACE_8
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, heading, hint, set_text

_NARROW_BELOW = 780


class CommentsPage(Reading):
    """The comments of the one team there is; until the end of the last has been on the screen, the button scrolls."""

    def __init__(self, opened: Opened) -> None:
        survey = opened.survey
        super().__init__(opened, tr("{survey} · {team}", survey=survey.title, team=survey.teams[0].name))
        self.action_row.addWidget(Steps(opening_steps(), 1, name="comments_steps", theme=self.theme))
        if survey.custody.kind is CustodyKind.CHOSEN:
            role = capitalised(survey.custody.role)
            ask = tr("{role} reads this page. Manager: look away until it has been read.", role=role)
            self.body.addWidget(Note(NoteKind.WARNING, ask, "comments_look_away", theme=self.theme))
        note = safeguarding_note(self.theme, heard_first=True)
        self.body.addWidget(note)
        card = self._comments_card(survey, opened.comments)
        columns = (
            (column("comments_left", (self._rules_card(),), self.theme), 262),
            (column("comments_right", (card,), self.theme), 840),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="comments_columns"))
        self.body.addStretch(1)
        bar = self.bottom_bar()
        self._go = primary_button("", "comments_go", theme=self.theme)
        stop = link_button(tr("Stop, and publish later"), "comments_stop", theme=self.theme, size=16)
        said = hint(tr("No comment is linked to a score."), name="comments_said", theme=self.theme)
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self._go)
        bar.addWidget(stop)
        bar.addWidget(said, 1)
        self._go.clicked.connect(self._on_go_clicked)
        stop.clicked.connect(self.ask_to_stop)
        self._count()
        self._ended = not self.rows
        self._say_what_follows()
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._on_look)
        self.scroller.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        if self.rows:
            self.rows[-1].installEventFilter(self)
        self.start_at(note)

    @property
    def way(self) -> tuple[int, ...]:
        """Whether the end has been shown."""
        return (int(self._ended),)

    def show_way(self, way: tuple[int, ...]) -> None:
        """Remember of the same page made anew whether its end has been shown."""
        self._ended = bool(way[0])
        self._say_what_follows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See anew how far the comments are shown once their end is moved or painted."""
        if event.type() in MOVED and self.rows and watched is self.rows[-1]:
            self._look.start()
        return super().eventFilter(watched, event)

    def _comments_card(self, survey: Survey, comments: tuple[CommentToRead, ...]) -> Card:
        theme = self.theme
        card = Card(None, "comments_card", theme=theme)
        card.content.setSpacing(theme.px(SPACE_4))
        named(card, "comments_card", tr("Comments of {team}", team=survey.teams[0].name), "card")
        head = QHBoxLayout()
        head.addWidget(heading(survey.teams[0].name, 2, name="comments_team", theme=theme), 1)
        self._state = hint("", name="comments_state", theme=theme)
        self._state.setWordWrap(False)
        head.addWidget(self._state)
        card.content.addLayout(head)
        card.content.addWidget(look_for_names("comments_look_for", theme))
        for questionnaire in survey.questionnaires:
            for question in questionnaire.comments:
                mine = [comment for comment in comments if comment.question == question.id]
                if not mine:
                    continue
                card.content.addSpacing(theme.px(SPACE_8))
                card.content.addWidget(heading(question.text, 3, name=f"comments_{question.id}", theme=theme))
                for comment in mine:
                    card.content.addWidget(rule())
                    row = CommentRow(len(self.rows), comment, theme)
                    row.changed.connect(self._count)
                    self.rows.append(row)
                    card.content.addWidget(row)
        return card

    def _rules_card(self) -> Card:
        theme = self.theme
        card = Card(None, "comments_rules", theme=theme)
        named(card, "comments_rules", tr("When to withhold"), "card")
        for name, title, words in (
            (
                "when",
                tr("When to withhold"),
                tr("Only where a comment names or plainly points to a person. Everything else stays, word for word."),
            ),
            ("cannot", tr("What you cannot do"), tr("Change a word. See who wrote it, or the ratings beside it.")),
            (
                "hidden",
                tr("What nobody sees"),
                tr("Comments of a team that is not shown are shown to nobody."),
            ),
        ):
            card.content.addWidget(heading(title, 3, name=f"comments_rule_{name}", theme=theme))
            card.content.addWidget(body(words, name=f"comments_rule_{name}_words", theme=theme))
            card.content.addSpacing(theme.px(SPACE_8))
        return card

    def _count(self) -> None:
        withheld = trn("{count} withheld.", "{count} withheld.", len(self.withheld))
        set_text(self._state, tr("In alphabetical order. {withheld}", withheld=withheld))

    def _say_what_follows(self) -> None:
        if self._ended:
            self._go.set_words(tr("Continue to publish"))
            self._go.setAccessibleDescription("")
        else:
            self._go.set_words(tr("Show more comments"))
            said = tr("Scrolls on. You can continue once the last comment has been on the screen.")
            self._go.setAccessibleDescription(said)

    def _on_scrolled(self, _to: int) -> None:
        self._look.start()

    def _on_look(self) -> None:
        if not self._ended and self.rows[-1].end_is_shown:
            self._ended = True
            self._say_what_follows()

    def _on_go_clicked(self) -> None:
        self._on_look()
        if self._ended:
            self.read.emit(self.withheld)
        else:
            self.scroll_on()
