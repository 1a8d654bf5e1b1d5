"""A survey: which questions, to whom, opened by whom, shown from how many answers."""

from dataclasses import dataclass, field
from datetime import date

from teamhealth.survey.custody import Custody
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.lineage import Lineage
from teamhealth.survey.organisation import Organisation, Service, Team, Wave
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.survey.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Survey:
    """One survey in one round; ``planned_closing`` is a reminder, nothing closes by itself.

    ``lineage`` says what became of earlier rounds' teams, as whoever set the survey up knew it.
    """

    id: SurveyId
    title: str
    organisation: Organisation
    wave: Wave
    services: tuple[Service, ...]
    questionnaires: tuple[Questionnaire, ...]
    custody: Custody
    policy: ReleasePolicy
    safeguarding_route: str
    planned_closing: date | None = None
    lineage: Lineage = field(default_factory=Lineage)

    @property
    def teams(self) -> tuple[Team, ...]:
        """All teams, service by service."""
        return tuple(team for service in self.services for team in service.teams)

    def team(self, team_id: TeamId) -> Team:
        """Return the team of this id; KeyError if there is none."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)

    @property
    def minutes(self) -> int:
        """About how long answering takes."""
        return sum(questionnaire.minutes for questionnaire in self.questionnaires)
