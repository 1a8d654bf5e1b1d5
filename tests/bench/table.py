"""The table of all measurements: the machine and day, then a line for each, with its ratio to a floor or to others."""

import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path

Lines = Iterable[tuple[str, str]]


def machine(day: date) -> str:
    """Return on what it was measured, and how busy that was before."""
    cores = os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{day.isoformat()}: {_processor()}, {cores} cores, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}; {os.getloadavg()[0]:.1f} processes were busy when it began."
    )


def table(of: str, parts: Iterable[tuple[str, Lines]]) -> str:
    """Return a Markdown table of all parts, in their order."""
    rows = ["# Measurements", "", of, "", "| part | what | measured |", "|---|---|---|"]
    rows += [f"| {title} | {_cell(name)} | {_cell(value)} |" for title, lines in parts for name, value in lines]
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.is_file() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()
