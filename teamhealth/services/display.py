"""Whether this computer can open a window: asked in a process of its own, because Qt ends the one that finds out."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

PROBE_COMMAND = "probe-display"
SYSTEM_LIBRARIES = (
    "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libxcb-image0 libxcb-render-util0 libxcb-randr0"
)
_SECONDS = 30


@dataclass(frozen=True, slots=True)
class DisplayProbe:
    """What was found: ``reason`` is empty if a window can be opened; ``install`` is a command that may help."""

    works: bool
    reason: str = ""
    install: str = ""


def probe_display(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> DisplayProbe:
    """Return whether a window can be opened here."""
    env = os.environ if environ is None else environ
    if platform.startswith("linux") and not _names_a_display(env):
        return DisplayProbe(False, "there is no display")
    command = [sys.executable, PROBE_COMMAND] if getattr(sys, "frozen", False) else [
        sys.executable, "-m", "teamhealth", PROBE_COMMAND,
    ]  # fmt: skip
    try:
        found = subprocess.run(  # noqa: S603 - our own program
            command, env=dict(env), capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return DisplayProbe(False, f"the display did not answer: {error}")
    if found.returncode == 0:
        return DisplayProbe(True)
    return _explained(found.stderr.strip(), platform)


def _names_a_display(environ: Mapping[str, str]) -> bool:
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _explained(words: str, platform: str) -> DisplayProbe:
    last = words.splitlines()[-1] if words else "the display does not answer"
    missing = "cannot open shared object file" in words or "could not load the Qt platform plugin" in words.lower()
    install = f"apt-get install -y {SYSTEM_LIBRARIES}" if platform.startswith("linux") and missing else ""
    return DisplayProbe(False, last, install)
