"""What the cards of the set-up page have in common: where a problem is shown, where the focus goes, and how compact."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from teamhealth.ui.theme import SPACE_4, SPACE_12, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import Field


@dataclass(frozen=True, slots=True)
class Target:
    """One field of the form: ``say`` shows what is wrong (None: nothing), ``focus`` is where to go."""

    say: Callable[[str | None], None]
    focus: QWidget


def field_target(field: Field[QLineEdit]) -> Target:
    """Return the target of a field of one line."""
    return Target(field.set_error, field.input)


def snug(card: Card, theme: Theme) -> None:
    """Make a card of the form compact, so that the whole form stands on a small screen."""
    side, top = theme.px(SPACE_12 + 2), theme.px(SPACE_12)
    card.content.setContentsMargins(side, top, side, top)
    card.content.setSpacing(theme.px(SPACE_4 + 2))
