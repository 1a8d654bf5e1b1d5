"""The adversary's findings: hidden sums narrowed too far, answers of one person determined, counts given away."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from teamhealth.publication.types import AtomKind, TeamResult
from teamhealth.survey.questionnaire import Domain
from teamhealth.survey.response import Response
from tests.adversary.case import Case, Part
from tests.adversary.knowledge import (
    FAVOURABLE,
    NEUTRAL,
    UNFAVOURABLE,
    Watcher,
    hides_score,
    own_facts,
    shows_count,
)
from tests.adversary.program import Coefficients, Program, key
from tests.adversary.unknowns import Group

TOLERANCE = 1e-3
CLOSE = 0.75
KINDS = (UNFAVOURABLE, NEUTRAL, FAVOURABLE)
ONE_PERSON = "one person's answer"
SKIPPED = "answer of somebody known to have skipped a question"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the promise rules out."""

    kind: str
    where: str


@dataclass(frozen=True, slots=True)
class Width:
    """How much of its range a sum keeps: 1 is all that it could be by its team's own figures."""

    where: str
    team_hidden: bool
    score: bool
    answers: int
    kept: float


def widths(case: Case) -> Iterator[Width]:
    """Yield, for each hidden score and each count that is not printed, how far all figures together narrow it."""
    for domain in case.domains:
        programs = [(part, Program(part.groups, part.facts)) for part in case.parts(domain)]
        for told in case.told:
            watcher = case.watcher(told)
            for team in told.publication.teams:
                mine = [group for part, _ in programs for group in part.groups if group.team.startswith(team.id)]
                alone = Program(mine, list(own_facts(team, watcher, domain)))
                for where, terms, answers in _targets(team, watcher, domain):
                    everything = next(program for part, program in programs if part.has(terms))
                    kept = _kept(alone, everything, terms)
                    yield Width(f"{team.name} {where}", not team.shown, where == domain.id, answers, kept)


def findings(case: Case, rng: random.Random, colleagues: int = 4) -> list[Finding]:
    """Return all that the promise rules out; ``colleagues`` so many people look, who know their own answers."""
    people = [each for each in person_findings(case, rng, colleagues) if each.kind == ONE_PERSON]
    return [*hidden_findings(case), *weight_findings(case), *people]


def hidden_findings(case: Case) -> Iterator[Finding]:
    """Yield every hidden sum that is narrowed below half of its range."""
    for width in widths(case):
        if width.kept < 0.5 - TOLERANCE:
            yield Finding("hidden sum", f"{width.where}: {width.kept:.2f} of its range is left")


def weight_findings(case: Case) -> Iterator[Finding]:
    """Yield every row of other teams whose weight tells how many answered: it is not what set-up alone makes it."""
    recipients: dict[str, int] = {team.id: team.answering_recipients for team in case.survey.teams}
    least = case.survey.policy.threshold
    for told in case.told:
        rows = [atom for atom in told.publication.atoms if atom.kind is AtomKind.OTHERS]
        own = {row.service for row in rows}
        for row in rows:
            teams = [
                team
                for service in told.publication.services
                if service.id == row.service or (row.service is None and service.id not in own)
                for team in service.teams
            ]
            for score in row.scores:
                most = sum(
                    min(team.headcount if team.answered is None else team.answered, least + recipients[team.id] - 1)
                    for team in teams
                    if hides_score(team, score.domain)
                )
                if score.weight != max(least, most):
                    yield Finding("number of answers", f"{row.service} {score.domain} weighs {score.weight}")


def person_findings(case: Case, rng: random.Random, colleagues: int) -> Iterator[Finding]:
    """Yield every answer of one person that can be told, by a stranger or by somebody who knows their own answers.

    Who skipped a question is printed nowhere; it is granted here, and so the answers of somebody who did may be told
    where nobody could tell them. Such findings are of a kind of their own.
    """
    people = case.responses
    lookers: list[Response | None] = [None, *rng.sample(people, min(colleagues, len(people)))]
    for looker in lookers:
        for domain in case.domains:
            for part in case.parts(domain, looker):
                if looker is None or any(group.team.startswith(looker.team) for group in part.groups):
                    for group in determined(part):
                        kind = ONE_PERSON if group.taken == len(domain.items) else SKIPPED
                        yield Finding(kind, f"{group.team[-4:]} {group.item}")


def determined(part: Part) -> Iterator[Group]:
    """Yield the groups of people whose kind of answer (unfavourable, neutral, favourable) can only be what it is.

    That can be so only where all people of a group truly answered alike. One table that agrees with all that is
    known and holds another kind of answer clears a group; each table sought clears as many as it can.
    """
    suspects: dict[tuple[str, str, int], Coefficients] = {}
    for group in part.groups:
        for kind in KINDS:
            if group.people and sum(group.counts[step] for step in kind) == group.people:
                suspects[key(group)] = {(key(group), step): 1.0 for step in kind}
    if not suspects:
        return
    program = Program(part.groups, part.facts)
    people = {key(group): group.people for group in program.groups}
    open_cases = dict(suspects)
    while open_cases:
        table = program.table({place: value for terms in open_cases.values() for place, value in terms.items()})
        cleared = [name for name, terms in open_cases.items() if sum(table[place] for place in terms) < people[name]]
        if not cleared:
            break
        for name in cleared:
            del open_cases[name]
    for name, terms in open_cases.items():
        if sum(program.table(terms)[place] for place in terms) >= people[name]:
            yield next(group for group in part.groups if key(group) == name)


def _targets(team: TeamResult, watcher: Watcher, domain: Domain) -> Iterator[tuple[str, Coefficients, int]]:
    """Yield the sums of a team that are not printed: its score, and its favourable answers to each item."""
    points = watcher.points(team.id, domain)
    if hides_score(team, domain.id) and points.people:
        yield domain.id, points.terms, points.people
    for item in domain.items:
        count = watcher.counted(team.id, domain, item.id, FAVOURABLE)
        if not shows_count(team, item.id) and count.people:
            yield item.id, count.terms, count.people


def _kept(alone: Program, everything: Program, terms: Coefficients) -> float:
    """Return how much of a sum's range is left, counted with whole people where it comes near half."""
    for whole in (False, True):
        before, after = (_width(program, terms, whole=whole) for program in (alone, everything))
        if after > CLOSE * before:
            break
    return after / before if before > TOLERANCE else 1.0


def _width(program: Program, terms: Coefficients, *, whole: bool) -> float:
    return program.most(terms, whole=whole) - program.least(terms, whole=whole)


def kept_by_kind(found: Sequence[Width]) -> Mapping[str, list[float]]:
    """Return the kept shares by kind of sum."""
    kinds: dict[str, list[float]] = {}
    for width in found:
        name = ("score" if width.score else "count") + (" of a hidden team" if width.team_hidden else " of a shown one")
        kinds.setdefault(name, []).append(width.kept)
    return kinds
