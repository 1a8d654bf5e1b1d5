"""A whole volume read as raw bytes: what files left behind on it that no folder shows any more."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from shutil import which
from tempfile import TemporaryDirectory

from tests.attacks.boxes import Fill

SIZE = 12 * 1024 * 1024


def can_mount() -> bool:
    """Whether this process may make a volume and mount it."""
    if sys.platform != "linux" or os.geteuid() != 0 or not (which("mkfs.ext4") and which("mount")):
        return False
    with TemporaryDirectory() as name:
        try:
            with volume(Path(name)):
                return True
        except subprocess.CalledProcessError:
            return False


@contextmanager
def volume(folder: Path) -> Iterator[Path]:
    """Mount a fresh ext4 volume while the block runs; it lies in ``volume.img``."""
    image, place = folder / "volume.img", folder / "mounted"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(SIZE)
    _run("mkfs.ext4", "-q", "-F", str(image))
    _run("mount", "-o", "loop", str(image), str(place))
    try:
        yield place
    finally:
        _run("umount", str(place))


def take_the_volume(folder: Path, fill: Fill, answers: Sequence[bytes], random: Random) -> dict[str, bytes]:
    """Fill a box on a volume of its own, and take all of the volume's bytes."""
    with volume(folder) as place:
        (place / "data").mkdir()
        fill(place / "data", answers, random)
    return {"the volume": (folder / "volume.img").read_bytes()}


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
