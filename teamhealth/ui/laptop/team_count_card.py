"""How many of a team have answered on this laptop, and which team is answering now."""

from PySide6.QtCore import Signal

from teamhealth.services.collect import Collection
from teamhealth.survey.ids import TeamId
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.count_card import CountCard
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.text import hint


class TeamCountCard(CountCard):
    """``team_chosen`` carries the identity of the team that answers now."""

    team_chosen = Signal(str)

    def __init__(self, survey: Survey, now: Collection, theme: Theme) -> None:
        only = tr(
            "Until the survey closes there are only counts, of this laptop alone. No name, time or order is kept."
        )
        super().__init__(now, only, "laptop", theme)
        self._ids = [team.id for team in survey.teams]
        self.team = ComboBox([team.name for team in survey.teams], "laptop_team", tr("Team answering now"), theme=theme)
        self.team.setMinimumWidth(theme.px(168))
        if len(self._ids) > 1:
            said = hint(tr("Team answering now"), name="laptop_team_words", theme=theme)
            said.setWordWrap(False)
            said.setBuddy(self.team)
            self.head.addWidget(said)
            self.head.addWidget(self.team)
        else:
            self.team.hide()
        self.team.currentIndexChanged.connect(self._on_team_changed)

    def choose_team(self, team_id: str) -> None:
        """Choose the team that answers now."""
        self.team.setCurrentIndex(self._ids.index(TeamId(team_id)))

    def _on_team_changed(self, index: int) -> None:
        self.team_chosen.emit(self._ids[index])
