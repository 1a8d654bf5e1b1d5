"""Where the comments of a team that will be shown are read, and withheld if they name a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from teamhealth.figures import palette
from teamhealth.services.opening import CommentToRead, Opened
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import capitalised
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.opening.safeguarding_note import safeguarding_note
from teamhealth.ui.opening.show_switch import WithholdSwitch
from teamhealth.ui.opening.steps import opening_steps
from teamhealth.ui.opening.stop_prompt import stop_reading
from teamhealth.ui.theme import SPACE_4, SPACE_8, SPACE_16, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, caption, heading, hint, set_text

_NARROW_BELOW = 780


class CommentRow(QFrame):
    """One comment, word for word, and its switch."""

    changed = Signal()

    def __init__(self, number: int, comment: CommentToRead, theme: Theme) -> None:
        super().__init__()
        self.key = comment.key
        self._theme = theme
        named(self, f"comment_{number}", comment.text, "comment-row")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(SPACE_4), theme.px(SPACE_4 + 2)) * 2)
        row.setSpacing(theme.px(SPACE_16))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._text = body(comment.text, name=f"comment_{number}_text", theme=theme)
        said = tr("Withheld: names a person. Only the number of withheld comments is kept.")
        self._said = caption(said, tone="warning", name=f"comment_{number}_withheld", theme=theme)
        self._said.hide()
        words.addWidget(self._text)
        words.addWidget(self._said)
        row.addLayout(words, 1)
        self.switch = WithholdSwitch(f"comment_{number}_switch", comment.text, theme)
        self.switch.withheld.connect(self._on_withheld)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def withheld(self) -> bool:
        """Whether it is withheld."""
        return self.switch.withhold_half.isChecked()

    @property
    def way(self) -> tuple[int, ...]:
        """Whether it is withheld, for the row made anew."""
        return (int(self.withheld),)

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show or withhold it as before."""
        if way[0]:
            self.switch.withhold_half.setChecked(True)

    def _on_withheld(self, withheld: bool) -> None:
        self._said.setVisible(withheld)
        tint = palette.WARNING_TINT if withheld else "transparent"
        set_sheet(self, f'QFrame[kind="comment-row"] {{ background: {tint}; }}')
        self.changed.emit()


class CommentsPage(Page):
    """``read`` carries the keys of the withheld comments as a frozenset; ``stopped`` leaves all sealed."""

    read = Signal(object)
    stopped = Signal()

    def __init__(self, opened: Opened) -> None:
        survey = opened.survey
        self._opened = opened
        super().__init__(
            tr("Read the comments"),
            "comments_page",
            subtitle=tr("{survey} · {team}", survey=survey.title, team=survey.teams[0].name),
        )
        self.action_row.addWidget(Steps(opening_steps(), 1, name="comments_steps", theme=self.theme))
        if survey.custody.kind is CustodyKind.CHOSEN:
            role = capitalised(survey.custody.role)
            ask = tr("{role} reads this page. Manager: look away until it has been read.", role=role)
            self.body.addWidget(Note(NoteKind.WARNING, ask, "comments_look_away", theme=self.theme))
        self.body.addWidget(safeguarding_note(self.theme))
        self.rows: list[CommentRow] = []
        card = self._comments_card(survey, opened.comments)
        columns = (
            (column("comments_left", (self._rules_card(),), self.theme), 262),
            (column("comments_right", (card,), self.theme), 840),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="comments_columns"))
        self.body.addStretch(1)
        bar = self.bottom_bar()
        self._go = primary_button(tr("Continue to publish"), "comments_go", theme=self.theme)
        stop = link_button(tr("Stop, and publish later"), "comments_stop", theme=self.theme, size=16)
        said = hint(tr("Comments are kept apart from the scores."), name="comments_said", theme=self.theme)
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self._go)
        bar.addWidget(stop)
        bar.addWidget(said, 1)
        self._go.clicked.connect(self._on_go_clicked)
        stop.clicked.connect(self.ask_to_stop)
        self._count()
        self.start_at(self.rows[0].switch.show_half if self.rows else self._go)

    @property
    def survey_custody(self) -> Custody:
        """Who opens the answers."""
        return self._opened.survey.custody

    @property
    def opened(self) -> Opened:
        """The answers as opened."""
        return self._opened

    @property
    def withheld(self) -> frozenset[str]:
        """The keys of the comments that are withheld."""
        return frozenset(row.key for row in self.rows if row.withheld)

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
                tr("Only where a comment names someone. Everything else stays, word for word."),
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

    def _on_go_clicked(self) -> None:
        self.read.emit(self.withheld)

    def ask_to_stop(self) -> None:
        """Leave all sealed; ask first if choices would be lost by it."""
        stop_reading(self, self.withheld, self.stopped)
