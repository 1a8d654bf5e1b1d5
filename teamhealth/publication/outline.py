"""What a list says of a results file: its teams, read without a figure. Only for files that were checked when stored.

The types of all figures take longer to import than a list of surveys takes to show.
"""

import re
from dataclasses import dataclass

from teamhealth.publication.version import FORMAT_VERSION
from teamhealth.settings.light_json import read_json

_HIDDEN = "hidden"
# Keys are sorted: a publication ends with its version, a results file with the hash of it.
_END = re.compile(rb'"version":(\d{1,9})\},"sha256":"[0-9a-f]{64}"\}\Z')
_LONGEST_END = 128


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


def is_older(document: bytes) -> bool:
    """Return whether an earlier version of the program made a results file, by its end alone."""
    end = _END.search(document[-_LONGEST_END:])
    return end is not None and 0 < int(end[1]) < FORMAT_VERSION


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
