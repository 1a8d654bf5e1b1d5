"""Pictures are PNG or SVG by the ending that somebody chose; without one, PNG."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.failures import FileUnwritable
from teamhealth.figures.range_bar import flag_sign
from teamhealth.figures.svg import svg
from teamhealth.ui.outside import Outside
from teamhealth.ui.picture import SCALE, ask_and_save, save_picture


def asked(qtbot: QtBot, path: Path | None) -> Path | None:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ask_and_save(parent, flag_sign(), "charts", Outside(save_path=lambda _parent, _name, _kinds: path))


def test_a_picture_without_an_ending_is_png(qtbot: QtBot, tmp_path: Path) -> None:
    saved = asked(qtbot, tmp_path / "charts, autumn 1.5")
    assert saved == tmp_path / "charts, autumn 1.5.png"
    picture = QImage(str(saved))
    assert picture.width() == round(flag_sign().width * SCALE)


def test_svg_is_written_as_such(qtbot: QtBot, tmp_path: Path) -> None:
    saved = asked(qtbot, tmp_path / "charts.SVG")
    assert saved is not None
    assert saved.read_text() == svg(flag_sign())


def test_thinking_better_of_it_writes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    assert asked(qtbot, None) is None
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        save_picture(flag_sign(), tmp_path / "nowhere" / "charts.png")
