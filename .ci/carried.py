"""Tells which components the files of a bundle are and hold, by `resources/licences/carried.toml`."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "resources" / "licences"
TABLE = LICENCES / "carried.toml"
WORDS = {"AND", "OR", "WITH"}
# What CycloneDX calls the place of the source of a component.
SOURCE_CODE = "source-distribution"


@dataclass(frozen=True)
class Component:
    """Somebody else's work that a bundle carries: its licence, and how it is found in the bundle's files."""

    name: str
    licence: str
    source: str
    read: str
    copyright: str = ""
    cpe: str = ""
    files: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    told: str = ""
    known_as: str = ""
    of: str = ""
    unknown: str = ""
    archive: str = ""
    held: tuple[tuple[str, str], ...] = ()

    def is_file(self, name: str) -> bool:
        """Whether the file of the bundle is this component."""
        return any(_fits(name, pattern) for pattern in self.files)

    def is_within(self, name: str) -> bool:
        """Whether the file of the bundle holds this component beside what it is."""
        return any(_fits(name, pattern) for pattern in self.within)

    def version_in(self, file: Path) -> str:
        """Return the version that a file tells inside; nothing if it tells none."""
        found = re.search(self.told.encode("ascii"), file.read_bytes()) if self.told else None
        # Windows and fonts write each letter in two bytes.
        return found[1].replace(b"\0", b"").decode("ascii") if found is not None else ""

    def version_held(self, release: str) -> str:
        """Return which version of it a release of a wheel holds; nothing if that release was not looked at."""
        return dict(self.held).get(release, "")


def components() -> list[Component]:
    """Return the components of the table."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["component"]
    return [Component(**{("known_as" if key == "as" else key): _fixed(row[key]) for key in row}) for row in rows]


def own_licences() -> dict[str, str]:
    """Return the licences of libraries that name theirs in no way that a machine reads, by library."""
    return dict(tomllib.loads(TABLE.read_text(encoding="utf-8"))["wheels"])


def texts_read() -> dict[str, str]:
    """Return where the texts of licences were read that are not SPDX's, by name."""
    return dict(tomllib.loads(TABLE.read_text(encoding="utf-8"))["texts"])


def files_of(bundle: Path) -> list[str]:
    """Return all files of a bundle, as the table names them: from `_internal` on, with `../` for what lies above."""
    inside = bundle / "_internal"
    found = []
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            below = path.is_relative_to(inside)
            found.append(path.relative_to(inside).as_posix() if below else f"../{path.relative_to(bundle).as_posix()}")
    return sorted(found)


def is_program(file: Path) -> bool:
    """Whether a file is a library or a program, of Linux or of Windows."""
    with file.open("rb") as content:
        start = content.read(4)
    return start == b"\x7fELF" or start[:2] == b"MZ"


def source_archives() -> dict[str, str]:
    """Return where the source of wheels under the GPL or LGPL is to be had, by library."""
    return dict(tomllib.loads(TABLE.read_text(encoding="utf-8"))["archives"])


def source_at(pattern: str, own: str) -> str:
    """Return an address with its versions filled in: `{version}`, another library's, or a `.series` such as 6.11."""

    def number(found: re.Match[str]) -> str:
        whole = own if found[1] == "version" else version(found[1])
        return ".".join(whole.split(".")[:2]) if found[2] else whole

    return re.sub(r"\{([\w-]+)(\.series)?\}", number, pattern)


def asks_for_source(licence: str) -> bool:
    """Whether whoever gives a library on owes its source: under the GPL and LGPL, if no other licence is open."""
    return all("GPL-" in each for each in licence.split(" OR "))


def texts_named(licences: Iterable[str]) -> set[str]:
    """Return the names of the texts beside the table that licences call for; `LGPL-2.1-or-later` is `LGPL-2.1`."""
    names = {each for licence in licences for each in re.findall(r"[\w.+-]+", licence)} - WORDS
    return {re.sub(r"(-only|-or-later|\+)$", "", each) for each in names}


def accounted(folder: Path) -> list[str]:
    """Return which libraries the bill of materials does not name, and which licences it names without their text."""
    bill = folder / "_internal" / "notices" / "bill-of-materials.cdx.json"
    if not bill.is_file():
        return []
    components = json.loads(bill.read_text(encoding="utf-8")).get("components", [])
    places = {each["location"] for one in components for each in one.get("evidence", {}).get("occurrences", [])}
    licences = {one["name"]: [each.get("expression", "") for each in one.get("licenses", [])] for one in components}
    told = {one["name"] for one in components if SOURCE_CODE in _kinds(one)}
    texts = texts_named(each for named in licences.values() for each in named)
    libraries = {each for each in files_of(folder) if is_program(folder / "_internal" / each)}
    print(f"bill of materials: {len(components)} components, {len(libraries)} libraries and programs")
    beside = folder / "_internal" / "resources" / "licences"
    problems = [f"not in the bill of materials: {name}" for name in sorted(libraries - places)]
    problems += [f"no text of the licence {name}" for name in sorted(texts) if not (beside / f"{name}.txt").is_file()]
    problems += [
        f"no place of the source of {name}"
        for name, named in licences.items()
        if name not in told and any(asks_for_source(each) for each in named)
    ]
    return problems + [
        f"the bill names no licence of {name}" for name, named in licences.items() if not all(named or [""])
    ]


def _kinds(component: dict[str, list[dict[str, str]]]) -> set[str]:
    return {each["type"] for each in component.get("externalReferences", [])}


def _fixed(value: object) -> object:
    if isinstance(value, dict):
        return tuple(value.items())
    return tuple(value) if isinstance(value, list) else value


def _fits(name: str, pattern: str) -> bool:
    # Windows spells its own libraries in small letters or in large ones.
    within_a_folder = re.escape(pattern).replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
    return re.fullmatch(within_a_folder, name, re.IGNORECASE) is not None
