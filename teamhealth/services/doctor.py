"""What the program runs on: versions, where data lives, protective settings, system libraries, free space."""

import platform
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from teamhealth.failures import Failure, FolderFailure, ResourcesMissing
from teamhealth.resources import find_resources
from teamhealth.services.data_place import found_folder
from teamhealth.services.display import probe_display
from teamhealth.services.workspace import DATABASE_NAME
from teamhealth.storage.database import settings
from teamhealth.storage.folder import prepare_folder, refuse_shared
from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import words_for

_PACKAGES = ("teamhealth", "pyside6-essentials", "sqlite-utils", "pandas", "reportlab", "pynacl")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor; ``fine`` is False where something should be done."""

    subject: str
    words: str
    fine: bool = True


def examine(start: Path) -> tuple[Finding, ...]:
    """Look at everything that a program depends on that starts in a folder; no existing database is changed."""
    return (
        Finding("python", platform.python_version()),
        *(_package(name) for name in _PACKAGES),
        _resources(),
        *_data(start),
        *_display(),
    )


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, tr("not installed"), fine=False)


def _resources() -> Finding:
    try:
        return Finding("resources", str(find_resources()))
    except ResourcesMissing as failure:
        return Finding("resources", words_for(failure).command_line, fine=False)


def _data(start: Path) -> list[Finding]:
    try:
        folder = found_folder(start)
    except FolderFailure as failure:
        return [Finding("data folder", words_for(failure).command_line, fine=False)]
    there = folder.exists()
    found = [Finding("data folder", str(folder) if there else tr("{folder}, made at the first start", folder=folder))]
    try:
        if there:
            prepare_folder(folder)
        else:
            refuse_shared(folder)
        pragmas = _settings(folder / DATABASE_NAME)
    except Failure as failure:
        return [*found, Finding("database", words_for(failure).command_line, fine=False)]
    free = shutil.disk_usage(_there(folder)).free
    said = ", ".join(f"{name}={value}" for name, value in sorted(pragmas.items()))
    return [
        *found,
        Finding("database settings", said),
        Finding("free space", tr("{count} MB", count=free // 1_000_000)),
    ]


def _there(folder: Path) -> Path:
    """Return a folder, or the nearest above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def _settings(database: Path) -> Mapping[str, str]:
    """Return the settings of a connection; where there is no database yet, of one made for a moment elsewhere."""
    if database.exists():
        return settings(database)
    with TemporaryDirectory(prefix="teamhealth-") as name:
        return settings(Path(name) / DATABASE_NAME)


def _display() -> list[Finding]:
    probe = probe_display()
    if probe.works:
        return [Finding("display", tr("a window can be opened"))]
    found = [Finding("display", probe.reason, fine=not probe.install)]
    if probe.install:
        found.append(Finding("missing libraries", probe.install, fine=False))
    return found
