"""The first page: what is promised, made from the custody, and Start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from teamhealth.figures.weight import Weight
from teamhealth.survey.organisation import Team
from teamhealth.survey.promises import (
    always_true,
    comments_promise,
    storage_promise,
    threshold_promise,
    who_opens_parts,
)
from teamhealth.survey.questions import lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.languages import is_english, language_name
from teamhealth.texts.lengths import about_minutes
from teamhealth.texts.lists import and_list, as_sentence
from teamhealth.ui.questionnaire.code_card import CodeCard
from teamhealth.ui.questionnaire.column import WIDE_WIDTH, Column
from teamhealth.ui.questionnaire.door import Door
from teamhealth.ui.questionnaire.promise_row import promise_row
from teamhealth.ui.questionnaire.team_line import team_line
from teamhealth.ui.questionnaire.words_card import words_card
from teamhealth.ui.theme import BODY, HINT, SPACE_4, SPACE_12, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import label

_TITLE = 36
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
        self._narrow = False
        self._above = QSpacerItem(0, theme.px(SPACE_24))
        self.content.addSpacerItem(self._above)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(56))
        self._left = self._words(survey, team)
        self._row.addLayout(self._left, 1)
        self._code: CodeCard | None = None
        self._right = self._cards(door, team.name if len(survey.teams) > 1 else None, practice=practice)
        self._row.addWidget(self._right)
        self.content.addLayout(self._row)
        self.content.addStretch(1)
        self.set_narrow(narrow=False)
        self._tell_all(survey, team)

    def start_afresh(self) -> None:
        """Take back what was said to the last person, and focus Start."""
        self.problem.hide()
        if self._narrow and self._code is None:
            # Start lies below the fold then; what is promised has to be read first.
            self.title.setFocus()
            self.scroller.verticalScrollBar().setValue(0)
        else:
            self.focus_on(self.start if self._code is None else self._code.entry)

    def refuse_code(self, words: str) -> None:
        """Say in place why a code cannot be used."""
        if self._code is not None:
            self._code.refuse(words)

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
            self._left.insertWidget(self._before_promises, self._right)
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

    def _tell_all(self, survey: Survey, team: Team) -> None:
        """Let whoever hears the page, and not sees it, hear the promises with what has the focus when it comes up."""
        # A screen reader hears whose answers these will be before anything is typed.
        whose = [tr("You answer for {team}.", team=team.name)] if len(survey.teams) > 1 else []
        promises = [part for _, parts in _promises(survey, team) for part in parts if part]
        heard = (*whose, self._about, *promises, *always_true(survey.safeguarding_route))
        told = " ".join(as_sentence(each) for each in heard)
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
            self.start, self.problem = self._code.start, self._code.problem
            right.addWidget(self._code)
        else:
            right.addWidget(self._start_card(team, practice=practice))
        if door is not None:
            right.addWidget(words_card(door.words, self.theme))
        right.addStretch(1)
        return made

    def _words(self, survey: Survey, team: Team) -> QVBoxLayout:
        theme = self.theme
        left = QVBoxLayout()
        left.setSpacing(0)
        self.title = label(tr("What is it like to work here?"), theme.font(_TITLE, Weight.BOLD), name="welcome_title")
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        left.addWidget(self.title)
        left.addSpacing(theme.px(SPACE_4))
        count = sum(len(section.questions) for section in lay_out(survey))
        asked = trn("{count} short question", "{count} short questions", count)
        about = tr(
            "{asked}, {minutes}. You can leave out any question.", asked=asked, minutes=about_minutes(survey.minutes)
        )
        self._about = about
        left.addWidget(label(about, theme.font(19), tone="muted", name="welcome_about"))
        spoken = _languages(survey)
        if spoken:
            told = tr("The questions are in: {languages}.", languages=and_list(spoken))
            left.addWidget(label(told, theme.font(BODY), tone="muted", name="welcome_language"))
        left.addSpacing(theme.px(SPACE_16))
        self._before_promises = left.count()
        for number, (icon, promise) in enumerate(_promises(survey, team), 1):
            left.addWidget(promise_row(icon, promise, f"promise_{number}", theme))
            left.addSpacing(theme.px(SPACE_16))
        left.addWidget(rule(name="welcome_rule"))
        left.addSpacing(theme.px(SPACE_12))
        for number, sentence in enumerate(always_true(survey.safeguarding_route), 1):
            left.addWidget(label(sentence, theme.font(BODY), tone="muted", name=f"always_{number}"))
        left.addStretch(1)
        return left

    def _start_card(self, team: str | None, *, practice: bool) -> QWidget:
        theme = self.theme
        card = Card(None, "start_card", theme=theme, kind="large-card")
        side = theme.px(30)
        card.content.setContentsMargins(side, side, side, side)
        card.content.setSpacing(theme.px(SPACE_12))
        if team is not None:
            card.content.addWidget(team_line(team, theme))
        title = tr("Try the questionnaire") if practice else tr("Ready when you are")
        card.content.addWidget(label(title, theme.font(24, Weight.BOLD), name="start_title"))
        if practice:
            explained = tr("This is a preview. Nothing you enter is kept.")
        else:
            explained = tr("Make sure that nobody can see the screen.")
        card.content.addWidget(label(explained, theme.font(BODY), tone="muted", name="start_explained"))
        self.problem = Note(NoteKind.WARNING, "", "all_answered", theme=theme)
        self.problem.hide()
        card.content.addWidget(self.problem)
        self.start = primary_button(tr("Start"), "start", theme=theme, large=True)
        self.start.setFixedHeight(theme.px(56))
        self.start.clicked.connect(self.started)
        card.content.addSpacing(theme.px(SPACE_4))
        card.content.addWidget(self.start)
        take_part = tr("You do not have to take part. You can stop at any question.")
        card.content.addWidget(label(take_part, theme.font(HINT + 1), tone="muted", name="take_part"))
        more = link_button(tr("More about privacy"), "more_privacy", theme=theme, size=HINT + 1)
        more.clicked.connect(self.privacy_asked)
        card.content.addWidget(more)
        return card


def _languages(survey: Survey) -> list[str]:
    """Return the languages asked in by their own names, if one of them is not the program's."""
    codes = [each.language for each in survey.questionnaires]
    if all(is_english(each) for each in codes):
        return []
    return list(dict.fromkeys(language_name(each) for each in codes))


def _promises(survey: Survey, team: Team) -> list[tuple[IconName, tuple[str, str]]]:
    promises = [
        (IconName.LOCK, who_opens_parts(survey.custody)),
        (IconName.PEOPLE, threshold_promise(survey.policy, team)),
        (IconName.SLIP, storage_promise(survey.custody)),
    ]
    comments = comments_promise(survey.policy, team)
    if comments is not None:
        promises.append((IconName.PENCIL, comments))
    return promises
