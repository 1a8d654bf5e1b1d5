"""An area's headline: staying and leaving first, where most teams count; what stands apart; what is shared."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from teamhealth.publication.area import LEAVING, STAYING, Apart, Area, ItemCount
from teamhealth.publication.headline import Headline
from teamhealth.publication.shared_average import on_average
from teamhealth.publication.staying import counts_few, few_text, of_few_teams, same_rounds_text, staying_text
from teamhealth.publication.themes_said import difference_word
from teamhealth.publication.together import FEWEST_TEAMS
from teamhealth.publication.types import ItemWord, Verdict
from teamhealth.publication.words import theme_name
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, clause_list, number_word

_NAMED = 3
# Five lines on paper: a longer one would push what is said of both cards off page one of large print.
LONGEST_HEADLINE = 406


class _Shared(Enum):
    """How the concern that most teams share is told: with of how many teams, without, or not by name."""

    WHOLE = "whole"
    BRIEF = "brief"
    COUNTED = "counted"


def area_headline(area: Area) -> Headline:
    """Write the headline; it says no more than the figures of the report.

    Where it would be too long it says how many teams stand apart and names none, then names a shared concern more
    briefly, then leaves it to the cards what a share of few teams is not for. Only then it names no concern either.
    """
    if not area.shown:
        council = tr("No team of this council can be shown by itself.")
        return Headline(council if area.service is None else tr("No team of this service can be shown by itself."), "")
    for told in _from_the_longest(area):
        if len(told.text) <= LONGEST_HEADLINE:
            return told
    return _shortest(area)


def _from_the_longest(area: Area) -> Iterator[Headline]:
    yield _told(area, named=area.named, shared=_Shared.WHOLE, few=True)
    for few in (True, False):
        for shared in (_Shared.WHOLE, _Shared.BRIEF):
            yield _told(area, named=False, shared=shared, few=few)


def _shortest(area: Area) -> Headline:
    return _told(area, named=False, shared=_Shared.COUNTED, few=False)


def _told(area: Area, *, named: bool, shared: _Shared, few: bool) -> Headline:
    """Return the headline, with the teams that stand apart, and what a share of few teams is not for, if it is to."""
    apart, concern = _apart(area, named=named), _shared(area, shared)
    staying, others = staying_text(area), [each for each in (apart, concern) if each]
    if of_few_teams(area):
        first, *rest = others or [teams_shown_text(area)]
        return Headline(first, " ".join([*rest, staying, *([few_text()] if few else [])]))
    first, *rest = [staying, *others] if staying else others or [teams_shown_text(area)]
    return Headline(first, " ".join(rest))


def few_beside_cards(area: Area) -> str:
    """Return what a share of few teams is not for, where a card holds one and the headline does not say it; else ''."""
    shares = (area.about(STAYING), area.about(LEAVING))
    few = any(count is not None and bool(count.teams) and counts_few(count) for count in shares)
    if not few or few_text() in area_headline(area).text:
        return ""
    # Why is left out below a headline that tells the share: it would drive the note off page one of large print.
    return same_rounds_text() if of_few_teams(area) else few_text()


def _apart(area: Area, *, named: bool) -> str:
    found = area.apart()
    if not found and len(area.shown) == 1 and area.named:
        words = tr("{team} was not found to stand apart by more than chance.", team=area.shown[0].name)
        return words if area.tested else ""
    if not found:
        return tr("No team was found to stand apart by more than chance.") if area.tested else ""
    if len(found) > _NAMED or not named:
        teams = len({each.team.id for each in found})
        return trn(
            "By more than chance, {words} team stands apart from the others.",
            "By more than chance, {words} teams stand apart from the others.",
            teams,
            words=number_word(teams),
        )
    if len(found) > 1 and len({each.team.id for each in found}) == 1:
        return tr("In {team}, {differences}, by more than chance.",
                  team=found[0].team.name, differences=_differences(found))  # fmt: skip
    said = [tr("{theme} is {places}", theme=theme, places=_places(places)) for theme, places in _by_theme(found)]
    return tr("By more than chance, {differences}.", differences=clause_list(said))


def apart_lines(area: Area) -> tuple[str, ...]:
    """Return a sentence a theme: which teams stand apart there and how; empty where the headline names them."""
    found = area.apart()
    if not area.named or not found:
        return ()
    headline = area_headline(area).text
    if all(each.team.name in headline for each in found):
        return ()
    said = [tr("{theme} is {places}.", theme=theme, places=_places(places)) for theme, places in _by_theme(found)]
    return tuple(capitalised(each) for each in said)


def _by_theme(found: Sequence[Apart]) -> list[tuple[str, dict[str, list[str]]]]:
    """Return themes in the order that they are met, each with the teams that are lower in it before those higher."""
    themes: dict[str, dict[str, list[str]]] = {theme_name(each.domain): {} for each in found}
    for each in lower_first(found):
        themes[theme_name(each.domain)].setdefault(_word(each), []).append(each.team.name)
    return list(themes.items())


def _places(words: Mapping[str, Sequence[str]]) -> str:
    """Return 'lower in Eastfield and higher in Fairway' of one theme's teams."""
    said = [tr("{words} in {teams}", words=word, teams=and_list(teams)) for word, teams in words.items()]
    return and_list(said) if all(len(teams) == 1 for teams in words.values()) else clause_list(said)


