"""In whose session a data folder is open: told to another start by a salted hash, never by a name."""

import os
import sys
from contextlib import suppress
from pathlib import Path

SESSION_NAME = "teamhealth.session"
_SALT_BYTES = 16
_LONGEST_BYTES = 256


def own_session() -> str:
    """Return what tells this session, whose windows one person sees, from others on this computer."""
    if sys.platform == "win32":
        import ctypes

        found = ctypes.c_uint32()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(found))
        return str(found.value)
    return str(os.getuid())


def leave_session(folder: Path, session: str) -> None:
    """Say in a folder whose it is now; where that cannot be written, nothing is said."""
    salt, said = os.urandom(_SALT_BYTES), folder / SESSION_NAME
    # Half of it tells nothing, and nobody asks for it once the power is gone: it need not be whole, nor last.
    with suppress(OSError):
        # One that another account's program has left behind may be that account's alone to write.
        said.unlink(missing_ok=True)
        said.write_bytes(salt + _hash(salt, session))


def take_session(folder: Path) -> None:
    """Take away what was said, as the folder is given back."""
    with suppress(OSError):
        (folder / SESSION_NAME).unlink()


def is_session(folder: Path, session: str) -> bool:
    """Whether the folder is said to be open in this session; False where nothing is said, or not to this account."""
    said = folder / SESSION_NAME
    try:
        if not said.is_file():
            return False
        with said.open("rb") as file:
            data = file.read(_LONGEST_BYTES)
    except OSError:
        return False
    salt = data[:_SALT_BYTES]
    return data == salt + _hash(salt, session)


def _hash(salt: bytes, session: str) -> bytes:
    # The window is painted before a folder is locked, and this loads OpenSSL.
    import hashlib

    return hashlib.sha256(salt + session.encode()).digest()
