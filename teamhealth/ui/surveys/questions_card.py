"""The questions: the core set, which is always asked, the modules that can be added to it, and their language."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from teamhealth.figures import palette
from teamhealth.services.modules import MOST_MODULES, in_language
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lengths import about_minutes
from teamhealth.texts.lists import capitalised, number_word
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.surveys.form_parts import Target, snug
from teamhealth.ui.surveys.language_choice import LanguageChoice
from teamhealth.ui.theme import SPACE_8, SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.check_box import CheckBox
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.flow import Ends, Flow
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import heading, hint, set_text, strong


class QuestionsCard(Card):
    """The first of what is offered is the core set; ``changed`` when a module is added or left out, or the language.

    ``translated`` are translations of what is offered; without any there is no choice of a language.
    """

    changed = Signal()

    def __init__(self, offered: Sequence[Questionnaire], translated: Sequence[Questionnaire], theme: Theme) -> None:
        super().__init__(None, "questions", theme=theme)
        named(self, "questions", tr("Questions"), "card")
        snug(self, theme)
        self._core, *self._modules = offered
        self._translated = tuple(translated)
        self._comments = True
        head = Flow(theme, gap=SPACE_8, below=0, ends=Ends.LAST_RIGHT)
        head.addWidget(heading(tr("Questions"), 2, name="questions_title", theme=theme))
        self._total = hint("", name="questions_total", theme=theme)
        self._total.setWordWrap(False)
        head.addWidget(self._total)
        self.content.addLayout(head)
        self._error = ErrorLine("questionnaires_error", theme)
        self.content.addWidget(self._error)
        self._core_words = hint("", name="questions_core_words", theme=theme)
        self.content.addWidget(_core_frame(self._core, self._core_words, theme))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.content.addLayout(self._rows)
        self._boxes = {each.id: self._add_module(each, theme) for each in self._modules}
        at_most = trn("Add {words} at most: short surveys get more answers.",
                      "Add {words} at most: short surveys get more answers.",
                      MOST_MODULES, words=number_word(MOST_MODULES))  # fmt: skip
        self._advice = hint(at_most, name="questions_advice", theme=theme)
        self._warning = Note(NoteKind.WARNING, "", "questions_warning", theme=theme)
        self.content.addWidget(self._advice)
        self.content.addWidget(self._warning)
        self._language = LanguageChoice(self._core, translated, theme) if translated else None
        if self._language is not None:
            self.content.addWidget(self._language)
            self._language.changed.connect(self._on_toggled)
        self._say_total()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The modules that are asked beside the core set, in the order offered."""
        return tuple(module for module, box in self._boxes.items() if box.isChecked())

    @property
    def language(self) -> str:
        """The language of the translations that are asked; '' for the program's own words."""
        return self._language.language if self._language is not None else ""

    def show_values(self, modules: Iterable[str], language: str = "") -> None:
        """Show what a draft holds; modules and translations that are not offered any more are left out."""
        if self._language is not None:
            self._language.show_language(language)
        chosen = set(modules)
        for module, box in self._boxes.items():
            box.setChecked(module in chosen)

    def count_comments(self, *, asked: bool) -> None:
        """Count the comments in, or leave them out where they are not asked."""
        self._comments = asked
        self._say_total()

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {"questionnaires": Target(self._error.say, next(iter(self._boxes.values())))}

    def _add_module(self, module: Questionnaire, theme: Theme) -> CheckBox:
        box = CheckBox(module.title, f"module_{module.id}", wrapping=True, theme=theme)
        minutes = trn("{count} minute", "{count} minutes", module.minutes)
        right = hint(tr("{count} min", count=module.minutes), name=f"module_{module.id}_minutes", theme=theme)
        right.setAccessibleName(minutes)
        right.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        row.addWidget(box, 1)
        row.addWidget(right)
        self._rows.addLayout(row)
        box.toggled.connect(self._on_toggled)
        return box

    def _on_toggled(self) -> None:
        self._error.mend()
        self._say_total()
        self.changed.emit()

    def _say_total(self) -> None:
        chosen = self.chosen
        plain = [self._core, *(each for each in self._modules if each.id in chosen)]
        if self._language is not None:
            self._language.say_untranslated(plain)
        asked = in_language(plain, self._translated, self.language)
        count = sum(each.asked_count(comments=self._comments) for each in asked)
        minutes = sum(each.minutes for each in asked)
        set_text(self._total, tr("{count}, {minutes}", count=count, minutes=about_minutes(minutes)))
        many = len(chosen) > MOST_MODULES
        words = trn(
            "{count} module makes a long survey. Fewer people may answer to the end.",
            "{count} modules make a long survey. Fewer people may answer to the end.",
            len(chosen),
        )
        self._warning.say(NoteKind.WARNING, words if many else "")
        self._warning.setVisible(many)
        self._advice.setVisible(not many)
        self._say_contents()

    def _say_contents(self) -> None:
        set_text(self._core_words, contents_words(self._core, comments=self._comments))
        for module in self._modules:
            minutes = trn("{count} minute", "{count} minutes", module.minutes)
            contents = contents_words(module, comments=self._comments)
            box = self._boxes[module.id]
            box.setAccessibleDescription(tr("{minutes}. {contents}", minutes=minutes, contents=contents))
            box.setToolTip(contents)


def contents_words(questionnaire: Questionnaire, *, comments: bool = True) -> str:
    """Return 'Four themes, time use, two comments.', without comments where they are not asked."""
    themes, written = len(questionnaire.domains), len(questionnaire.comments)
    parts = [trn("{words} theme", "{words} themes", themes, words=number_word(themes))]
    if questionnaire.banded_items:
        parts.append(tr("time use"))
    if written and comments:
        parts.append(trn("{words} comment", "{words} comments", written, words=number_word(written)))
    return capitalised(", ".join(parts)) + "."


def _core_frame(core: Questionnaire, contents: QLabel, theme: Theme) -> QFrame:
    """Return the core set, chosen and locked."""
    inside = QFrame()
    named(inside, "questions_core", core.title, "chosen")
    set_sheet(
        inside,
        f'QFrame[kind="chosen"] {{ background: {palette.TEAL_TINT}; border: 2px solid {palette.TEAL};'
        f" border-radius: {theme.px(8)}px; }}",
    )
    row = QHBoxLayout(inside)
    row.setContentsMargins(theme.px(SPACE_12), theme.px(8), theme.px(SPACE_16), theme.px(8))
    row.setSpacing(theme.px(SPACE_12))
    row.addWidget(IconView(IconName.LOCK, theme.px(20), palette.TEAL), 0, Qt.AlignmentFlag.AlignVCenter)
    minutes = trn("{count} minute", "{count} minutes", core.minutes)
    right = hint(minutes, name="questions_core_minutes", theme=theme)
    right.setWordWrap(False)
    words = QVBoxLayout()
    words.setSpacing(0)
    first = QHBoxLayout()
    first.addWidget(strong(core.title, name="questions_core_title", theme=theme), 1)
    first.addWidget(right)
    words.addLayout(first)
    words.addWidget(contents)
    row.addLayout(words, 1)
    return inside
