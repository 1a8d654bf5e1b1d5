"""The table of licences names every library and every folder that is carried, and a bundle's notices tell the same."""

import platform
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.tools import ROOT, tool

TABLE = (ROOT / "resources" / "LICENCES.md").read_text(encoding="utf-8")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def notices() -> ModuleType:
    """Return the script that writes a bundle's notices, as a module."""
    return tool("notices")


def test_every_library_is_named(notices: ModuleType) -> None:
    libraries = TABLE.split("| library | licence |")[1]
    named = {_plain(each) for each in re.findall(r"[\w.-]+", libraries)}
    bundled = {_plain(each.metadata["Name"]) for each in notices.bundled()}
    assert {"pandas", "cffi"} <= bundled
    assert bundled <= named


def test_every_folder_that_is_carried_is_named() -> None:
    carried = {each.name for each in (ROOT / "resources").iterdir() if each.name != "LICENCES.md"}
    assert [each for each in carried if f"`{each}`" not in TABLE and f"`{each}/`" not in TABLE] == []


def test_a_bundles_notices_begin_with_pythons_own_text(notices: ModuleType) -> None:
    text = notices.third_party([], [])
    assert f"Python {platform.python_version()}\nLicence: PSF-2.0" in text
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text.upper()


def test_without_that_text_there_are_no_notices(
    notices: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(notices, "Path", _nowhere(tmp_path))
    with pytest.raises(SystemExit, match="licence"):
        notices.python_text()


def _nowhere(folder: Path) -> Callable[[str], Path]:
    def path(_name: str) -> Path:
        return folder / "none"

    return path
