"""How many valid answers stand behind a team's figures, counted without scoring, which loads pandas."""

from collections import Counter
from collections.abc import Iterable

from teamhealth.survey.ids import TeamId
from teamhealth.survey.questionnaire import OPT_OUTS
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey


def most_valid(survey: Survey, responses: Iterable[Response]) -> Counter[TeamId]:
    """Return for each team the most valid answers behind any figure, a theme's score among them.

    The same that the measures count: comments are read exactly where the release rules show them.
    """
    themes = [[item.id for item in each.items] for q in survey.questionnaires if q.score_domains for each in q.domains]
    behind: Counter[tuple[TeamId, str | int]] = Counter()
    for response in responses:
        valid = {item for item, code in response.answers.items() if code not in OPT_OUTS}
        behind.update((response.team, item) for item in valid)
        scored = (number for number, items in enumerate(themes) if 2 * len(valid.intersection(items)) >= len(items))
        behind.update((response.team, number) for number in scored)
    most: Counter[TeamId] = Counter()
    for (team, _), count in behind.items():
        most[team] = max(most[team], count)
    return most
