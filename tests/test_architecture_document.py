"""What the picture of the house names is there, and nothing of the house is missing from it."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "teamhealth"
DOCUMENT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
OUTSIDE = ("tests", "resources", "docs", ".ci")


def _rooms(folder: Path) -> list[str]:
    return sorted(each.name.removesuffix(".py") for each in folder.iterdir() if not each.name.startswith("__"))


def _paths() -> list[str]:
    return sorted(set(re.findall(r"`((?:\.ci|[a-z_]+)/[\w./*-]+)", DOCUMENT)))


def _calls() -> list[str]:
    rooms = "|".join(_rooms(HOUSE))
    return sorted(set(re.findall(rf"`((?:{rooms})(?:\.[a-z_]+)+)[(`]", DOCUMENT)) - {"app.py"})


def test_every_room_stands_in_the_drawing() -> None:
    drawing = DOCUMENT.split("```")[1]
    assert [each for each in _rooms(HOUSE) if not re.search(rf"\b{each}\b", drawing)] == []


def test_every_folder_of_screens_is_told() -> None:
    folders = [each.name for each in (HOUSE / "ui").iterdir() if each.is_dir() and not each.name.startswith("__")]
    row = next(line for line in DOCUMENT.splitlines() if line.startswith("| a screen |"))
    assert sorted(set(re.findall(r"`([a-z]+)`", row))) == sorted(folders)


@pytest.mark.parametrize("named", _paths())
def test_every_file_that_is_named_exists(named: str) -> None:
    base = ROOT if named.split("/", maxsplit=1)[0] in OUTSIDE else HOUSE
    assert list(base.glob(named)) if "*" in named else (base / named).exists()


@pytest.mark.parametrize("named", _calls())
def test_every_call_on_an_answers_way_can_be_made(named: str) -> None:
    parts = named.split(".")
    module = importlib.import_module(".".join(["teamhealth", *parts[:2]]))
    assert callable(getattr(module, parts[2])) if len(parts) == 3 else module
