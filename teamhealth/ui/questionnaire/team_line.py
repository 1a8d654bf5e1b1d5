"""For which team somebody is about to answer, large, where several teams share a survey."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import HINT, SPACE_4, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label

_LARGE = 24


def team_line(team: str, theme: Theme) -> QWidget:
    """Return the team's name under what it means: no code says for which team somebody answers."""
    made = QWidget()
    named(made, "answering_team_line", "")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(SPACE_4))
    words = tr("You answer for {team}", team=team)
    column.addWidget(label(words, theme.font(_LARGE, Weight.BOLD), name="answering_team"))
    other = tr("Not your team? Stop, and tell whoever runs this survey.")
    column.addWidget(label(other, theme.font(HINT + 1), tone="muted", name="answering_team_other"))
    return made
