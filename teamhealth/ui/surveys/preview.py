"""The questionnaire as staff will see it, section by section, and a way to try it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from teamhealth.figures import palette
from teamhealth.services.drafts import Draft
from teamhealth.services.setup import preview_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.comments_asked import not_asked_words
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questions import lay_out
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lengths import length_text
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.surveys.preview_question import PreviewQuestion
from teamhealth.ui.surveys.promise_list import promise_list
from teamhealth.ui.surveys.section_entry import SectionEntry
from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import hint

_NARROW_BELOW = 900


class PreviewPage(Page):
    """``try_asked`` carries the survey as it would be; nothing is kept."""

    try_asked = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__(tr("What staff will see"), "preview", crumb=tr("Set up a survey"))
        self._survey = preview_survey(workspace, replace(draft, comments=draft.comments or CommentsChoice.FROM_EIGHT))
        self._sections = lay_out(self._survey, self._survey.teams[0])
        self._question = PreviewQuestion(self._survey, self._sections, self.theme)
        self._question.moved.connect(self._on_question_moved)
        count = sum(len(section.questions) for section in self._sections)
        total = length_text(count, self._survey.minutes)
        self._back = secondary_button(tr("Back to set-up"), "preview_back", theme=self.theme)
        self._try = primary_button(tr("Try it"), "preview_try", IconName.EYE, theme=self.theme)
        words = hint(total, name="preview_total", theme=self.theme)
        words.setWordWrap(False)
        for widget in (words, self._back, self._try):
            self.action_row.addWidget(widget)
        self._back.clicked.connect(self.left)
        self.crumb_followed.connect(self.left)
        self._try.clicked.connect(self._on_try_clicked)
        read = Card(tr("What staff will read"), "preview_promises", theme=self.theme)
        read.content.addWidget(promise_list(self._survey, "promise", self.theme))
        columns = (
            (column("preview_left", (self._list(self.theme), self._tried(draft)), self.theme), 280),
            (column("preview_middle", (self._framed(self._question),), self.theme, fill=True), 530),
            (column("preview_right", (read,), self.theme), 276),
        )
        self.body.addWidget(self._assumed(draft))
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="preview_columns"), 1)
        self._entries[0].setChecked(True)
        self.start_at(self._try)

    def _tried(self, draft: Draft) -> Note:
        """Return what trying it does, and what it cannot show."""
        tried = tr("It runs the whole questionnaire, full screen. It keeps nothing.")
        if self._survey.custody.one_time_codes:
            tried = " ".join(
                (tried, tr("It asks for no code, and shows no seal words: they are made with the survey."))
            )
        policy = self._survey.policy
        small = [each for each in draft.teams if each.headcount and not each.asked_for_comments(policy)]
        left_out = not_asked_words([each.name for each in small]) if policy.comments_from is not None else ""
        if left_out:
            tried = " ".join((tried, tr("Comments: {words}", words=left_out)))
        return Note(NoteKind.INFO, tried, "preview_note", title=tr("Try it"), theme=self.theme)

    def _framed(self, question: PreviewQuestion) -> QFrame:
        """Return the question on a ground of its own, so that it is not taken for the page."""
        frame = QFrame()
        named(frame, "preview_frame", tr("The question as staff see it"), "shade")
        set_sheet(
            frame, f'QFrame[kind="shade"] {{ background: {palette.DRAFT_TINT}; border-radius: {self.theme.px(10)}px; }}'
        )
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(*(self.theme.px(18),) * 4)
        inside.addWidget(question)
        return frame

    def _list(self, theme: Theme) -> Card:
        card = Card(None, "preview_sections", theme=theme)
        named(card, "preview_sections", tr("Sections"), "card")
        card.content.setSpacing(theme.px(2))
        card.content.setContentsMargins(*(theme.px(10), theme.px(SPACE_16)) * 2)
        self._entries: list[SectionEntry] = []
        self._group = QButtonGroup(self)
        for number, (section_id, title, count) in enumerate(self._places()):
            entry = SectionEntry(number, section_id, title, count, theme)
            self._entries.append(entry)
            self._group.addButton(entry, number)
            card.content.addWidget(entry)
        self._group.idClicked.connect(self._on_section_chosen)
        return card

    def _assumed(self, draft: Draft) -> Note:
        """Return what the preview takes for granted, hidden where everything has been chosen."""
        lines = []
        if draft.custody is None:
            lines.append(tr("Who opens the answers: shown as if you do."))
        if draft.comments is None:
            team = self._survey.teams[0]
            least = self._survey.policy.comments_shown_from(team.answering_recipients)
            lines.append(tr("Comments: shown as if from {k} answers.", k=least))
        title = tr("Not everything has been chosen yet")
        note = Note(NoteKind.WARNING, " ".join(lines), "preview_assumed", title=title, theme=self.theme)
        if not lines:
            note.hide()
        return note

    def _places(self) -> tuple[tuple[str, str, str], ...]:
        sections = tuple((each.id, each.title, str(len(each.questions))) for each in self._sections)
        return (("welcome", tr("Welcome"), ""), *sections, ("check", tr("Check and send"), ""))

    def _on_section_chosen(self, number: int) -> None:
        self._question.show_place(number)

    def _on_question_moved(self, number: int) -> None:
        self._entries[number].setChecked(True)

    def _on_try_clicked(self) -> None:
        self.try_asked.emit(self._survey)
