"""What a screen reader is told of every screen: a name, a role and the state seen; and Tab reaches all of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.ui.widgets.focus_ring import FocusRing
from tests.ui.office import settle
from tests.ui.scenes.every import SCENES

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
# Where a reader that goes down a page stops by itself; any other widget is passed over, whatever it is called.
READ = SPOKEN | {
    QAccessible.Role.StaticText,
    QAccessible.Role.Graphic,
    QAccessible.Role.Link,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.ListItem,
}
# In pixels, by WCAG 2.2, 2.5.8.
LEAST_TARGET = 24
# More than any screen has; a circle that does not close is found at this number.
MOST_STEPS = 400


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


def wrongly_told(widget: QWidget) -> Iterator[str]:
    spoken = told(widget)
    if not spoken.text(QAccessible.Text.Name).strip() or not widget.objectName():
        yield "name"
    if isinstance(widget, QAbstractButton):
        if spoken.role() not in SPOKEN:
            yield f"role {spoken.role()}"
        if widget.isCheckable() and bool(spoken.state().checked) != widget.isChecked():
            yield "checked"
    if not spoken.state().focusable:
        yield "focusable"


def reached_otherwise(widget: QWidget) -> bool:
    """Whether Tab passes over a widget by design: of choices that exclude each other, arrow keys reach the rest."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    return group is not None and group.exclusive()


@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_everything_that_can_be_used_is_told_as_it_is_seen(standing: QWidget) -> None:
    wrong = [(each.objectName(), what) for each in interactive(standing) for what in wrongly_told(each)]
    assert wrong == []


@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_what_is_pressed_is_large_enough_or_stands_apart_and_is_called_as_it_reads(standing: QWidget) -> None:
    targets = {each: _place(each, standing) for each in interactive(standing)}
    small = [each for each, at in targets.items() if min(at.width(), at.height()) < LEAST_TARGET]
    crowded = [
        (each.objectName(), other.objectName())
        for each in small
        for other, there in targets.items()
        if other is not each and _around(targets[each]).intersects(_around(there) if other in small else there)
    ]
    assert crowded == []
    buttons = [each for each in targets if isinstance(each, QAbstractButton) and each.text()]
    assert [each.objectName() for each in buttons if _plain(each.text()) not in _plain(_name(each))] == []


@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_what_is_painted_in_words_is_read_out_as_text(standing: QWidget) -> None:
    read = " ".join(
        _plain(told(each).text(QAccessible.Text.Name)) for each in _visible(standing) if told(each).role() in READ
    )
    passed_over = [
        (each.objectName(), each.accessibleName())
        for each in _visible(standing)
        if told(each).role() not in READ
        and not each.findChildren(QWidget)
        and _plain(each.accessibleName()) not in read
    ]
    assert passed_over == []


# Behind the others, as it moves the focus.
@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_tab_reaches_everything_once_with_a_ring_around_it(qtbot: QtBot, standing: QWidget) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    first = QApplication.focusWidget()
    visited: list[QWidget] = []
    bare = []
    for _ in range(MOST_STEPS):
        now = QApplication.focusWidget()
        assert now is not None
        if now in visited:
            break
        visited.append(now)
        rings = [each.target for each in standing.findChildren(FocusRing) if each.isVisible()]
        # A page or title that has the focus itself, when it has come up to be read, takes no key of its own.
        if rings != [now] and now.focusPolicy() & Qt.FocusPolicy.TabFocus:
            bare.append(now.objectName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
        settle()
    else:
        pytest.fail("Tab goes on without end")
    assert bare == []
    if first is not None and first.focusPolicy() & Qt.FocusPolicy.TabFocus:
        assert now is first
    missed = [each for each in interactive(standing) if each not in visited and not reached_otherwise(each)]
    assert [each.objectName() for each in missed] == []


def _visible(window: QWidget) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisible() and each.accessibleName()]


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _around(small: QRect) -> QRect:
    """Return the square that a target of the least size would take in its place."""
    half = LEAST_TARGET // 2
    return QRect(small.center().x() - half, small.center().y() - half, LEAST_TARGET, LEAST_TARGET)


def _name(button: QAbstractButton) -> str:
    return told(button).text(QAccessible.Text.Name)


def _plain(words: str) -> str:
    return " ".join(words.replace("&&", "\0").replace("&", "").replace("\0", "&").casefold().split())
