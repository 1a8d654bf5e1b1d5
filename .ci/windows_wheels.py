"""Whether the program can be built for Windows: every pinned library has a wheel there, and needs no stranger's DLL.

Usage: ``python .ci/windows_wheels.py`` asks the package index for the wheels of the program and of its build; with
``--dlls`` it fetches them for each Python that the build takes (130 MB, and for the second and third what differs), and
reads what they ask for and which DLLs they import.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import windows_dlls
from carried import ROOT
from packaging.requirements import Requirement

PROGRAM = ROOT / ".ci" / "requirements.txt"
BUILD = ROOT / ".ci" / "requirements-build.txt"
# What build.ps1 takes; the bundle is made with the first that it finds.
PYTHONS = ("3.13", "3.12", "3.11")
QUIET = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary=:all:"]


def windows(python: str) -> dict[str, str]:
    """Return what a Python on Windows says of itself when it is asked which libraries it needs."""
    return {
        "os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64",
        "python_version": python, "python_full_version": f"{python}.0", "platform_python_implementation": "CPython",
        "implementation_name": "cpython", "extra": "",
    }  # fmt: skip


def pins(requirements: Path, python: str) -> dict[str, str]:
    """Return the pinned libraries that Windows asks for, each with its hashes but no condition, by name."""
    found = {}
    for block in re.split(r"\n(?=\S)", requirements.read_text(encoding="utf-8")):
        lines = [
            line.strip().removesuffix("\\").strip() for line in block.splitlines() if not line.lstrip().startswith("#")
        ]
        if not lines or not lines[0]:
            continue
        pinned = Requirement(lines[0])
        if pinned.marker is None or pinned.marker.evaluate(windows(python)):
            found[_plain(pinned.name)] = " ".join([f"{pinned.name}{pinned.specifier}", *lines[1:]])
    return found


def unpinned(wheels: list[Path], pinned: set[str], python: str) -> list[str]:
    """Return what these wheels ask for on Windows and nobody has pinned: an install with hashes would stop there."""
    wrong = []
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            facts = next(name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
            asked = HeaderParser().parsestr(archive.read(facts).decode("utf-8")).get_all("Requires-Dist") or []
        for requirement in map(Requirement, asked):
            wanted = requirement.marker is None or requirement.marker.evaluate(windows(python))
            if wanted and _plain(requirement.name) not in pinned:
                wrong.append(f"not pinned, but needed on Windows: {requirement.name} (by {wheel.name})")
    return wrong


def ask_for(requirements: Path, python: str, place: Path) -> None:
    """Fail unless each pinned library has a wheel for Windows."""
    command = ["install", "--dry-run", "--ignore-installed", "--target", str(place / "none")]
    _pip(command, requirements, python, place)


def fetch(requirements: Path, python: str, place: Path) -> list[Path]:
    """Return the wheels of the pinned libraries for Windows."""
    wheels = place / f"{requirements.stem}-{python}"
    _pip(["download", "--dest", str(wheels)], requirements, python, place)
    return sorted(wheels.glob("*.whl"))


def _pip(command: list[str], requirements: Path, python: str, place: Path) -> None:
    listed = place / f"{requirements.stem}-{python}.txt"
    # pip would judge the conditions by this system, not by Windows.
    listed.write_text("\n".join(pins(requirements, python).values()) + "\n", encoding="utf-8")
    there = ["--platform", "win_amd64", "--python-version", python, "--implementation", "cp"]
    subprocess.run([sys.executable, "-m", "pip", *command, *QUIET, *there, "-r", str(listed)], check=True)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Check; returns an exit status."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for python in PYTHONS:
            for requirements in (PROGRAM, BUILD):
                ask_for(requirements, python, place)
        print(f"every pinned library of program and build has a wheel for Windows, for Python {', '.join(PYTHONS)}")
        if "--dlls" in sys.argv[1:]:
            for python in PYTHONS:
                wheels = fetch(BUILD, python, place)
                wrong += unpinned(wheels, set(pins(BUILD, python)), python)
                carried = [each for each in wheels if _plain(each.name.split("-")[0]) in pins(PROGRAM, python)]
                wrong += windows_dlls.strangers(windows_dlls.imports_of(carried, windows_dlls.reader(place)), python)
    for each in wrong:
        print(f"WRONG: {each}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
