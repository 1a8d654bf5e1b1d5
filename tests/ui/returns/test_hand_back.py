"""Who gets what stands in columns, however long a team's name is, and each button says whose part it saves."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.scenes.states import long_name, published_long


def _left(window: QWidget, each: QWidget) -> int:
    return each.mapTo(window, QPoint(0, 0)).x()


def test_names_words_and_buttons_stand_in_columns(themed_application: QApplication, tmp_path: Path) -> None:
    with published_long(tmp_path, (1366, 688)) as window:
        pressed = [each for each in window.findChildren(QPushButton) if each.objectName().startswith("published_")]
        saves = [each for each in pressed if each.objectName().endswith("_save") and each.isVisible()]
        words = [window.findChild(QLabel, each.objectName().replace("_save", "_words")) for each in saves]
        names = [window.findChild(QLabel, each.objectName().replace("_save", "_title")) for each in saves]
        assert len(saves) == 6
        for column in (saves, words, names):
            assert len({(_left(window, each), each.width()) for each in column if each is not None}) == 1
        long = next(each for each in names if each is not None and each.accessibleName() == long_name(1))
        assert long.height() > 2 * long.fontMetrics().height()
        spoken = {each.accessibleName() for each in saves}
        assert f"Save the part of {long_name(1)}" in spoken
        assert all(each.text() in each.accessibleName() for each in saves)
