"""What can go wrong with teams, services and their names."""

from teamhealth.failures.failure import Failure


class NameInvalid(Failure):
    """A name is empty, longer than ``longest`` characters, or holds characters that cannot be shown."""

    def __init__(self, longest: int) -> None:
        super().__init__(f"not a name of 1 to {longest} characters")
        self.longest = longest


class NameTaken(Failure):
    """Another team or service of the organisation goes on under this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoSuchTeam(Failure):
    """The publication has no team of this name; ``names`` are those it has."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class NoSuchService(Failure):
    """The publication has no area of service of this name; ``names`` are those it has."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class TeamHidden(Failure):
    """The team is not shown by itself, so there is nothing to report."""


class NoTeamToPublish(Failure):
    """The team cannot be published later: it was opened with the others, or no return of it is here."""


class TeamNotLate(Failure):
    """Results of this survey were made before, and the team cannot be published after them.

    Parameters
    ----------
    name : str
        The team's; empty if none was asked for.
    reason : str
        'again' where none was asked for; 'first' if the first results are not named; 'published' if the team has
        results of its own; 'opened' if the first results hold its answers, or a return of theirs is missing.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}" if name else reason)
        self.name = name
        self.reason = reason


class NoSuchPlan(Failure):
    """There is no retention plan of this team and survey."""
