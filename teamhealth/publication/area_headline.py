"""The headline of an area's report: staying and leaving first, then what stands apart, then what is shared."""

from collections.abc import Sequence

from teamhealth.publication.area import LEAVING, STAYING, Apart, Area, ItemCount
from teamhealth.publication.headline import Headline
from teamhealth.publication.themes_said import difference_word
from teamhealth.publication.together import FEWEST_TEAMS
from teamhealth.publication.types import ItemTotal, ItemWord
from teamhealth.publication.words import theme_name
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, clause_list, number_word

_NAMED = 3


def area_headline(area: Area) -> Headline:
    """Write the headline; it says no more than the figures of the report."""
    if not area.shown:
        return Headline(tr("No team of this area can be shown by itself."), "")
    said = [_staying(area), _apart(area), _shared(area)]
    first, *rest = [each for each in said if each] or [_plain(area)]
    return Headline(first, " ".join(rest))


def counted_text(total: ItemTotal) -> str:
    """Say of how many teams the answers are: a share of one team's alone is not everybody's."""
    if total.pooled:
        return tr("of the answers counted are favourable")
    return trn(
        "of the answers counted are favourable: {count} team’s",
        "of the answers counted are favourable: {count} teams’",
        total.teams,
    )


def _staying(area: Area) -> str:
    staying, leaving = area.about(STAYING), area.about(LEAVING)
    stay, leave = _share(staying), _share(leaving)
    if stay is not None and leave is not None:
        return tr(
            "Of those counted, {stay}% expect to be in their team a year from now, and {leave}% have"
            " not thought seriously about leaving.",
            stay=stay,
            leave=leave,
        )
    if stay is not None:
        return tr("Of those counted, {stay}% expect to be in their team a year from now.", stay=stay)
    if leave is not None:
        return tr("Of those counted, {leave}% have not thought seriously about leaving.", leave=leave)
    return ""


def _share(count: ItemCount | None) -> int | None:
    """Return a share that speaks for several teams; one team's alone is in no headline."""
    if count is None or count.total is None or (count.total.teams < FEWEST_TEAMS and not count.total.pooled):
        return None
    return count.total.favourable


def _apart(area: Area) -> str:
    found = area.apart()
    if not found:
        return tr("No team was found to stand apart by more than chance.") if area.tested else ""
    if len(found) > _NAMED:
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
    places: dict[str, list[str]] = {}
    for each in found:
        places.setdefault(_difference(each), []).append(each.team.name)
    said = [tr("{difference} in {teams}", difference=words, teams=and_list(names)) for words, names in places.items()]
    return tr("By more than chance, {differences}.", differences=clause_list(said))


def _differences(found: Sequence[Apart]) -> str:
    """Return 'morale and psychological safety are lower, and bureaucracy burden is heavier' of one team's themes."""
    words: dict[str, list[str]] = {}
    for each in found:
        word = difference_word(burden=bool(each.domain.direction_note), verdict=each.verdict)
        words.setdefault(word, []).append(theme_name(each.domain))
    said = [
        trn("{names} is {word}", "{names} are {word}", len(names), names=and_list(names), word=word)
        for word, names in words.items()
    ]
    return and_list(said) if all(len(names) == 1 for names in words.values()) else clause_list(said)


def difference_text(apart: Apart) -> str:
    """Return 'morale is lower in Eastfield'."""
    return tr("{difference} in {teams}", difference=_difference(apart), teams=apart.team.name)


def _difference(apart: Apart) -> str:
    """Return 'morale is lower'."""
    words = difference_word(burden=bool(apart.domain.direction_note), verdict=apart.verdict)
    return tr("{theme} is {words}", theme=theme_name(apart.domain), words=words)


def _shared(area: Area) -> str:
    found = area.shared(ItemWord.CONCERN)
    if not found:
        return ""
    first = found[0]
    concern = first.item.concern[:1].lower() + first.item.concern[1:]
    # Of all shown teams: one of whom the item is not shown is not known to say otherwise, nor to say the same.
    teams = len(area.shown)
    if first.concern == teams == FEWEST_TEAMS:
        return tr("Both teams share this concern: {concern}.", concern=concern)
    if first.concern == teams:
        return tr("All {teams} teams share this concern: {concern}.", teams=number_word(teams), concern=concern)
    return tr(
        "This concern is shared by {count} of {teams} teams: {concern}.",
        count=number_word(first.concern),
        teams=number_word(teams),
        concern=concern,
    )


def _plain(area: Area) -> str:
    count = len(area.shown)
    return capitalised(
        trn("{words} team is shown by itself.", "{words} teams are shown by themselves.", count,
            words=number_word(count))
    )  # fmt: skip
