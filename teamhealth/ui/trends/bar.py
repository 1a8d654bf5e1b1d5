"""The head of trends: which organisation, team and theme, tables, and the PDF."""

from collections.abc import Sequence

from teamhealth.texts.catalogue import tr
from teamhealth.ui.choices_bar import ChoicesBar, choice_box
from teamhealth.ui.theme import Theme

_MOST, _MOST_OF_ORGANISATIONS = 200, 300
# The longest name of a theme, and of whom it is shown.
_MOST_OF_THEMES = 336


class TrendsBar(ChoicesBar):
    """Organisations, teams and themes to choose from, where there are several."""

    def __init__(self, organisations: Sequence[str], teams: Sequence[str], themes: Sequence[str], theme: Theme) -> None:
        self.organisations = choice_box(
            organisations, "trends_organisation", tr("Organisation"), theme, most=_MOST_OF_ORGANISATIONS
        )
        self.teams = choice_box(teams, "trends_team", tr("Team"), theme, most=_MOST)
        self.themes = choice_box(themes, "trends_theme", tr("Themes"), theme, most=_MOST_OF_THEMES)
        super().__init__("trends", tr("Trends"), (self.organisations, self.teams, self.themes), theme)
