"""While answers come in: the count and nothing else, questionnaire mode, correcting and closing."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.services.collect import Collection, collection
from teamhealth.services.workspace import Workspace
from teamhealth.survey.comments_asked import any_asked
from teamhealth.survey.custody import CustodyKind
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.outside import Outside
from teamhealth.ui.prompts import ClosePrompt, HeadcountPrompt, PinPrompt, close_words
from teamhealth.ui.surveys.check import questions_words
from teamhealth.ui.surveys.count_card import CountCard
from teamhealth.ui.surveys.hand_round_card import HandRoundCard
from teamhealth.ui.surveys.icon_lines import icon_line, icon_title
from teamhealth.ui.surveys.paper_card import PaperCard
from teamhealth.ui.surveys.poster_card import PosterCard
from teamhealth.ui.surveys.stored_here import stored_here, stored_note
from teamhealth.ui.widgets.buttons import ButtonKind, link_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.tag import Tag, TagKind
from teamhealth.ui.widgets.text import body, hint, label, set_text

_NARROW_BELOW = 860
# Two cards stand beside each other from here on.
_PAIR_BELOW = 600


class CollectingPage(Page):
    """``start_asked`` wants the questionnaire mode; ``closed`` comes when the survey is closed for good.

    ``paper_asked`` wants forms keyed in, by the person that the team chose.
    """

    start_asked = Signal(str)
    closed = Signal(str)
    paper_asked = Signal(object)

    def __init__(self, workspace: Workspace, survey_id: str, outside: Outside | None = None) -> None:
        self._workspace = workspace
        self._survey_id = self.survey_id = survey_id
        self._now = collection(workspace, survey_id)
        survey = self._now.survey
        super().__init__(survey.title, "collecting", crumb=tr("Surveys"), subtitle=_subtitle(self._now))
        self._survey_custody = survey.custody
        self._tag = Tag(TagKind.COLLECTING, name="collecting_status", theme=self.theme)
        self._close = secondary_button(tr("Close survey"), "collecting_close", theme=self.theme)
        self._close.clicked.connect(self.ask_close)
        self.stand_beside_title(self._tag)
        self.action_row.addWidget(self._close)
        self._banner = Note(
            NoteKind.SUCCESS, tr("Everyone has answered. You can close."), "collecting_ready", theme=self.theme
        )
        self.body.addWidget(self._banner)
        only = tr("Until the survey closes there are only counts. No name, time or order is kept with the answers.")
        self._count = CountCard(self._now, only, "collecting", self.theme)
        self._start = HandRoundCard(self.theme)
        self._start.start.clicked.connect(self._on_start_clicked)
        self.poster = PosterCard(workspace, survey, outside or Outside(), self.theme)
        below = Columns(
            ((self.poster, 1), (self._closing_card(), 1)), self.theme, narrow_below=_PAIR_BELOW, name="collecting_pair"
        )
        left = column("collecting_left", (self._count, self._start, below), self.theme)
        beside = [self._people_card(), self._stored_card()]
        if survey.custody.kind is CustodyKind.CHOSEN:
            # Where the manager opens the answers there is no paper: forms are never theirs to read.
            self.paper = PaperCard(workspace, survey, outside or Outside(), self.theme)
            self.paper.keying_asked.connect(self._on_paper_clicked)
            beside.insert(1, self.paper)
        right = column("collecting_right", beside, self.theme)
        self.body.addWidget(
            Columns(((left, 784), (right, 318)), self.theme, narrow_below=_NARROW_BELOW, name="collecting_columns")
        )
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the count as it is now."""
        self._now = collection(self._workspace, self._survey_id)
        self._count.show_count(self._now)
        set_text(self._people, str(self._now.team.headcount))
        set_text(self._ask, _ask_words(self._now))
        ready = self._now.everyone_answered
        self._banner.setVisible(ready)
        self._tag.show_kind(TagKind.READY if ready else TagKind.COLLECTING)
        restyle(self._close, "kind", (ButtonKind.PRIMARY if ready else ButtonKind.SECONDARY).value)
        self._start.show_ready(ready)
        self.start_at(self._close if ready else self._start.start)

    def ask_close(self) -> None:
        """Ask before closing."""
        self._now = collection(self._workspace, self._survey_id)
        prompt = ClosePrompt(self, self._workspace, self._now)
        prompt.accepted.connect(self._on_closed)
        prompt.open()

    def _closing_card(self) -> Card:
        theme = self.theme
        card = Card(None, "collecting_closing", theme=theme)
        named(card, "collecting_closing", tr("Closing the survey"), "card")
        card.content.addLayout(icon_title(IconName.FLAG, tr("Closing the survey"), "collecting_closing_title", theme))
        self._ask = hint("", name="collecting_closing_words", theme=theme)
        card.content.addWidget(self._ask)
        card.content.addStretch(1)
        return card

    def _people_card(self) -> Card:
        theme = self.theme
        card = Card(None, "collecting_people", theme=theme)
        named(card, "collecting_people", tr("Headcount and PIN"), "card")
        card.content.addLayout(icon_title(IconName.PEOPLE, tr("Headcount and PIN"), "collecting_people_title", theme))
        row = QHBoxLayout()
        row.addWidget(
            body(tr("People in {team}", team=self._now.team.name), name="collecting_people_in", theme=theme), 1
        )
        self._people = label("", theme.font(16, Weight.SEMIBOLD), name="collecting_headcount", wrap=False)
        row.addWidget(self._people)
        card.content.addLayout(row)
        note = tr("Somebody joined or left? Correct it any time before closing.")
        card.content.addWidget(hint(note, name="collecting_people_note", theme=theme))
        correct = link_button(tr("Correct the headcount"), "collecting_correct", theme=theme)
        forgot = link_button(tr("Forgot the PIN?"), "collecting_forgot", theme=theme)
        correct.clicked.connect(self._on_correct_clicked)
        forgot.clicked.connect(self._on_forgot_clicked)
        card.content.addWidget(correct, 0, Qt.AlignmentFlag.AlignLeft)
        card.content.addWidget(forgot, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _stored_card(self) -> Card:
        theme = self.theme
        custody = self._now.survey.custody
        card = Card(tr("What is stored here"), "collecting_stored", theme=theme)
        for number, (stored, words) in enumerate(stored_here(custody)):
            icon, colour = (IconName.CHECK, palette.SUCCESS_TEXT) if stored else (IconName.CROSS, palette.INK_2)
            card.content.addLayout(icon_line(icon, words, f"collecting_stored_{number}", theme, colour))
        card.content.addWidget(hint(stored_note(custody), name="collecting_stored_note", theme=theme))
        return card

    def _on_start_clicked(self) -> None:
        self.start_asked.emit(self._survey_id)

    def _on_correct_clicked(self) -> None:
        prompt = HeadcountPrompt(self, self._workspace, self._now)
        prompt.accepted.connect(self.refresh)
        prompt.open()

    def _on_forgot_clicked(self) -> None:
        PinPrompt(self, self._workspace, self._now).open()

    def _on_paper_clicked(self) -> None:
        from teamhealth.ui.paper.unlock_prompt import UnlockPaperPrompt

        prompt = UnlockPaperPrompt(self, self._workspace, self._now.survey)
        prompt.accepted.connect(partial(self.paper_asked.emit, self._now.survey))
        prompt.open()

    def _on_closed(self) -> None:
        self.closed.emit(self._survey_id)


def _subtitle(now: Collection) -> str:
    words = questions_words(now.survey.questionnaires, comments=any_asked(now.survey))
    if now.survey.planned_closing is None:
        return words
    return tr("{asked} · planned closing day {day}", asked=words, day=long_date(now.survey.planned_closing))


def _ask_words(now: Collection) -> str:
    if not now.answered:
        # Nobody closes then: what would be asked is no help.
        parts = [tr("Closing is final, and needs your PIN. Nobody has answered yet, so there would be no results.")]
    else:
        asked = tr("Close with {answered} of {headcount}?", answered=now.answered, headcount=now.team.headcount)
        words = tr("Closing is final, and needs your PIN. You would be asked: ‘{asked}’", asked=asked)
        rest = close_words(now.answered, now.team.headcount).removesuffix(tr("Closing is final.")).strip()
        parts = [words, rest]
    if now.survey.planned_closing is not None:
        parts.append(tr("Nothing closes by itself on {day}.", day=long_date(now.survey.planned_closing)))
    else:
        parts.append(tr("Nothing closes by itself."))
    return " ".join(part for part in parts if part)
