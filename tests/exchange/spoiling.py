"""Spoils files for tests of reading: changed bytes, forged values, garbage; each input from a seed."""

import json
import random
from collections.abc import Callable
from copy import deepcopy
from typing import cast

import msgspec

Json = object

STRANGE: tuple[Json, ...] = (
    None, True, False, 0, 1, 5, 6, 9, 94, 101, -1, 2**31, 2**63, 2**64 - 1, 1.5, -0.0, 1e300, "", " ", "x", "lead",
    "chosen", "from-eight", "1" * 32, "\u0000", "\u202e", "2026-12-07", "2026-13-40", "AAAA", "AB==", "agreement",
    "st1", [], {}, [[]], [None], {"": 0}, "a" * 5000,
)  # fmt: skip


def spots(value: Json, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to every value inside a JSON document."""
    found = [way] if way else []
    if isinstance(value, dict):
        for key, each in value.items():
            found += spots(each, (*way, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            found += spots(each, (*way, number))
    return found


def changed_bytes(good: bytes, rng: random.Random) -> bytes:
    """Return a file with one to four of its bytes changed, cut out, put in or doubled, or a piece cut off."""
    data = bytearray(good)
    for _ in range(rng.randint(1, 4)):
        position = rng.randrange(len(data))
        how = rng.randrange(6)
        if how == 0:
            data[position] = rng.randrange(256)
        elif how == 1:
            data[position] ^= 1 << rng.randrange(8)
        elif how == 2:
            del data[position : position + rng.randint(1, 20)]
        elif how == 3:
            data[position:position] = rng.randbytes(rng.randint(1, 4))
        elif how == 4:
            data[position:position] = data[position : position + rng.randint(1, 40)]
        else:
            del data[max(1, position) :]
        if not data:
            break
    return bytes(data)


def forged(good: bytes, rng: random.Random, seal: Callable[[dict[str, Json]], bytes]) -> bytes:
    """Return a file in canonical form and with a hash that fits, some of whose values are strange."""
    document = cast(dict[str, Json], json.loads(good))
    for _ in range(rng.randint(1, 3)):
        ways = spots(document)
        _put(document, rng.choice(ways), deepcopy(rng.choice(STRANGE)), rng)
    try:
        return seal(document)
    except (UnicodeEncodeError, msgspec.EncodeError, OverflowError):
        return b""


def garbage(rng: random.Random) -> bytes:
    """Return bytes that are no file of ours, or only at their beginning."""
    beginning = rng.choice((b"", b"{", b'{"kind":"team-health-', b"[" * rng.randint(1, 2000), b"\xff\xfe", b"%PDF-1.7"))
    return beginning + rng.randbytes(rng.randint(0, 200))


def _put(holder: Json, way: tuple[str | int, ...], value: Json, rng: random.Random) -> None:
    for step in way[:-1]:
        holder = cast(dict[str | int, Json], holder)[step]
    last = way[-1]
    if isinstance(holder, dict):
        what = rng.randrange(4)
        if what == 0:
            del holder[last]
        elif what == 1:
            holder[f"{last}x"] = value
        else:
            holder[last] = value
    elif isinstance(holder, list) and isinstance(last, int):
        if rng.randrange(3):
            holder[last] = value
        else:
            holder.append(holder[last])
