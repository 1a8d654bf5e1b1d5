"""The signs by which the installer on Windows sees that the program runs, and leaves it alone."""

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

# The second is seen in every session, such as the one in which council IT installs silently.
SIGNS = ("TeamHealthRuns", "Global\\TeamHealthRuns")
# Everybody may see a sign, as another account installs; whoever made it may do all else.
_ACCESS = "D:(A;;0x00100000;;;WD)(A;;GA;;;OW)"
_SYNCHRONIZE = 0x00100000
_SDDL_VERSION = 1


class Function(Protocol):
    """A function of a Windows library; None is its null."""

    argtypes: list[type]
    restype: type

    def __call__(self, *given: object) -> int | None:
        """Call it."""


class Kernel(Protocol):
    """What is used of kernel32."""

    CreateMutexW: Function
    OpenMutexW: Function


class Security(Protocol):
    """What is used of advapi32."""

    ConvertStringSecurityDescriptorToSecurityDescriptorW: Function


class Attributes(ctypes.Structure):
    """SECURITY_ATTRIBUTES of Windows."""

    _fields_ = (
        ("nLength", ctypes.c_uint32),
        ("lpSecurityDescriptor", ctypes.c_void_p),
        ("bInheritHandle", ctypes.c_int),
    )


def show_that_it_runs(make: Callable[[str], None] | None = None) -> None:
    """Make the signs. Windows takes them away when this process ends, by a crash too.

    Parameters
    ----------
    make : callable or None
        Makes one sign; None for a mutex of Windows, and nothing elsewhere.
    """
    for sign in SIGNS:
        (make or _make_mutex)(sign)


def hold_mutex(name: str, kernel: Kernel, security: Security) -> int | None:
    """Make a mutex that every account can see, or hold the one that another account has made.

    Parameters
    ----------
    name : str
    kernel, security : Kernel, Security
        kernel32 and advapi32.

    Returns
    -------
    int or None
        Its handle, never closed: the sign has to last as long as this process does. None if Windows refuses.
    """
    create = kernel.CreateMutexW
    create.argtypes = [ctypes.POINTER(Attributes), ctypes.c_int, ctypes.c_wchar_p]
    create.restype = ctypes.c_void_p
    handle = create(_seen_by_everybody(security), 0, name)
    if handle:
        return handle
    # One that is another account's is not given with all rights, which making it asks for.
    hold = kernel.OpenMutexW
    hold.argtypes = [ctypes.c_uint32, ctypes.c_int, ctypes.c_wchar_p]
    hold.restype = ctypes.c_void_p
    return hold(_SYNCHRONIZE, 0, name)


def _seen_by_everybody(security: Security) -> object:
    """Return the attributes of such a mutex; None, for the usual ones, if Windows makes none."""
    convert = security.ConvertStringSecurityDescriptorToSecurityDescriptorW
    convert.argtypes = [ctypes.c_wchar_p, ctypes.c_uint32, ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p]
    convert.restype = ctypes.c_int
    descriptor = ctypes.c_void_p()
    if not convert(_ACCESS, _SDDL_VERSION, ctypes.byref(descriptor), None):
        return None
    # Windows keeps the descriptor until this process ends: two small ones at each start.
    return ctypes.byref(Attributes(ctypes.sizeof(Attributes), descriptor, 0))


def _make_mutex(name: str) -> None:
    if sys.platform == "win32":
        hold_mutex(name, ctypes.WinDLL("kernel32"), ctypes.WinDLL("advapi32"))
