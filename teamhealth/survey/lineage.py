"""What became of earlier rounds' teams: an identity survives renaming, and somebody says what merged or closed."""

from dataclasses import dataclass

from teamhealth.survey.ids import TeamId, is_id
from teamhealth.survey.organisation import LONGEST_NAME
from teamhealth.survey.readable import problem_with_text
from teamhealth.texts.name_order import name_order


@dataclass(frozen=True, slots=True)
class Descent:
    """A team that came out of others; its own earlier identity is among them if it went on."""

    team: TeamId
    predecessors: tuple[TeamId, ...]


@dataclass(frozen=True, slots=True)
class EarlierTeam:
    """A team under the name that it had in an earlier round, and that round's name."""

    id: TeamId
    name: str
    round_name: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where this round's teams come from, and which earlier teams have closed.

    A team that is not named continues itself, under whatever name. ``earlier`` holds the names of the teams that this
    speaks of: those that merged or closed, and those that had another name.
    """

    descents: tuple[Descent, ...] = ()
    closed: tuple[TeamId, ...] = ()
    earlier: tuple[EarlierTeam, ...] = ()

    def predecessors(self, team: TeamId) -> tuple[TeamId, ...]:
        """Return the earlier identities whose people are this team's."""
        for descent in self.descents:
            if descent.team == team:
                return descent.predecessors
        return (team,)

    def of_team(self, team: TeamId) -> "Lineage":
        """Return what this says of one of the round's teams, and of no other."""
        before = self.predecessors(team)
        return Lineage(
            tuple(each for each in self.descents if each.team == team),
            (),
            tuple(each for each in self.earlier if each.id in before),
        )

    def named(self, teams: tuple[TeamId, ...]) -> tuple[EarlierTeam, ...]:
        """Return the earlier teams of these identities, by name; those without one are left out."""
        found = [each for each in self.earlier if each.id in teams]
        return tuple(sorted(found, key=lambda each: (name_order(each.name), each.id)))


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
    return _names_problem(lineage, teams)


def _names_problem(lineage: Lineage, teams: frozenset[TeamId]) -> str | None:
    named = [each.id for each in lineage.earlier]
    spoken_of = {*lineage.closed, *teams, *(team for each in lineage.descents for team in each.predecessors)}
    if len(set(named)) != len(named) or not spoken_of.issuperset(named):
        return "an earlier team's name is there twice, or of a team that is not spoken of"
    names = [text for each in lineage.earlier for text in (each.name, each.round_name)]
    if any(problem_with_text(each, LONGEST_NAME) for each in names):
        return "an earlier team's name cannot be shown"
    return None
