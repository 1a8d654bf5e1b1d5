"""Whether this computer can open a window, asked without ending the program: Qt aborts where there is no display."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ctypes

PROBE_COMMAND = "probe-display"
NO_DISPLAY = "there is no display"
# What Qt needs of the system, by the library to load and the Debian package that brings it.
SYSTEM_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_SECONDS = 30
_X11_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - the place X servers listen at


@dataclass(frozen=True, slots=True)
class DisplayProbe:
    """What was found: ``reason`` is empty if a window can be opened; ``install`` is a command that may help."""

    works: bool
    reason: str = ""
    install: str = ""


def missing_libraries(load: "type[ctypes.CDLL] | None" = None) -> tuple[str, ...]:
    """Return the Debian packages of system libraries that cannot be loaded."""
    if load is None:
        # Asked for only where Qt does not start: to look for all of them takes a fiftieth of a start.
        import ctypes

        load = ctypes.CDLL
    missing = []
    for library, package in SYSTEM_LIBRARIES.items():
        try:
            load(library)
        except OSError:
            missing.append(package)
    return tuple(missing)


def glance(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> DisplayProbe:
    """Return, within milliseconds, what would keep Qt from opening a window; only Linux has such reasons."""
    env = os.environ if environ is None else environ
    if not platform.startswith("linux"):
        return DisplayProbe(True)
    if env.get("QT_QPA_PLATFORM") or env.get("WAYLAND_DISPLAY"):
        return DisplayProbe(True)
    if not env.get("DISPLAY"):
        return DisplayProbe(False, NO_DISPLAY)
    if not _answers(env["DISPLAY"]):
        return DisplayProbe(False, f"the display {env['DISPLAY']} does not answer")
    return DisplayProbe(True)


def lacking(platform: str = sys.platform) -> DisplayProbe:
    """Return whether Qt finds what it needs of the system; only Linux leaves that to other packages."""
    missing = missing_libraries() if platform.startswith("linux") else ()
    if missing:
        return DisplayProbe(False, "system libraries are missing", f"apt-get install -y {' '.join(missing)}")
    return DisplayProbe(True)


def probe_display(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> DisplayProbe:
    """Return whether a window can be opened here, by opening Qt in a process of its own."""
    env = os.environ if environ is None else environ
    for seen in (lacking(platform), glance(env, platform)):
        if not seen.works:
            return seen
    import subprocess

    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, *([] if frozen else ["-m", "teamhealth"]), PROBE_COMMAND]
    try:
        found = subprocess.run(  # noqa: S603 - our own program
            command, env=dict(env), capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return DisplayProbe(False, "the display does not answer")
    if found.returncode == 0:
        return DisplayProbe(True)
    words = found.stderr.strip().splitlines()
    return DisplayProbe(False, words[-1] if words else "the display does not answer")


@contextmanager
def refusal_told(tell: Callable[[str, str], None]) -> Iterator[None]:
    """Leave with status 1 if Qt finds no display to use while its application is made in the block, and tell why.

    ``tell`` is given the reason, and a command that may help or ''.
    Qt would abort, after lines that only a programmer understands. What it says without aborting is passed on.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    said: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            found = _refusal(os.environ)
            tell(found.reason, found.install)
            sys.stderr.flush()
            # Python could tidy up only after this, and Qt does not come back from it.
            os._exit(1)
        said.append(words)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for words in said:
            sys.stderr.write(f"{words}\n")


def _refusal(env: Mapping[str, str]) -> DisplayProbe:
    found = lacking()
    if not found.works:
        return found
    if env.get("QT_QPA_PLATFORM"):
        return DisplayProbe(False, f"Qt cannot use the platform {env['QT_QPA_PLATFORM']}")
    if env.get("DISPLAY"):
        return DisplayProbe(False, f"the display {env['DISPLAY']} does not answer")
    return DisplayProbe(False, "there is no display that answers")


def _answers(display: str) -> bool:
    """Return whether a local X server listens; a display on another computer is taken at its word."""
    import socket

    host, _, rest = display.partition(":")
    number = rest.partition(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        return True
    for address in (str(_X11_SOCKETS / f"X{number}"), f"\0{_X11_SOCKETS}/X{number}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            try:
                connection.connect(address)
            except OSError:
                continue
            return True
    return False
