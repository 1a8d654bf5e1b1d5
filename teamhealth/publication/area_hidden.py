"""What is said of the teams that an area's report does not show: that no figure of it holds their answers, and why."""

from collections.abc import Mapping

from teamhealth.publication.area import Area
from teamhealth.publication.types import TeamResult
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

_MOST_NAMED = 4


def in_no_figure_text(area: Area) -> str:
    """Return that the hidden teams are in no figure of the area; '' where there are none, or others are in a total.

    Whether anybody answered there is not said: it goes by what is printed of the totals alone.
    """
    if not area.hidden or not area.shown:
        return ""
    if any(total.others for total in area.totals) or _may_be_pooled(area):
        return ""
    names = [team.name for team in area.hidden]
    many = len(names) > _MOST_NAMED
    teams = trn("{count} team", "{count} teams", len(names)) if many else and_list(names)
    place = tr("the council") if area.service is None else tr("this service")
    return trn(
        "{teams} cannot be shown, and is in no figure of {place}.",
        "{teams} cannot be shown, and are in no figure of {place}.",
        len(names),
        teams=teams,
        place=place,
    )


def _may_be_pooled(area: Area) -> bool:
    """Return whether the shares of questions may hold a hidden team's answers.

    The only hidden team of an area of service is never among those that are counted together there.
    """
    alone = area.service is not None and len(area.hidden) == 1
    return not alone and any(item.pooled for item in area.items)


def hidden_by_threshold(area: Area) -> Mapping[int, tuple[TeamResult, ...]]:
    """Return the hidden teams by how many answers each needs, the fewest first: one who reads it along adds one."""
    needed = sorted({team.needed for team in area.hidden})
    return {each: tuple(team for team in area.hidden if team.needed == each) for each in needed}
