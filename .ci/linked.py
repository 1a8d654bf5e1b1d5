"""Tells which libraries a library for Linux asks for, and which of those that were collected nobody asks for."""

import struct
from collections.abc import Mapping
from pathlib import Path

LOADED, DYNAMIC = 1, 2
NEEDED, STRINGS = 1, 5


def asked_by(file: Path) -> list[str]:
    """Return the names of the libraries that an ELF file (64 bit, little-endian) asks for; none for other files."""
    content = file.read_bytes()
    if content[:6] != b"\x7fELF\x02\x01":
        return []
    offset, size, count = *struct.unpack_from("<Q", content, 32), *struct.unpack_from("<HH", content, 54)
    # Of each part of the file: its kind, where it lies in the file, where in memory, and how long it is there.
    parts = [struct.unpack_from("<I4xQQ8xQ", content, offset + size * each) for each in range(count)]
    pairs = [pair for part in parts if part[0] == DYNAMIC for pair in _pairs(content, part[1], part[3])]
    tables = [value for tag, value in pairs if tag == STRINGS]
    if not tables:
        return []
    table = next(
        place + tables[0] - address
        for kind, place, address, length in parts
        if kind == LOADED and address <= tables[0] < address + length
    )
    return [_text(content, table + value) for tag, value in pairs if tag == NEEDED]


def unasked(asked: Mapping[str, list[str]]) -> set[str]:
    """Return which of the system's libraries nobody asks for, directly or by way of others that are asked for.

    ``asked`` holds for each file of a bundle, by its path there, what it asks for. The system's libraries lie on top;
    what wheels and Python bring lies in folders, or is loaded by its name.
    """
    system = {path for path in asked if "/" not in path and path.startswith("lib") and not path.startswith("libpython")}
    waiting = [path for path in asked if path not in system]
    found: set[str] = set()
    while waiting:
        for name in asked[waiting.pop()]:
            if name in system and name not in found:
                found.add(name)
                waiting.append(name)
    return system - found


def _pairs(content: bytes, place: int, length: int) -> list[tuple[int, int]]:
    return [struct.unpack_from("<QQ", content, place + each) for each in range(0, length - length % 16, 16)]


def _text(content: bytes, place: int) -> str:
    return content[place : content.index(b"\0", place)].decode("utf-8")
