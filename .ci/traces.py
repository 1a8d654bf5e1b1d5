"""Finds, in the files of a bundle, where it was built and by whom: the checkout's path, the home of a person."""

import re
import sys
from pathlib import Path, PurePath
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
# Accounts that machines have. A library that names the home of one, as wheels built in a container do, names nobody.
NOBODY = frozenset(
    {
        "administrator",
        "builder",
        "containeradministrator",
        "default",
        "public",
        "root",
        "runner",
        "runneradmin",
        "vagrant",
    }
)
_HOMES = ("home", "users")


def traces(
    folder: Path, checkout: Path = ROOT, home: Path | None = None, python: Path = Path(sys.base_prefix)
) -> list[str]:
    """Return which files of a bundle tell where it was built, or by whom.

    Parameters
    ----------
    folder : Path
        The bundle.
    checkout : Path
        Its path may stand in no file.
    home : Path or None
        The builder's home; None for that of whoever runs this. A text may not tell it. No other file may, either, nor a
        home of that name in another place, unless it is one of a machine's account.
    python : Path
        Where the Python lies that is bundled: its library tells that, which is found where it is a person's home.
    """
    home = home or Path.home()
    built, lives, named = spelt(checkout), spelt(home), _persons(home, python)
    problems = []
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.is_symlink():
            continue
        content = file.read_bytes()
        name = file.relative_to(folder).as_posix()
        if built.search(content):
            problems.append(f"tells where the bundle was built: {name}")
        # A home that is the whole disk tells of nobody.
        elif home != Path(home.anchor) and b"\0" not in content and lives.search(content):
            problems.append(f"tells the builder's home folder: {name}")
        elif named is not None and named.search(content):
            problems.append(f"tells a person's home folder (build with a Python that lies in nobody's home): {name}")
    return problems


def spelt(place: PurePath) -> re.Pattern[bytes]:
    """Return what finds a folder's path as files spell it: as it is, as an address, and within quotes on Windows."""
    return re.compile(b"(?:%s)(?![\\w.-])" % b"|".join(_spellings(place)))


def _spellings(place: PurePath) -> list[bytes]:
    # As an address, in which a drive stands behind another stroke.
    address = f"{'/' if place.drive else ''}{place.drive}{quote(place.as_posix().removeprefix(place.drive))}"
    paths = {str(place), place.as_posix(), str(place).replace("\\", "\\\\"), address}
    return [re.escape(each.encode("utf-8")) for each in sorted(paths)]


def _persons(home: PurePath, python: PurePath) -> re.Pattern[bytes] | None:
    """Return what finds the homes of those persons in whose homes the builder and the Python live; None for nobody."""
    found = []
    if home != type(home)(home.anchor) and home.name.casefold() not in NOBODY:
        found += _spellings(home)
    names = {name for each in (home, python) if (name := _account(each)) is not None}
    found += [rb"(?i:home|users)[/\\]+" + re.escape(each.encode("utf-8")) for each in sorted(names)]
    return re.compile(b"(?:%s)(?![\\w.-])" % b"|".join(found)) if found else None


def _account(place: PurePath) -> str | None:
    """Return whose home a path lies in, by name, unless it is that of a machine's account."""
    for above, name in zip(place.parts, place.parts[1:], strict=False):
        if above.strip("/\\").casefold() in _HOMES:
            return name if name.casefold() not in NOBODY else None
    return None
