"""A mutex of Windows that every account of the computer can see."""

import ctypes
from typing import Protocol

# Everybody may see it, as another account installs; whoever made it may do all else.
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
