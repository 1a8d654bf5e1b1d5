"""What one person answered, with no identity and no time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from teamhealth.survey.ids import SurveyId, TeamId

COMMENT_CHARACTERS = 1_000
COMMENT_BYTES = 2_000


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
    """

    survey: SurveyId
    team: TeamId
    answers: Mapping[str, int]
    comments: Mapping[str, str] = field(default_factory=dict)
    code: str | None = None
    elsewhere: bool = False
