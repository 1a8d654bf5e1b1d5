"""What the program runs on: versions and libraries, its own files, the data folder and what is in it, a display."""

import importlib
import platform
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from teamhealth.failures import ResourcesMissing
from teamhealth.resources import find_resources
from teamhealth.services.display import NO_DISPLAY, probe_display
from teamhealth.services.doctor_data import Finding, examine_data
from teamhealth.storage.folder import free_bytes
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.failure_words import words_for
from teamhealth.texts.lists import and_list

__all__ = ["LIBRARIES", "NEEDED_FILES", "Finding", "examine"]

# Each by the name it is installed under, and the module that needs most of it.
LIBRARIES = {
    "pyside6-essentials": "PySide6.QtWidgets",
    "sqlite-utils": "sqlite_utils",
    "msgspec": "msgspec",
    "pandas": "pandas",
    "numpy": "numpy",
    "reportlab": "reportlab.pdfgen.canvas",
    "openpyxl": "openpyxl",
    "pynacl": "nacl.bindings",
}
# The program's own files, without translations, as English needs none, and licences.
NEEDED_FILES = (
    *(f"evidence/{name}.toml" for name in ("evidence", "standards")),
    *(f"fonts/SourceSans3-{name}.ttf" for name in ("Regular", "Semibold", "Bold")),
    *(f"icons/{name}" for name in ("document.ico", "document.png", "teamhealth.ico", "teamhealth.png")),
    *(f"layouts/{name}.toml" for name in ("google-forms", "limesurvey", "microsoft-forms", "qualtrics")),
    "questionnaires/autonomy-and-time.toml",
    "questionnaires/clear-framework.toml",
    "questionnaires/good-practice-conditions.toml",
    "questionnaires/relationship-practice.toml",
    "questionnaires/team-health.toml",
    "questionnaires/ten-characteristics.toml",
    "words.txt",
)


def examine(start: Callable[[], Path], free_space: Callable[[Path], int] = free_bytes) -> tuple[Finding, ...]:
    """Look at everything that a program depends on that starts in a folder; nothing that is there is changed.

    Parameters
    ----------
    start : callable
        Returns where a program starts, or raises why nobody can tell; the surveys may have been moved elsewhere from
        there.
    free_space : callable
        Returns the bytes left on a folder's disk.
    """
    return (
        Finding("python", platform.python_version()),
        Finding("teamhealth", _version("teamhealth")),
        *(_library(name, module) for name, module in LIBRARIES.items()),
        *_resources(),
        *examine_data(start, free_space),
        *_display(),
    )


def _library(name: str, module: str) -> Finding:
    """Say a library's version, if it can be loaded: what is entered as installed may have lost its files."""
    try:
        importlib.import_module(module)
    except Exception:
        # Libraries say in many ways that a part of them is not there.
        return Finding(name, tr("cannot be loaded. Install Team Health again."), fine=False)
    return Finding(name, _version(name))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return tr("of a version that is not named")


def _resources() -> list[Finding]:
    try:
        folder = find_resources()
    except ResourcesMissing as failure:
        return [Finding("resources", words_for(failure).command_line, fine=False)]
    gone = [name for name in NEEDED_FILES if not _is_filled(folder / name)]
    found = [Finding("resources", str(folder), fine=not gone)]
    if gone:
        words = trn(
            "{names} is missing or empty. Install Team Health again.",
            "{count} files are missing or empty: {names}. Install Team Health again.",
            len(gone),
            names=and_list(gone),
        )
        found.append(Finding("missing files", words, fine=False))
    return found


def _is_filled(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(file.read(1))
    except OSError:
        return False


def _display() -> list[Finding]:
    probe = probe_display()
    if probe.works:
        return [Finding("display", tr("a window can be opened"))]
    if probe.reason == NO_DISPLAY:
        # Over SSH and in the tools that deploy programs: it says nothing of the computer.
        return [Finding("display", tr("none here, as over SSH, so no window was tried"))]
    found = [Finding("display", tr("no window can be opened: {reason}", reason=probe.reason), fine=False)]
    if probe.install:
        found.append(Finding("missing libraries", probe.install, fine=False))
    return found
