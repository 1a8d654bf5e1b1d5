"""Walks through the rooms of a bundle's window as people do, by mouse and keys, and closes it.

``python -m tests.bundle_window PROGRAM DATA RESULTS`` opens a results file in a new window on the screen that DISPLAY
names (with a window manager), and prints how many different pictures were seen. Needs Debian's xdotool.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from os import environ

from PIL import ImageGrab

# The middle of the rail's entries, from the window's corner.
RAIL_X, RAIL_YS = 96, (88, 132, 176, 220, 264)
# What a room may take until it stands still.
LONGEST, STILL = 20.0, 0.4


def main() -> int:
    """Start the program and walk; returns the program's own exit status."""
    program, data, results = sys.argv[1:]
    shown = subprocess.Popen([program, "--data-dir", data, results])
    _keys("search", "--sync", "--onlyvisible", "--name", "^Team Health")
    seen = set(_pictures())
    print(len(seen))
    _keys("key", "--clearmodifiers", "alt+F4")
    return shown.wait(LONGEST)


def _pictures() -> Iterator[bytes]:
    yield _still()
    for y in RAIL_YS:
        _keys("search", "--onlyvisible", "--name", "^Team Health", "mousemove", "--window", "%1", str(RAIL_X), str(y))
        _keys("click", "1")
        yield _still()
    _keys("key", "--clearmodifiers", "F1")
    yield _still()
    _keys("key", "--clearmodifiers", "Escape")
    _still()


def _still() -> bytes:
    """Return the screen once it has stopped changing."""
    end, before, since = time.monotonic() + LONGEST, b"", time.monotonic()
    while time.monotonic() < end:
        now = ImageGrab.grab(xdisplay=environ["DISPLAY"]).tobytes()
        if now != before:
            before, since = now, time.monotonic()
        elif time.monotonic() - since > STILL:
            return now
        time.sleep(0.05)
    raise TimeoutError("the screen does not come to rest")


def _keys(*command: str) -> None:
    subprocess.run(["xdotool", *command], check=True, stdout=subprocess.DEVNULL, timeout=LONGEST)


if __name__ == "__main__":
    raise SystemExit(main())
