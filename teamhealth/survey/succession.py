"""Finds which identity each team of a new round has, and says what became of the teams of earlier rounds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from teamhealth.survey.identities import Identities, plain
from teamhealth.survey.ids import Entropy, TeamId, new_id
from teamhealth.survey.lineage import Descent, Lineage
from teamhealth.survey.spec import SpecProblem, SurveySpec, TeamSpec
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class Succession:
    """The identity of each team of a spec, in its order, and the round's lineage."""

    teams: tuple[TeamId, ...]
    lineage: Lineage


def succession(spec: SurveySpec, known: Identities, entropy: Entropy) -> Succession:
    """Return the teams' identities and the lineage.

    A team keeps its identity under its name, or under a new one if it is the only one that was formerly that team.
    A team that took others in, or was divided off, names them all as its predecessors.

    Parameters
    ----------
    spec : SurveySpec
        Without ``former_problems``.
    known : Identities
        Of earlier rounds.
    entropy : callable
        Returns so many random bytes.
    """
    teams = tuple(TeamId(_kept(team, spec, known) or new_id(entropy)) for team in spec.teams)
    descents = tuple(
        Descent(team_id, before)
        for team, team_id in zip(spec.teams, teams, strict=True)
        if (before := _predecessors(team, team_id, known)) != (team_id,)
    )
    merged = {team for descent in descents for team in descent.predecessors}
    named = [TeamId(known.teams[plain(name)]) for name in spec.closed]
    closed = _once(each for each in (*named, *known.closed) if each not in merged and each not in teams)
    names = {team_id: team.name.strip() for team, team_id in zip(spec.teams, teams, strict=True)}
    renamed = [each for each in teams if each in known.earlier and known.earlier[each].name != names[each]]
    told = _once([*(each for descent in descents for each in descent.predecessors), *closed, *renamed])
    return Succession(teams, Lineage(descents, closed, tuple(known.earlier[e] for e in told if e in known.earlier)))


def former_problems(spec: SurveySpec, known: Identities) -> Iterator[SpecProblem]:
    """Find what a spec says of earlier teams that are not known, or that go on by themselves."""
    here = {plain(team.name) for team in spec.teams}
    for number, service in enumerate(spec.services, 1):
        for place, team in enumerate(service.teams, 1):
            for name in team.formerly:
                if plain(name) not in known.teams:
                    words = tr("There was no team {name} in the earlier round.", name=name)
                    yield SpecProblem(f"services[{number}].teams[{place}].formerly", words)
    for name in spec.closed:
        if plain(name) not in known.teams:
            yield SpecProblem("closed", tr("There was no team {name} in the earlier round.", name=name))
        elif plain(name) in here:
            yield SpecProblem("closed", tr("{name} is a team of this round.", name=name))


def _kept(team: TeamSpec, spec: SurveySpec, known: Identities) -> str | None:
    """Return the identity that a team goes on with; None for a new one."""
    own = known.teams.get(plain(team.name))
    if team.id:
        # Under another team's name it is that one, not this one under a new name.
        return team.id if own is None or own in {each.id for each in spec.teams if each is not team} else own
    # A team that goes on under another name has left its old one to whoever takes it.
    taken = {each.id for each in spec.teams if each.id}
    if own is not None:
        return None if own in taken else own
    if len(team.formerly) != 1:
        return None
    old = plain(team.formerly[0])
    uses = Counter(plain(name) for each in spec.teams for name in each.formerly)
    goes_on = any(plain(each.name) == old for each in spec.teams)
    return known.teams[old] if uses[old] == 1 and not goes_on and known.teams[old] not in taken else None


def _predecessors(team: TeamSpec, team_id: TeamId, known: Identities) -> tuple[TeamId, ...]:
    """Return the earlier identities whose people are the team's; of a team that is quite new, only itself."""
    said = [TeamId(known.teams[plain(name)]) for name in team.formerly]
    joined = [before for before in known.successors if _heir(before, known) == team_id]
    if not said and not joined:
        return (team_id,)
    own = [team_id] if team_id in known.earlier else []
    return _once([*own, *said, *joined])


def _heir(team: TeamId, known: Identities) -> TeamId:
    """Return the team that a merged one is part of now, however often it has merged since."""
    seen = {team}
    while (following := known.successors.get(team)) is not None and following not in seen:
        team = following
        seen.add(team)
    return team


def _once(teams: Iterable[TeamId]) -> tuple[TeamId, ...]:
    return tuple(dict.fromkeys(teams))
