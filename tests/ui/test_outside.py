"""The system's windows for files start where the last file was chosen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.ui.outside import outside_from


class Windows:
    """Stands in for the system's windows: notes where each starts, and chooses what it is told."""

    def __init__(self, chosen: Path) -> None:
        self.chosen = chosen
        self.starts: list[Path] = []
        self.heads: list[str] = []

    def file(self, _parent: QWidget, title: str, start: str, _kind: str) -> tuple[str, str]:
        self.starts.append(Path(start))
        self.heads.append(title)
        return str(self.chosen), ""

    def files(self, _parent: QWidget, title: str, start: str, _kind: str) -> tuple[list[str], str]:
        self.starts.append(Path(start))
        self.heads.append(title)
        return [str(self.chosen)], ""

    def folder(self, _parent: QWidget, _title: str, start: str) -> str:
        self.starts.append(Path(start))
        return str(self.chosen)


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Windows:
    (tmp_path / "stick").mkdir()
    made = Windows(tmp_path / "stick" / "Alder.thresults")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", made.file)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", made.files)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made.file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", made.folder)
    return made


def test_each_window_starts_where_the_one_before_ended(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    outside = outside_from(None)
    outside.open_path(page, "")
    outside.open_paths(page, "")
    outside.save_path(page, "report.pdf", "")
    outside.folder(page)
    stick = tmp_path / "stick"
    assert windows.starts == [Path.home(), stick, stick / "report.pdf", stick]


def test_a_window_says_what_it_opens(qtbot: QtBot, windows: Windows) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    outside = outside_from(None)
    outside.open_path(page, "Tables (*.csv *.xlsx);;All files (*)")
    outside.open_paths(page, "Sealed returns (*.threturn);;All files (*)")
    assert windows.heads == ["Open: Tables", "Open: Sealed returns"]


def test_a_folder_that_is_gone_is_home_again(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    outside = outside_from(tmp_path / "drawn out")
    outside.open_path(page, "")
    assert windows.starts == [Path.home()]


def test_a_name_without_its_ending_is_asked_about_again_before_a_file_is_replaced(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    (tmp_path / "report.pdf").write_bytes(b"kept")
    typed = [tmp_path / "new", tmp_path / "report", tmp_path / "report.pdf", tmp_path / "report", Path()]
    starts = []

    def ask(_parent: QWidget, _title: str, start: str, _kind: str) -> tuple[str, str]:
        starts.append(Path(start).name)
        name = typed.pop(0)
        return ("" if name == Path() else str(name)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    outside = outside_from(tmp_path)
    assert outside.save_path(page, "Alder.pdf", "") == tmp_path / "new.pdf"
    assert outside.save_path(page, "Alder.pdf", "") == tmp_path / "report.pdf"
    # Asked about the file that is there, somebody goes back: nothing is chosen.
    assert outside.save_path(page, "Alder.pdf", "") is None
    assert starts == ["Alder.pdf", "Alder.pdf", "report.pdf", "Alder.pdf", "report.pdf"]
