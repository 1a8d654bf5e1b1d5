"""What was promised about showing results, fixed before the first answer."""

from dataclasses import dataclass
from enum import StrEnum

SMALLEST_THRESHOLD = 5
SHARES_FROM = 8
SPLITS_FROM = 10
DAYS_BETWEEN_ROUNDS = 60
RETENTION_DAYS = 90


class CommentsChoice(StrEnum):
    """From how many answers comments are shown."""

    FROM_EIGHT = "from-eight"
    FROM_THRESHOLD = "from-threshold"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class ReleasePolicy:
    """The survey's own threshold (5 or more) and what was chosen for comments."""

    threshold: int
    comments: CommentsChoice

    def shown_from(self, answering_recipients: int = 0) -> int:
        """Return the fewest answers shown of a team; one more for each recipient of its report who answers."""
        return self.threshold + answering_recipients

    def comments_shown_from(self, answering_recipients: int = 0) -> int | None:
        """Return the answers needed before a team's comments are shown; None if they are not asked."""
        return None if self.comments_from is None else self.comments_from + answering_recipients

    def comments_asked(self, headcount: int, answering_recipients: int = 0) -> bool:
        """Return whether a team is asked for comments: where too few people are in it, none could ever be shown."""
        least = self.comments_shown_from(answering_recipients)
        return least is not None and headcount >= least

    @property
    def comments_from(self) -> int | None:
        """Answers needed before comments are shown; None if they are not asked."""
        if self.comments is CommentsChoice.NOT_ASKED:
            return None
        if self.comments is CommentsChoice.FROM_EIGHT:
            return max(SHARES_FROM, self.threshold)
        return self.threshold
