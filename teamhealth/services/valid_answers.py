"""How many valid answers stand behind a team's figures, counted without scoring, which loads pandas."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from teamhealth.survey.ids import TeamId
from teamhealth.survey.questionnaire import OPT_OUTS
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class ValidAnswers:
    """The answers behind each figure, by team and question, and by team and scored theme; 0 where there is none."""

    items: Counter[tuple[TeamId, str]]
    themes: Counter[tuple[TeamId, str]]


def valid_answers(survey: Survey, responses: Iterable[Response]) -> ValidAnswers:
    """Return how many valid answers stand behind every figure: the same that the measures count."""
    themes = {each.id: [item.id for item in each.items]
              for q in survey.questionnaires if q.score_domains for each in q.domains}  # fmt: skip
    found = ValidAnswers(Counter(), Counter())
    for response in responses:
        valid = {item for item, code in response.answers.items() if code not in OPT_OUTS}
        found.items.update((response.team, item) for item in valid)
        scored = (theme for theme, items in themes.items() if 2 * len(valid.intersection(items)) >= len(items))
        found.themes.update((response.team, theme) for theme in scored)
    return found


def most_valid(survey: Survey, responses: Iterable[Response]) -> Counter[TeamId]:
    """Return for each team the most valid answers behind any figure, a theme's score among them.

    Comments are read exactly where the release rules show them.
    """
    behind = valid_answers(survey, responses)
    most: Counter[TeamId] = Counter()
    for counts in (behind.items, behind.themes):
        for (team, _), count in counts.items():
            most[team] = max(most[team], count)
    return most
