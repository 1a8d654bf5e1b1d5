"""The folders that Windows says are copied elsewhere: OneDrive's, those of SharePoint and Teams, Work Folders."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import Protocol

_ONEDRIVE = r"HKCU\Software\Microsoft\OneDrive\Accounts"
_ENGINES = r"HKCU\Software\SyncEngines\Providers"
_WORK_FOLDERS = tuple(rf"{hive}\Software\Policies\Microsoft\Windows\WorkFolders" for hive in ("HKCU", "HKLM"))
# Where whatever uses Windows' own way of files in the cloud enters the folders that it keeps.
_SYNC_ROOTS = tuple(
    rf"{hive}\Software\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager" for hive in ("HKLM", "HKCU")
)
_VARIABLE = re.compile("%([^%]+)%")

# A folder that is kept in the cloud, as Windows marks it.
_RECALLED_WHEN_OPENED = 0x00040000
_RECALLED_WHEN_READ = 0x00400000
_CLOUD_TAG = 0x9000001A
# Sixteen tags, told apart by these four bits, are Windows' own for files in the cloud.
_CLOUD_TAGS_DIFFER_IN = 0x0000F000
_OLDER_ONEDRIVE_TAG = 0x80000021


class Registry(Protocol):
    """What is read of Windows' registry; a path begins with HKCU or HKLM."""

    def keys(self, path: str) -> tuple[str, ...]:
        """Return the names of the keys in a key; none if there is no such key."""

    def values(self, path: str) -> Mapping[str, str]:
        """Return the texts in a key by their names; none if there is no such key."""


@dataclass(frozen=True, slots=True)
class SyncedFolder:
    """A folder that a service copies elsewhere, with all that is in it."""

    path: PureWindowsPath
    service: str


def synced_folders(registry: Registry, environment: Mapping[str, str]) -> tuple[SyncedFolder, ...]:
    """Return the folders that the registry says are copied elsewhere.

    Parameters
    ----------
    registry : Registry
    environment : Mapping of str to str
        Environment variables, as the registry may name some: ``%USERPROFILE%``.
    """
    found = []
    for text, service in (*_of_onedrive(registry), *_of_engines(registry), *_of_roots(registry), *_of_work(registry)):
        path = PureWindowsPath(_filled(text, environment))
        if path.is_absolute():
            found.append(SyncedFolder(path, service))
    return tuple(dict.fromkeys(found))


def is_marked_as_cloud(attributes: int, reparse_tag: int) -> bool:
    """Return whether a folder's attributes and reparse tag say that it is kept in the cloud."""
    if attributes & (_RECALLED_WHEN_OPENED | _RECALLED_WHEN_READ):
        return True
    return reparse_tag & ~_CLOUD_TAGS_DIFFER_IN == _CLOUD_TAG or reparse_tag == _OLDER_ONEDRIVE_TAG


def _of_onedrive(registry: Registry) -> Iterator[tuple[str, str]]:
    """OneDrive keeps libraries of SharePoint and Teams beside its own folder, under the name of the council."""
    for account in registry.keys(_ONEDRIVE):
        key = rf"{_ONEDRIVE}\{account}"
        yield registry.values(key).get("UserFolder", ""), "OneDrive"
        for text in registry.values(rf"{key}\ScopeIdToMountPointPathCache").values():
            yield text, "OneDrive"
        for tenant in registry.keys(rf"{key}\Tenants"):
            # Here the folder is the name, not the value.
            for name in registry.values(rf"{key}\Tenants\{tenant}"):
                yield name, "OneDrive"


def _of_engines(registry: Registry) -> Iterator[tuple[str, str]]:
    for provider in registry.keys(_ENGINES):
        key = rf"{_ENGINES}\{provider}"
        for each in (key, *(rf"{key}\{name}" for name in registry.keys(key))):
            yield registry.values(each).get("MountPoint", ""), provider


def _of_roots(registry: Registry) -> Iterator[tuple[str, str]]:
    for manager in _SYNC_ROOTS:
        for root in registry.keys(manager):
            # 'OneDrive!S-1-5-21-…!Business1|…'
            service = root.partition("!")[0]
            for text in registry.values(rf"{manager}\{root}\UserSyncRoots").values():
                yield text, service


def _of_work(registry: Registry) -> Iterator[tuple[str, str]]:
    for key in _WORK_FOLDERS:
        yield registry.values(key).get("LocalFolderPath", ""), "Work Folders"


def _filled(text: str, environment: Mapping[str, str]) -> str:
    by_name = {name.upper(): value for name, value in environment.items()}
    return _VARIABLE.sub(lambda match: by_name.get(match[1].upper(), match[0]), text)
