"""How tests go about the room of workforce figures: its page, its tables, and what is typed there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView, QWidget

from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.workforce.room import WorkforceRoom
from tests.ui.office import (
    fill,
    press,
    settle,
)


def page(window: MainWindow) -> QWidget:
    found = window.room("workforce", WorkforceRoom).pages.currentWidget()
    assert found is not None
    return found


def cells(root: QWidget, name: str = "table_workforce_0") -> dict[str, list[str]]:
    """Return a table's rows by their first cell."""
    table = root.findChild(QTableView, name)
    assert table is not None
    model = table.model()
    rows = [[str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())]  # fmt: skip
    return {row[0]: row[1:] for row in rows}


def pick(root: QWidget, name: str, words: str) -> None:
    """Choose in a drop-down list with the arrow keys."""
    box = root.findChild(QComboBox, name)
    assert box is not None
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
        settle()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Up)
        settle()
    raise AssertionError(words)


def typed(window: MainWindow, unit: str, **numbers: str) -> None:
    press(page(window), "workforce_enter")
    pick(page(window), "entry_unit", unit)
    fill(page(window), "entry_as_of", "30 September 2026")
    for name, number in numbers.items():
        fill(page(window), f"entry_{name}", number)
