"""Writes what a bundle has to say of others' work: licences of all libraries, and a bill of materials (CycloneDX).

Usage: ``python .ci/notices.py [FOLDER]``, in the environment that the bundle is made from; else ``build/notices``.
"""

import json
import re
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


def third_party(libraries: list[Distribution]) -> str:
    """Return the notices of all libraries, one after another."""
    parts = ["Team Health carries these libraries. Each stays under its own licence.\n"]
    for library in libraries:
        name = f"{library.metadata['Name']} {library.version}"
        parts.append(f"{'=' * 78}\n{name}\nLicence: {licence_of(library)}\n{'=' * 78}\n")
        parts += [text + "\n" for text in texts_of(library)]
    return "\n".join(parts)


def bill_of_materials(libraries: list[Distribution]) -> str:
    """Return a CycloneDX document of these libraries, the same for the same libraries."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
    command += ["--pyproject", str(ROOT / "pyproject.toml")]
    whole = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
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
