"""A report of an unexpected error says where it happened, and nothing that anybody typed, answered or is called."""

import re
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import pytest

from teamhealth.services.crash_report import PACKAGES, crash_report
from teamhealth.services.doctor import LIBRARIES
from tests.secrets_watch import PLANTED

SECRETS = (*PLANTED, "Jo Bloggs", "7KQ2 M4XD 9PA", "14:23:07")


class Unforeseen(Exception):
    """Stands for an error of a library that carries what it was given."""


def _read(secret: str, held: dict[str, list[str]]) -> None:
    raise KeyError(secret, held)


def _fail_with(secret: str) -> None:
    held = {secret: [secret]}
    try:
        _read(secret, held)
    except KeyError as first:
        error = Unforeseen(f"cannot read {secret}", held)
        error.add_note(secret)
        raise error from first


def caught(fail: Callable[[], None]) -> Exception:
    try:
        fail()
    except Exception as error:
        return error
    raise AssertionError("nothing failed")


@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_of_a_message_a_note_or_a_variable_is_in_the_report(secret: str) -> None:
    report = crash_report(caught(lambda: _fail_with(secret)))
    assert secret.casefold() not in report.casefold()
    assert not re.search(r"\d\d:\d\d", report)


def test_it_says_where_in_the_program_and_of_what_it_came() -> None:
    report = crash_report(caught(lambda: _fail_with("480215")))
    # A checkout may have the program's name, too.
    place = re.compile(
        r"^  (?:(?:teamhealth/)?tests/services/)?test_crash_report\.py, line \d+, _fail_with$", re.MULTILINE
    )
    assert len(place.findall(report)) == 2
    assert report.index("\nUnforeseen\n") < report.index("\nKeyError\n")
    assert re.search(r"^teamhealth \d", report, re.MULTILINE)
    assert re.search(r"^Python 3\.", report, re.MULTILINE)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/jo.bloggs/apps/teamhealth/ui/rail.py", "teamhealth/ui/rail.py"),
        ("C:\\Users\\jo.bloggs\\teamhealth\\ui\\rail.py", "teamhealth/ui/rail.py"),
        ("/home/jo.bloggs/x/site-packages/numpy/core.py", "site-packages/numpy/core.py"),
        ("/home/jo.bloggs/other.py", "other.py"),
    ],
)
def test_a_file_is_named_without_the_folders_of_a_person(path: str, shown: str) -> None:
    code: CodeType = compile("raise ValueError", path, "exec")
    report = crash_report(caught(lambda: exec(code)))  # noqa: S102 - the only way to a frame of another path
    assert f"  {shown}, line 1, <module>" in report
    assert "bloggs" not in report


@pytest.mark.parametrize(
    ("path", "module", "shown"),
    [
        ("core.py", "click.core", "click/core.py"),
        ("__init__.py", "pandas.core.arrays", "pandas/core/arrays/__init__.py"),
        ("pyimod02_importers.py", "pyimod02_importers", "pyimod02_importers.py"),
        ("C:\\Users\\jo.bloggs\\own.py", "__main__", "own.py"),
        ("core.py", "jo.bloggs", "core.py"),
    ],
)
def test_in_a_bundle_a_file_is_named_by_its_module(path: str, module: str, shown: str) -> None:
    code: CodeType = compile("raise ValueError", path, "exec")
    report = crash_report(caught(lambda: exec(code, {"__name__": module})))  # noqa: S102 - as above
    assert f"  {shown}, line 1, <module>" in report
    assert "bloggs" not in report


def test_every_version_that_is_told_is_carried_by_a_bundle() -> None:
    recipe = (Path(__file__).parents[2] / "build_installer.spec").read_text(encoding="utf-8")
    assert "for package in PACKAGES:\n    metadata += copy_metadata(package)" in recipe
    report = crash_report(caught(lambda: _fail_with("480215")))
    assert [name for name in PACKAGES if not re.search(rf"^{name} \d", report, re.MULTILINE)] == []
    assert {name.lower() for name in LIBRARIES} <= {name.lower() for name in PACKAGES}


def test_errors_that_came_of_each_other_end() -> None:
    first, second = ValueError("a"), KeyError("b")
    first.__context__, second.__context__ = second, first
    assert crash_report(first).count("KeyError") == 1


def test_nothing_is_told_of_this_computers_folders() -> None:
    assert str(Path.home()) not in crash_report(caught(lambda: _fail_with("480215")))
