"""What may be said of how many answers of each team have been returned, before any of them is opened."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from teamhealth.services.surveys import needed
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey


class CountKind(StrEnum):
    """What is said of a team's count: nothing yet, that it is below the team's threshold, or the number.

    UNSURE is enough only if no row of a table stands in another one, too.
    """

    NONE = "none"
    FEW = "few"
    UNSURE = "unsure"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class TeamReturns:
    """A team and its sealed answers; ``answers`` is None unless they are enough, ``needed`` is its threshold.

    ``up_to`` says that rows may stand in several tables, and count once; ``opened`` says of a team that came later
    whether it has been opened by itself already, ``hidden`` that too few of its answers count then.
    """

    id: TeamId
    name: str
    headcount: int
    needed: int
    kind: CountKind
    answers: int | None
    up_to: bool = False
    opened: bool = False
    hidden: bool = False


def sure_counts(counts: Mapping[TeamId, int], tables: Sequence[tuple[TeamId, int]]) -> dict[TeamId, int]:
    """Return how many answers of each team are left at least, if every table holds the rows of the largest again.

    Nothing that tells rows apart is kept beside the envelopes: whoever found it could try out what a row says.

    Parameters
    ----------
    counts : mapping
        Envelopes of each team, those of tables among them.
    tables : sequence
        How many rows of a team each table brought in.
    """
    rows, largest = Counter[TeamId](), Counter[TeamId]()
    for team, count in tables:
        rows[team] += count
        largest[team] = max(largest[team], count)
    return {team: max(count - rows[team] + largest[team], 0) for team, count in counts.items()}


def team_returns(survey: Survey, team: Team, count: int, sure: int) -> TeamReturns:
    """Return what may be said of a team's count before anything is opened; ``sure`` of them count whatever they say."""
    least = needed(survey, team)
    if count < least:
        kind = CountKind.FEW if count else CountKind.NONE
        return TeamReturns(team.id, team.name, team.headcount, least, kind, None)
    # Without codes no more than everybody is opened.
    most = count if survey.custody.one_time_codes else min(count, max(team.headcount, sure))
    kind = CountKind.ENOUGH if sure >= least else CountKind.UNSURE
    return TeamReturns(team.id, team.name, team.headcount, least, kind, most, up_to=sure < count)
