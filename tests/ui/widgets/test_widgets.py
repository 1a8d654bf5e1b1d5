"""Widgets say what they are, and behave under keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Polygon, Rect, Text
from teamhealth.ui.fonts import FAMILY, load_fonts
from teamhealth.ui.theme import Theme, apply_theme, current_theme
from teamhealth.ui.widgets import note as note_module
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.choice import Choice
from teamhealth.ui.widgets.choice_group import ChoiceGroup
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.fields import line_field, spin_field, text_field
from teamhealth.ui.widgets.figure_view import FigureView, figure_image
from teamhealth.ui.widgets.focus_ring import FocusRing, install_focus_ring
from teamhealth.ui.widgets.icons import IconName, IconView, icon_pixmap
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.tag import Tag, TagKind
from teamhealth.ui.widgets.text import body, breakable, label, set_text
from tests.ui.pointing import tip_of


def _window(*widgets: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for each in widgets:
        column.addWidget(each)
    window.resize(400, 300)
    install_focus_ring(window)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def _rings(window: QWidget) -> list[FocusRing]:
    return [each for each in window.findChildren(FocusRing) if each.isVisible()]


def test_bundled_font_is_used_on_screen() -> None:
    assert load_fonts() == FAMILY


def test_theme_multiplies_sizes_and_is_found_again(themed_application: QApplication) -> None:
    apply_theme(themed_application, Theme(1.5))
    assert current_theme().px(16) == 24
    apply_theme(themed_application, Theme())
    assert current_theme() == Theme()


def test_words_are_never_markup() -> None:
    label = body("<b>bold</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"


def test_enter_and_space_press_a_button_once_each() -> None:
    pressed: list[str] = []
    button = primary_button("Send & close", "send")
    button.clicked.connect(lambda: pressed.append("x"))
    _window(button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert button.accessibleName() == "Send & close"


def test_choices_have_the_role_of_radio_buttons() -> None:
    choice = Choice("Agree", "answer_4", key="4")
    ChoiceGroup([choice], choice)
    interface = QAccessible.queryAccessibleInterface(choice)
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Agree"


def test_one_choice_at_most_is_chosen_and_all_take_the_focus() -> None:
    choices = [Choice(str(number), f"choice_{number}") for number in range(3)]
    window = _window(*choices)
    group = ChoiceGroup(choices, window)
    places: list[int] = []
    group.chosen.connect(places.append)
    QTest.mouseClick(choices[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(choices[2], Qt.Key.Key_Space)
    assert places == [1, 2]
    assert [each.isChecked() for each in choices] == [False, False, True]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in choices)
    # As a screen reader's own command does it.
    choices[0].toggle()
    assert places == [1, 2, 0]
    assert [each.isChecked() for each in choices] == [True, False, False]
    group.select(None)
    assert not any(each.isChecked() for each in choices)


def test_error_stands_above_the_input_and_the_value_stays() -> None:
    field = line_field("Organisation", "organisation")
    _window(field)
    field.input.setText("Exampleshire")
    field.set_error("Say which organisation.")
    assert field.error.isVisible()
    assert field.error.geometry().bottom() < field.input.geometry().top()
    assert field.input.text() == "Exampleshire"
    assert field.input.accessibleDescription() == "Say which organisation."
    field.set_error(None)
    assert not field.error.isVisible()


def test_an_error_has_an_icon_beside_its_words_and_takes_no_room_without() -> None:
    field = line_field("Organisation", "organisation")
    _window(field)
    before = field.sizeHint().height()
    field.set_error("Say which organisation.")
    icon = field.error.findChild(IconView)
    assert icon is not None
    assert icon.isVisible()
    assert field.error.text == "Say which organisation."
    QApplication.processEvents()
    assert field.input.geometry().left() > 0
    field.set_error(None)
    QApplication.processEvents()
    assert field.sizeHint().height() == before
    assert field.input.geometry().left() == 0


def test_a_lifted_error_is_shown_where_it_was_put() -> None:
    field = line_field("Organisation", "organisation")
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(field.lift_error())
    column.addWidget(field)
    _window(holder)
    field.set_error("Say which organisation.")
    assert field.error.isVisible()
    assert field.error.parentWidget() is holder
    assert field.input.geometry().left() == 0


def test_a_very_long_word_can_break_and_is_read_out_whole() -> None:
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    made = label(word, QFont())
    assert made.minimumSizeHint().width() < label(word, QFont(), wrap=False).minimumSizeHint().width() / 3
    assert made.accessibleName() == word
    set_text(made, "Harbour")
    assert made.text() == "Harbour"
    assert breakable("Early Help and Protection, north and south") == "Early Help and Protection, north and south"


def test_numbers_and_texts_are_named_by_their_labels() -> None:
    assert spin_field("People", "people", 1, 60).input.accessibleName() == "People"
    assert text_field("Notes", "notes").input.accessibleName() == "Notes"


def test_ring_lies_around_what_the_keyboard_reached() -> None:
    first, second = secondary_button("One", "one"), link_button("Two", "two")
    window = _window(first, second)
    first.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    (ring,) = _rings(window)
    assert ring.geometry().contains(second.geometry())
    window.resize(600, 500)
    QApplication.processEvents()
    assert ring.geometry().contains(second.geometry())


def test_mouse_shows_the_ring_on_inputs_only() -> None:
    button, field = secondary_button("One", "one"), line_field("Name", "name")
    window = _window(button, field)
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=button.geometry().center())
    assert button.hasFocus()
    assert _rings(window) == []
    centre = field.input.mapTo(window, field.input.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=centre)
    assert field.input.hasFocus()
    assert len(_rings(window)) == 1


def test_tags_and_notes_and_steps_say_their_words() -> None:
    assert Tag(TagKind.READY).accessibleName() == "Ready to close"
    note = Note(NoteKind.ERROR, "Try again.", title="Not saved")
    assert note.told == "Not saved Try again."
    note.say(NoteKind.SUCCESS, "Saved.")
    assert (note.words.text(), note.title.isHidden(), note.property("kind")) == ("Saved.", True, "note-success")
    steps = Steps(["Set up", "Check"], 1)
    heard = [each.accessibleName() for each in steps.findChildren(QLabel) if not each.isHidden()]
    assert [each for each in heard if "Step" in each] == ["Step 2 of 2: Check"]
    # What is done has a tick in place of its number.
    assert "Set up, done" in heard
    assert "1" not in heard


def test_every_icon_draws_something() -> None:
    for each in IconName:
        image = icon_pixmap(each, 24, "#000000", ratio=2.0).toImage()
        inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(0, 48, 2) for y in range(0, 48, 2))
        assert inked > 3, each


def test_long_name_is_cut_with_the_whole_in_its_tooltip() -> None:
    label = ElidedLabel("North " * 40, Theme().font(), name="team")
    _window(label)
    assert tip_of(label) == "North " * 40


def test_page_scrolls_downwards_and_only_where_it_must() -> None:
    page = Page("Surveys", "surveys", crumb="Home")
    page.body.addWidget(body("Some words that take one line and more. " * 8))
    page.body.addStretch(1)
    page.resize(900, 400)
    page.show()
    QApplication.processEvents()
    assert page.scroller.verticalScrollBar().maximum() == 0
    page.resize(220, 300)
    QApplication.processEvents()
    assert page.scroller.verticalScrollBar().maximum() > 0
    followed: list[bool] = []
    page.crumb_followed.connect(lambda: followed.append(True))
    crumb = page.findChild(QWidget, "surveys_crumb")
    assert isinstance(crumb, QWidget)
    QTest.keyClick(crumb, Qt.Key.Key_Return)
    assert followed == [True]


def _figure() -> Figure:
    return Figure(
        40,
        20,
        (
            Rect(0, 0, 20, 20, fill="#FF0000"),
            Line(0, 10, 40, 10, stroke="#000000", dash=(3,)),
            Polygon(((30, 0), (40, 10), (30, 10)), fill="#00FF00", opacity=0.5),
            Circle(30, 15, 3, fill="#0000FF"),
            Text(38, 18, "7", 8, "#000000", anchor=Anchor.END),
        ),
        "Seven of nine.",
    )


def test_figure_is_painted_at_scale_and_says_its_sentence() -> None:
    image = figure_image(_figure(), 2.0)
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (80, 40)
    assert image.pixelColor(10, 8).name() == "#ff0000"
    assert image.pixelColor(60, 30).name() == "#0000ff"
    view = FigureView(_figure(), theme=Theme(1.5))
    assert view.accessibleName() == "Seven of nine."
    assert (view.sizeHint().width(), view.sizeHint().height()) == (60, 30)


def test_a_note_that_comes_up_or_changes_is_said_aloud_and_one_that_came_with_its_page_is_not(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(note_module, "announce", lambda _widget, words: said.append(words))
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    there, later = Note(NoteKind.INFO, "There from the start."), Note(NoteKind.SUCCESS, "Saved.", title="Done")
    later.hide()
    column.addWidget(there)
    column.addWidget(later)
    page.show()
    assert said == []
    later.show()
    assert said == ["Done Saved."]
    later.say(NoteKind.ERROR, "Not saved.")
    later.say(NoteKind.ERROR, "Not saved.")
    assert said == ["Done Saved.", "Not saved."]
    later.hide()
    later.say(NoteKind.SUCCESS, "Saved after all.")
    assert said == ["Done Saved.", "Not saved."]
