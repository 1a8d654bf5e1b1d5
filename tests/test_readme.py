"""What the README names is there."""

import re
from pathlib import Path

import pytest

from teamhealth.services.demo import OPENING_WORDS, PIN

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _pictures() -> list[str]:
    return re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README) + re.findall(r'<img src="([^"]+)"', README)


def test_there_is_a_picture_of_the_app_and_one_of_the_pdf() -> None:
    assert len(_pictures()) == 2


@pytest.mark.parametrize("name", _pictures())
def test_pictures_exist_and_are_pictures(name: str) -> None:
    assert (ROOT / name).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`?((?:\.ci|docs|resources)/[\w./-]+)`?", README))))
def test_files_that_are_named_exist(name: str) -> None:
    assert (ROOT / name.rstrip("/.")).exists()


def test_the_demonstrations_secrets_are_told() -> None:
    assert f"its PIN is {PIN}" in README
    assert f"`{OPENING_WORDS}`" in README


def test_the_pythons_are_those_that_are_taken() -> None:
    setup = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    oldest, newest = re.findall(r"\(3, (\d+)\)", setup)
    assert f"Python 3.{oldest} to 3.{newest}" in README
    assert f"Python 3.{oldest} to 3.{newest}, and none was found" in setup
