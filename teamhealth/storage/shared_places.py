"""Knows a network share or a synced folder, as far as can be told: SQLite's locks do not hold there, copies travel."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from teamhealth.texts.catalogue import tr

if TYPE_CHECKING:
    from teamhealth.storage.synced_folders import SyncedFolder

_NETWORK_FILE_SYSTEMS = frozenset(
    {
        "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs",
        "fuse.google-drive-ocamlfuse", "fuse.onedriver", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    }
)  # fmt: skip
# How the folder's name begins, lower case, and what people know it by.
_SYNCED_NAMES = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("box sync", "Box"),
    ("citrix files", "Citrix Files"),
    ("egnyte", "Egnyte"),
    ("megasync", "MEGA"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("proton drive", "Proton Drive"),
    ("resilio sync", "Resilio Sync"),
    ("seafile", "Seafile"),
    ("sharefile", "Citrix Files"),
    ("sharepoint", "SharePoint"),
    ("syncthing", "Syncthing"),
    ("tresorit", "Tresorit"),
)
# Names that are ordinary words at their beginning count whole only.
_SYNCED_WHOLE_NAMES = {
    "box": "Box",
    "my drive": "Google Drive",
    "shared drives": "Google Drive",
    "sync": "Sync",
    "work folders": "Work Folders",
}
# What OneDrive calls a library of SharePoint or Teams: 'HR - Documents', in a folder with the council's name.
_LIBRARY_ENDINGS = (" - documents", " - shared documents")
_SYNCED_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
_REMOTE_DRIVE = 4


def shared_place(
    path: PurePath,
    *,
    environment: Mapping[str, str],
    mounts: str = "",
    is_remote: Callable[[str], bool] | None = None,
    synced: "Sequence[SyncedFolder]" = (),
    cloud_service: Callable[[PurePath], str | None] | None = None,
) -> str | None:
    """Return what makes a folder shared, or None for one that is this computer's own as far as can be told.

    Parameters
    ----------
    path : PurePath
        An absolute path of either system.
    environment : Mapping of str to str
        Environment variables; OneDrive tells its folders there.
    mounts : str
        The text of /proc/mounts, on Linux.
    is_remote : callable or None
        Whether a Windows drive (``H:`` and a backslash) is a mapped share.
    synced : sequence of SyncedFolder
        The folders that Windows' registry says are copied elsewhere.
    cloud_service : callable or None
        Which service keeps a folder in the cloud, as Windows says; None for none.

    Returns
    -------
    str or None
        'a network share', or the name of the service that copies the folder elsewhere.
    """
    if isinstance(path, PureWindowsPath):
        if _is_unc(path) or (is_remote is not None and is_remote(path.anchor)):
            return tr("a network share")
    elif _file_system(path, mounts) in _NETWORK_FILE_SYSTEMS:
        return tr("a network share")
    asked = cloud_service(path) if cloud_service is not None else None
    return _synced_by_list(path, synced) or asked or _synced_by_variable(path, environment) or _synced_by_name(path)


def drive_is_remote(anchor: str) -> bool:
    """Ask Windows whether a drive is a mapped share; False elsewhere."""
    remote = False
    if sys.platform == "win32":
        import ctypes

        remote = int(ctypes.windll.kernel32.GetDriveTypeW(anchor)) == _REMOTE_DRIVE
    return remote


def read_mounts() -> str:
    """Return the text of /proc/mounts; '' where there is none."""
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _is_unc(path: PureWindowsPath) -> bool:
    drive = path.drive.replace("/", "\\")
    # '\\?\C:' and '\\.\C:' are local names in long form; '\\?\UNC\server' is not.
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive[4:].upper().startswith("UNC")
    return drive.startswith("\\\\")


def _file_system(path: PurePath, mounts: str) -> str:
    """Return the file system of the deepest mount that the path lies in; of two on one place, the later."""
    deepest, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = PurePosixPath(_plain(fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, found = len(point.parts), fields[2]
    return found


def _plain(mount_point: str) -> str:
    """Undo the octal escapes of /proc/mounts."""
    for escape, plain in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount_point = mount_point.replace(escape, plain)
    return mount_point


def _synced_by_list(path: PurePath, synced: "Sequence[SyncedFolder]") -> str | None:
    short = _in_short_form(path)
    return next((each.service for each in synced if short.is_relative_to(_in_short_form(each.path))), None)


def _in_short_form(path: PurePath) -> PurePath:
    r"""Return a path without the '\\?\' of its long form."""
    return PureWindowsPath(str(path)[4:]) if str(path).startswith("\\\\?\\") else path


def _synced_by_variable(path: PurePath, environment: Mapping[str, str]) -> str | None:
    for variable, service in _SYNCED_VARIABLES.items():
        root = environment.get(variable, "").strip()
        if root and path.is_relative_to(type(path)(root)):
            return service
    return None


def _synced_by_name(path: PurePath) -> str | None:
    for part in path.parts:
        name = part.casefold()
        if name.endswith(_LIBRARY_ENDINGS):
            return "SharePoint"
        if name in _SYNCED_WHOLE_NAMES:
            return _SYNCED_WHOLE_NAMES[name]
        for beginning, service in _SYNCED_NAMES:
            # 'OneDrive - Exampleshire Council' and 'Dropbox (Work)', but not 'dropboxes'.
            if name == beginning or name.startswith((f"{beginning} ", f"{beginning}-", f"{beginning}(")):
                return service
    return None
