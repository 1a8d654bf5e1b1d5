"""Identities that survive renaming: random, and never made from a name."""

import re
from collections.abc import Callable
from typing import NewType

OrganisationId = NewType("OrganisationId", str)
ServiceId = NewType("ServiceId", str)
TeamId = NewType("TeamId", str)
SurveyId = NewType("SurveyId", str)
WaveId = NewType("WaveId", str)

Entropy = Callable[[int], bytes]

ID_BYTES = 16
_ID = r"[0-9a-f]{32}"


def new_id(entropy: Entropy) -> str:
    """Return a fresh identity of 32 lower-case hexadecimal digits, from ``entropy(16)``."""
    return entropy(ID_BYTES).hex()


def is_id(text: str) -> bool:
    """Return whether this has the form of an identity."""
    return re.fullmatch(_ID, text) is not None
