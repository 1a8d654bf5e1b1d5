"""Windows for files leave nothing outside the data folder: no folder, no name, in no settings of Qt's."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Chooses in every window for files that comes up; then says what was chosen, and closes.
SESSION = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit
from teamhealth import app
application = app.make_application()
chosen = Path(sys.argv[2])
def choose():
    for each in application.topLevelWidgets():
        if isinstance(each, QFileDialog) and each.isVisible():
            saving = each.acceptMode() == QFileDialog.AcceptMode.AcceptSave
            folders = each.fileMode() == QFileDialog.FileMode.Directory
            path = chosen.with_name("new.pdf") if saving else chosen.parent if folders else chosen
            each.findChild(QLineEdit, "fileNameEdit").setText(str(path))
            each.accept()
def look():
    for each in application.topLevelWidgets():
        if each.objectName() == "main_window" and each.rail.isEnabled():
            looking.stop()
            outside = each.outside
            told = [outside.save_path(each, "new.pdf", ""), outside.open_path(each, ""), outside.folder(each)]
            print(*told, *outside.open_paths(each, ""), sep="\\n")
            each.close()
choosing = QTimer()
choosing.timeout.connect(choose)
choosing.start(50)
looking = QTimer()
looking.timeout.connect(look)
looking.start(50)
sys.exit(app.run(["--data-dir", sys.argv[1]]))
"""
# Another program's settings of the same kind are there before, or none; a window comes and goes within the block.
PUT_BACK = """
import sys
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from teamhealth.ui.qt_settings import put_back
application = QApplication([])
def leave():
    for each in application.topLevelWidgets():
        if isinstance(each, QFileDialog):
            each.accept()
leaving = QTimer()
leaving.timeout.connect(leave)
leaving.start(50)
with put_back():
    QFileDialog.getSaveFileName(None, "", sys.argv[1])
    print(QSettings(QSettings.Scope.UserScope, "QtProject").value("FileDialog/lastVisited"))
"""
OTHERS = "[FileDialog]\nlastVisited=file:///elsewhere\n\n[Qt]\nstyle=plain\n"


def _run(code: str, home: Path, *arguments: object) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _files(folder: Path) -> list[str]:
    return [str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()]


def test_a_session_with_every_window_for_files_leaves_nothing_in_a_fresh_home(tmp_path: Path) -> None:
    home, chosen = tmp_path / "home", tmp_path / "papers" / "Alder.pdf"
    home.mkdir()
    chosen.parent.mkdir()
    chosen.touch()
    told = _run(SESSION, home, tmp_path / "data", chosen).splitlines()
    assert told == [str(chosen.with_name("new.pdf")), str(chosen), str(chosen.parent), str(chosen)]
    assert _files(home) == []


def test_what_other_programs_have_there_is_as_before(tmp_path: Path) -> None:
    settings = tmp_path / ".config" / "QtProject.conf"
    settings.parent.mkdir()
    settings.write_text(OTHERS, encoding="utf-8")
    assert _run(PUT_BACK, tmp_path, tmp_path / "a.pdf").strip() == tmp_path.as_uri()
    assert settings.read_text(encoding="utf-8") == OTHERS


def test_where_there_was_nothing_nothing_is_left(tmp_path: Path) -> None:
    assert _run(PUT_BACK, tmp_path, tmp_path / "a.pdf").strip() == tmp_path.as_uri()
    assert (tmp_path / ".config" / "QtProject.conf").read_text(encoding="utf-8").strip() == ""
