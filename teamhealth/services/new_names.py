"""Names that somebody types for a survey, a team or a service."""

from teamhealth.failures import NameInvalid
from teamhealth.survey.organisation import LONGEST_NAME
from teamhealth.survey.readable import problem_with_text


def checked_name(name: str) -> str:
    """Return a name without space around it; NameInvalid for one that cannot be shown."""
    trimmed = name.strip()
    if problem_with_text(trimmed, LONGEST_NAME):
        raise NameInvalid(LONGEST_NAME)
    return trimmed