def _differences(found: Sequence[Apart]) -> str:
    """Return 'morale and psychological safety are lower, and bureaucracy burden is heavier' of one team's themes."""
    words: dict[str, list[str]] = {}
    for each in lower_first(found):
        words.setdefault(_word(each), []).append(theme_name(each.domain))
    said = [
        trn("{names} is {word}", "{names} are {word}", len(names), names=and_list(names), word=word)
        for word, names in words.items()
    ]
    return and_list(said) if all(len(names) == 1 for names in words.values()) else clause_list(said)


def lower_first(found: Sequence[Apart]) -> list[Apart]:
    """Return what is lower or heavier before what is higher or lighter, else in the same order."""
    return sorted(found, key=lambda each: each.verdict is Verdict.ABOVE)


def difference_text(apart: Apart) -> str:
    """Return 'morale is lower in Eastfield'."""
    return tr("{theme} is {words} in {team}",
              theme=theme_name(apart.domain), words=_word(apart), team=apart.team.name)  # fmt: skip


def _word(apart: Apart) -> str:
    return difference_word(burden=bool(apart.domain.direction_note), verdict=apart.verdict)


def _shared(area: Area, how: _Shared) -> str:
    """Say what most teams share, if half of them or more do, and how many more concerns as many share."""
    found = area.shared(ItemWord.CONCERN)
    if not found or 2 * found[0].concern < len(area.shown):
        return ""
    first = found[0]
    alike = [each for each in found if each.concern == first.concern]
    if how is _Shared.COUNTED:
        return _shared_alike(alike, area)
    said = _named_shared(first, area, brief=how is _Shared.BRIEF)
    return " ".join(filter(None, (said, _as_many(len(alike) - 1))))


def _named_shared(first: ItemCount, area: Area, *, brief: bool) -> str:
    """Name one concern; where that is to be ``brief``, of how many teams it could be counted stands in the table."""
    concern, words = _lowered(first.item.concern), number_word(first.concern)
    if not on_average(area, first.item.id):
        if not brief:
            return _shared_by(first, concern, area)
        return tr("{words} teams share this concern: {concern}.", words=capitalised(words), concern=concern)
    if brief:
        return tr("A concern on average in {words} teams: {concern}.", words=words, concern=concern)
    return tr("This is a concern on average in {teams}: {concern}.", teams=_averaged_in(first, area), concern=concern)


def _averaged_in(first: ItemCount, area: Area) -> str:
    """Return in which teams a question is a concern on average: 'all six teams', 'five of nine shown teams'."""
    count = number_word(first.concern)
    if first.teams < len(area.shown):
        if first.concern == first.teams:
            return tr("{teams} that could be counted", teams=_each_of(first.teams))
        return tr("{count} of the {teams} teams that could be counted", count=count, teams=number_word(first.teams))
    if first.concern == first.teams:
        return _lowered(_all_teams(area))
    return tr("{count} of {teams}", count=count, teams=_teams(area))


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _shared_by(first: ItemCount, concern: str, area: Area) -> str:
    """Name the concern that most teams share, of several alike the first in the order asked."""
    # Of those for which it is shown: of another team it is not known whether it says so.
    teams = first.teams
    if teams < len(area.shown):
        return _shared_of_some(first, concern)
    if first.concern == teams:
        return tr("{teams} share this concern: {concern}.", teams=_all_teams(area), concern=concern)
    return tr(
        "This concern is shared by {count} of {teams}: {concern}.",
        count=number_word(first.concern),
        teams=_teams(area),
        concern=concern,
    )


