"""All that was ever published of a survey, and what it leaves unknown."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.publication.types import Publication
from teamhealth.survey.questionnaire import Domain
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.adversary.knowledge import ItemEnds, Watcher, facts
from tests.adversary.program import Coefficients, Fact
from tests.adversary.unknowns import Group, unknown_answers


@dataclass(frozen=True, slots=True)
class Part:
    """Unknown answers and what is known of them, apart from all others."""

    groups: list[Group]
    facts: list[Fact]

    def has(self, terms: Coefficients) -> bool:
        """Whether a sum is about this part."""
        teams = {name[0] for name, _ in terms}
        return any(group.team in teams for group in self.groups)


@dataclass(frozen=True, slots=True)
class Told:
    """A publication and the responses it is made of, and what was told of items' ends if that was, too."""

    publication: Publication
    responses: Sequence[Response]
    ends: tuple[ItemEnds, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All that was ever published of one survey, in that order.

    Rounds are asked anew, so what one tells of its answers tells nothing of another's: each is a case of its own.
    """

    survey: Survey
    told: tuple[Told, ...]

    @property
    def responses(self) -> list[Response]:
        """Everybody's, once."""
        return list({id(response): response for told in self.told for response in told.responses}.values())

    @property
    def newcomers(self) -> frozenset[int]:
        """Those who are not in the first publication."""
        first = {id(response) for response in self.told[0].responses}
        return frozenset(id(response) for response in self.responses) - first

    def watcher(self, told: Told, own: Response | None = None) -> Watcher:
        """Return somebody who reads one of the publications."""
        return Watcher(self.survey, told.responses, own, self.newcomers)

    def parts(self, domain: Domain, own: Response | None = None) -> list[Part]:
        """Return what is unknown of a domain and all that is known of it, in parts that have nothing in common."""
        groups = unknown_answers(self.survey, self.responses, own, self.newcomers)
        known = [
            fact for told in self.told for fact in facts(told.publication, self.watcher(told, own), domain, told.ends)
        ]
        return components([group for group in groups if group.domain == domain.id], known)

    @property
    def domains(self) -> tuple[Domain, ...]:
        """All domains."""
        return tuple(domain for each in self.survey.questionnaires for domain in each.domains)


def components(groups: Sequence[Group], known: Sequence[Fact]) -> list[Part]:
    """Return groups and facts in parts that have nothing to do with each other; a team is never cut."""
    above = {group.team: group.team for group in groups}

    def root(team: str) -> str:
        while above[team] != team:
            team = above[team]
        return team

    for fact in known:
        teams = [name[0] for name, _ in fact.terms]
        for team in teams[1:]:
            above[root(team)] = root(teams[0])
    whole = {root(team): Part([], []) for team in above}
    for group in groups:
        whole[root(group.team)].groups.append(group)
    for fact in known:
        if fact.terms:
            whole[root(next(iter(fact.terms))[0][0])].facts.append(fact)
    return list(whole.values())
