"""What a build hands out: the portable zip, and checksums that can be compared on any system."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from teamhealth.services.data_place import PORTABLE_MARK
from tests.packaging.tools import ROOT, tool

SCRIPT = (ROOT / ".ci" / "installer" / "build.ps1").read_text(encoding="utf-8")


def _hand_out(*arguments: object) -> str:
    command = [sys.executable, str(ROOT / ".ci" / "hand_out.py"), *map(str, arguments)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a bundle of two files, one of them named in another script."""
    folder = tmp_path / "TeamHealth"
    (folder / "_internal").mkdir(parents=True)
    (folder / "TeamHealth.exe").write_bytes(b"MZ")
    (folder / "_internal" / "Iechyd tîm.txt").write_text("tîm", encoding="utf-8")
    return folder


def test_checksums_are_of_this_builds_files_only_and_sha256sum_reads_them(tmp_path: Path) -> None:
    for name in ("TeamHealth-0.1.0-setup.exe", "TeamHealth-0.1.0-portable.zip", "TeamHealth-0.0.9-setup.exe"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    target = tmp_path / "SHA256SUMS.txt"
    _hand_out("sums", target, tmp_path / "TeamHealth-0.1.0-setup.exe", tmp_path / "TeamHealth-0.1.0-portable.zip")
    content = target.read_bytes()
    assert content.isascii()
    assert b"\r" not in content
    lines = content.decode("ascii").splitlines()
    assert [line.split("  ")[1] for line in lines] == ["TeamHealth-0.1.0-portable.zip", "TeamHealth-0.1.0-setup.exe"]
    subprocess.run(["sha256sum", "--check", "--strict", target.name], cwd=tmp_path, check=True, capture_output=True)


def test_the_portable_zip_holds_the_bundle_and_the_marker(bundle: Path, tmp_path: Path) -> None:
    _hand_out("zip", bundle, tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        names = archive.namelist()
        assert archive.read("TeamHealth/_internal/Iechyd tîm.txt") == "tîm".encode()
    assert names == ["TeamHealth/TeamHealth.exe", "TeamHealth/_internal/Iechyd tîm.txt", "TeamHealth/portable.txt"]


def test_the_marker_is_the_one_that_the_program_looks_for() -> None:
    assert tool("hand_out").MARKER == PORTABLE_MARK


def test_two_zips_of_the_same_files_are_the_same(bundle: Path, tmp_path: Path) -> None:
    _hand_out("zip", bundle, tmp_path / "one.zip")
    os.utime(bundle / "TeamHealth.exe", (1, 1))
    _hand_out("zip", bundle, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_build_on_windows_leaves_checksums_and_zip_to_this() -> None:
    assert r".ci\hand_out.py sums dist\SHA256SUMS.txt" in SCRIPT
    assert r".ci\hand_out.py zip dist\TeamHealth" in SCRIPT
    assert not re.search(r"Tee-Object|Out-File|>\s*dist|Compress-Archive|Get-ChildItem dist", SCRIPT)
