"""What a bundle may hold is checked by its files: their size, and that each is asked for."""

import re
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from tests.packaging.tools import ROOT, tool

GUIDE = (ROOT / "docs" / "it-guide.md").read_text(encoding="utf-8")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a folder with what every bundle has to have, and nothing else."""
    for name in tool("check_bundle").NEEDED:
        file = tmp_path / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}", encoding="utf-8")
    return tmp_path


def test_only_the_files_are_looked_at_where_nothing_can_be_started(bundle: Path) -> None:
    (bundle / "_internal" / "PySide6").mkdir()
    (bundle / "_internal" / "PySide6" / "strange.dll").write_bytes(b"MZ")
    command = [sys.executable, str(ROOT / ".ci" / "check_bundle.py"), str(bundle), "--files"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert re.search(r"^on disk: \d+ MB in \d+ files$", done.stdout, re.MULTILINE)
    assert "WRONG: not in the bill of materials: PySide6/strange.dll" in done.stderr
    # Nothing was started, as there is no program in it.
    assert "whole job" not in done.stdout
    assert "Traceback" not in done.stderr


def test_a_library_that_nobody_asks_for_is_found(bundle: Path) -> None:
    (bundle / "_internal" / "libpango-1.0.so.0").write_bytes(b"")
    assert "nobody asks for it: libpango-1.0.so.0" in tool("check_bundle").contents(bundle)


def test_the_guide_for_council_it_tells_a_size_near_the_one_that_is_measured() -> None:
    told_size = tool("check_bundle").told_size
    # With Debian's own Python, and with one that was built with all its symbols.
    assert told_size(218_000_000, GUIDE) == []
    assert told_size(241_000_000, GUIDE) == []
    assert told_size(205_000_000, GUIDE) != []
    assert told_size(259_000_000, GUIDE) != []


@pytest.mark.parametrize("name", ["PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6"])
def test_what_may_not_be_in_it_is_found(name: str, bundle: Path) -> None:
    library = bundle / "_internal" / name
    library.parent.mkdir(parents=True)
    library.write_bytes(b"")
    assert f"must not be in it: _internal/{name}" in tool("check_bundle").contents(bundle)


def test_a_library_without_an_entry_in_the_bill_is_found(bundle: Path) -> None:
    (bundle / "_internal" / "PySide6").mkdir()
    (bundle / "_internal" / "PySide6" / "strange.dll").write_bytes(b"MZ")
    assert "not in the bill of materials: PySide6/strange.dll" in tool("check_bundle").contents(bundle)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("_internal/teamhealth.dist-info/direct_url.json", b'{"url": "file:///builds/me/team-health"}'),
        ("_internal/notices/THIRD-PARTY.txt", b"From /builds/me/team-health/.venv-build/lib"),
        ("TeamHealth", b"\x7fELF\0/builds/me/team-health/teamhealth/app.py"),
    ],
)
def test_a_file_that_tells_where_the_bundle_was_built_is_found(name: str, content: bytes, bundle: Path) -> None:
    traces, checkout, home = tool("traces").traces, Path("/builds/me/team-health"), Path("/home/builder")
    assert traces(bundle, checkout, home) == []
    (bundle / name).parent.mkdir(parents=True, exist_ok=True)
    (bundle / name).write_bytes(content)
    assert traces(bundle, checkout, home) == [f"tells where the bundle was built: {name}"]


def test_the_builders_home_is_found_in_text_and_other_peoples_libraries_may_name_any(bundle: Path) -> None:
    traces, checkout, home = tool("traces").traces, Path("/builds/me/team-health"), Path("/home/builder")
    (bundle / "libz.so.1").write_bytes(b"\x7fELF\0/home/builder/zlib/deflate.c")
    assert traces(bundle, checkout, home) == []
    (bundle / "install.sh").write_bytes(b"cd /home/builder/out")
    assert traces(bundle, checkout, home) == ["tells the builder's home folder: install.sh"]


@pytest.mark.parametrize(
    ("home", "python"),
    [
        (Path("/home/jane.smith"), Path("/usr")),
        (Path("/root"), Path("/home/jane.smith/.pyenv/versions/3.11.7")),
        (PureWindowsPath("C:\\Users\\jane.smith"), PureWindowsPath("C:\\Program Files\\Python311")),
        (Path("/srv/people/jane.smith"), Path("/usr")),
    ],
    ids=["builder", "python", "windows", "elsewhere"],
)
def test_a_library_that_tells_the_home_of_a_person_is_found(home: Path, python: Path, bundle: Path) -> None:
    traces, checkout = tool("traces").traces, Path("/builds/team-health")
    library = bundle / "_internal" / "libpython3.11.so.1.0"
    spelt = str(home if "jane" in str(home) else python)
    for beside in (spelt.replace("jane.smith", "jane.smithson"), spelt.replace("jane.smith", "jane")):
        library.write_bytes(b"\x7fELF\0" + beside.encode() + b"/lib\0")
        assert traces(bundle, checkout, home, python) == []
    library.write_bytes(b"\x7fELF\0" + spelt.encode() + b"/lib\0")
    (told,) = traces(bundle, checkout, home, python)
    assert told.endswith("in nobody's home): _internal/libpython3.11.so.1.0")


def test_a_library_may_tell_the_home_of_a_machines_account(bundle: Path) -> None:
    (bundle / "libpython3.11.so.1.0").write_bytes(b"\x7fELF\0/root/.pyenv/versions/3.11.7\0/home/runner/work\0")
    for home in (Path("/root"), Path("/home/runner")):
        assert tool("traces").traces(bundle, Path("/builds/team-health"), home, home / ".pyenv/versions/3.11.7") == []


def test_a_path_is_found_as_windows_spells_it_within_quotes() -> None:
    place = PureWindowsPath("C:\\Users\\builder\\team-health")
    spelt = tool("traces").spelt(place)
    for text in (b"C:\\Users\\builder\\team-health\\x", b'"C:\\\\Users\\\\builder\\\\team-health\\\\x"',
                 b'{"url": "file:///C:/Users/builder/team-health"}'):  # fmt: skip
        assert spelt.search(text), text


def test_the_check_of_a_bundle_looks_for_traces_of_this_checkout(bundle: Path) -> None:
    (bundle / "_internal" / "notes.txt").write_text(f"{ROOT}/teamhealth", encoding="utf-8")
    assert "tells where the bundle was built: _internal/notes.txt" in tool("check_bundle").contents(bundle)
