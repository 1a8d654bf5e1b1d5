"""What became of earlier rounds' teams: an identity survives renaming, and somebody says what merged or closed."""

from dataclasses import dataclass

from teamhealth.survey.ids import TeamId, is_id


@dataclass(frozen=True, slots=True)
class Descent:
    """A team that came out of others; its own earlier identity is among them if it went on."""

    team: TeamId
    predecessors: tuple[TeamId, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where this round's teams come from, and which earlier teams have closed.

    A team that is not named continues itself, under whatever name.
    """

    descents: tuple[Descent, ...] = ()
    closed: tuple[TeamId, ...] = ()

    def predecessors(self, team: TeamId) -> tuple[TeamId, ...]:
        """Return the earlier identities whose people are this team's."""
        for descent in self.descents:
            if descent.team == team:
                return descent.predecessors
        return (team,)


def lineage_problem(lineage: Lineage, teams: frozenset[TeamId]) -> str | None:
    """Return what is wrong with a lineage of these teams, or None.

    Parameters
    ----------
    lineage : Lineage
    teams : frozenset of str
        This round's teams.
    """
    named = [descent.team for descent in lineage.descents]
    if len(set(named)) != len(named) or not teams.issuperset(named):
        return "a descent is there twice, or is of no team of this round"
    earlier = [*lineage.closed, *(team for each in lineage.descents for team in each.predecessors)]
    if not all(is_id(each) for each in earlier):
        return "an earlier team is not an identity"
    if any(not each.predecessors or len(set(each.predecessors)) != len(each.predecessors) for each in lineage.descents):
        return "a descent names no predecessor, or one twice"
    if len(set(lineage.closed)) != len(lineage.closed) or teams.intersection(lineage.closed):
        return "a closed team is there twice, or is of this round"
    return None
