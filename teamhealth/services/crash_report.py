"""What may be told of an unexpected error to whoever mends it: where it happened and in which versions, no values."""

import os
import platform
import tempfile
import traceback
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePath
from types import FrameType

# A bundle carries the versions of these.
PACKAGES = (
    "teamhealth",
    "PySide6-Essentials",
    "PyNaCl",
    "pandas",
    "numpy",
    "reportlab",
    "openpyxl",
    "sqlite-utils",
    "msgspec",
)
REPORT_PREFIX = "team-health-report-"
# A file is named from one of these folders on: what lies before may hold the name of a person.
_ROOTS = ("site-packages", "teamhealth")


def crash_report(error: BaseException) -> str:
    """Return the text of a report: versions, platform, and the files, lines and functions of the traceback.

    Messages and variables are never read: they could hold an answer, a code, a passphrase or a name. There is no
    date in it either.
    """
    lines = ["Team Health: report of an unexpected error", ""]
    lines += [f"{name} {found}" for name in PACKAGES if (found := _version(name))]
    lines += [f"Python {platform.python_version()}", f"{platform.system()} {platform.release()} {platform.machine()}"]
    for each in _chain(error):
        lines += ["", type(each).__name__]
        lines += [
            f"  {_place(frame)}, line {line}, {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(each.__traceback__)
        ]
    return "\n".join(lines) + "\n"


def kept_report(report: str) -> str | None:
    """Write a report where the system keeps what is needed for a while; return its path, or None if that failed.

    Nothing of it goes to the data folder, which may be what is broken.
    """
    data = report.encode()
    try:
        opened, path = tempfile.mkstemp(prefix=REPORT_PREFIX, suffix=".txt")
    except OSError:
        return None
    try:
        # What is held back would be tried again later, and that told by Python in its own words.
        with os.fdopen(opened, "wb", buffering=0) as file:
            whole = file.write(data) == len(data)
    except OSError:
        whole = False
    if not whole:
        with suppress(OSError):
            Path(path).unlink()
    return path if whole else None


def _chain(error: BaseException) -> list[BaseException]:
    """Return an error and those that it came of, the newest first, each once."""
    found: list[BaseException] = []
    now: BaseException | None = error
    while now is not None and now not in found:
        found.append(now)
        now = now.__cause__ or now.__context__
    return found


def _place(frame: FrameType) -> str:
    """Return the file of a frame, from the folder of its package on: in a bundle only the module's name tells that."""
    shortened = _shortened(frame.f_code.co_filename)
    if "/" in shortened:
        return shortened
    module = str(frame.f_globals.get("__name__", "")).replace(".", "/")
    named = (f"{module}.py", f"{module}/__init__.py")
    return next((each for each in named if each.rpartition("/")[2] == shortened), shortened)


def _shortened(filename: str) -> str:
    parts = PurePath(filename.replace("\\", "/")).parts
    for root in _ROOTS:
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return parts[-1] if parts else ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
