"""Makes pictures of the program from invented data: for the documents, or of every screen or page for a look.

Usage: ``.venv/bin/python .ci/pictures.py`` makes those in docs/pictures, or with ``--into DIR`` elsewhere;
``--all DIR`` makes every screen and state at each size, text size and device scale; ``--reports`` lays all pages of all
PDFs, in both prints, on sheets in build/reports; ``--only NAME`` makes those of which the name starts so. Pages need
poppler-utils.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))

from PIL import Image

from teamhealth import app
from teamhealth.sealing.costs import KeyCost
from teamhealth.services.demo import fill_for_a_look
from teamhealth.services.results import list_published, load_publication
from teamhealth.services.results_files import write_team_report
from teamhealth.services.workspace import open_workspace
from teamhealth.settings.choices import Choices
from teamhealth.ui.look import use_look
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.room_ways import show_results
from tests.report.contact_sheets import write_contact_sheets
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import picture_at_rest

PICTURES = ROOT / "docs" / "pictures"
SHEETS = ROOT / "build" / "reports"
CHEAP = KeyCost(operations=1, memory_bytes=8192)
WINDOW = (1366, 700)
USUAL = (1366, 688)
# The questionnaire takes the whole screen.
FULL = (1366, 768)
GUIDES = {
    "guide-surveys": ("home", USUAL),
    "guide-question": ("questionnaire-question", FULL),
    "guide-returns": ("returns", FULL),
    "guide-compare": ("compare", USUAL),
    "guide-plan": ("plan", USUAL),
}
SIZES = {"1366x688": USUAL, "1080x600": (1080, 600), "1920x1080": (1920, 1080)}
LARGER_TEXT = 150
DEVICE_SCALES = ("1.25", "2")


def _day() -> datetime:
    return datetime(2026, 11, 30, 9, 41, tzinfo=UTC)


def make_for_readme(into: Path) -> None:
    """Write the dashboard in its window, and the report's first page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_workspace(
            folder / "data", clock=_day, entropy=Random(1).randbytes, key_cost=CHEAP, pin_cost=CHEAP
        ) as workspace:
            fill_for_a_look(workspace, 1)
            # Larger than the screen that there is, which `app.make_window` would keep to.
            window = MainWindow(workspace)
            window.resize(*WINDOW)
            window.show()
            survey = list_published(workspace)[0]
            show_results(window, survey.id)
            (into / "dashboard.png").write_bytes(picture_at_rest(window))
            publication = load_publication(workspace, survey.id)
        report = folder / "report.pdf"
        write_team_report(publication, publication.teams[0].id, report)
        whole = ["pdftoppm", "-r", "80", "-png", "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*whole, str(report), str(into / "report")], check=True)


def make_for_guides(into: Path) -> None:
    """Write the pictures of the guides, in few colours."""
    for name, (scene, size) in GUIDES.items():
        reduced(picture_of(scene, size)).save(into / f"{name}.png", optimize=True)


def make_every(folder: Path, only: str) -> None:
    """Write every screen and state as it is set up here: at each size, and with larger text."""
    for label, size in SIZES.items():
        _make_all(folder / label, size, only)
    application = app.make_application()
    use_look(application, Choices(text_size=LARGER_TEXT))
    _make_all(folder / "larger-text", USUAL, only)
    for scale in DEVICE_SCALES:
        # A device's scale is read once, when Qt starts.
        again = [sys.executable, __file__, "--all", str(folder / f"scale-{scale}"), "--one-size", "--only", only]
        subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": scale}, check=True)


def _make_all(folder: Path, size: tuple[int, int], only: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCENES:
        if name.startswith(only):
            picture_of(name, size).save(folder / f"{name}.png")


def picture_of(name: str, size: tuple[int, int]) -> Image.Image:
    """Return the picture of a scene."""
    with tempfile.TemporaryDirectory() as folder, SCENES[name](Path(folder), size) as window:
        return Image.open(BytesIO(picture_at_rest(window)))


def reduced(picture: Image.Image) -> Image.Image:
    """Return a picture in 256 colours."""
    return picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR")
    parser.add_argument("--reports", action="store_true", help="contact sheets of all pages, in build/reports")
    parser.add_argument("--only", default="", metavar="NAME")
    parser.add_argument("--into", type=Path, metavar="DIR", default=PICTURES)
    parser.add_argument("--guides", action="store_true", help="only those of the guides")
    parser.add_argument("--one-size", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.reports:
        sheets = write_contact_sheets(SHEETS, asked.only)
        print(f"{len(sheets)} sheets in {SHEETS}")
        return
    application = app.make_application()
    application.setCursorFlashTime(0)
    if asked.all and asked.one_size:
        _make_all(asked.all, USUAL, asked.only)
    elif asked.all:
        make_every(asked.all, asked.only)
    else:
        asked.into.mkdir(parents=True, exist_ok=True)
        make_for_guides(asked.into)
        if not asked.guides:
            make_for_readme(asked.into)


if __name__ == "__main__":
    main()
