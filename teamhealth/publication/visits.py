"""Where a visit may tell most, by what stands apart; where nothing does, what else there is to look at."""

from teamhealth.publication.compared import MORE_THAN_CHANCE, Compared, Row
from teamhealth.publication.types import Comparison, Verdict
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

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


def visit_sentences(apart: Apart) -> list[str]:
    """Return where a visit may tell most, and who may know what helps: information for whoever decides."""
    below, above = below_and_above(apart)
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
    return parts


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
