"""A team's published scores over the rounds: by identity, through new names and mergers; gaps stay gaps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from teamhealth.publication.compared import scored_domains, with_late_teams
from teamhealth.publication.part_totals import with_one_team
from teamhealth.publication.points import Found, Point, PointKind, points_of
from teamhealth.publication.taken_part import is_from_part
from teamhealth.publication.types import DomainResult, Publication, TeamResult
from teamhealth.survey.asked_alike import asked_of
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.name_order import name_order

FEWEST_ROUNDS = 3
MOST_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A team's domain over the rounds, a point a round; ``newest`` is its result in the newest round shown."""

    domain: Domain
    rounds: tuple[str, ...]
    points: tuple[Point, ...]
    newest: DomainResult | None = None

    @property
    def shown(self) -> int:
        """In how many rounds there is a score."""
        return sum(point.kind is PointKind.SHOWN for point in self.points)

    @property
    def apart(self) -> bool:
        """Whether a score stands apart from those before it, as the questions or the team changed."""
        return any(point.mark for point in self.points)


@dataclass(frozen=True, slots=True)
class TeamLines:
    """A team under its newest name, and its lines; ``ended`` names its last round if it is no more."""

    id: str
    name: str
    lines: tuple[Line, ...]
    ended: str = ""

    @property
    def asked_anew(self) -> frozenset[str]:
        """The domains that were asked in other words in the newest round than when the team was last shown."""
        return frozenset(line.domain.id for line in self.lines if line.points and line.points[-1].asked_anew)

    def line(self, domain_id: str) -> Line | None:
        """Return the line of a domain, or None."""
        return next((each for each in self.lines if each.domain.id == domain_id), None)


@dataclass(frozen=True, slots=True)
class Round:
    """A round's name and its publications, late teams in their place."""

    id: str
    name: str
    publications: tuple[Publication, ...]

    def find(self, team_id: str) -> tuple[Publication, TeamResult] | None:
        """Return the publication that a team is in, and what it says of the team; None if it took no part."""
        found = [(each, team) for each in self.publications for team in each.teams if team.id == team_id]
        return next((pair for pair in found if pair[1].shown), found[0] if found else None)


@dataclass(frozen=True, slots=True)
class Rounds:
    """An organisation's rounds, oldest first, at most twelve, and every team's lines through them.

    ``domains`` are those that any round has scores of, as the newest calls them. ``teams`` are those of the newest
    rounds from A to Z, then those that are no more.
    """

    organisation: str
    name: str
    rounds: tuple[Round, ...]
    domains: tuple[Domain, ...]
    teams: tuple[TeamLines, ...]

    @property
    def publications(self) -> tuple[Publication, ...]:
        """All publications of all rounds, oldest first."""
        return tuple(publication for each in self.rounds for publication in each.publications)

    @property
    def elsewhere(self) -> bool:
        """Whether answers of any round were not collected sealed."""
        return any(each.survey.elsewhere for each in self.publications)

    def lines(self, team_id: str) -> TeamLines:
        """Return a team's lines in every domain; KeyError if no round has the team."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)


_Places = Mapping[str, Found]


def rounds_of(publications: Sequence[Publication]) -> tuple[Rounds, ...]:
    """Return the rounds of each organisation, the one with the newest publication first.

    Parameters
    ----------
    publications : sequence of Publication
        In any order; of a survey with late teams both the first and the late ones.
    """
    by_organisation: dict[str, list[Publication]] = {}
    for each in sorted(_with_late(publications), key=_published):
        by_organisation.setdefault(each.survey.organisation.id, []).append(each)
    newest_first = sorted(by_organisation.values(), key=lambda each: _published(each[-1]), reverse=True)
    return tuple(_rounds(each) for each in newest_first)


def rounds_up_to(publication: Publication, others: Sequence[Publication]) -> Rounds:
    """Return a publication's round and those of ``others`` that its organisation had before."""
    facts = publication.survey
    before = [
        each
        for each in others
        if each.survey.organisation.id == facts.organisation.id and each.survey.published < facts.published
    ]
    [rounds] = rounds_of([publication, *before])
    return rounds


