"""A fresh process that starts the program or a part of it, and what it says."""

import os
import subprocess
import sys

START = """
import sys
from PySide6.QtCore import QTimer
from teamhealth import app
application = app.make_application()
def leave():
    print(*sorted(sys.modules), sep="\\n")
    application.quit()
def look():
    # As long as it takes: until the surveys are listed, or it is said why they cannot be.
    if any(each.objectName() == "failure_window" and each.isVisible() for each in application.topLevelWidgets()):
        application.closeAllWindows()
    elif any(each.objectName() == "surveys_room" and each.isVisible() for each in application.allWidgets()):
        leave()
looking = QTimer()
looking.timeout.connect(look)
looking.start(20)
status = app.run(["--data-dir", sys.argv[1]])
sys.exit(status)
"""


def run_python(code: str, *arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environ},
        timeout=120,
    )
