"""Writes a bundle's bill of materials (CycloneDX): every library, with its version, its licence and its files."""

import ast
import json
import platform
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, packages_distributions, version
from pathlib import Path

from carried import ROOT, SOURCE_CODE, Component, components, files_of, is_program, source_archives, source_at
from packages import Package, package_of


@dataclass(frozen=True)
class Found:
    """A component in one of its versions, and the files of the bundle that are it or hold it."""

    component: Component
    version: str
    package: Package | None
    places: tuple[str, ...]

    @property
    def source_code(self) -> str:
        """Where the source of this version is to be had, for a licence that asks for it; else perhaps nothing."""
        if self.package is not None:
            return self.package.source_code
        return source_at(self.component.archive, self.version)

    def as_entry(self) -> dict[str, object]:
        """Return the component as the bill names it."""
        what, said = self.component, self.version or "unknown"
        plain = re.sub(r"[^a-z0-9.+-]+", "-", what.name.lower()).strip("-")
        entry: dict[str, object] = {
            "bom-ref": f"{plain}@{said}" + (f"#{self.package.name}" if self.package else ""),
            "type": "library",
            "name": what.name,
            "licenses": [{"expression": what.licence}],
            "externalReferences": [{"type": "website", "url": what.source}],
            "evidence": {"occurrences": [{"location": each} for each in self.places]},
        }
        if self.source_code:
            website = {"type": "website", "url": what.source}
            entry["externalReferences"] = [website, {"type": SOURCE_CODE, "url": self.source_code}]
        if what.copyright:
            entry["copyright"] = what.copyright
        if self.version:
            entry["version"] = self.version
            entry["purl"] = self.package.address if self.package else f"pkg:generic/{plain}@{self.version}"
            if what.cpe:
                entry["cpe"] = f"cpe:2.3:a:{what.cpe}:{self.version}:*:*:*:*:*:*:*"
        else:
            why = what.unknown or "neither the file nor its package tells it"
            entry["properties"] = [{"name": "teamhealth:why-no-version", "value": why}]
        return entry


def collected(work: Path) -> dict[str, Path]:
    """Return where PyInstaller took each file of the bundle from, by its place there."""
    listed = ast.literal_eval((work / "COLLECT-00.toc").read_text(encoding="utf-8"))
    return {name.replace("\\", "/"): Path(source) for name, source, _ in listed[0]}


def modules(work: Path) -> set[str]:
    """Return the packages of others whose modules PyInstaller put into the archive."""
    listed = ast.literal_eval((work / "PYZ-00.toc").read_text(encoding="utf-8"))
    return {name.split(".")[0] for name, source, _ in listed[1] if "site-packages" in source}


def owners(libraries: list[Distribution]) -> dict[str, Distribution]:
    """Return which library each file comes with, by its place in the bundle."""
    found = {}
    for library in libraries:
        for file in library.files or []:
            found[file.as_posix()] = library
            # PyInstaller lays some of a wheel's libraries beside the program.
            found.setdefault(file.name, library)
    return found


def are_carried(libraries: list[Distribution], work: Path, bundle: Path) -> list[Distribution]:
    """Return which libraries are in the bundle; SystemExit if one is in it that the program does not ask for."""
    known = packages_distributions()
    loaded = {_plain(each) for module in modules(work) for each in known.get(module, [])}
    names = {_plain(str(each.metadata["Name"])) for each in libraries}
    strangers = loaded - names - {"pyinstaller", "teamhealth"}
    if strangers:
        raise SystemExit(f"in the bundle, but nothing that the program asks for: {', '.join(sorted(strangers))}")
    placed = owners(libraries)
    with_files = {_plain(str(placed[each].metadata["Name"])) for each in files_of(bundle) if each in placed}
    return [each for each in libraries if _plain(str(each.metadata["Name"])) in loaded | with_files]


