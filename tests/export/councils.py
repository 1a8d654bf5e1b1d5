"""Publications that the program itself made of invented answers."""

from datetime import date

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.types import Publication
from tests.answers import many_teams, random_people, team_id

DAY = date(2026, 12, 7)


def council(people: tuple[int, ...], *, services: int = 1, seed: int = 0) -> Publication:
    """Return the publication of teams in which so many answered, each with one more in it."""
    asked = many_teams(tuple(count + 1 for count in people), services=services)
    responses = [
        each
        for number, count in enumerate(people)
        for each in random_people(asked, count, seed + number, team_id(number))
    ]
    return release(measure(score(responses, asked), asked), asked, (), DAY)
