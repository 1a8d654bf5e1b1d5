"""A screen of its own with a window manager, for programs that are started as people start them."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED = ("Xvfb", "openbox")
SIZE = (1366, 768)


@contextmanager
def real_display(size: tuple[int, int] = SIZE) -> Iterator[str]:
    """Start the screen, and end it afterwards; yields its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        name = f":{answer.readline().strip()}"
    with tempfile.TemporaryDirectory() as home:
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": name, "HOME": home}, stderr=subprocess.DEVNULL
        )
        time.sleep(0.5)
        try:
            yield name
        finally:
            for process in (manager, server):
                process.terminate()
                process.wait(10)
