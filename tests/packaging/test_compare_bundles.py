"""Two builds of one commit are compared, and a difference that matters is no success."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.tools import ROOT

BUNDLE = (ROOT / ".ci" / "bundle").read_text(encoding="utf-8")


def _archive(file: Path, year: int, content: str = "same") -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("abc.pyc", (year, 1, 1, 0, 0, 0)), content)


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """Return two builds that are the same."""
    one, other = tmp_path / "one", tmp_path / "other"
    (one / "_internal").mkdir(parents=True)
    (one / "TeamHealth").write_bytes(b"\x7fELF")
    (one / "TeamHealth").chmod(0o755)
    (one / "_internal" / "libz.so.1").write_bytes(b"zlib")
    (one / "_internal" / "link").symlink_to("libz.so.1")
    _archive(one / "_internal" / "base_library.zip", 2020)
    shutil.copytree(one, other, symlinks=True)
    return one, other


def _compare(one: Path, other: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / ".ci" / "compare_bundles.py"), str(one), str(other)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def _content(other: Path) -> None:
    (other / "_internal" / "libz.so.1").write_bytes(b"zlob")


def _missing(other: Path) -> None:
    (other / "_internal" / "libz.so.1").unlink()


def _more(other: Path) -> None:
    (other / "_internal" / "strange").write_text("", encoding="utf-8")


def _link(other: Path) -> None:
    (other / "_internal" / "link").unlink()
    (other / "_internal" / "link").symlink_to("base_library.zip")


def _right(other: Path) -> None:
    (other / "TeamHealth").chmod(0o644)


def _member(other: Path) -> None:
    _archive(other / "_internal" / "base_library.zip", 2020, "other")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_content, "another content: _internal/libz.so.1, 4 and 4 bytes, from byte 2 on"),
        (_missing, "_internal/libz.so.1"),
        (_more, "_internal/strange"),
        (_link, "_internal/link (link to libz.so.1, link to base_library.zip)"),
        (_right, "TeamHealth (program, file)"),
        (_member, "another content: _internal/base_library.zip, in it abc.pyc"),
    ],
)
def test_a_difference_that_matters_is_told_and_is_no_success(
    change: Callable[[Path], None], told: str, builds: tuple[Path, Path]
) -> None:
    change(builds[1])
    run = _compare(*builds)
    assert run.returncode == 1
    assert told in run.stderr


def test_builds_that_are_the_same_are_a_success(builds: tuple[Path, Path]) -> None:
    os.utime(builds[1] / "TeamHealth", (1, 1))
    run = _compare(*builds)
    assert (run.returncode, run.stdout, run.stderr) == (0, "both builds are the same, byte for byte\n", "")


def test_times_inside_an_archive_are_told_and_do_not_matter(builds: tuple[Path, Path]) -> None:
    _archive(builds[1] / "_internal" / "base_library.zip", 2021)
    run = _compare(*builds)
    assert run.returncode == 0
    assert "only the times inside: _internal/base_library.zip" in run.stdout


def test_a_build_that_is_not_there_is_no_success(builds: tuple[Path, Path], tmp_path: Path) -> None:
    assert _compare(builds[0], tmp_path / "none").returncode != 0


def test_building_twice_ends_with_the_comparison() -> None:
    last = BUNDLE[BUNDLE.index("--twice", BUNDLE.index("set -euo pipefail")) :]
    assert ".ci/compare_bundles.py dist/TeamHealth build/again/TeamHealth" in last
    assert "if .venv" not in last
    assert "||" not in last
