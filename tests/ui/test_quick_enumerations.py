"""Qt's enumerations are the same however they are made, and Python's own maker is back afterwards."""

import os
import subprocess
import sys
from collections.abc import Callable
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from typing import cast

import pytest

from teamhealth.ui.quick_enumerations import quick_enumerations

KINDS = (Enum, Flag, IntEnum, IntFlag)
MANY = [(f"name{number}", number) for number in range(1000)]


def _every_enumeration(how: str) -> list[str]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.ui.every_enumeration", how],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )
    return told.stdout.splitlines()


def _made(kind: type[Enum], members: object) -> type[Enum]:
    """Return an enumeration as PySide6 asks for it."""
    ask = cast("Callable[..., type[Enum]]", kind)
    return ask("Own", members, boundary=KEEP)


def _calls(kind: type[Enum]) -> int:
    """Return how many functions of Python are called while an enumeration of many names is made."""
    count = 0

    def tell(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        _made(kind, MANY)
    finally:
        sys.setprofile(before)
    return count


def test_every_enumeration_of_qt_is_the_same_made_quickly() -> None:
    quick, ordinary = (_every_enumeration(how) for how in ("quickly", "ordinarily"))
    assert len(quick) == len(ordinary) > 600
    assert [here[:200] for here, there in zip(quick, ordinary, strict=True) if here != there] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_name_has_steps_of_its_own(kind: type[Enum]) -> None:
    ordinary = _calls(kind)
    with quick_enumerations():
        # The first of a kind is tried out both ways.
        _made(kind, [("one", 1)])
        assert _calls(kind) < ordinary / 3


def test_an_enumeration_belongs_to_whoever_asks_for_it() -> None:
    with quick_enumerations():
        made = [_made(kind, members) for kind in KINDS for members in ([("one", 1)], "one two")]
        shown = Enum("shown", "one two")
    assert {each.__module__ for each in (*made, shown)} == {__name__}


def test_one_is_made_for_code_that_has_no_name_of_its_own() -> None:
    held: dict[str, object] = {"Enum": Enum, "KEEP": KEEP}
    with quick_enumerations():
        exec("made = Enum('Own', [('one', 1)], boundary=KEEP)", held)  # noqa: S102 - the line before
    assert isinstance(held["made"], EnumType)


@pytest.mark.parametrize(
    "members",
    [
        [],
        ["one", "two"],
        "one two",
        {"one": 1},
        [("one", "a"), ("two", "b")],
        [("name", 1), ("value", 2)],
        [("_one", 1), ("two", True)],
        (("one", 1), ("two", 2)),
    ],
)
def test_all_others_are_made_as_ever(members: object) -> None:
    ordinary = _made(Enum, members)
    with quick_enumerations():
        made = _made(Enum, members)
    assert [(name, each.value) for name, each in made.__members__.items()] == [
        (name, each.value) for name, each in ordinary.__members__.items()
    ]
    assert vars(made).keys() == vars(ordinary).keys()


@pytest.mark.parametrize("members", [[("one", 1), ("one", 2)], [("mro", 1)], [("one", 1, 1)]])
def test_what_cannot_be_an_enumeration_is_refused_as_ever(members: object) -> None:
    with pytest.raises((TypeError, ValueError)) as ordinary:
        _made(Enum, members)
    with quick_enumerations(), pytest.raises(ordinary.type, match="^" + str(ordinary.value)[:20]):
        _made(Enum, members)


def test_a_python_that_makes_them_in_another_way_keeps_to_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def otherwise(kind: type[Enum], class_name: str, names: object, **asked: object) -> type[Enum]:
        made = ordinary(kind, class_name, names, **asked)
        type.__setattr__(made, "_longest_", max(map(len, made.__members__), default=0))
        return made

    ordinary: Callable[..., type[Enum]] = vars(EnumType)["_create_"]
    monkeypatch.setattr(EnumType, "_create_", otherwise)
    with quick_enumerations():
        made = _made(Enum, [("one", 1), ("three", 3)])
    assert vars(made)["_longest_"] == 5


def test_pythons_own_maker_is_back_even_after_a_failure() -> None:
    before = vars(EnumType)["_create_"]
    with quick_enumerations():
        assert vars(EnumType)["_create_"] is not before
    assert vars(EnumType)["_create_"] is before
    with pytest.raises(KeyError), quick_enumerations():
        raise KeyError
    assert vars(EnumType)["_create_"] is before
