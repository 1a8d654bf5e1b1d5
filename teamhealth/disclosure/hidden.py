"""A domain's hidden cells: those of hidden teams, and those of shown teams where too few gave enough answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.analysis.measures import TeamMeasures
from teamhealth.disclosure.tiers import thresholds
from teamhealth.publication.results import TeamResult
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import ReleasePolicy


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """A team as it was set up, its confidential figures, and what is shown of it."""

    team: Team
    measures: TeamMeasures
    result: TeamResult


@dataclass(frozen=True, slots=True)
class HiddenCell:
    """A hidden cell: ``valid`` scores with the sum ``points``.

    ``unseen`` is the most that could have answered without being shown, known before anybody answers; ``recipients``
    those of the team's people who will read its report and answered in it; ``team_hidden`` whether nothing of the
    team is shown.
    """

    valid: int
    points: Fraction
    unseen: int
    recipients: int
    team_hidden: bool


def hidden_cells(teams: Sequence[TeamFigures], policy: ReleasePolicy) -> Mapping[str, tuple[HiddenCell, ...]]:
    """Return each domain's hidden cells, those without an answer too, for a cell looks the same if it is empty."""
    cells: dict[str, list[HiddenCell]] = {}
    for each in teams:
        shown = {result.domain for result in each.result.domains if result.score is not None}
        for measure in each.measures.domains:
            mine = cells.setdefault(measure.domain, [])
            if measure.domain not in shown:
                mine.append(
                    HiddenCell(
                        valid=measure.valid,
                        points=(measure.mean or Fraction(0)) * measure.valid,
                        unseen=unseen(policy, each.team, each.result),
                        recipients=each.team.answering_recipients,
                        team_hidden=not each.result.shown,
                    )
                )
    return {domain: tuple(mine) for domain, mine in cells.items()}


def unseen(policy: ReleasePolicy, team: Team, result: TeamResult) -> int:
    """Return how many answers a cell below the team's threshold could hold, from what everybody knows."""
    people = team.headcount if result.answered is None else result.answered
    return min(people, thresholds(policy, team).words - 1)
