"""Checks a bundle as somebody who was handed it would use it: what is in it, and whether it does the job by itself.

Usage: ``.venv/bin/python .ci/check_bundle.py dist/TeamHealth [--quick]``; needs Debian's xvfb and x11-utils. It prints
what it measured, and what is wrong; the exit status is 1 then. With ``--quick`` the whole job is that of one team, with
``--files`` nothing is started: so `build.ps1` looks at the files of a bundle for Windows.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import carried
import documents
import linked
from traces import traces

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 260_000_000
LONGEST_START = 60.0
FORBIDDEN = re.compile(
    r"Qt6?(Network|Charts|Egl|Graphs|DataVisualization|Qml|Quick|WebEngine|WebSockets)|/tls/|(^|/)scipy/|matplotlib|pytest"
    r"|hypothesis|/tests?/|pingouin|libgtk|libcups|readline",
    re.IGNORECASE,
)
# How far the size that council IT is told may be from what is measured.
TOLD_WITHIN = 0.05
NEEDED = ("resources/questionnaires/team-health.toml", "notices/THIRD-PARTY.txt", "notices/bill-of-materials.cdx.json")


def contents(folder: Path) -> list[str]:
    """Return what is wrong with the bundle's files."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    print(f"on disk: {size / 1e6:.0f} MB in {len(files)} files")
    problems = [f"larger than {LARGEST / 1e6:.0f} MB"] if size > LARGEST else []
    if sys.platform != "win32":
        # The guide tells the size on Linux until one was measured on Windows.
        problems += told_size(size, (ROOT / "docs" / "it-guide.md").read_text(encoding="utf-8"))
    names = [path.relative_to(folder).as_posix() for path in files]
    problems += [f"must not be in it: {name}" for name in names if FORBIDDEN.search("/" + name)]
    problems += [f"missing: {name}" for name in NEEDED if not (folder / "_internal" / name).is_file()]
    inside = {
        path.relative_to(folder / "_internal").as_posix(): path
        for path in files
        if folder / "_internal" in path.parents
    }
    orphans = linked.unasked({name: linked.asked_by(path) for name, path in inside.items() if ".so" in path.name})
    problems += [f"nobody asks for it: {name}" for name in sorted(orphans)]
    return problems + carried.accounted(folder) + traces(folder) + documents.faults(folder / "documents")


def told_size(size: int, guide: str) -> list[str]:
    """Return what is wrong with the size that the guide for council IT tells."""
    told = re.search(r"in one folder, (\d+) to (\d+) MB", guide)
    if told is None:
        return ["the guide for council IT tells no size"]
    measured = size / 1e6
    if not int(told[1]) - measured * TOLD_WITHIN <= measured <= int(told[2]) + measured * TOLD_WITHIN:
        return [f"the guide for council IT tells {told[1]} to {told[2]} MB, measured are {measured:.0f} MB"]
    return []


def headless(program: Path, quick: bool = False) -> list[str]:
    """Do the whole job without a window, with nothing in the environment, and validate every PDF."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        small = ["--teams", "1", "--waves", "1"] if quick else []
        started = time.monotonic()
        run = subprocess.run(
            [str(program), "demo", "--headless", str(place / "out"), "--data-dir", str(place / "data"), *small],
            env={},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        print(f"whole job without a window: {time.monotonic() - started:.1f} s")
        if run.returncode:
            return [f"demo --headless: exit {run.returncode}: {run.stderr.strip()[-400:]}"]
        documents = sorted((place / "out").rglob("*.pdf"))
        print(f"documents: {len(documents)}")
        problems = [] if documents else ["demo --headless: no PDF"]
        return problems + [f"{each.name}: {said}" for each in documents for said in _verdict(each)]


def window(program: Path) -> list[str]:
    """Open the window on a screen of its own and wait until it is there."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        number = f":{90 + os.getpid() % 100}"
        screen = subprocess.Popen(
            ["Xvfb", number, "-screen", "0", "1366x768x24"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _until(lambda: Path(f"/tmp/.X11-unix/X{number[1:]}").exists(), 10)  # noqa: S108 - where X servers answer
            environment = {"DISPLAY": number, "HOME": name}
            started = time.monotonic()
            shown = subprocess.Popen(
                [str(program), "--data-dir", str(place / "data")], env=environment, stderr=subprocess.PIPE, text=True
            )
            seen = _until(lambda: "Team Health" in _windows(number) or shown.poll() is not None, LONGEST_START)
            if not seen or shown.poll() is not None:
                shown.kill()
                return [f"no window: {(shown.stderr.read() if shown.stderr else '')[-400:]}"]
            print(f"window there after {time.monotonic() - started:.2f} s")
            shown.send_signal(signal.SIGTERM)
            shown.wait(20)
        finally:
            screen.terminate()
            screen.wait(10)
    return []


def main() -> int:
    """Check a bundle; returns an exit status."""
    folder = Path(sys.argv[1]).resolve()
    program = folder / "TeamHealth"
    problems = contents(folder)
    if "--files" in sys.argv[2:]:
        return _told(problems)
    problems += headless(program, quick="--quick" in sys.argv[2:])
    if shutil.which("Xvfb") and shutil.which("xwininfo"):
        problems += window(program)
    else:
        problems.append("Xvfb or xwininfo is missing, so no window was opened")
    return _told(problems)


def _told(problems: list[str]) -> int:
    for problem in problems:
        print(f"WRONG: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _verdict(document: Path) -> list[str]:
    # Where a bundle for Windows is built it is not there.
    import page

    content = document.read_bytes()
    if page.is_pdf_compliant_bytes(content, profile="ua1"):
        return []
    return [str(page.validate_pdf_bytes(content, profile="ua1"))[:300]]


def _windows(number: str) -> str:
    command = ["xwininfo", "-display", number, "-root", "-tree"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _until(there: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if there():
            return True
        time.sleep(0.02)
    return False


if __name__ == "__main__":
    raise SystemExit(main())
