"""Who will open the answers."""

from dataclasses import dataclass
from enum import StrEnum


class CustodyKind(StrEnum):
    """The three answers to 'Who will open the answers?'."""

    LEAD = "lead"
    CHOSEN = "chosen"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Custody:
    """Who holds the key; ``role`` (a role, not a name) is set for CHOSEN only."""

    kind: CustodyKind
    role: str = ""
