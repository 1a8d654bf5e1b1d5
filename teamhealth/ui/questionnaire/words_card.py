"""The three seal words, beside what the survey lead has told."""

from collections.abc import Sequence

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import HINT, RADIUS_LARGE_CARD, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label

GAP = "  ·  "


def words_card(words: Sequence[str], theme: Theme) -> Card:
    """Return the card; a screen reader reads the words one by one."""
    card = Card(None, "seal_words_card", theme=theme, kind="seal-words")
    named(card, "seal_words_card", tr("Seal words: {words}", words=", ".join(words)), "seal-words")
    set_sheet(
        card,
        f'QFrame[kind="seal-words"] {{ background: {palette.TEAL_TINT}; border: 1px solid {palette.LINE};'
        f" border-radius: {theme.px(RADIUS_LARGE_CARD)}px; }}",
    )
    card.content.setContentsMargins(*(theme.px(SPACE_24 + 6), theme.px(SPACE_16)) * 2)
    told = tr("Your survey lead has told you three words. They should be these.")
    card.content.addWidget(label(told, theme.font(HINT + 1), name="seal_words_told"))
    card.content.addWidget(label(GAP.join(words), theme.font(24, Weight.BOLD), name="seal_words"))
    stop = tr("If not, stop, and tell the survey lead.")
    card.content.addWidget(label(stop, theme.font(HINT + 1), tone="muted", name="seal_words_stop"))
    return card
