"""The data folder: refused where it is shared, read-only or full, and held by one program."""

import os
import stat
import subprocess
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from teamhealth.failures import AlreadyRunning, DiskFull, FolderReadOnly, FolderShared
from teamhealth.storage.database import Database
from teamhealth.storage.folder import LEAST_FREE_BYTES, LOCK_NAME, FolderLock, free_bytes, prepare_folder, where_shared
from teamhealth.storage.session import SESSION_NAME, leave_session
from teamhealth.storage.shared_places import drive_is_remote, read_mounts, shared_place
from teamhealth.texts.failure_words import words_for

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
files:/export /home/shared nfs4 rw 0 0
//files/team /mnt/team\040files cifs rw 0 0
/dev/sdb1 /home/shared/local ext4 rw 0 0
host /mnt/host fuse.sshfs rw 0 0
broken
"""


def nothing_shared(path: PurePath) -> str | None:
    return None


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (r"\\files\team\Team Health", "a network share"),
        (r"//files/team/Team Health", "a network share"),
        (r"\\?\UNC\files\team", "a network share"),
        (r"H:\Team Health", "a network share"),
        (r"\\?\C:\Team Health", None),
        (r"C:\Users\lead\AppData\Local\Team Health", None),
        (r"C:\Users\lead\OneDrive\Team Health", "OneDrive"),
        (r"C:\Users\lead\OneDrive - Exampleshire Council\Team Health", "OneDrive"),
        (r"D:\Synced\Work\Team Health", "OneDrive"),
        (r"d:\synced\work", "OneDrive"),
        (r"D:\Synced\Workshop", None),
        (r"C:\Users\lead\Dropbox (Work)\x", "Dropbox"),
        (r"C:\Users\lead\DROPBOX\x", "Dropbox"),
        (r"C:\Users\lead\Google Drive\x", "Google Drive"),
        (r"G:\My Drive\x", "Google Drive"),
        (r"C:\Users\lead\iCloudDrive\x", "iCloud"),
        (r"C:\Users\lead\Box\x", "Box"),
        (r"C:\Users\lead\Box Sync\x", "Box"),
        (r"C:\Users\lead\Boxes\x", None),
        (r"C:\Users\lead\Exampleshire Council\HR - Documents\Team Health", "SharePoint"),
        (r"C:\Users\lead\HR - Documents for staff\x", None),
        (r"G:\Shared drives\HR\x", "Google Drive"),
        (r"C:\Users\lead\Work Folders\x", "Work Folders"),
        (r"C:\Users\lead\Egnyte\x", "Egnyte"),
        (r"C:\Users\lead\Sync\x", "Sync"),
        (r"C:\Users\lead\Sync notes\x", None),
        (r"C:\Users\lead\Dropboxes\x", None),
    ],
)
def test_shares_and_synced_folders_on_windows_are_known(path: str, place: str | None) -> None:
    environment = {"OneDriveCommercial": r"D:\Synced\Work", "OneDrive": ""}

    def is_remote(drive: str) -> bool:
        return drive.startswith("H:")

    assert shared_place(PureWindowsPath(path), environment=environment, is_remote=is_remote) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/home/lead/.local/share/teamhealth", None),
        ("/home/shared/lead", "a network share"),
        ("/home/shared", "a network share"),
        ("/home/shared/local/lead", None),
        ("/home/sharedness/lead", None),
        ("/mnt/team files/lead", "a network share"),
        ("/mnt/host/lead", "a network share"),
        ("/home/lead/Dropbox/x", "Dropbox"),
        ("/home/lead/Nextcloud/x", "Nextcloud"),
        ("/Users/lead/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/Users/lead/Library/CloudStorage/OneDrive-Exampleshire/x", "OneDrive"),
    ],
)
def test_shares_and_synced_folders_elsewhere_are_known(path: str, place: str | None) -> None:
    assert shared_place(PurePosixPath(path), environment={}, mounts=MOUNTS) == place


def test_a_later_mount_on_the_same_place_counts() -> None:
    mounts = "/dev/sda1 /data ext4 rw 0 0\nfiles:/x /data nfs rw 0 0\n"
    assert shared_place(PurePosixPath("/data/x"), environment={}, mounts=mounts) == "a network share"


def test_this_computers_own_folders_are_fine(tmp_path: Path) -> None:
    assert where_shared(tmp_path) is None
    assert not drive_is_remote("C:\\")
    assert isinstance(read_mounts(), str)


def test_a_folder_is_made_with_its_parents_and_left_empty(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "Team Health"
    prepare_folder(folder)
    prepare_folder(folder)
    assert list(folder.iterdir()) == []


def test_a_shared_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Exampleshire Council" / "Team Health"
    with pytest.raises(FolderShared) as caught:
        prepare_folder(folder)
    assert caught.value.detail == "OneDrive"
    assert not folder.parent.exists()


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right there that tests do not have")
def test_a_link_into_a_synced_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(FolderShared):
        prepare_folder(tmp_path / "link" / "Team Health")


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"kept")
    with pytest.raises(FolderReadOnly):
        prepare_folder(tmp_path / "taken")
    assert (tmp_path / "taken").read_bytes() == b"kept"


def test_a_disk_without_room_is_refused(tmp_path: Path) -> None:
    def almost(folder: Path) -> int:
        return LEAST_FREE_BYTES - 1

    def enough(folder: Path) -> int:
        return LEAST_FREE_BYTES

    with pytest.raises(DiskFull) as refused:
        prepare_folder(tmp_path, free_space=almost, shared=nothing_shared)
    # Nothing was being sent.
    assert words_for(refused.value).safe == "Everything stored before is safe."
    prepare_folder(tmp_path, free_space=enough, shared=nothing_shared)
    assert free_bytes(tmp_path) > 0


def test_a_folder_that_is_open_in_another_account_is_told_as_that(tmp_path: Path) -> None:
    with FolderLock(tmp_path, "one"):
        with pytest.raises(AlreadyRunning) as same, FolderLock(tmp_path, "one"):
            pass
        with pytest.raises(AlreadyRunning) as another, FolderLock(tmp_path, "another"):
            pass
        held = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert words_for(same.value).what.startswith("Team Health is already open with")
    assert words_for(another.value).what.startswith("Team Health is open in another account on this computer")
    # What was refused has left what is said as it was; neither says by name whose it is.
    assert set(held) == {LOCK_NAME, SESSION_NAME}
    assert b"one" not in held[SESSION_NAME]
    assert not (tmp_path / SESSION_NAME).exists()


def test_what_an_ended_program_has_left_names_no_account_that_is_open_now(tmp_path: Path) -> None:
    leave_session(tmp_path, "one")
    with FolderLock(tmp_path, "another"), pytest.raises(AlreadyRunning) as refused, FolderLock(tmp_path, "one"):
        pass
    assert refused.value.detail
    (tmp_path / SESSION_NAME).mkdir()
    with FolderLock(tmp_path, "one"), pytest.raises(AlreadyRunning) as refused, FolderLock(tmp_path, "one"):
        pass
    assert refused.value.detail


def test_one_program_at_a_time_holds_a_folder(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(AlreadyRunning), FolderLock(tmp_path):
        pass
    with FolderLock(tmp_path):
        pass


def test_a_program_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from teamhealth.storage.folder import FolderLock
with FolderLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(AlreadyRunning), FolderLock(tmp_path):
            pass
        child.kill()
    with FolderLock(tmp_path):
        pass


def test_a_new_folder_and_its_database_are_nobody_elses(tmp_path: Path) -> None:
    if os.name == "nt":
        return
    folder = tmp_path / "data"
    prepare_folder(folder)
    with Database(folder / "x.sqlite").connect() as store:
        store.execute("INSERT INTO draft (id, document) VALUES ('a', x'00')")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