def _as_many(others: int) -> str:
    """Return how many more concerns are shared by as many teams, so that the one named is not taken for the only."""
    if not others:
        return ""
    words = capitalised(number_word(others))
    return trn("{words} other is shared by as many.", "{words} others are shared by as many.", others, words=words)


def _teams(area: Area) -> str:
    """Return 'nine teams', or 'nine shown teams' where there are others: of those nobody knows."""
    words = number_word(len(area.shown))
    if area.hidden:
        return trn("{words} shown team", "{words} shown teams", len(area.shown), words=words)
    return trn("{words} team", "{words} teams", len(area.shown), words=words)


def _all_teams(area: Area) -> str:
    """Return 'All nine teams', 'Both shown teams' or the like."""
    if len(area.shown) == FEWEST_TEAMS:
        return tr("Both shown teams") if area.hidden else tr("Both teams")
    return tr("All {teams}", teams=_teams(area))


def _shared_alike(alike: Sequence[ItemCount], area: Area) -> str:
    """Say how many concerns equally many teams share, where there is no room to name one.

    Each is said of the teams for which it can be shown, which may be fewer than are shown.
    """
    concerns, count = number_word(len(alike)), alike[0].concern
    fewest, most = min(each.teams for each in alike), max(each.teams for each in alike)
    if fewest == len(area.shown):
        return _of_every_team(len(alike), count, area)
    if count == most:
        said = trn("{concerns} concern is shared by {teams} that could be counted.",
                   "{concerns} concerns are each shared by {teams} that could be counted.",
                   len(alike), concerns=concerns, teams=_each_of(count))  # fmt: skip
    else:
        # Of how many each could be counted stands in the table.
        said = trn("{concerns} concern is shared by {sharing} teams.",
                   "{concerns} concerns are each shared by {sharing} teams.",
                   len(alike), concerns=concerns, sharing=number_word(count))  # fmt: skip
    return capitalised(said)


def _of_every_team(alike: int, count: int, area: Area) -> str:
    """Say how many concerns so many of the shown teams share, all of which could be counted."""
    concerns = number_word(alike)
    if count == len(area.shown):
        return trn("{teams} share {concerns} concern.", "{teams} share {concerns} concerns.",
                   alike, teams=_all_teams(area), concerns=concerns)  # fmt: skip
    said = trn("{concerns} concern is shared by {sharing} of {teams}.",
               "{concerns} concerns are each shared by {sharing} of {teams}.",
               alike, concerns=concerns, sharing=number_word(count), teams=_teams(area))  # fmt: skip
    return capitalised(said)


def _each_of(teams: int) -> str:
    if teams == FEWEST_TEAMS:
        return tr("both teams")
    return tr("all {teams} teams", teams=number_word(teams))


def _shared_of_some(count: ItemCount, concern: str) -> str:
    """Say a concern that cannot be told of every team that is shown."""
    teams = number_word(count.teams)
    if count.concern == count.teams == FEWEST_TEAMS:
        return tr("Both teams that could be counted share this concern: {concern}.", concern=concern)
    if count.concern == count.teams:
        return tr("All {teams} teams that could be counted share this concern: {concern}.",
                  teams=teams, concern=concern)  # fmt: skip
    return tr("This concern is shared by {count} of the {teams} teams that could be counted: {concern}.",
              count=number_word(count.concern), teams=teams, concern=concern)  # fmt: skip


def teams_shown_text(area: Area) -> str:
    """Return how many teams are shown: the headline where nothing else leads."""
    count = len(area.shown)
    return capitalised(
        trn("{words} team is shown by itself.", "{words} teams are shown by themselves.", count,
            words=number_word(count))
    )  # fmt: skip
