"""Where a visit may tell most, by what stands apart; where nothing does, what else there is to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.publication.compared import MORE_THAN_CHANCE, Compared, Row
from teamhealth.publication.rest import scopes
from teamhealth.publication.themes_said import difference_word
from teamhealth.publication.types import Comparison, DomainResult, TeamResult, Verdict
from teamhealth.publication.words import theme_name
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised

MOST_NAMED = 4
_MOST_IN_A_SENTENCE = 2 * MOST_NAMED
Apart = list[tuple[Row, list[tuple[Domain, Comparison]]]]


def standing_apart(compared: Compared) -> Apart:
    """Return the teams that stand apart by more than chance, each with the themes it does so in."""
    found: Apart = []
    for row in compared.shown:
        flags = [(domain, row.comparison(domain.id)) for domain in compared.domains]
        mine = [(domain, each) for domain, each in flags if each is not None and each.verdict in MORE_THAN_CHANCE]
        if mine:
            found.append((row, mine))
    return found


@dataclass(frozen=True, slots=True)
class Divided:
    """A theme in which as many teams of a table stand above the others as do not: neither are the usual ones.

    Every score above is higher than every other: a test of few answers may leave a high score where it is. ``here``
    are the teams of the comparison: what is of one area of service names nobody of another.
    """

    domain: Domain
    above: tuple[TeamResult, ...]
    rest: tuple[TeamResult, ...]
    here: frozenset[str]


def divided(compared: Compared, apart: Apart) -> tuple[Divided, ...]:
    """Return the themes that divide the teams which are compared with each other, of those in which any is above here.

    Those of a small service are compared with the council's teams, which do not all stand here.
    """
    found = []
    here: dict[str, set[str]] = {}
    for row, flags in apart:
        for domain, comparison in flags:
            if comparison.verdict is Verdict.ABOVE and row.team is not None:
                here.setdefault(domain.id, set()).add(row.team.id)
    if not here:
        return ()
    teams = {team.id: team for team in compared.publication.teams}
    shown = frozenset(row.team.id for row in compared.shown if row.team is not None)
    for table, services in scopes(compared.publication.atoms):
        tested = {str(atom.team) for atom in table if atom.service in services}
        together = [teams[str(atom.team)] for atom in table if atom.team in teams]
        for domain in (each for each in compared.domains if not tested.isdisjoint(here.get(each.id, ()))):
            verdicts = [(team, _verdict(result)) for team in together if (result := _scored(team, domain)) is not None]
            above = [team for team, verdict in verdicts if verdict is Verdict.ABOVE]
            rest = [team for team, verdict in verdicts if verdict is not Verdict.ABOVE]
            below = any(verdict is Verdict.BELOW for _, verdict in verdicts)
            if len(above) >= len(rest) and not below and _lie_apart(above, rest, domain):
                found.append(Divided(domain, tuple(above), tuple(rest), shown))
    return tuple(found)


def _scored(team: TeamResult, domain: Domain) -> DomainResult | None:
    for each in team.domains:
        if each.domain == domain.id and each.score is not None:
            return each
    return None


def _lie_apart(above: Sequence[TeamResult], rest: Sequence[TeamResult], domain: Domain) -> bool:
    return min(_points(above, domain), default=0) > max(_points(rest, domain), default=0)


def _points(teams: Sequence[TeamResult], domain: Domain) -> list[int]:
    found = (_scored(team, domain) for team in teams)
    return [each.score.points for each in found if each is not None and each.score is not None]


def _verdict(result: DomainResult) -> Verdict | None:
    return result.rest.verdict if result.rest is not None else None


def divided_sentences(parted: Sequence[Divided]) -> list[str]:
    """Return how such themes divide the teams: who does not stand apart may be out of the ordinary all the same."""
    return [
        tr(
            "{theme} divides the teams: {word} in {above} than in {rest}.",
            theme=capitalised(theme_name(each.domain)),
            word=difference_word(burden=bool(each.domain.direction_note), verdict=Verdict.ABOVE),
            above=_side(each.above, each.here),
            rest=_side(each.rest, each.here),
        )
        for each in parted
        if each.rest
    ]


def _side(teams: Sequence[TeamResult], here: frozenset[str]) -> str:
    """Return 'Harbour, Oakdale and 2 teams of other areas of service'."""
    names = [team.name for team in teams if team.id in here]
    elsewhere = len(teams) - len(names)
    if not elsewhere:
        return named_of(names)
    others = trn("{count} team of another area of service", "{count} teams of other areas of service", elsewhere)
    return and_list([*names, others])


def visit_sentences(apart: Apart, parted: Sequence[Divided]) -> list[str]:
    """Return where a visit may tell most, and who may know what helps: information for whoever decides.

    Who is above the others only in themes that divide the teams is no example: the others may be those in trouble.
    """
    no_example = {(team.name, each.domain.id) for each in parted for team in each.above}
    below, above = below_and_above(
        [
            (row, left)
            for row, found in apart
            if (left := [each for each in found if (row.name, each[0].id) not in no_example])
        ]
    )
    parts = []
    if below:
        parts.append(
            trn(
                "{teams} stands below the others in a theme or more: a visit there may tell most.",
                "{teams} stand below the others in a theme or more: visits there may tell most.",
                len(below),
                teams=named_of(below),
            )
        )
    if above:
        parts.append(
            trn(
                "{teams} stands above the others and may know what helps.",
                "{teams} stand above the others and may know what helps.",
                len(above),
                teams=named_of(above),
            )
        )
    sides = divided_sentences(parted)
    if any(team.id in each.here for each in parted for team in each.rest):
        sides.append(tr("A visit to those who are worse off there may tell most."))
    return [*parts, *sides]


def below_and_above(apart: Apart) -> tuple[list[str], list[str]]:
    """Return the teams with anything below the others, and those that are only above."""
    below = [row.name for row, found in apart if any(each.verdict is Verdict.BELOW for _, each in found)]
    return below, [row.name for row, _ in apart if row.name not in below]


def named_of(names: list[str]) -> str:
    """Return the names as a sentence says them, of many only the first and how many others there are."""
    if len(names) <= _MOST_IN_A_SENTENCE:
        return and_list(names)
    return and_list([*names[:_MOST_IN_A_SENTENCE], _others(len(names) - _MOST_IN_A_SENTENCE)])


def unnamed(compared: Compared) -> list[tuple[str, str]]:
    """Return each '20 others' that a headline says, in its order, with the first team that it stands for."""
    lists = below_and_above(standing_apart(compared))
    return [
        (_others(len(names) - _MOST_IN_A_SENTENCE), names[_MOST_IN_A_SENTENCE])
        for names in lists
        if len(names) > _MOST_IN_A_SENTENCE
    ]


def elsewhere_sentence(compared: Compared) -> str:
    """Return what can be looked at where no team is named: the figures of teams give no order then."""
    return tr(
        "These figures give no order of visits. What many teams share stands on {page}; how each moves over rounds, in"
        " {trends}.",
        page=area_words(compared),
        trends=trends_words(),
    )


def area_words(compared: Compared) -> str:
    """Return how that sentence calls the page of all these teams together."""
    if compared.service is not None:
        return tr("the page of {service}", service=compared.service.name)
    return tr("the council’s page")


def trends_words() -> str:
    """Return how that sentence calls the place where rounds are followed."""
    return tr("Trends")


def _others(count: int) -> str:
    return trn("{count} other", "{count} others", count)
