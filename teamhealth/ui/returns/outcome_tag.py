"""A tag of what became of a file: an icon and words on a tint."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from teamhealth.figures import palette
from teamhealth.services.added_file import AddedFile, AddOutcome
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.returns.words import outcome_words
from teamhealth.ui.theme import RADIUS_INPUT, SPACE_8, Theme
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import strong

_LOOKS = {
    AddOutcome.ADDED: (IconName.CHECK, palette.SUCCESS_TEXT, palette.SUCCESS_TINT, "success"),
    AddOutcome.IN_PART: (IconName.WARNING, palette.WARNING_TEXT, palette.WARNING_TINT, "warning"),
    AddOutcome.NOT_ADDED: (IconName.CROSS, palette.ERROR, palette.ERROR_TINT, "error"),
}
# A copy is no harm: nobody has to do anything about it.
_HERE = (IconName.INFORMATION, palette.TEAL, palette.TEAL_TINT, "ink")


def outcome_tag(file: AddedFile, name: str, theme: Theme) -> QFrame:
    """Return the tag of a file."""
    icon, colour, tint, tone = _HERE if file.is_copy else _LOOKS[file.outcome]
    made = QFrame()
    named(made, name, "", "outcome")
    set_sheet(made, f'QFrame[kind="outcome"] {{ background: {tint}; border-radius: {theme.px(RADIUS_INPUT)}px; }}')
    row = QHBoxLayout(made)
    row.setContentsMargins(theme.px(SPACE_8), theme.px(2), theme.px(SPACE_8 + 2), theme.px(2))
    row.setSpacing(theme.px(SPACE_8))
    row.addWidget(IconView(icon, theme.px(16), colour))
    words = strong(outcome_words(file), tone=tone, name=f"{name}_words", theme=theme)
    words.setWordWrap(False)
    row.addWidget(words)
    return made
