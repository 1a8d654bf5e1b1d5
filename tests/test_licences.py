"""The table of licences names every library and every folder that is carried, and a bundle's notices tell the same."""

import importlib.util
import json
import platform
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
TABLE = (ROOT / "resources" / "LICENCES.md").read_text(encoding="utf-8")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def notices() -> ModuleType:
    """Return the script that writes a bundle's notices, as a module."""
    found = importlib.util.spec_from_file_location("notices", ROOT / ".ci" / "notices.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


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
    text = notices.third_party([])
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


def test_the_bill_of_materials_names_what_no_list_of_packages_does(notices: ModuleType) -> None:
    found = {each["name"]: each["version"] for each in json.loads(json.dumps(notices.beneath()))}
    assert found["python"] == platform.python_version()
    assert found["sqlite"] == sqlite3.sqlite_version
