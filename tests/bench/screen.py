"""A screen of its own (Xvfb), read from its memory, so that looking at it costs the watched program nothing."""

import mmap
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1366, 768
_LONGEST = 60.0
_PIXEL = 4
# A screen picture as X stores it begins with its own length, then says how many colours of 12 bytes follow.
_LENGTH_AT, _COLOURS_AT, _COLOUR = 0, 19 * 4, 12


class Screen:
    """What is on the screen now, row by row."""

    def __init__(self, name: str, memory: mmap.mmap) -> None:
        self.name = name
        self._memory = memory
        (length,) = struct.unpack_from(">I", memory, _LENGTH_AT)
        (colours,) = struct.unpack_from(">I", memory, _COLOURS_AT)
        self._begins = length + colours * _COLOUR

    def row(self, y: int, left: int, right: int) -> list[bytes]:
        """Return the colours of a row, from a column to before another."""
        begins = self._begins + (y * WIDTH + left) * _PIXEL
        # The fourth byte of a pixel holds nothing.
        return [self._memory[at : at + 3] for at in range(begins, begins + (right - left) * _PIXEL, _PIXEL)]

    def is_painted(self, y: int, left: int, right: int) -> bool:
        """Whether something stands in a row of the black screen."""
        return any(any(colour) for colour in self.row(y, left, right))

    def is_written(self, y: int, left: int, right: int) -> bool:
        """Whether a row holds more than its ground."""
        return len(set(self.row(y, left, right))) > 1


@contextmanager
def own_screen() -> Iterator[Screen]:
    """Start a black screen that nobody else draws on."""
    read, write = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        options = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-br", "-nocursor", "-nolisten", "tcp"]
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *options], pass_fds=(write,), stderr=subprocess.DEVNULL
        )
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                name = f":{answer.readline().strip()}"
            with (
                (Path(folder) / "Xvfb_screen0").open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory,
            ):
                yield Screen(name, memory)
        finally:
            server.terminate()
            server.wait(10)


def seconds_until(begun: float, shown: subprocess.Popen[str], there: Iterator[bool]) -> float:
    """Return the seconds from a moment until something is there.

    Raises
    ------
    RuntimeError
        When the program has ended before that, or a minute has passed.
    """
    for seen in there:
        now = time.monotonic()
        if seen:
            return now - begun
        if shown.poll() is not None or now - begun > _LONGEST:
            raise RuntimeError(f"nothing was painted by {shown.args!r}")
        time.sleep(0.001)
    raise RuntimeError("nobody looked")
