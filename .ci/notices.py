"""Writes what a bundle has to say of others' work: licences of all it carries, and a bill of materials (CycloneDX).

Usage: ``python .ci/notices.py FOLDER``, with the Python that the bundle in that folder was made with.
"""

import os
import platform
import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from bill import Found, are_carried, bill_of_materials, collected, found_in
from carried import ROOT, accounted, own_licences, source_archives, source_at
from packaging.requirements import Requirement
from traces import traces

WORK = ROOT / "build" / "build_installer"
# Asked for by sqlite-utils' own command line, which is not in the bundle.
NOT_BUNDLED = {"pip", "setuptools"}
# Wheels that come without the text of their licence.
OWN_TEXTS = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)


def bundled() -> list[Distribution]:
    """Return the program's libraries, with what they need in turn, by name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(each) for each in distribution("teamhealth").requires or []]
    while waiting:
        requirement = waiting.pop()
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if name in found or name in NOT_BUNDLED or not wanted:
            continue
        found[name] = distribution(name)
        waiting += [Requirement(each) for each in found[name].requires or []]
    return [found[name] for name in sorted(found)]


def licence_of(library: Distribution) -> str:
    """Return the licence a library names, in one line."""
    facts = library.metadata
    own = own_licences().get(re.sub(r"[-_.]+", "-", str(facts["Name"])).lower())
    if own is not None:
        return own
    named = facts.get("License-Expression") or facts.get("License") or ""
    if not named.strip() or "\n" in named.strip():
        trove = [each.split("::")[-1].strip() for each in facts.get_all("Classifier") or [] if "License ::" in each]
        named = ", ".join(trove) or "see its text below"
    return named.strip()


def texts_of(library: Distribution) -> list[str]:
    """Return the texts of a library's licences."""
    own = OWN_TEXTS.get(re.sub(r"[-_.]+", "-", str(library.metadata["Name"])).lower(), ())
    texts = [f"see resources/licences/{name}" for name in own]
    archive = source_archives().get(re.sub(r"[-_.]+", "-", str(library.metadata["Name"])).lower())
    if archive:
        texts.append(f"Source code: {source_at(archive, library.version)}")
    for file in library.files or []:
        if LICENCE_FILE.search(str(file)) and ".dist-info" in str(file) and not str(file).endswith(".py"):
            texts.append(file.read_text(encoding="utf-8").strip())
    return texts


def python_text() -> str:
    """Return the licence of Python itself; SystemExit if it is in none of the places where systems put it."""
    short = ".".join(platform.python_version_tuple()[:2])
    places = (
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(os.__file__).parent / "LICENSE.txt",
        Path(f"/usr/share/doc/python{short}/copyright"),
    )
    for each in places:
        if each.is_file():
            return each.read_text(encoding="utf-8", errors="replace").strip()
    raise SystemExit("the text of Python's licence is not beside this Python, and a bundle has to carry it")


def third_party(libraries: list[Distribution], found: list[Found]) -> str:
    """Return the notices of all libraries, and of what was found beside them, one after another."""
    parts = [
        "Team Health carries Python, these libraries, and what is found within them. Each stays under its own licence.",
        "The texts of the licences that are named lie in the folder resources/licences. Which file is whose stands in",
        "bill-of-materials.cdx.json.\n",
        "Where a licence asks for it (GPL, LGPL), 'Source code' says where the source of the version in this folder is",
        "kept; of GCC's libraries, whose wheel tells no release, that of all. Whoever gave you this folder owes",
        "you that source, too: where an address no longer leads to it, ask them.\n",
    ]
    told = [(f"Python {platform.python_version()}", "PSF-2.0", [python_text()])]
    told += [(f"{each.metadata['Name']} {each.version}", licence_of(each), texts_of(each)) for each in libraries]
    told += [
        (f"{each.component.name} {each.version}".strip(), each.component.licence, notes_of(each)) for each in found
    ]
    seen: set[str] = set()
    for name, licence, texts in told:
        parts.append(f"{'=' * 78}\n{name}\nLicence: {licence}\n{'=' * 78}\n")
        # One of Debian's notices serves all libraries of its source.
        parts += [text + "\n" for text in texts if text not in seen]
        seen |= set(texts)
    return "\n".join(parts)


def notes_of(found: Found) -> list[str]:
    """Return whose a component is, where it comes from, and what its package of the system says."""
    what = found.component
    lines = [f"Copyright: {what.copyright}"] if what.copyright else []
    lines += [f"Source code: {found.source_code}"] if found.source_code else []
    lines += [f"Source: {what.source}", f"In: {', '.join(found.places)}"]
    package = found.package
    if package is None:
        return ["\n".join(lines)]
    lines.append(f"From Debian's package {package.name} {package.version}; its notices:")
    return ["\n".join(lines), package.notices.strip()]


def python_told(version: str) -> str:
    """Return what whoever builds has to look at: nothing here knows which Python is the newest."""
    series = ".".join(version.split(".")[:2])
    return f"It carries Python {version}. Before you hand it out, see that this is the newest {series} there is."


def main() -> None:
    """Write both files into a bundle."""
    bundle = Path(sys.argv[1])
    folder = bundle / "_internal" / "notices"
    folder.mkdir(parents=True, exist_ok=True)
    libraries = are_carried(bundled(), WORK, bundle)
    found = found_in(bundle, collected(WORK), libraries)
    bill = bill_of_materials({each: licence_of(each) for each in libraries}, bundle, found)
    (folder / "THIRD-PARTY.txt").write_text(third_party(libraries, found), encoding="utf-8")
    (folder / "bill-of-materials.cdx.json").write_text(bill, encoding="utf-8")
    problems = accounted(bundle) + traces(bundle)
    if problems:
        raise SystemExit("\n".join(problems))
    print(f"{len(libraries)} libraries, and {len(found)} parts of them, of Python and of the system, in {folder}")
    print(python_told(platform.python_version()))


if __name__ == "__main__":
    main()
