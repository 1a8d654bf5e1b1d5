"""What a screen reader is told of every room: a name, a role and the state that is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.demo import fill_for_a_look
from teamhealth.services.results import list_published
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.rooms import room_plans, show_results
from tests.ui.office import manager, office, press, settle

PLACES = [plan.place.id for plan in room_plans()]
SPOKEN = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.Table,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        fill_for_a_look(opened, 1)
        yield opened


def show(window: MainWindow, workspace: Workspace, place: str) -> None:
    if place == "dashboard":
        show_results(window, list_published(workspace)[0].id)
    elif place == "draft":
        window.surveys.start_draft()
    else:
        press(window, f"rail_{place}")
    settle()


def interactive(window: QWidget) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
    ]


def told(widget: QWidget) -> QAccessibleInterface:
    found: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, widget.objectName()
    return found


@pytest.mark.parametrize("place", [*PLACES, "dashboard", "draft"])
def test_everything_that_can_be_used_is_told_as_it_is_seen(qtbot: QtBot, workspace: Workspace, place: str) -> None:
    window = manager(qtbot, workspace)
    show(window, workspace, place)
    wrong = []
    for each in interactive(window):
        spoken = told(each)
        if not spoken.text(QAccessible.Text.Name).strip() or not each.objectName():
            wrong.append((each.objectName(), "name"))
        if isinstance(each, QAbstractButton):
            if spoken.role() not in SPOKEN:
                wrong.append((each.objectName(), f"role {spoken.role()}"))
            if each.isCheckable() and bool(spoken.state().checked) != each.isChecked():
                wrong.append((each.objectName(), "checked"))
        if not spoken.state().focusable:
            wrong.append((each.objectName(), "focusable"))
    assert wrong == []
