"""The libraries for Windows are judged as Windows would judge them, and what they need is followed to the end."""

import re
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.packaging.tools import ROOT, tool

PINNED = """\
always==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via others
colorama==0.4 ; sys_platform == 'win32' \\
    --hash=sha256:cc
macholib==1.1 ; sys_platform == 'darwin' \\
    --hash=sha256:dd
old==1.0 ; python_version < '3.12' \\
    --hash=sha256:ee
"""


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    """Return a file of pinned libraries, some of them for one system only."""
    file = tmp_path / "requirements.txt"
    file.write_text(PINNED, encoding="utf-8")
    return file


def _wheel(folder: Path, *asked: str) -> Path:
    file = folder / "some-1.0-py3-none-any.whl"
    facts = "Metadata-Version: 2.1\nName: some\n" + "".join(f"Requires-Dist: {each}\n" for each in asked)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("some-1.0.dist-info/METADATA", facts)
    return file


def test_conditions_are_those_of_windows(pinned: Path) -> None:
    pins = tool("windows_wheels").pins(pinned, "3.12")
    assert pins == {
        "always": "always==1.0 --hash=sha256:aa --hash=sha256:bb",
        "colorama": "colorama==0.4 --hash=sha256:cc",
    }
    assert "old" in tool("windows_wheels").pins(pinned, "3.11")


def test_what_the_real_files_pin_for_windows_only_is_asked_for() -> None:
    wheels = tool("windows_wheels")
    build = wheels.pins(wheels.BUILD, "3.12")
    assert {"pywin32-ctypes", "pyinstaller", "pyside6-essentials"} <= set(build)
    assert "macholib" not in build
    assert all("--hash=sha256:" in each for each in build.values())
    assert set(wheels.pins(wheels.PROGRAM, "3.12")) <= set(build)


def test_what_is_needed_on_windows_and_not_pinned_is_found(tmp_path: Path) -> None:
    wheel = _wheel(
        tmp_path, "always", "Tz.Data; sys_platform == 'win32'", "psutil; sys_platform == 'linux'", "x; extra == 'y'"
    )
    unpinned = tool("windows_wheels").unpinned
    assert unpinned([wheel], {"always", "tz-data"}, "3.12") == []
    assert unpinned([wheel], {"always"}, "3.12") == [f"not pinned, but needed on Windows: Tz.Data (by {wheel.name})"]


def test_a_library_that_is_nowhere_is_found_however_far_down_it_is_asked_for() -> None:
    imports = {
        "some/_fast.pyd": ["helper.dll", "kernel32.dll"],
        "some.libs/libscipy_openblas64_-1.dll": [],
        "some/helper.dll": ["strange.dll"],
        "unused/other.dll": ["nowhere.dll"],
    }
    wrong = tool("windows_dlls").strangers(imports, "3.12")
    assert wrong == ["not in any wheel and not known to be in Windows: strange.dll (needed by some/helper.dll)"]


def test_a_library_that_the_recipe_leaves_out_or_the_table_does_not_know_is_found() -> None:
    imports = {
        "PySide6/QtCore.pyd": ["qt6network.dll"],
        "PySide6/Qt6Network.dll": [],
        "some/_fast.pyd": ["unheard-of-1.dll"],
        "some.libs/unheard-of-1.dll": [],
    }
    assert tool("windows_dlls").strangers(imports, "3.12") == [
        "left out by the recipe: qt6network.dll (needed by PySide6/QtCore.pyd)",
        "not in the table of what is carried: some.libs/unheard-of-1.dll",
    ]


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_a_python_brings_its_own_library_and_no_others(python: str) -> None:
    imports = {"some/_fast.pyd": ["python311.dll", "python312.dll", "python313.dll", "python3.dll"]}
    own = f"python{python.replace('.', '')}.dll"
    wrong = tool("windows_dlls").strangers(imports, python)
    assert [each.split(": ")[1].split(" ")[0] for each in wrong] == [
        each for each in imports["some/_fast.pyd"] if each not in (own, "python3.dll")
    ]


def test_libraries_that_are_loaded_late_are_read_too(tmp_path: Path) -> None:
    wheel = tmp_path / "some-1.0-cp312-cp312-win_amd64.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("some/_fast.pyd", b"MZ")
    wanted: list[int] = []
    binary = SimpleNamespace(
        parse_data_directories=wanted.extend,
        DIRECTORY_ENTRY_IMPORT=[SimpleNamespace(dll=b"KERNEL32.dll")],
        DIRECTORY_ENTRY_DELAY_IMPORT=[SimpleNamespace(dll=b"Late.dll")],
    )
    kinds = {"IMAGE_DIRECTORY_ENTRY_IMPORT": 1, "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT": 13}
    reader = SimpleNamespace(PE=lambda data, fast_load: binary, DIRECTORY_ENTRY=kinds)
    found = tool("windows_dlls").imports_of([wheel], reader)
    assert found == {"some/_fast.pyd": ["kernel32.dll", "late.dll"]}
    assert wanted == [1, 13]


def test_the_run_of_everything_reads_them_for_every_python_that_the_build_takes() -> None:
    assert "windows_wheels.py --dlls" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "installer" / "build.ps1").read_text(encoding="utf-8")
    assert tuple(re.findall(r'"-(3\.\d+)"', script)) == tool("windows_wheels").PYTHONS


def test_the_libraries_of_each_python_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    wheels, dlls = tool("windows_wheels"), tool("windows_dlls")
    read: list[str] = []
    monkeypatch.setattr(wheels, "ask_for", lambda *_given: None)
    monkeypatch.setattr(wheels, "fetch", lambda *_given: [])
    monkeypatch.setattr(wheels.windows_dlls, "reader", lambda _place: dlls)

    def strangers(_imports: object, python: str) -> list[str]:
        read.append(python)
        return []

    monkeypatch.setattr(wheels.windows_dlls, "strangers", strangers)
    monkeypatch.setattr(sys, "argv", ["windows_wheels.py", "--dlls"])
    assert wheels.main() == 0
    assert tuple(read) == wheels.PYTHONS
