"""Writes what a bundle has to say of others' work: licences of all it carries, and a bill of materials (CycloneDX).

Usage: ``python .ci/notices.py [FOLDER]``, in the environment that the bundle is made from; else ``build/notices``.
"""

import json
import os
import platform
import re
import sqlite3
import ssl
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
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
    named = facts.get("License-Expression") or facts.get("License") or ""
    if not named.strip() or "\n" in named.strip():
        trove = [each.split("::")[-1].strip() for each in facts.get_all("Classifier") or [] if "License ::" in each]
        named = ", ".join(trove) or "see its text below"
    return named.strip()


def texts_of(library: Distribution) -> list[str]:
    """Return the texts of a library's licences."""
    own = OWN_TEXTS.get(str(library.metadata["Name"]).lower(), ())
    texts = [f"see resources/licences/{name}" for name in own]
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


def beneath() -> list[dict[str, object]]:
    """Return what no package list names, as components: Python, and the libraries that it brings."""
    openssl = re.search(r"OpenSSL (\d[\w.]*)", ssl.OPENSSL_VERSION)
    versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    if openssl is not None:
        versions["openssl"] = openssl[1]
    return [
        {
            "bom-ref": f"{name}=={version}",
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:generic/{name}@{version}",
            "cpe": f"cpe:2.3:a:{name}:{name}:{version}:*:*:*:*:*:*:*",
        }
        for name, version in versions.items()
    ]


def third_party(libraries: list[Distribution]) -> str:
    """Return the notices of all libraries, one after another."""
    parts = ["Team Health carries Python and these libraries. Each stays under its own licence.\n"]
    told = [(f"Python {platform.python_version()}", "PSF-2.0", [python_text()])]
    told += [(f"{each.metadata['Name']} {each.version}", licence_of(each), texts_of(each)) for each in libraries]
    for name, licence, texts in told:
        parts.append(f"{'=' * 78}\n{name}\nLicence: {licence}\n{'=' * 78}\n")
        parts += [text + "\n" for text in texts]
    return "\n".join(parts)


def bill_of_materials(libraries: list[Distribution]) -> str:
    """Return a CycloneDX document of these libraries, the same for the same libraries."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
    command += ["--pyproject", str(ROOT / "pyproject.toml")]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    if made.returncode:
        raise SystemExit(f"no bill of materials: {made.stderr.strip()[-200:]}. Is this .venv-build's Python?")
    whole = json.loads(made.stdout)
    names = {re.sub(r"[-_.]+", "-", str(library.metadata["Name"])).lower() for library in libraries}
    kept = [each for each in whole["components"] if re.sub(r"[-_.]+", "-", each["name"]).lower() in names]
    missing = names - {re.sub(r"[-_.]+", "-", each["name"]).lower() for each in kept}
    if missing:
        raise SystemExit(f"not in the bill of materials: {', '.join(sorted(missing))}")
    references = {each["bom-ref"] for each in kept} | {"root-component"}
    whole["components"] = kept
    whole["dependencies"] = [
        {**each, "dependsOn": sorted(set(each.get("dependsOn", [])) & references)}
        for each in whole["dependencies"]
        if each["ref"] in references
    ]
    for each in kept:
        # Where a wheel lay while it was installed is no fact of the program.
        each.pop("externalReferences", None)
    whole["components"] = sorted(kept + beneath(), key=lambda each: str(each["name"]).lower())
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    """Write both files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "notices"
    folder.mkdir(parents=True, exist_ok=True)
    libraries = bundled()
    (folder / "THIRD-PARTY.txt").write_text(third_party(libraries), encoding="utf-8")
    (folder / "bill-of-materials.cdx.json").write_text(bill_of_materials(libraries), encoding="utf-8")
    print(f"{len(libraries)} libraries in {folder}")


if __name__ == "__main__":
    main()
