"""What files tell of the answers, read row by row; and what stands in one that no file may say.

A total that the scores and counts printed beside it explain tells nothing more. Any other is taken to be about
everybody's true answers, as a leak would be.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.survey.ids import TeamId
from tests.adversary.explained import explained_points, explained_share
from tests.differencing.documents import ONE_TEAM, RESULTS, TOTALS_ALONE, Handed, pools_of
from tests.differencing.rounds import THRESHOLD, Told
from tests.differencing.solver import Fact, Unknown

TEAM, OTHERS, SERVICE, COUNCIL = "team", "other-teams", "service", "council"
# Of a whole mean in points: the least that prints so, and what is just too much, doubled.
_WORDS = {"strength": (131, 202), "mixed": (89, 131), "concern": (0, 89)}
_COUNTS = ("favourable", "neutral", "unfavourable")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that no file may tell."""

    kind: str
    where: str


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: facts, those among them that a team's own figures tell, and what may not stand there."""

    facts: tuple[Fact, ...]
    own: tuple[Fact, ...]
    findings: tuple[Finding, ...]


def score_of(place: int, team: str) -> Unknown:
    """Return what names the sum of steps that all of a team's answers in a round make."""
    return (str(place), team, "steps")


def steps_of(place: int, team: str, item: str) -> Unknown:
    """Return what names the sum of a team's steps in one item."""
    return (str(place), team, "steps", item)


def count_of(place: int, team: str, item: str) -> Unknown:
    """Return what names how many of a team answered an item favourably."""
    return (str(place), team, "favourable", item)


def read_all(documents: Sequence[Handed], told: Sequence[Told]) -> Read:
    """Return all that files tell."""
    facts: dict[tuple[tuple[tuple[Unknown, int], ...], int, int], Fact] = {}
    own: dict[tuple[tuple[tuple[Unknown, int], ...], int, int], Fact] = {}
    findings: list[Finding] = []
    for document in documents:
        reader = _Reader(document, told)
        for level, found in reader.read():
            if isinstance(found, Finding):
                findings.append(found)
            elif found.terms:
                place = (tuple(sorted(found.terms.items())), found.low, found.high)
                facts[place] = found
                if level == TEAM:
                    own[place] = found
    return Read(tuple(facts.values()), tuple(own.values()), tuple(dict.fromkeys(findings)))


