"""Where the words of a comparison's headline lead, besides the teams that it names."""

from teamhealth.publication.compared import Compared
from teamhealth.publication.visits import area_words, divided, standing_apart, trends_words, unnamed
from teamhealth.texts.catalogue import tr
from teamhealth.ui.compare.visit_banner import Way

AREA, ALL_TRENDS = ":area", ":trends"


def sides_of(compared: Compared) -> dict[str, str]:
    """Return the teams that a theme sets against those above, by name, each with that theme's id."""
    here = {row.name for row in compared.shown}
    found: dict[str, str] = {}
    for each in divided(compared, standing_apart(compared)):
        for team in each.rest:
            if team.name in here:
                found.setdefault(team.name, each.domain.id)
    return found


def ways_of(compared: Compared) -> tuple[Way, ...]:
    """Return each '20 others', which leads to the first of them; where no team stands apart, the page of all teams."""
    if standing_apart(compared):
        return tuple(
            Way(words, team, tr("{words}: bring the teams that stand apart to the top", words=words))
            for words, team in unnamed(compared)
        )
    page, trends = area_words(compared), trends_words()
    return Way(page, AREA, tr("Go to {team}", team=page)), Way(trends, ALL_TRENDS, tr("Go to {team}", team=trends))
