"""What can go wrong with a survey from its draft to its publication."""

from enum import StrEnum

from teamhealth.failures.failure import Failure


class SurveyUnfit(Failure):
    """A survey's fullest response would not fit the envelope's fixed size."""


class DraftIncomplete(Failure):
    """A draft cannot become a survey yet; ``problems`` holds (field, sentence) pairs."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__("; ".join(text for _, text in problems))
        self.problems = problems


class NoSuchSurvey(Failure):
    """There is no survey or draft of this id."""


class SurveyNotOpen(Failure):
    """The survey takes no more answers: it is closed."""


class SurveyNotClosed(Failure):
    """The survey is still collecting, so it cannot be opened."""


class SurveyPublished(Failure):
    """The survey has been published already, once and for all."""


class NoResults(Failure):
    """The survey of this title has no published results on this computer: there were none, or they were deleted."""


class ResultsDeleted(Failure):
    """The survey's results have been deleted here: nothing can be added to it or opened any more."""


class ResultsOlder(Failure):
    """The survey's results were made by an earlier version of the program, and this one does not read them."""


class AnswersDestroyed(Failure):
    """The sealed answers or the key have been destroyed, so that nothing can be computed from them again."""


class CollectedDestroyed(Failure):
    """What was collected here for a survey lead has been destroyed: nothing can be sent, and nothing collected."""


class EveryoneAnswered(Failure):
    """As many answers as people are in the box: nobody else can answer."""


class MoreAnswersThanPeople(Failure):
    """A survey without codes would count more answers of a team than people; ``teams`` names those teams."""

    def __init__(self, teams: tuple[str, ...]) -> None:
        super().__init__("; ".join(teams))
        self.teams = teams


class HeadcountBound(StrEnum):
    """Why a headcount cannot be smaller."""

    PEOPLE = "people"
    SHOWN = "shown"
    COMMENTS = "comments"
    ANSWERED = "answered"


class HeadcountImpossible(Failure):
    """The headcount is below what the survey needs or the answers already given, or above any team's.

    Parameters
    ----------
    headcount, smallest, largest : int
        What was asked for, and the bounds of what is possible.
    bound : HeadcountBound
        What the smallest comes of.
    """

    def __init__(
        self, headcount: int, smallest: int, largest: int, bound: HeadcountBound = HeadcountBound.PEOPLE
    ) -> None:
        super().__init__(f"headcount {headcount} is not {smallest} to {largest}")
        self.headcount = headcount
        self.smallest = smallest
        self.largest = largest
        self.bound = bound


class TooSoonForTeam(Failure):
    """The team's last round is less than 60 days ago; ``earliest`` is an ISO date."""

    def __init__(self, team: str, earliest: str) -> None:
        super().__init__(f"{team}: not before {earliest}")
        self.team = team
        self.earliest = earliest


class FollowsTooSoon(Failure):
    """The round that a new survey follows was planned to close less than 60 days ago; both days in words."""

    def __init__(self, round_name: str, closing: str, earliest: str) -> None:
        super().__init__(f"{round_name}: not before {earliest}")
        self.round_name = round_name
        self.closing = closing
        self.earliest = earliest


class LeadDecides(Failure):
    """A laptop cannot change what the survey lead has set up."""
