"""Folders that Windows knows as copied elsewhere are known by what it says, whatever their names are."""

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath

import pytest

from teamhealth.storage.shared_places import shared_place
from teamhealth.storage.synced_folders import is_marked_as_cloud, synced_folders
from teamhealth.storage.windows_sync import (
    ProviderInfo,
    WindowsRegistry,
    cloud_service_here,
    sync_root_service,
    synced_here,
)

ACCOUNT = r"HKCU\Software\Microsoft\OneDrive\Accounts\Business1"
ENGINE = r"HKCU\Software\SyncEngines\Providers\OneDrive\4d1f"
ROOTS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"
WORK = r"Software\Policies\Microsoft\Windows\WorkFolders"
# In no name here is a word that a service is known by.
FOLDER = r"C:\Users\lead\Exampleshire Council\Practice and standards"
ENVIRONMENT = {"UserProfile": r"C:\Users\lead"}


@dataclass(frozen=True)
class HeldRegistry:
    """A registry that is a table of keys: each a path with its texts."""

    held: Mapping[str, Mapping[str, str]]

    def keys(self, path: str) -> tuple[str, ...]:
        below = [each.removeprefix(path + "\\") for each in self.held if each.startswith(path + "\\")]
        return tuple(dict.fromkeys(each.partition("\\")[0] for each in below))

    def values(self, path: str) -> Mapping[str, str]:
        return self.held.get(path, {})


def place(path: str, held: Mapping[str, Mapping[str, str]]) -> str | None:
    synced = synced_folders(HeldRegistry(held), ENVIRONMENT)
    return shared_place(PureWindowsPath(path), environment={}, synced=synced)


@pytest.mark.parametrize(
    ("held", "service"),
    [
        ({ACCOUNT: {"UserFolder": FOLDER}}, "OneDrive"),
        ({rf"{ACCOUNT}\ScopeIdToMountPointPathCache": {"0f3a": FOLDER}}, "OneDrive"),
        ({rf"{ACCOUNT}\Tenants\Exampleshire Council": {FOLDER: "0"}}, "OneDrive"),
        ({ENGINE: {"MountPoint": FOLDER, "LibraryType": "teamsite"}}, "OneDrive"),
        ({r"HKCU\Software\SyncEngines\Providers\Elsewhere": {"MountPoint": FOLDER}}, "Elsewhere"),
        ({rf"HKLM\{ROOTS}\OneDrive!S-1-5-21-1!Business1|0f3a\UserSyncRoots": {"S-1-5-21-1": FOLDER}}, "OneDrive"),
        ({rf"HKLM\{ROOTS}\Dropbox!S-1-5-21-1!Work\UserSyncRoots": {"S-1-5-21-1": FOLDER}}, "Dropbox"),
        ({rf"HKCU\{ROOTS}\Kept!S-1-5-21-1!a\UserSyncRoots": {"S-1-5-21-1": FOLDER}}, "Kept"),
        (
            {rf"HKCU\{WORK}": {"LocalFolderPath": r"%USERPROFILE%\Exampleshire Council\Practice and standards"}},
            "Work Folders",
        ),
        ({rf"HKLM\{WORK}": {"LocalFolderPath": FOLDER}}, "Work Folders"),
    ],
)
def test_a_folder_that_the_registry_names_is_synced(held: Mapping[str, Mapping[str, str]], service: str) -> None:
    assert place(rf"{FOLDER}\Team Health", held) == service
    assert place(FOLDER.lower(), held) == service
    assert place(rf"\\?\{FOLDER}\Team Health", held) == service
    assert place(r"C:\Users\lead\Exampleshire Council\Practice and standards 2", held) is None
    assert place(rf"{FOLDER}\Team Health", {}) is None


def test_what_is_no_folder_in_the_registry_refuses_none() -> None:
    held = {
        ACCOUNT: {"UserFolder": ""},
        rf"{ACCOUNT}\ScopeIdToMountPointPathCache": {"0f3a": "Exampleshire Council"},
        rf"HKCU\{WORK}": {"LocalFolderPath": r"%UNKNOWN%\x"},
    }
    assert synced_folders(HeldRegistry(held), ENVIRONMENT) == ()


def test_what_windows_says_of_a_folder_itself_counts() -> None:
    def asked(path: PurePath) -> str | None:
        return "Kept" if path.is_relative_to(PureWindowsPath(FOLDER)) else None

    for path, found in ((FOLDER, "Kept"), (r"C:\Users\lead\Team Health", None)):
        assert shared_place(PureWindowsPath(path), environment={}, cloud_service=asked) == found


@pytest.mark.parametrize(
    ("attributes", "tag", "marked"),
    [
        (0x10, 0, False),
        (0x410, 0xA000000C, False),
        (0x400010, 0, True),
        (0x40010, 0, True),
        (0x410, 0x9000001A, True),
        (0x410, 0x9000701A, True),
        (0x410, 0x9000F01A, True),
        (0x410, 0x80000021, True),
        (0x410, 0x9000001B, False),
    ],
)
def test_a_folder_that_is_kept_in_the_cloud_is_known_by_its_marks(attributes: int, tag: int, marked: bool) -> None:
    assert is_marked_as_cloud(attributes, tag) is marked


@pytest.mark.parametrize(
    ("result", "name", "service"),
    [
        (0, "OneDrive", "OneDrive"),
        (-2147024662, "OneDrive", "OneDrive"),
        (0, "", "files in the cloud"),
        # 'Only supported in a sync root', and one for which there is no right.
        (-2147024506, "OneDrive", None),
        (-2147024891, "", None),
    ],
)
def test_windows_is_asked_for_the_service_of_its_files_in_the_cloud(
    result: int, name: str, service: str | None
) -> None:
    def ask(*given: object) -> int:
        _path, kind, info, size, _returned = given
        assert (kind, size) == (2, ctypes.sizeof(ProviderInfo))
        filled = ctypes.cast(info, ctypes.POINTER(ProviderInfo))  # type: ignore[arg-type]  # byref has no type
        filled.contents.ProviderName = name
        return result

    assert sync_root_service(FOLDER, ask) == service


@pytest.mark.skipif("sys.platform == 'win32'")
def test_elsewhere_than_on_windows_there_is_nothing_to_ask() -> None:
    assert synced_here() == ()
    assert cloud_service_here(PurePath("/")) is None
    assert WindowsRegistry().keys("HKCU") == ()
    assert WindowsRegistry().values("HKCU") == {}
