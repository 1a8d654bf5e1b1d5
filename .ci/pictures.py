"""Makes the README's pictures from the demonstration: the dashboard in its window, and the report's first page.

Usage: ``.venv/bin/python .ci/pictures.py``; needs poppler-utils.
"""

import os
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from teamhealth import app
from teamhealth.sealing.keys import KeyCost
from teamhealth.services.demo import fill_for_a_look
from teamhealth.services.results import list_published, load_publication, write_team_report
from teamhealth.services.workspace import open_workspace
from teamhealth.ui.rooms import show_results

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
CHEAP = KeyCost(operations=1, memory_bytes=8192)
WINDOW = (1366, 700)
TURNS = 50


def _day() -> datetime:
    return datetime(2026, 11, 30, 9, 41, tzinfo=UTC)


def main() -> None:
    """Write both pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = app.make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_workspace(
            folder / "data", clock=_day, entropy=Random(1).randbytes, key_cost=CHEAP, pin_cost=CHEAP
        ) as workspace:
            fill_for_a_look(workspace, 1)
            window = app.make_window(workspace)
            window.resize(*WINDOW)
            window.show()
            survey = list_published(workspace)[0]
            show_results(window, survey.id)
            for _ in range(TURNS):
                application.processEvents()
            window.grab().save(str(PICTURES / "dashboard.png"))
            publication = load_publication(workspace, survey.id)
        report = folder / "report.pdf"
        write_team_report(publication, publication.teams[0].id, report)
        subprocess.run(
            [
                "pdftoppm",
                "-r",
                "80",
                "-png",
                "-f",
                "1",
                "-l",
                "1",
                "-singlefile",
                str(report),
                str(PICTURES / "report"),
            ],
            check=True,
        )


if __name__ == "__main__":
    main()
