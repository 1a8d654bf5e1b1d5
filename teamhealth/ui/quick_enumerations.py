"""Makes Qt's enumerations quickly: the classes that Python's own maker gives, without its many steps for each name."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import reduce
from operator import or_
from typing import Any, TypeGuard, cast

Members = Sequence[tuple[str, int]]
_Creates = Callable[..., type[Enum]]
_KINDS = (Enum, Flag, IntEnum, IntFlag)
# Members of such names would hide something.
_TAKEN = {"mro"}.union(*(vars(each) for kind in _KINDS for each in kind.__mro__))
# What each class has of its own, to keep its members in.
_HELD = (list, dict)
# What PySide6 asks for with every enumeration; one that is asked for otherwise is not one of Qt's.
_AS_QT = {"qualname": None, "type": None, "start": 1, "boundary": KEEP}
# All that members differ in: one bit or several, a number named twice, none, less than none, and out of order.
_TRIAL = [("four", 4), ("one", 1), ("both", 5), ("again", 4), ("none", 0), ("below", -2)]


@contextmanager
def quick_enumerations() -> Iterator[None]:
    """Make enumerations quickly inside the block, wherever they come out the same; all others are made as ever.

    PySide6 makes all enumerations of a namespace when it is first named; for ``Qt`` they have 1,200 names. For each
    name Python's maker changes the class three times, and asks anew what kind of class it is. That took a fifth of
    the time until the window was painted.
    """
    ordinary: _Creates = vars(EnumType)["_create_"]
    quick = _QuickMaker(ordinary)

    def create(
        kind: type[Enum], class_name: str, names: object, *, module: str | None = None, **asked: object
    ) -> type[Enum]:
        # An enumeration belongs to whoever asks for it: past this function and Python's own that called it.
        module = module or sys._getframe(2).f_globals.get("__name__")
        made = quick.make(kind, class_name, names, module) if module and asked == _AS_QT else None
        return made or ordinary(kind, class_name, names, module=module, **asked)

    type.__setattr__(EnumType, "_create_", create)
    try:
        yield
    finally:
        type.__setattr__(EnumType, "_create_", ordinary)


class _QuickMaker:
    """Fills copies of an empty enumeration, of each kind for which a trial shows that the same comes of it."""

    def __init__(self, ordinary: _Creates) -> None:
        self._ordinary = ordinary
        self._empty: dict[type[Enum], Mapping[str, object] | None] = {}

    def make(self, kind: type[Enum], name: str, members: object, module: str) -> type[Enum] | None:
        """Return an enumeration of plain names with whole numbers; None for what Python has to make itself."""
        if kind not in _KINDS or not _are_plain(members):
            return None
        if kind not in self._empty:
            self._empty[kind] = self._tried(kind)
        empty = self._empty[kind]
        return None if empty is None else _filled(kind, name, {**empty, "__module__": module}, members)

    def _tried(self, kind: type[Enum]) -> Mapping[str, object] | None:
        """Return what an empty enumeration of a kind holds; None if filling it does not give what Python gives."""
        empty = dict(vars(self._ordinary(kind, "Trial", (), module=__name__, **_AS_QT)))
        ordinary = self._ordinary(kind, "Trial", _TRIAL, module=__name__, **_AS_QT)
        return empty if _told(_filled(kind, "Trial", empty, _TRIAL)) == _told(ordinary) else None


def _are_plain(members: object) -> TypeGuard[Members]:
    """Whether members are names with whole numbers, each name once, and none that means something to Python."""
    if not isinstance(members, list):
        return False
    try:
        names = dict(members)
    except (TypeError, ValueError):
        return False
    return (
        0 < len(names) == len(members)
        and {*map(type, names)} == {str}
        and {*map(type, names.values())} == {int}
        and _TAKEN.isdisjoint(names)
        # In one look through all of them: this is asked of 4,000 names at a start.
        and " _" not in " " + " ".join(names)
    )


def _filled(kind: type[Enum], name: str, empty: Mapping[str, object], members: Members) -> type[Enum]:
    """Return an enumeration of a kind with these members, from what an empty one holds."""
    own = {key: value.copy() if isinstance(value, _HELD) else value for key, value in empty.items()}
    # Python sets this one afterwards; among what a class is made from it would become a static method.
    new = own.pop("__new__")
    # No stub knows what Python's maker keeps in a class and its members.
    made: Any = type.__new__(EnumType, name, (kind,), own)
    # EnumType's own looks for a member of the name each time.
    put = type.__setattr__
    put(made, "__new__", new)
    flags = issubclass(made, Flag)
    numbered = issubclass(made, int)
    listed, by_name, by_number = made._member_names_, made._member_map_, made._value2member_map_
    # From Python 3.13 on, the numbers stand in a list as well.
    numbers: list[int] = vars(made).get("_hashable_values_", [])
    for member_name, number in members:
        member = by_number.get(number)
        if member is None:
            member = by_number[number] = int.__new__(made, number) if numbered else object.__new__(made)
            member._value_ = number
            member._name_ = member_name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            numbers.append(number)
            if not flags or _bit(number):
                listed.append(member_name)
        by_name[member_name] = member
        put(made, member_name, member)
    if flags:
        _know_bits(made)
    return cast("type[Enum]", made)


def _know_bits(made: Any) -> None:
    """Note which bits an enumeration of flags has, and whether its members stand in their order."""
    made._flag_mask_ = reduce(or_, made._value2member_map_)
    made._singles_mask_ = reduce(or_, map(_bit, made._value2member_map_))
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    numbers = [made._member_map_[name]._value_ for name in made._member_names_]
    if numbers != sorted(numbers):
        made._iter_member_ = made._iter_member_by_def_


def _bit(number: int) -> int:
    """Return a number that is one flag, else nothing."""
    return 0 if number & (number - 1) else number


def _told(made: type[Enum]) -> list[str]:
    """Return all that a class and its members hold, in words that two equal classes have in common."""
    return [str(sorted(vars(each).items())) for each in (made, *made._member_map_.values())]
