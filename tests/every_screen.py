"""Every screen that there is a scene of, one after another: ``python -m tests.every_screen`` says how many."""

import sys
import tempfile
from pathlib import Path

from teamhealth import app
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

SIZE = (1366, 688)


def main() -> int:
    """Make and paint each; returns 0."""
    app.make_application()
    for scene in SCENES.values():
        with tempfile.TemporaryDirectory() as folder, scene(Path(folder), SIZE) as window:
            come_to_rest(window)
            window.grab()
    print(len(SCENES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
