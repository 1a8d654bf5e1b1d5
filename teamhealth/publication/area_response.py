"""How many people of an area's shown teams answered, and in how many of these teams few did."""

from teamhealth.publication.area import Area
from teamhealth.publication.numbers import percent
from teamhealth.publication.together import FEWEST_TEAMS
from teamhealth.publication.words import LOW_RESPONSE_PERCENT, low_response
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

_MOST_NAMED = 4


def response_text(area: Area) -> str:
    """Return 'In these teams 61 of 90 people answered (68%).'; '' of one team, whose own report says it."""
    if len(area.shown) < FEWEST_TEAMS:
        return ""
    answered = sum(team.answered or 0 for team in area.shown)
    people = sum(team.headcount for team in area.shown)
    return tr(
        "In these teams {answered} of {people} people answered ({percent}%).",
        answered=answered,
        people=people,
        percent=percent(answered, people),
    )


def few_answered_text(area: Area) -> str:
    """Return in which shown teams, of many in how many, fewer than 60% answered; '' where in none."""
    low = [team.name for team in area.shown if low_response(team)]
    if not low:
        return ""
    teams = trn("{count} team", "{count} teams", len(low))
    named = area.named and len(low) <= _MOST_NAMED
    return tr(
        "Take care: in {teams} fewer than {percent}% answered.",
        teams=and_list(low) if named else teams,
        percent=LOW_RESPONSE_PERCENT,
    )
