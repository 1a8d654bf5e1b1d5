"""The first page: what is promised, made from the custody, and Start."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.questionnaire.code_card import CodeCard
from teamhealth.ui.questionnaire.column import WIDE_WIDTH, Column
from teamhealth.ui.questionnaire.door import Door
from teamhealth.ui.questionnaire.idle import THROW_AWAY_AFTER
from teamhealth.ui.questionnaire.start_card import StartCard
from teamhealth.ui.questionnaire.welcome_words import WelcomeWords
from teamhealth.ui.questionnaire.words_card import words_card
from teamhealth.ui.theme import SPACE_4, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind

_CARD_WIDTH = 464
# What Qt takes for no limit.
_ANY_WIDTH = 16_777_215


class WelcomePage(Column):
    """Promises on the left, Start on the right, below each other where it is narrow.

    Where a one-time code is asked for, ``code_used`` carries it in place of ``started``.
    """

    started = Signal()
    code_used = Signal(str)
    privacy_asked = Signal()

    def __init__(self, survey: Survey, team: Team, theme: Theme, *, practice: bool, door: Door | None = None) -> None:
        super().__init__("welcome", tr("Welcome"), WIDE_WIDTH, theme)
        self._narrow = self._tight = False
        self._timed_out = Note(NoteKind.WARNING, "", "timed_out", theme=theme)
        self._timed_out.hide()
        self.content.addWidget(self._timed_out)
        self._above = QSpacerItem(0, theme.px(SPACE_24))
        self.content.addSpacerItem(self._above)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(56))
        self._left = WelcomeWords(survey, team, theme)
        self.title = self._left.title
        self._row.addLayout(self._left, 1)
        self._code: CodeCard | None = None
        self._right = self._cards(door, team.name if len(survey.teams) > 1 else None, practice=practice)
        self._row.addWidget(self._right)
        self.content.addLayout(self._row)
        self.content.addStretch(1)
        self.set_narrow(narrow=False)
        self._tell_all()

    def start_afresh(self) -> None:
        """Take back what was said to the last person, and focus Start."""
        self.problem.hide()
        if self._narrow and self._code is None:
            # Start lies below the fold then; what is promised has to be read first.
            self.title.setFocus()
            self.scroller.verticalScrollBar().setValue(0)
        else:
            self.focus_on(self.start if self._code is None else self._code.entry)
            if self._code is not None:
                self._code.go_on_typing()

    def say_timed_out(self, *, timed_out: bool) -> None:
        """Say above everything else that answers were thrown away because nobody was there, or take it back.

        It says the same of whoever it was, and however much had been answered.
        """
        if timed_out is self._timed_out.isHidden():
            self._timed_out.say(NoteKind.WARNING, *_timed_out_words(codes=self._code is not None))
            self._timed_out.setVisible(timed_out)
            self._tell_all()

    def refuse_code(self, words: str) -> None:
        """Say in place why a code cannot be used."""
        if self._code is not None:
            self._code.refuse(words)

    @property
    def typed(self) -> str:
        """The code as far as it was typed."""
        return self._code.entry.text() if self._code is not None else ""

    def type_code(self, typed: str) -> None:
        """Put in the field what was typed at another text size."""
        if self._code is not None:
            self._code.entry.setText(typed)

    def forget(self) -> None:
        """Throw away the code that was typed."""
        if self._code is not None:
            self._code.forget()

    def say_all_answered(self) -> None:
        """Say in place that nobody else can answer."""
        everyone = tr("As many people have answered as are in this team.")
        self.problem.say(NoteKind.WARNING, tr("If you have not answered, tell whoever runs this survey."), everyone)
        self.problem.show()

    def say_cannot_start(self, words: str) -> None:
        """Say in place why nobody can answer just now."""
        self.problem.say(NoteKind.ERROR, words, tr("The questionnaire cannot start."))
        self.problem.show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put Start below the promises, or beside them."""
        widened, self._narrow = self._narrow and not narrow, narrow
        direction = QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._row.setSpacing(self.theme.px(SPACE_24 if narrow else 56))
        wide = self.theme.px(_CARD_WIDTH)
        if self._code is not None:
            self._bring_up(narrow=narrow)
        self._right.setMinimumWidth(0 if narrow else wide)
        self._right.setMaximumWidth(_ANY_WIDTH if narrow else wide)
        if widened and self.title is self.window().focusWidget():
            # A window is small until it fills the screen, where what is used first is in sight.
            self.start_afresh()

    def set_tight(self, *, tight: bool) -> None:
        """Let the field of a code be in sight under the title."""
        self._tight = tight
        self._stand_closer(tight=tight)

    def set_roomy(self, *, roomy: bool) -> None:
        """Let Start be in sight too below the field of a code, where both stand above the promises."""
        self._stand_closer(tight=self._tight or (self._narrow and self._code is not None and not roomy))

    def _stand_closer(self, *, tight: bool) -> None:
        self._above.changeSize(0, self.theme.px(SPACE_4 if tight else SPACE_24))
        self.content.invalidate()
        if self._code is not None:
            self._code.set_tight(tight=tight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start on Enter, and take what is typed as the code, wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._go()
        elif self._code is not None and self._code.entry.takes(event):
            self.focus_on(self._code.entry)
            self._code.entry.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _bring_up(self, *, narrow: bool) -> None:
        """Put the field of a code before the promises, where it would lie below the fold; it says where they stand."""
        if narrow and self._row.indexOf(self._right) >= 0:
            self._row.removeWidget(self._right)
            self._left.insertWidget(self._left.before_promises, self._right)
        elif not narrow and self._row.indexOf(self._right) < 0:
            self._left.removeWidget(self._right)
            self._row.addWidget(self._right)
        if self._code is not None:
            self._code.promises_below.setVisible(narrow)

    def _go(self) -> None:
        if self._code is None:
            self.started.emit()
        else:
            self._code.use()

    def _on_all_there(self) -> None:
        """Let Start be in sight too, which lies below the fold in the largest text; the field has the focus still."""
        self.scroller.ensureWidgetVisible(self.start, 0, self.theme.px(SPACE_16))

    def _tell_all(self) -> None:
        """Let whoever hears the page, and not sees it, hear the promises with what has the focus when it comes up."""
        happened = [] if self._timed_out.isHidden() else [self._timed_out.told]
        told = " ".join((*happened, self._left.told))
        for first in (self.title, self.start):
            first.setAccessibleDescription(told)
        if self._code is not None:
            self._code.tell(told)

    def _cards(self, door: Door | None, team: str | None, *, practice: bool) -> QWidget:
        made = QWidget()
        named(made, "welcome_cards", "")
        right = QVBoxLayout(made)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(self.theme.px(SPACE_16))
        if door is not None and door.check_code is not None:
            self._code = CodeCard(self.theme, team)
            self._code.used.connect(self.code_used)
            self._code.privacy_asked.connect(self.privacy_asked)
            self._code.all_there.connect(self._on_all_there)
            self.start, self.problem = self._code.start, self._code.problem
            right.addWidget(self._code)
        else:
            card = StartCard(self.theme, team, practice=practice)
            card.started.connect(self.started)
            card.privacy_asked.connect(self.privacy_asked)
            self.start, self.problem = card.start, card.problem
            right.addWidget(card)
        if door is not None:
            right.addWidget(words_card(door.words, self.theme))
        right.addStretch(1)
        return made


def _timed_out_words(*, codes: bool) -> tuple[str, str]:
    """Return what became of the answers of whoever left, and what they can do; then its title."""
    again = (
        tr("Whoever was answering can start again with the same code.")
        if codes
        else tr("Whoever was answering can start again.")
    )
    minutes = THROW_AWAY_AFTER // timedelta(minutes=1)
    title = trn(
        "The questionnaire was left for {count} minute, so the answers begun were thrown away.",
        "The questionnaire was left for {count} minutes, so the answers begun were thrown away.",
        minutes,
    )
    return " ".join((tr("Nothing was kept or counted."), again)), title
