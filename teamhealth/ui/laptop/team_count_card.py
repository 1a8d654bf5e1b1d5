"""How many of a team have answered on this laptop, and which team is answering now; asked, if nobody has said."""

from PySide6.QtCore import Signal

from teamhealth.services.collect import Collection
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.count_card import CountCard
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.text import hint, set_text


class TeamCountCard(CountCard):
    """``team_chosen`` carries the identity of the team that answers now."""

    team_chosen = Signal(str)

    def __init__(self, survey: Survey, now: Collection, theme: Theme, *, chosen: bool) -> None:
        only = tr(
            "Until the survey closes there are only counts, of this laptop alone. No name, time or order is kept."
        )
        super().__init__(now, only, "laptop", theme)
        self._ids = [team.id for team in survey.teams]
        self.team = ComboBox([team.name for team in survey.teams], "laptop_team", tr("Team answering now"), theme=theme)
        self.team.setMinimumWidth(theme.px(168))
        # The first team chosen already would take in answers of others unnoticed.
        self.team.setPlaceholderText(tr("Choose one"))
        self.team.setCurrentIndex(self._ids.index(now.team.id) if chosen else -1)
        self._error = ErrorLine("laptop_team_error", theme)
        self.content.insertWidget(1, self._error)
        if len(self._ids) > 1:
            said = hint(tr("Team answering now"), name="laptop_team_words", theme=theme)
            said.setWordWrap(False)
            said.setBuddy(self.team)
            self.head.addWidget(said)
            self.head.addWidget(self.team)
        else:
            self.team.hide()
        self.team.currentIndexChanged.connect(self._on_team_changed)

    def ask(self) -> None:
        """Say that a team has to be chosen first, and lead to where."""
        self._error.say(tr("Choose the team that answers first."))
        self.team.setAccessibleDescription(self._error.text)
        lead_to(self.team)

    def show_unchosen(self) -> None:
        """Ask in place of a count which team answers here."""
        self._number.hide()
        self._dots.hide()
        set_text(self._of, tr("Which team?"))

    def show_count(self, now: Collection) -> None:
        """Show the count of the team that was chosen."""
        self._number.show()
        self._dots.show()
        super().show_count(now)

    def _on_team_changed(self, index: int) -> None:
        self._error.mend()
        self.team.setAccessibleDescription("")
        self.team_chosen.emit(self._ids[index])
