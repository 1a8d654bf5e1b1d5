"""What keeps a publication's hash from being guessed at by whoever was handed one team's part, or a page that names it.

With few questions there are so few possible figures of the other teams that each could be tried. The salt is in the
whole publication alone and comes from the survey's private key, so that whoever opens the answers again makes the same.
"""

import hashlib
import hmac

SALT_BYTES = 16
_PURPOSE = b"team-health publication salt"


def salting_key(private: bytes, survey: str) -> bytes:
    """Return the 32 bytes from which a survey's salts are made; without its private key (32 bytes) nobody can."""
    return hmac.digest(private, _PURPOSE + b"\0" + survey.encode(), hashlib.sha256)


def publication_salt(key: bytes, late_team: str | None = None) -> str:
    """Return the salt, 32 hexadecimal digits, of what was published together, or of a team that came later.

    A team that came later has another one, for its results are handed to its manager whole.
    """
    return hmac.digest(key, (late_team or "together").encode(), hashlib.sha256)[:SALT_BYTES].hex()
