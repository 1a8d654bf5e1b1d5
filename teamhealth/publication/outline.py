"""What a list says of a results file: its teams, read without a figure. Only for files that were checked when stored.

The types of all figures take longer to import than a list of surveys takes to show.
"""

from dataclasses import dataclass

from teamhealth.settings.light_json import read_json

_HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class TeamOutline:
    """A team's name and how many answered; ``answered`` is None where that is not said."""

    id: str
    name: str
    headcount: int
    tier: str
    answered: int | None

    @property
    def shown(self) -> bool:
        """Whether anything of the team is shown by itself."""
        return self.tier != _HIDDEN


def read_outline(document: bytes) -> tuple[TeamOutline, ...]:
    """Return the teams of a stored results file, service by service; its hash is not looked at.

    Raises
    ------
    NotAPublication
        For bytes that are no results file.
    """
    try:
        services = read_json(document)["publication"]["services"]
        return tuple(
            TeamOutline(team["id"], team["name"], team["headcount"], team["tier"], team.get("answered"))
            for service in services
            for team in service["teams"]
        )
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        from teamhealth.publication.document import read_document

        read_document(document)
        raise