def handed_lines(rounds: Rounds, team_id: str) -> TeamLines:
    """Return a team's lines with the averages that its own part of each round holds, for a document that the team gets.

    ``Rounds.lines`` has all averages: of two shown teams one's scores could be taken from them.

    Raises
    ------
    KeyError
        If no round has the team.
    """
    known = rounds.lines(team_id)
    found = [_handed(_places(each).get(team_id)) for each in rounds.rounds]
    names = tuple(each.name for each in rounds.rounds)
    lines = tuple(_line(found, domain, names) for domain in rounds.domains)
    return replace(known, lines=lines)


def _handed(found: Found | None) -> Found | None:
    if found is None or is_from_part(found.publication):
        return found
    return replace(found, service=with_one_team(found.publication, found.team.id))


def _rounds(publications: Sequence[Publication]) -> Rounds:
    """Return the rounds of one organisation's publications, which are in order; a round begins with its first."""
    waves: dict[str, list[Publication]] = {}
    for each in publications:
        waves.setdefault(each.survey.wave.id, []).append(each)
    rounds = tuple(Round(wave, found[-1].survey.wave.name, tuple(found)) for wave, found in waves.items())
    kept = rounds[-MOST_ROUNDS:]
    domains = _domains(kept)
    last = publications[-1].survey.organisation
    return Rounds(last.id, last.name, kept, domains, _teams(kept, domains))


def _domains(rounds: Sequence[Round]) -> tuple[Domain, ...]:
    found: dict[str, Domain] = {}
    for each in reversed(rounds):
        for publication in each.publications:
            for domain in scored_domains(publication):
                found.setdefault(domain.id, domain)
    return tuple(found.values())


def _teams(rounds: Sequence[Round], domains: Sequence[Domain]) -> tuple[TeamLines, ...]:
    places = [_places(each) for each in rounds]
    latest = {team: (found.team.name, number) for number, each in enumerate(places) for team, found in each.items()}
    gone = _gone(rounds)
    names = tuple(each.name for each in rounds)
    order = sorted(latest, key=lambda team: (team in gone, name_order(latest[team][0]), team))
    made = []
    for team in order:
        name, number = latest[team]
        found = [each.get(team) for each in places]
        lines = tuple(_line(found, domain, names) for domain in domains)
        made.append(TeamLines(team, name, lines, names[number] if team in gone else ""))
    return tuple(made)


def _places(one: Round) -> _Places:
    """Return where each team of a round is; of two places the one that shows it."""
    found: dict[str, Found] = {}
    for publication in one.publications:
        asked = asked_of(publication.survey.questionnaires)
        for service in publication.services:
            for team in service.teams:
                if team.id not in found or not found[team.id].team.shown:
                    found[team.id] = Found(publication, asked, service, team)
    return found


def _gone(rounds: Sequence[Round]) -> frozenset[str]:
    """Return the teams that somebody said have closed, or that went into others."""
    gone: set[str] = set()
    for each in rounds:
        for publication in each.publications:
            gone |= set(publication.lineage.closed)
            gone |= {before for one in publication.lineage.descents for before in one.predecessors}
            gone -= {team.id for team in publication.teams}
    return frozenset(gone)


def _line(found: Sequence[Found | None], domain: Domain, names: tuple[str, ...]) -> Line:
    known = [each for each in found if each is not None]
    results = [each for each in known[-1].team.domains if each.domain == domain.id]
    newest = results[0] if results and results[0].score is not None else None
    return Line(domain, names, tuple(points_of(found, domain, names)), newest)


def _with_late(publications: Sequence[Publication]) -> list[Publication]:
    first = {each.survey.id for each in publications if each.after is None}
    late = [each for each in publications if each.after is not None]
    whole = [
        with_late_teams(each, [one for one in late if one.survey.id == each.survey.id])
        for each in publications
        if each.after is None
    ]
    return [*whole, *(each for each in late if each.survey.id not in first)]


def _published(publication: Publication) -> tuple[str, str]:
    return publication.survey.published.isoformat(), publication.survey.id
