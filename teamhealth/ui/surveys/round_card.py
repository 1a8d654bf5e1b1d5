"""Organisation and round, and the questions that everybody answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from teamhealth.figures import palette
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import capitalised, number_word
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.surveys.form_parts import SideBySide, Target, field_target, snug
from teamhealth.ui.theme import SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import line_field
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading, hint, strong


class RoundCard(Card):
    """Two fields: whose survey, and which round."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, "round", theme=theme)
        self.organisation = line_field(tr("Organisation"), "organisation", longest=80, theme=theme)
        self.round_name = line_field(tr("Round"), "round_name", longest=80, theme=theme)
        self.round_name.input.setPlaceholderText(tr("Autumn 2026"))
        snug(self, theme)
        self.content.addLayout(SideBySide(theme, self.organisation, self.round_name, shares=(3, 2)))

    def show_values(self, organisation: str, round_name: str) -> None:
        """Show what a draft holds."""
        self.organisation.input.setText(organisation)
        self.organisation.input.setCursorPosition(0)
        self.round_name.input.setText(round_name)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {"organisation": field_target(self.organisation), "round_name": field_target(self.round_name)}


def questions_card(questionnaire: Questionnaire, theme: Theme) -> Card:
    """Return the card of the core questionnaire, which is always asked."""
    card = Card(None, "questions", theme=theme)
    named(card, "questions", tr("Questions"), "card")
    snug(card, theme)
    head = QHBoxLayout()
    head.addWidget(heading(tr("Questions"), 2, name="questions_title", theme=theme))
    total = tr("{count}, about {minutes} minutes", count=questionnaire.question_count, minutes=questionnaire.minutes)
    head.addWidget(hint(total, name="questions_total", theme=theme), 0, Qt.AlignmentFlag.AlignRight)
    card.content.addLayout(head)
    inside = QFrame()
    named(inside, "questions_core", questionnaire.title, "chosen")
    set_sheet(
        inside,
        f'QFrame[kind="chosen"] {{ background: {palette.TEAL_TINT}; border: 2px solid {palette.TEAL};'
        f" border-radius: {theme.px(8)}px; }}",
    )
    row = QHBoxLayout(inside)
    row.setContentsMargins(theme.px(SPACE_12), theme.px(8), theme.px(SPACE_16), theme.px(8))
    row.setSpacing(theme.px(SPACE_12))
    row.addWidget(IconView(IconName.LOCK, theme.px(20), palette.TEAL), 0, Qt.AlignmentFlag.AlignVCenter)
    minutes = trn("{count} minute", "{count} minutes", questionnaire.minutes)
    right = hint(minutes, name="questions_core_minutes", theme=theme)
    right.setWordWrap(False)
    words = QVBoxLayout()
    words.setSpacing(0)
    first = QHBoxLayout()
    first.addWidget(strong(questionnaire.title, name="questions_core_title", theme=theme), 1)
    first.addWidget(right)
    words.addLayout(first)
    words.addWidget(hint(contents_words(questionnaire), name="questions_core_words", theme=theme))
    row.addLayout(words, 1)
    card.content.addWidget(inside)
    return card


def contents_words(questionnaire: Questionnaire) -> str:
    """Return 'Four themes, time use, two comments.'."""
    themes, comments = len(questionnaire.domains), len(questionnaire.comments)
    parts = [trn("{words} theme", "{words} themes", themes, words=number_word(themes))]
    if questionnaire.banded_items:
        parts.append(tr("time use"))
    if comments:
        parts.append(trn("{words} comment", "{words} comments", comments, words=number_word(comments)))
    return capitalised(", ".join(parts)) + "."
