"""Answers on paper: a pile of forms keyed in, keyed again, what differs settled, and all of it sealed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from teamhealth.failures import Cancelled, Failure
from teamhealth.services.code_checks import CheckedCode
from teamhealth.services.progress import Progress
from teamhealth.survey.paper import CODE, TEAM, PaperForm, PaperPile
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.failure_words import words_for
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.paper.answer_pad import AnswerPad
from teamhealth.ui.paper.form_card import FormCard
from teamhealth.ui.paper.stop_prompt import StopKeyingPrompt
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.problems.report_of import report_of
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.second_press import tell_page_turned
from teamhealth.ui.widgets.text import hint

_NARROW_BELOW = 900
_PAD_HEIGHT = 430


class PaperPage(Page):
    """``sealed`` carries what sealing gave; ``left`` goes back. What is keyed is kept nowhere else.

    Parameters
    ----------
    survey : Survey
        Whose forms are keyed.
    seal : callable
        Seals a pile that was keyed twice.
    crumb : str
        Where the way back leads.
    check_code : callable or None
        Says whether a slip's code is one of the survey's; needed where codes are used.
    """

    sealed = Signal(object)
    left = Signal()

    def __init__(
        self,
        survey: Survey,
        seal: Callable[[PaperPile, Progress], object],
        crumb: str,
        check_code: Callable[[str], CheckedCode] | None = None,
    ) -> None:
        super().__init__(tr("Answers on paper"), "paper", subtitle=" ", crumb=crumb)
        self._survey = survey
        self._survey_custody = survey.custody
        self._seal_pile = seal
        self._pile = PaperPile()
        self._settling: frozenset[str] = frozenset()
        questions = [each for section in lay_out(self._survey) for each in section.questions]
        self.failure = FailurePanel("paper_failure", theme=self.theme)
        self.told = Note(NoteKind.WARNING, "", "paper_told", theme=self.theme)
        self.told.hide()
        self.pad = AnswerPad([each for each in questions if each.kind is not QuestionKind.COMMENT], self.theme)
        self.pad.setMinimumHeight(self.theme.px(_PAD_HEIGHT))
        self.form = FormCard(survey, check_code, self.theme)
        self.next = primary_button(tr("Next form"), "paper_next", theme=self.theme)
        self.turn = secondary_button(tr("That was the last form"), "paper_turn", theme=self.theme)
        # Above what scrolls: what differs must be seen before the key that settles it is pressed.
        self._column.insertWidget(1, note_shelf("paper_notes", [self.told], self.theme))
        self.body.addWidget(self.failure)
        self.body.addWidget(self._columns())
        self.body.addStretch(1)
        self.pad.finished.connect(self._on_next)
        self.form.code.input.returnPressed.connect(self._on_code_entered)
        self.next.clicked.connect(self._on_next)
        self.turn.clicked.connect(self._on_turn)
        self.crumb_followed.connect(self.ask_to_stop)
        self.start_at(self._start)
        self._show_place()

    @property
    def keyed(self) -> int:
        """How many forms would be lost."""
        return len(self._pile.first) + (self._at_hand and not self._pile.second_time)

    def ask_to_stop(self) -> None:
        """Leave; ask first if forms would have to be keyed again."""
        if not self.keyed:
            self.left.emit()
            return
        prompt = StopKeyingPrompt(self)
        prompt.accepted.connect(self.left)
        prompt.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the form by Ctrl+Enter from anywhere, a comment too."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._on_next()
        else:
            super().keyPressEvent(event)

    @property
    def _at_hand(self) -> bool:
        """Whether anything of a form has been keyed that is not on the pile."""
        return bool(self.pad.answers) or self.form.commented

    @property
    def _start(self) -> QWidget:
        """Where a form begins: its code, or its answers."""
        return self.form.code.input if self._survey.custody.one_time_codes else self.pad

    def _columns(self) -> Columns:
        for button in (self.next, self.turn):
            self.form.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        kept = tr("Nothing that you key is stored until all of it is sealed. Destroy the forms then.")
        self.form.content.addWidget(hint(kept, name="paper_kept", theme=self.theme))
        answers = Card(tr("Answers"), "paper_answers", theme=self.theme)
        answers.content.addWidget(self.pad)
        columns = (
            (column("paper_left", (self.form,), self.theme), 40),
            (column("paper_right", (answers,), self.theme), 60),
        )
        return Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="paper_columns")

    def _on_code_entered(self) -> None:
        lead_to(self.pad)

    def _on_next(self) -> None:
        if self._pile.complete:
            self._seal()
        elif self._put_aside():
            self._show_place()
            lead_to(self.next if self._pile.complete else self._start)

    def _put_aside(self) -> bool:
        """Put the form at hand on the pile and empty the page; False, and why told, if it may not go there yet."""
        before = self._pile.again if self._pile.second_time else self._pile.first
        form = self.form.form(self.pad.answers, before)
        if form is None:
            return False
        if form.empty:
            self._tell(tr("Nothing has been keyed on this form."))
            return False
        if not self._agrees(form):
            return False
        self._pile = self._pile.with_form(form)
        self._begin_form()
        return True

    def _begin_form(self) -> None:
        """Leave nothing of a form on the page."""
        self._settling = frozenset()
        self.told.hide()
        # It may have named a comment.
        self.told.say(NoteKind.WARNING, "")
        self.pad.clear_form()
        self.form.clear_form()
        # The second half of a double press belongs to the form before.
        tell_page_turned()

    def _agrees(self, form: PaperForm) -> bool:
        """Return whether a form may be put aside: as the first time, or settled by looking at the paper again."""
        if self.pad.unsettled:
            self._tell(tr("Look at the paper, and key the marked answers again."))
            return False
        # What was asked about is settled by now; all the rest must be as the first time still.
        found = tuple(each for each in self._pile.differing(form) if each not in self._settling)
        if not found:
            return True
        self._settling |= set(found)
        first = self._pile.first[len(self._pile.again)]
        self.pad.doubt(first.answers, found)
        self._tell(self._difference(first, form, found))
        lead_to(self.pad)
        return False

    def _difference(self, first: PaperForm, form: PaperForm, found: tuple[str, ...]) -> str:
        parts = [tr("This is not what was keyed the first time. Look at the paper, and settle it.")]
        if TEAM in found:
            parts.append(tr("Team: first {team}.", team=self._survey.team(first.team).name))
        if CODE in found:
            parts.append(tr("Code: first {code}.", code=first.code or ""))
        for key, field in self.form.asked.items():
            if key in found:
                words = first.comments.get(key, "") or tr("nothing")
                parts.append(tr("Comment: first ‘{words}’. What stands in the box counts.", words=words))
                field.input.setPlainText(form.comments.get(key, ""))
        return " ".join(parts)

    def _on_turn(self) -> None:
        """Go through the pile again; the form at hand belongs to it, and is put aside first."""
        if self._pile.second_time or not self._pile.first or (self._at_hand and not self._put_aside()):
            return
        self._pile = self._pile.turned()
        self._begin_form()
        self._show_place()
        lead_to(self._start)

    def _seal(self) -> None:
        self.failure.clear()
        work = partial(self._seal_pile, self._pile)
        run_task(self, work, done=self._on_sealed, failed=self._on_failed, words=tr("Sealing the answers"))

    def _on_sealed(self, added: object) -> None:
        # Nothing that was keyed stays.
        self._pile = PaperPile()
        self.sealed.emit(added)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            words = words_for(error)
            # Whoever closed the program, as is said of other errors, would have keyed all of it for nothing.
            do = words.do if isinstance(error, Failure) else tr("Seal it again before you leave this page.")
            kept = tr("What you have keyed is still here, and nothing of it has been stored yet.")
            self.failure.show_words(replace(words, safe=kept, do=do), report_of(error))
            self.scroller.verticalScrollBar().setValue(0)

    def _tell(self, words: str) -> None:
        self.told.say(NoteKind.WARNING, words)
        self.told.show()
        # The second half of a double press would say that it has been read.
        tell_page_turned()

    def _show_place(self) -> None:
        pile = self._pile
        count = len(pile.first)
        if pile.complete:
            words = trn("{count} form, keyed twice", "{count} forms, keyed twice", count)
            self.next.set_words(trn("Seal {count} answer", "Seal {count} answers", count))
        elif pile.second_time:
            words = tr("Second time through: form {number} of {count}", number=pile.number, count=count)
        else:
            words = tr("First time through: form {number}", number=pile.number)
        self.turn.setVisible(not pile.second_time)
        self.turn.setEnabled(count > 0)
        self.pad.setEnabled(not pile.complete)
        self.set_title(self.title.text(), words)
