"""What one person answered, with no identity and no time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questionnaire import OPT_OUTS

COMMENT_CHARACTERS = 1_000
COMMENT_BYTES = 2_000

RowKey = tuple[TeamId, tuple[tuple[str, int], ...], tuple[tuple[str, str], ...], int | None]


@dataclass(frozen=True, slots=True)
class Response:
    """One person's answers.

    Parameters
    ----------
    survey, team : str
        What they answered in; an envelope moved to another team does not open there.
    answers : Mapping of str to int
        Item id to code: 1 to the scale's length, 9 'does not apply to me', 0 'prefer not to say'.
        An item that was never reached is absent.
    comments : Mapping of str to str
        Comment id to text, without the empty ones.
    code : str or None
        The one-time code, where the survey uses them.
    elsewhere : bool
        Whether it came from paper or another program, so that somebody may have read it before it was sealed.
    alike : int or None
        Of a row of another program's table without codes, how many rows above it said the very same: so that a table
        that is taken in twice counts once, and people who answered alike count each.
    """

    survey: SurveyId
    team: TeamId
    answers: Mapping[str, int]
    comments: Mapping[str, str] = field(default_factory=dict)
    code: str | None = None
    elsewhere: bool = False
    alike: int | None = None

    @property
    def answers_any(self) -> bool:
        """Whether any question has an answer other than an opt-out; a comment alone is none."""
        return any(code not in OPT_OUTS for code in self.answers.values())


def number_alike(responses: Iterable[Response]) -> tuple[Response, ...]:
    """Return the rows of one table, each with how many above it said the very same."""
    seen: Counter[RowKey] = Counter()
    numbered = []
    for response in responses:
        key = row_key(response)
        numbered.append(replace(response, alike=seen[key]))
        seen[key] += 1
    return tuple(numbered)


def row_key(response: Response) -> RowKey:
    """Return by what a row is known again in another table: its team, what it says, and ``alike``."""
    answers, comments = sorted(response.answers.items()), sorted(response.comments.items())
    return response.team, tuple(answers), tuple(comments), response.alike
