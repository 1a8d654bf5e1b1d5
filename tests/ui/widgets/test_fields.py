"""Fields: names with '&', what is wrong goes away on a change, and the wheel is the page's."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.fields import line_field, spin_field, text_field
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import strong


def _wheel_is_left_to_the_page(widget: QWidget) -> bool:
    """Turn the wheel over a widget; return whether the widget let it pass."""
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        widget.mapToGlobal(centre),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return not event.isAccepted()


def _long_page(*widgets: QWidget) -> Page:
    page = Page("Set up", "setup")
    for each in widgets:
        page.body.addWidget(each)
    page.body.addSpacing(2000)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


def test_the_wheel_changes_no_number_with_the_focus_or_without() -> None:
    people, other = spin_field("People", "people", 0, 60), line_field("Team", "team")
    page = _long_page(people, other)
    people.input.setValue(9)
    for focus in (other.input, people.input):
        focus.setFocus()
        assert _wheel_is_left_to_the_page(people.input)
        assert people.input.value() == 9
    assert page.isVisible()


def test_the_wheel_changes_no_choice() -> None:
    choice = ComboBox(("One", "Two", "Three"), "choice", "Which")
    page = _long_page(choice)
    choice.setFocus()
    assert _wheel_is_left_to_the_page(choice)
    assert choice.currentIndex() == 0
    assert page.isVisible()


def test_a_label_shows_an_ampersand_and_is_read_out_with_it() -> None:
    name = "People in Riverside & \u0141\u00f3d\u017a"
    field, alone = line_field(name, "people"), strong(name)
    page = _long_page(field, alone)
    assert page.isVisible()
    assert field.label.grab().toImage() == alone.grab().toImage()
    assert field.input.accessibleName() == field.label.accessibleName() == name


def test_what_is_wrong_goes_away_once_the_field_is_changed() -> None:
    line, number, words = line_field("A", "a"), spin_field("B", "b", 0, 9), text_field("C", "c")
    for field in (line, number, words):
        page = _long_page(field)
        mended: list[bool] = []
        field.error.mended.connect(lambda heard=mended: heard.append(True))
        field.set_error("Enter something.")
        QTest.keyClicks(field.input, "5")
        assert field.error.text == ""
        assert mended == [True]
        QTest.keyClicks(field.input, "6")
        assert page.isVisible()
        assert mended == [True]
