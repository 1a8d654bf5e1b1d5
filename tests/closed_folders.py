"""What this account may not read, for tests that may run as the super-user."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# Of Linux: the third form of its calls, for this thread; and the rights to pass over what a file or folder allows.
_FORM = 0x20080522
_PASSING_OVER = 1 << 1 | 1 << 2


@contextmanager
def closed(path: Path) -> Iterator[None]:
    """Close a file or folder to whoever runs the tests while the block runs.

    The super-user stays the same account, as Python itself may lie in a folder of its own, but lays down the right to
    pass over that.
    """
    root = os.name != "nt" and os.geteuid() == 0
    if os.name == "nt" or (root and sys.platform != "linux"):
        pytest.skip("rights are laid down in another way there")
    mode = path.stat().st_mode
    path.chmod(0o000)
    before = _take(_PASSING_OVER) if root else None
    try:
        yield
    finally:
        if before is not None:
            _set(before)
        path.chmod(mode)


def _take(rights: int) -> list[int]:
    """Take rights from what is in force, not from what may be had again; return what was in force."""
    libc = ctypes.CDLL(None, use_errno=True)
    held = (ctypes.c_uint32 * 6)()
    assert libc.capget((ctypes.c_uint32 * 2)(_FORM, 0), held) == 0
    _set([held[0] & ~rights, *held[1:]])
    return list(held)


def _set(held: list[int]) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capset((ctypes.c_uint32 * 2)(_FORM, 0), (ctypes.c_uint32 * 6)(*held)) == 0
