"""Tells all that can be seen of every enumeration of Qt, made quickly or in the ordinary way: a line for each.

Usage: ``python -m tests.ui.every_enumeration quickly`` (or ``ordinarily``), in a process that has not loaded Qt.
"""

import pickle
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from enum import Enum, Flag
from operator import contains

from teamhealth.ui.quick_enumerations import quick_enumerations

_ADDRESS = re.compile(" at 0x[0-9a-f]+")


def tell() -> None:
    """Load Qt's modules and print every enumeration of theirs."""
    from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets

    for module in (QtCore, QtGui, QtWidgets, QtSvg, QtPrintSupport):
        for each in _classes(module, module.__name__, set()):
            if issubclass(each, Enum):
                print(each.__module__, each.__qualname__, *_told(each), sep="|")


def _classes(place: object, module: str, known: set[type]) -> Iterator[type]:
    for name in sorted(dir(place)):
        each = getattr(place, name, None)
        if isinstance(each, type) and each.__module__ == module and each not in known:
            known.add(each)
            yield each
            yield from _classes(each, module, known)


def _told(kind: type[Enum]) -> Iterator[object]:
    yield kind, kind.__mro__, kind.__doc__, len(kind), sorted(dir(kind))
    yield [(name, _seen(each)) for name, each in sorted(vars(kind).items())]
    for name, each in kind.__members__.items():
        yield name, _seen(each), str(each), f"{each}", bool(each), hash(each) in (hash(each.name), each.value)
        yield [(key, _seen(value)) for key, value in sorted(vars(each).items())], sorted(dir(each))
        pickled = pickle.dumps(each)
        yield pickled, pickle.loads(pickled) is each, getattr(kind, name) is each  # noqa: S301 - just made here
        yield kind(each.value) is each, kind[name] is each
    for number in (max(each.value for each in kind) + 1 if len(kind) else 1, 1 << 40, "none", None):
        yield _outcome(kind, number)
    if issubclass(kind, Flag):
        yield from _operations(kind)


def _operations(kind: type[Flag]) -> Iterator[object]:
    members = list(kind.__members__.values())
    for one, other in zip(members, members[1:] + members[:1], strict=True):
        for made in (one | other, one & other, one ^ other, ~one, kind(0)):
            # Those below nothing can be neither gone through nor counted.
            yield _seen(made), _outcome(list, made), _outcome(len, made), _outcome(contains, made, one)
    # What came of it is remembered there.
    yield _seen(dict(kind._value2member_map_))


def _outcome(call: Callable[..., object], *arguments: object) -> object:
    """Return what comes of something, or how it goes wrong."""
    try:
        return _seen(call(*arguments))
    except (AttributeError, TypeError, ValueError) as error:
        return repr(error)


def _seen(each: object) -> object:
    """Return what is alike in two processes, which have no objects in common."""
    if isinstance(each, Enum):
        return type(each).__qualname__, each._name_, each._value_, repr(each)
    if isinstance(each, dict):
        return [(_seen(key), _seen(value)) for key, value in each.items()]
    if isinstance(each, list):
        return [_seen(value) for value in each]
    return type(each).__name__, getattr(each, "__qualname__", None) or _ADDRESS.sub("", repr(each))


if __name__ == "__main__":
    with quick_enumerations() if sys.argv[1] == "quickly" else nullcontext():
        tell()
