"""What the figures have to be, worked out anew from the keys that people pressed."""

from fractions import Fraction
from math import floor, sqrt

from teamhealth.publication.types import (
    Agreement,
    BandCount,
    BandedResult,
    FavourableCount,
    ItemResult,
    ItemWord,
    Publication,
    Split,
    Tier,
)
from tests.invented import core_questionnaire
from tests.ui.laptop_by_keys import Person

REVERSED = {item.id for item in core_questionnaire().items if item.reverse}


def _shown_mean(values: list[Fraction]) -> int:
    mean = sum(values, Fraction(0)) / len(values)
    return min(94, max(6, floor(mean + Fraction(1, 2))))


def _healthy(item: str, key: int) -> int | None:
    """Return 1 to 5 with 5 the healthy end, or None for an opt-out key."""
    if key in (0, 9):
        return None
    return 6 - key if item in REVERSED else key


def domain_points(people: list[Person], items: list[str]) -> int:
    persons = []
    for person in people:
        given = [healthy for each in items if (healthy := _healthy(each, person.keys[each])) is not None]
        if 2 * len(given) >= len(items):
            persons.append(Fraction(sum(25 * (each - 1) for each in given), len(given)))
    return _shown_mean(persons)


def check_team(publication: Publication, people: list[Person]) -> None:
    team = publication.teams[0]
    n, headcount = len(people), len(people) + 1
    assert (team.tier, team.answered, team.headcount) == (Tier.SPLITS if n >= 10 else Tier.SHARES, n, headcount)
    for domain, result, weight in zip(
        core_questionnaire().domains, team.domains, publication.atoms[0].scores, strict=True
    ):
        ids = [item.id for item in domain.items]
        points = domain_points(people, ids)
        assert result.score is not None
        assert result.score.points == points, domain.id
        valid = sum(2 * sum(_healthy(each, who.keys[each]) is not None for each in ids) >= len(ids) for who in people)
        assert weight.weight == valid
        half = 1.959963984540054 * sqrt(22**2 / valid * (1 - min(1, valid / headcount) * 0.5))
        assert result.likely is not None
        assert abs(result.likely.low - max(0, points - half)) <= 0.5
        assert abs(result.likely.high - min(100, points + half)) <= 0.5
        assert result.worst is not None
        assert abs(result.worst.low - valid * points / headcount) <= 0.5
        assert abs(result.worst.high - (valid * points + 100 * (headcount - valid)) / headcount) <= 0.5
        answers = [sum(_healthy(each, who.keys[each]) is not None for who in people) for each in ids]
        told = min(answers) >= 8 and max(answers) <= 12
        assert result.agreement is (_agreement(people, ids) if told else None)
    for item_result in team.items:
        _check_item(item_result, people)
    for banded_result in team.banded:
        _check_banded(banded_result, people)
    wanted = sorted(who.comments["change"] for who in people if who.comments)
    assert list(team.comments[0].comments) == wanted


def _agreement(people: list[Person], ids: list[str]) -> Agreement:
    """Mean absolute deviation from the items' means in answer steps, averaged over the items; alike up to 0.83."""
    deviations = []
    for each in ids:
        given = [Fraction(h) for who in people if (h := _healthy(each, who.keys[each])) is not None]
        mean = sum(given, Fraction(0)) / len(given)
        deviations.append(sum((abs(value - mean) for value in given), Fraction(0)) / len(given))
    return Agreement.ALIKE if sum(deviations, Fraction(0)) / len(deviations) <= Fraction(83, 100) else Agreement.DIFFER


def _check_item(result: ItemResult, people: list[Person]) -> None:
    given = [healthy for who in people if (healthy := _healthy(result.item, who.keys[result.item])) is not None]
    mean = floor(Fraction(sum(25 * (each - 1) for each in given), len(given)) + Fraction(1, 2))
    assert result.word is (ItemWord.STRENGTH if mean > 65 else ItemWord.CONCERN if mean < 45 else ItemWord.MIXED)
    parts = [sum(low <= each <= high for each in given) for low, high in ((1, 2), (3, 3), (4, 5))]
    if len(given) < 8:
        assert (result.answered, result.favourable, result.split) == (None, None, None)
        return
    assert result.answered == len(given)
    if result.split is not None:
        assert result.split == Split(*parts)
        assert len(given) >= 10
        assert min(parts) >= 2
    elif parts[2] <= 2:
        assert result.favourable == FavourableCount(0, 2)
    elif parts[2] >= len(given) - 2 and result.word is ItemWord.STRENGTH:
        assert result.favourable == FavourableCount(len(given) - 2, len(given))
    else:
        assert result.favourable is not None
        assert 3 <= result.favourable.low <= parts[2] <= result.favourable.high <= result.favourable.low + 2


def _check_banded(result: BandedResult, people: list[Person]) -> None:
    given = sorted(who.bands[result.item] for who in people if who.bands[result.item] not in (0, 9))
    assert result.middle == given[(len(given) - 1) // 2] - 1
    if len(given) < 10:
        assert result.bands is None
        return
    joined: list[list[int]] = []
    first, waiting = 0, 0
    for band in range(6):
        waiting += given.count(band + 1)
        if waiting >= 2:
            joined.append([first, band, waiting])
            first, waiting = band + 1, 0
    if first <= 5:
        joined[-1] = [joined[-1][0], 5, joined[-1][2] + waiting]
    assert result.bands == (tuple(BandCount(*each) for each in joined) if len(joined) > 1 else None)
