"""Comments as somebody has read them."""

from dataclasses import dataclass

from teamhealth.survey.ids import TeamId


@dataclass(frozen=True, slots=True)
class ReviewedComments:
    """One team's comments to one question; of those withheld only the number is known."""

    team: TeamId
    question: str
    comments: tuple[str, ...]
    withheld: int
