"""Finds, in the files of a bundle, where it was built: the checkout's path, and in text the builder's home folder."""

import re
from pathlib import Path, PurePath

ROOT = Path(__file__).resolve().parent.parent


def traces(folder: Path, checkout: Path = ROOT, home: Path | None = None) -> list[str]:
    """Return which files of a bundle tell the path of the checkout, or are text and tell the builder's home folder."""
    home = home or Path.home()
    built, lives = spelt(checkout), spelt(home)
    problems = []
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.is_symlink():
            continue
        content = file.read_bytes()
        name = file.relative_to(folder).as_posix()
        if built.search(content):
            problems.append(f"tells where the bundle was built: {name}")
        # Libraries of others name the homes of those who built them. A home that is the whole disk tells of nobody.
        elif home != Path(home.anchor) and b"\0" not in content and lives.search(content):
            problems.append(f"tells the builder's home folder: {name}")
    return problems


def spelt(place: PurePath) -> re.Pattern[bytes]:
    """Return what finds a folder's path as files spell it: as it is, as an address, and within quotes on Windows."""
    paths = {str(place), place.as_posix(), str(place).replace("\\", "\\\\"), place.as_uri().removeprefix("file://")}
    return re.compile(b"(?:%s)(?![\\w.-])" % b"|".join(re.escape(each.encode("utf-8")) for each in sorted(paths)))
