"""What a list says of a results file: its teams, read without a figure. Only for files that were checked when stored.

The types of all figures take longer to import than a list of surveys takes to show.
"""

import msgspec

_HIDDEN = "hidden"


class TeamOutline(msgspec.Struct, frozen=True):
    """A team's name and how many answered; ``answered`` is None where that is not said."""

    id: str
    name: str
    headcount: int
    tier: str
    answered: int | None = None

    @property
    def shown(self) -> bool:
        """Whether anything of the team is shown by itself."""
        return self.tier != _HIDDEN


class _Service(msgspec.Struct, frozen=True):
    teams: tuple[TeamOutline, ...]


class _Publication(msgspec.Struct, frozen=True):
    services: tuple[_Service, ...]


class _File(msgspec.Struct, frozen=True):
    publication: _Publication


def read_outline(document: bytes) -> tuple[TeamOutline, ...]:
    """Return the teams of a stored results file, service by service; its hash is not looked at.

    Raises
    ------
    NotAPublication
        For bytes that are no results file.
    """
    try:
        found = msgspec.json.decode(document, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        from teamhealth.publication.document import read_document

        read_document(document)
        raise
    return tuple(team for service in found.publication.services for team in service.teams)
