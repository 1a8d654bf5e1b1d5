"""What Windows itself says of a folder that may be copied elsewhere: its registry, its cloud files, its marks."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import PurePath
from typing import Protocol

from teamhealth.storage.synced_folders import SyncedFolder, is_marked_as_cloud, synced_folders
from teamhealth.texts.catalogue import tr

_PROVIDER = 2
_DONE = 0
# There is more to say of it than was asked for: it lies in such a folder all the same.
_MORE = -2147024662


class ProviderInfo(ctypes.Structure):
    """CF_SYNC_ROOT_PROVIDER_INFO of Windows."""

    _fields_ = (
        ("ProviderStatus", ctypes.c_uint32),
        ("ProviderName", ctypes.c_wchar * 256),
        ("ProviderVersion", ctypes.c_wchar * 256),
    )


class Asked(Protocol):
    """CfGetSyncRootInfoByPath of cldapi, which is there from Windows 10 version 1709 on."""

    def __call__(self, *given: object) -> int:
        """Call it."""


class WindowsRegistry:
    """The registry of this computer; empty where there is none or a key may not be read."""

    def keys(self, path: str) -> tuple[str, ...]:
        """Return the names of the keys in a key."""
        found: list[str] = []
        if sys.platform == "win32":
            import winreg

            try:
                with _opened(path) as key:
                    found = [winreg.EnumKey(key, number) for number in range(winreg.QueryInfoKey(key)[0])]
            except OSError:
                found = []
        return tuple(found)

    def values(self, path: str) -> Mapping[str, str]:
        """Return the texts in a key by their names."""
        found: dict[str, str] = {}
        if sys.platform == "win32":
            import winreg

            try:
                with _opened(path) as key:
                    each = [winreg.EnumValue(key, number) for number in range(winreg.QueryInfoKey(key)[1])]
            except OSError:
                each = []
            found = {name: str(value) for name, value, _kind in each}
        return found


if sys.platform == "win32":
    import winreg

    def _opened(path: str) -> winreg.HKEYType:
        hive, _, rest = path.partition("\\")
        root = winreg.HKEY_LOCAL_MACHINE if hive == "HKLM" else winreg.HKEY_CURRENT_USER
        return winreg.OpenKey(root, rest, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)


def synced_here() -> tuple[SyncedFolder, ...]:
    """Return the folders that this computer's registry says are copied elsewhere; none elsewhere than on Windows."""
    return synced_folders(WindowsRegistry(), os.environ)


def cloud_service_here(path: PurePath) -> str | None:
    """Return the service that keeps a folder, or one above it, in the cloud, as Windows says; None elsewhere."""
    found: str | None = None
    if sys.platform == "win32":
        there = next((each for each in (path, *path.parents) if os.path.lexists(each)), path)
        try:
            found = sync_root_service(str(there), ctypes.WinDLL("cldapi").CfGetSyncRootInfoByPath)
        except (OSError, AttributeError):
            # A Windows that is older than its files in the cloud.
            found = None
        if found is None and any(_marked(each) for each in (there, *there.parents)):
            found = tr("files in the cloud")
    return found


def sync_root_service(path: str, ask: Asked) -> str | None:
    """Return the service whose folder a path lies in, as Windows knows its files in the cloud; None if in none."""
    info = ProviderInfo()
    returned = ctypes.c_uint32()
    result = ask(ctypes.c_wchar_p(path), _PROVIDER, ctypes.byref(info), ctypes.sizeof(info), ctypes.byref(returned))
    if result not in (_DONE, _MORE):
        return None
    return str(info.ProviderName) or tr("files in the cloud")


def _marked(path: PurePath) -> bool:
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return is_marked_as_cloud(getattr(found, "st_file_attributes", 0), getattr(found, "st_reparse_tag", 0))
