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
    """Who holds the key.

    ``role`` (a role, not a name) is set for CHOSEN only; ``one_time_codes`` can be true for LEAD only, since codes
    protect nothing where the laptop itself holds the key.
    """

    kind: CustodyKind
    role: str = ""
    one_time_codes: bool = False
