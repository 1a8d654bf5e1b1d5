"""The headline of an area's report: staying and leaving first, then what stands apart, then what is shared."""

from teamhealth.publication.area import LEAVING, STAYING, Apart, Area, ItemCount
from teamhealth.publication.headline import Headline
from teamhealth.publication.together import FEWEST_TEAMS
from teamhealth.publication.types import ItemTotal, ItemWord, Verdict
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, number_word

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
            "Of the answers counted, {stay}% expect to be in their team a year from now, and {leave}% tell of no"
            " serious thought of leaving.",
            stay=stay,
            leave=leave,
        )
    if stay is not None:
        return tr("Of the answers counted, {stay}% expect to be in their team a year from now.", stay=stay)
    if leave is not None:
        return tr("Of the answers counted, {leave}% tell of no serious thought of leaving.", leave=leave)
    return ""


def _share(count: ItemCount | None) -> int | None:
    """Return a share that speaks for several teams; one team's alone is in no headline."""
    if count is None or count.total is None or (count.total.teams < FEWEST_TEAMS and not count.total.pooled):
        return None
    return count.total.favourable


def _apart(area: Area) -> str:
    found = area.apart()
    if not found:
        return tr("Every gap between teams is within chance.") if area.tested else ""
    if len(found) > _NAMED:
        teams = len({each.team.id for each in found})
        return trn(
            "By more than chance, {words} team stands apart from the others.",
            "By more than chance, {words} teams stand apart from the others.",
            teams,
            words=number_word(teams),
        )
    return tr("By more than chance, {differences}.", differences=and_list([difference_text(each) for each in found]))


def difference_text(apart: Apart) -> str:
    """Return 'morale is lower in Eastfield'."""
    title = apart.domain.title[:1].lower() + apart.domain.title[1:]
    if apart.domain.direction_note:
        words = tr("lighter") if apart.verdict is Verdict.ABOVE else tr("heavier")
    else:
        words = tr("higher") if apart.verdict is Verdict.ABOVE else tr("lower")
    return tr("{theme} is {words} in {team}", theme=title, words=words, team=apart.team.name)


def _shared(area: Area) -> str:
    found = area.shared(ItemWord.CONCERN)
    if not found:
        return ""
    first = found[0]
    concern = first.item.concern[:1].lower() + first.item.concern[1:]
    # Of all shown teams: one of whom the item is not shown is not known to say otherwise, nor to say the same.
    teams = len(area.shown)
    if first.concern == teams:
        return tr("In all {teams} teams: {concern}.", teams=number_word(teams), concern=concern)
    return tr(
        "In {count} of {teams} teams: {concern}.",
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