class _Reader:
    """Reads one file of a publication, knowing how many answered in each team."""

    def __init__(self, document: Handed, told: Sequence[Told]) -> None:
        self._document, self._all, self._told = document, told, told[document.of]
        self._publication: Publication = self._told.publication
        self._items = [item.id for item in self._publication.survey.questionnaires[0].items]

    def read(self) -> Iterator[tuple[str, Fact | Finding]]:
        if self._document.kind == RESULTS:
            for service, item, share in pools_of(self._document):
                yield COUNCIL, self._share(f"pool {item}", self._in_pool(service, item), item, (share, share))
        elif self._document.kind != ONE_TEAM:
            for row in self._document.rows:
                yield from ((row["level"], each) for each in self._row(row))

    def _row(self, row: Row) -> Iterator[Fact | Finding]:
        if self._document.kind == TOTALS_ALONE and (row["level"] == TEAM or row["team"]):
            yield Finding("a team in totals alone", row["team"])
        where, value = f"{row['level']} {row['service']} {row['team']} {row['kind']} {row['item_id']}", row["value"]
        if row["kind"] in ("answered", "people") and value:
            if row["level"] != TEAM:
                yield Finding("number of answers", where)
            elif int(value) < THRESHOLD:
                yield Finding("shown from too few", where)
        if not value and not row["low"] and row["kind"] != "word":
            return
        told = next(each for each in self._all if publication_hash(each.publication) == row["publication"])
        if row["level"] == TEAM:
            yield from self._of_team(row, told)
        elif row["level"] == OTHERS and row["kind"] == "score":
            yield self._mean(where, told.round, self._of(told, self._others(row["service"])), row)
        elif row["level"] in (SERVICE, COUNCIL):
            yield from self._of_area(row, told)

    def _of_team(self, row: Row, told: Told) -> Iterator[Fact | Finding]:
        team, kind, item = row["team"], row["kind"], row["item_id"]
        people = len(told.steps.get(team, ()))
        where = f"{team} {kind} {item}"
        if kind == "score":
            yield self._mean(where, told.round, {team: people}, row)
        elif kind == "word" and row["note"] in _WORDS:
            low, high = _WORDS[row["note"]]
            yield Fact(
                where, {steps_of(told.round, team, item): 1}, -(-low * people // 50), -(-high * people // 50) - 1
            )
        elif kind in _COUNTS:
            low, high = (int(row[each] or row["value"]) for each in ("low", "high"))
            split = any(each.item == item and each.split for each in told.publication.team(self._id(team)).items)
            if not split and low == high and not THRESHOLD - 3 < low < people - 2:
                yield Finding("a lone answer", where)
            if split and low < 2:
                yield Finding("a lone answer", where)
            if kind == "favourable":
                yield Fact(where, {count_of(told.round, team, item): 1}, low, high)
        elif kind == "earlier-score":
            yield from self._earlier(where, row)
        elif kind == "rest-score" and not self._explained_rest(team, int(row["value"])):
            yield Finding("comparison that nothing printed explains", where)

    def _earlier(self, where: str, row: Row) -> Iterator[Fact]:
        """Yield what an earlier score tells, unless it is the mean of scores that were printed then."""
        before = [each for each in self._all if each.publication.survey.wave.name == row["detail"]]
        ids = self._publication.lineage.predecessors(self._id(row["team"]))
        names = {team.id: team.name for each in before for team in each.publication.teams}
        printed = {
            atom.team: score for each in before for atom in each.publication.atoms if atom.team for score in atom.scores
        }
        if all(each in printed for each in ids):
            points = sum(printed[each].score.points * printed[each].weight for each in ids)
            people = sum(printed[each].weight for each in ids)
            if (2 * points + people) // (2 * people) in {int(row["value"]), 5, 95}:
                return
        cells = {names[each]: max(len(one.steps.get(names[each], ())) for one in before) for each in ids}
        yield self._mean(where, before[0].round, cells, row)

    def _of_area(self, row: Row, told: Told) -> Iterator[Fact]:
        where = f"{row['level']} {row['service']} {row['kind']} {row['item_id']}"
        whole = told.publication
        services = [each for each in whole.services if row["level"] == COUNCIL or each.name == row["service"]]
        cells = self._of(told, [team.name for each in services for team in each.teams])
        if row["kind"] == "score":
            explained = explained_points(whole, {each.id for each in services}, row["theme_id"])
            if int(row["value"]) not in explained:
                yield self._mean(where, told.round, cells, row)
        elif row["kind"] == "favourable-percent":
            low, high = (int(row[each] or row["value"]) for each in ("low", "high"))
            mine = whole.services if row["level"] == COUNCIL else services
            if not low <= explained_share(whole, mine, row["item_id"]) <= high:
                yield self._share(where, cells, row["item_id"], (low, high))

    def _mean(self, source: str, place: int, cells: Mapping[str, int], row: Row) -> Fact:
        """Return what a printed mean tells of the sum of these teams' steps."""
        value, answers = int(row["value"]), sum(cells.values()) * len(self._items)
        low = 0 if row["note"] and value < 50 else 2 * value - 1
        high = 202 if row["note"] and value > 50 else 2 * value + 1
        terms = {score_of(place, team): 1 for team in cells}
        return Fact(source, terms, -(-low * answers // 50), -(-high * answers // 50) - 1)

    def _share(self, source: str, cells: Mapping[str, int], item: str, share: tuple[int, int]) -> Fact:
        """Return what a printed share tells of how many of these teams' answers are favourable."""
        answers, terms = sum(cells.values()), {count_of(self._told.round, team, item): 1 for team in cells}
        return Fact(source, terms, -(-(2 * share[0] - 1) * answers // 200), -(-(2 * share[1] + 1) * answers // 200) - 1)

    def _of(self, told: Told, teams: Sequence[str]) -> dict[str, int]:
        return {team: len(told.steps[team]) for team in teams if told.steps.get(team)}

    def _others(self, service: str) -> list[str]:
        """Return the teams of which a row of other teams can be: the service's hidden ones, or all without a row."""
        own = {each.service for each in self._publication.atoms if each.kind == "others"}
        return [
            team.name
            for each in self._publication.services
            if each.name == service or (not service and each.id not in own)
            for team in each.teams
            if not team.shown or any(result.score is None for result in team.domains)
        ]

    def _in_pool(self, service: str | None, item: str) -> dict[str, int]:
        """Return the teams whose answers a pool holds: those without a count, a lone hidden one in the council's."""
        own = {place for place, each, _ in pools_of(self._document) if each == item}
        teams = []
        for each in self._publication.services:
            alone = sum(not team.shown for team in each.teams) == 1
            for team in each.teams:
                lone = alone and not team.shown
                here = each.id == service and not lone
                above = service is None and (each.id not in own or lone)
                counted = any(result.item == item and result.answered is not None for result in team.items)
                if (here or above) and not counted:
                    teams.append(team.name)
        return self._of(self._told, teams)

    def _explained_rest(self, name: str, value: int) -> bool:
        """Return whether a score beside a team is the mean of some two or more other printed scores, or of one."""
        others = [
            (score.score.points, score.weight)
            for atom in self._publication.atoms
            if atom.team and atom.team != self._id(name)
            for score in atom.scores
        ]
        low, high = min(points for points, _ in others), max(points for points, _ in others)
        return low <= value <= high

    def _id(self, name: str) -> TeamId:
        return next(TeamId(team.id) for team in self._publication.teams if team.name == name)