def found_in(bundle: Path, sources: Mapping[str, Path], libraries: list[Distribution]) -> list[Found]:
    """Return the table's components that are in a bundle, each version once."""
    table, placed, told = components(), owners(libraries), _told_by_wheels(libraries)
    places: dict[tuple[Component, str, Package | None], list[str]] = defaultdict(list)
    silent: list[tuple[Component, str]] = []
    for name in files_of(bundle):
        for component in table:
            # What a wheel brings beside Python's own libraries is not Python.
            if not (component.is_file(name) or component.is_within(name)) or (
                component.of == "python" and name in placed
            ):
                continue
            source = sources.get(name)
            package = package_of(source) if source and name not in placed and component.is_file(name) else None
            said = (
                component.version_in(bundle / "_internal" / name)
                or (package.upstream if package else "")
                or told.get((_brought_by(name, placed), component.known_as), "")
                or (component.version_held(_release(placed[name])) if name in placed else "")
                or _version_of(component.of)
            )
            if said:
                places[component, said, package].append(name)
            else:
                silent.append((component, name))
    for component, name in silent:
        # Files that come with one that tells a version have the same.
        others = [key for key, there in places.items() if key[0] == component and _together(name, there, placed)]
        places[others[0] if others else (component, "", None)].append(name)
    return [Found(*each, tuple(sorted(names))) for each, names in places.items()]


def bill_of_materials(libraries: Mapping[Distribution, str], bundle: Path, found: list[Found]) -> str:
    """Return a CycloneDX document of these libraries, with their licences, and of what was found beside them."""
    whole = _environment()
    by_name = {_plain(str(library.metadata["Name"])): licence for library, licence in libraries.items()}
    kept = [each for each in whole["components"] if _plain(each["name"]) in by_name]
    missing = by_name.keys() - {_plain(each["name"]) for each in kept}
    if missing:
        raise SystemExit(f"not in the bill of materials: {', '.join(sorted(missing))}")
    references = {each["bom-ref"] for each in kept} | {"root-component"}
    placed, places = owners(list(libraries)), defaultdict(list)
    for name in files_of(bundle):
        if name in placed and is_program(bundle / "_internal" / name):
            places[_plain(str(placed[name].metadata["Name"]))].append({"location": name})
    for each in kept:
        # Where a wheel lay while it was installed is no fact of the program.
        each.pop("externalReferences", None)
        each["licenses"] = [{"expression": by_name[_plain(each["name"])]}]
        archive = source_archives().get(_plain(each["name"]))
        if archive:
            each["externalReferences"] = [{"type": SOURCE_CODE, "url": source_at(archive, str(each["version"]))}]
        if places[_plain(each["name"])]:
            each["evidence"] = {"occurrences": places[_plain(each["name"])]}
    whole["dependencies"] = [
        {**each, "dependsOn": sorted(set(each.get("dependsOn", [])) & references)}
        for each in whole["dependencies"]
        if each["ref"] in references
    ]
    entries = kept + [each.as_entry() for each in found]
    whole["components"] = sorted(entries, key=lambda each: (str(each["name"]).lower(), str(each["bom-ref"])))
    text = json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    _validate(text)
    return text


def _environment() -> dict[str, list[dict[str, object]]]:
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
    command += ["--pyproject", str(ROOT / "pyproject.toml")]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    if made.returncode:
        raise SystemExit(f"no bill of materials: {made.stderr.strip()[-200:]}. Is this .venv-build's Python?")
    return json.loads(made.stdout)


def _validate(text: str) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise SystemExit(f"the bill of materials is no CycloneDX: {wrong}")


def _told_by_wheels(libraries: list[Distribution]) -> dict[tuple[str, str], str]:
    """Return the versions of what wheels hold, by the wheel and the name in its own bill of materials (PEP 770)."""
    told = {}
    for library in libraries:
        for file in library.files or []:
            if "/sboms/" in file.as_posix():
                for each in json.loads(file.read_text(encoding="utf-8")).get("components", []):
                    told[_plain(str(library.metadata["Name"])), each["name"]] = each.get("version", "")
    return told


def _together(name: str, others: list[str], placed: Mapping[str, Distribution]) -> bool:
    return name in placed and any(_brought_by(each, placed) == _brought_by(name, placed) for each in others)


def _brought_by(name: str, placed: Mapping[str, Distribution]) -> str:
    return _plain(str(placed[name].metadata["Name"])) if name in placed else ""


def _release(library: Distribution) -> str:
    return f"{_plain(str(library.metadata['Name']))} {library.version}"


def _version_of(library: str) -> str:
    if library == "python":
        return platform.python_version()
    return version(library) if library else ""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
