from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.ui.results.results_page import PublishedRow, ResultsPage, TeamRow
from teamhealth.ui.theme import Theme

AUTUMN, SPRING = "a" * 32, "b" * 32
NORTHGATE, RIVERSIDE = "1" * 32, "2" * 32
ROWS = (
    PublishedRow(AUTUMN, "Autumn health", "Autumn 2026", NORTHGATE, "Northgate", "6 of 7 people answered", True),
    PublishedRow(AUTUMN, "Autumn health", "Autumn 2026", RIVERSIDE, "Riverside", "Not shown", False),
    PublishedRow(SPRING, "Spring health", "Spring 2026", NORTHGATE, "Northgate", "7 of 7 people answered", True),
)


def page(qtbot: QtBot, *rows: PublishedRow) -> ResultsPage:
    made = ResultsPage(rows, theme=Theme())
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    QApplication.processEvents()
    return made


def test_each_survey_is_a_card_with_its_teams(qtbot: QtBot) -> None:
    shown = page(qtbot, *ROWS)
    assert [row.accessibleName() for row in shown.findChildren(TeamRow)] == [
        "Northgate, 6 of 7 people answered",
        "Riverside, Not shown",
        "Northgate, 7 of 7 people answered",
    ]
    assert shown.findChild(QWidget, f"survey_{AUTUMN}") is not None
    assert shown.findChild(QWidget, "no_results") is None


def test_of_many_teams_one_is_reached_by_its_first_letters(qtbot: QtBot) -> None:
    names = [f"Team {number}" for number in range(1, 200)]
    rows = [replace(ROWS[0], team_id=f"{at:032x}", team_name=name) for at, name in enumerate(names)]
    shown = page(qtbot, *rows)
    shown.activateWindow()
    qtbot.waitUntil(lambda: len(shown.findChildren(TeamRow)) == len(rows))
    opened: list[str] = []
    shown.opened.connect(lambda _survey, team: opened.append(team))
    first = shown.findChildren(TeamRow)[0]
    first.setFocus()
    # The space belongs to the name, and presses no row.
    for key in "team 15":
        QTest.keyClicks(shown.focusWidget(), key)
    reached = shown.focusWidget()
    assert isinstance(reached, TeamRow)
    assert reached.row.team_name == "Team 15"
    assert not reached.visibleRegion().isEmpty()
    QTest.keyClicks(reached, "0")
    reached = shown.focusWidget()
    assert isinstance(reached, TeamRow)
    assert reached.row.team_name == "Team 150"
    assert not reached.visibleRegion().isEmpty()
    assert not opened
    assert "Type the first letters of a team" in shown.findChildren(QLabel, f"survey_seek_{AUTUMN}")[0].text()


def test_many_teams_come_in_turns_and_a_wanted_one_takes_the_focus_when_it_comes(qtbot: QtBot) -> None:
    rows = [replace(ROWS[0], team_id=f"{number:032x}", team_name=f"Team {number}") for number in range(100)]
    shown = ResultsPage(rows, theme=Theme())
    shown.return_to(AUTUMN, rows[90].team_id)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    assert len(shown.findChildren(TeamRow)) < 20
    qtbot.waitUntil(lambda: len(shown.findChildren(TeamRow)) == 100)
    left = shown.findChildren(TeamRow)[90]
    qtbot.waitUntil(left.hasFocus)
    qtbot.waitUntil(lambda: not left.visibleRegion().isEmpty())
    assert [row.row for row in shown.findChildren(TeamRow)] == rows


def test_enter_on_a_row_names_survey_and_team(qtbot: QtBot) -> None:
    shown = page(qtbot, *ROWS)
    row = shown.findChildren(TeamRow)[2]
    with qtbot.waitSignal(shown.opened) as opened:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened.args == [SPRING, "1" * 32]


def test_all_reports_are_asked_for_by_key_where_several_teams_are_and_one_is_shown(qtbot: QtBot) -> None:
    shown = page(qtbot, *ROWS)
    button = shown.findChild(QPushButton, f"pack_{AUTUMN}")
    assert button is not None
    assert button.accessibleName() == "Autumn health: all reports in one PDF"
    with qtbot.waitSignal(shown.pack_asked) as asked:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == [AUTUMN]
    # Of one team there is one report, and nothing is compared.
    assert shown.findChild(QPushButton, f"pack_{SPRING}") is None
    hidden = [replace(ROWS[1], team_id=each) for each in (NORTHGATE, RIVERSIDE)]
    assert page(qtbot, *hidden).findChild(QPushButton, f"pack_{AUTUMN}") is None


def test_down_and_up_move_between_rows(qtbot: QtBot) -> None:
    shown = page(qtbot, *ROWS)
    shown.activateWindow()
    first, second, _ = shown.findChildren(TeamRow)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert shown.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert shown.focusWidget() is first


def test_empty_list_says_when_results_come(qtbot: QtBot) -> None:
    shown = page(qtbot)
    title = shown.findChild(QLabel, "no_results_title")
    assert title is not None
    assert title.text() == "No results yet"


def test_file_is_asked_for(qtbot: QtBot) -> None:
    shown = page(qtbot)
    opener = shown.findChild(QPushButton, "open_results_file")
    assert opener is not None
    with qtbot.waitSignal(shown.file_asked):
        opener.click()


def test_rows_can_be_shown_anew(qtbot: QtBot) -> None:
    shown = page(qtbot, *ROWS)
    shown.show_rows(ROWS[:1])
    QApplication.processEvents()
    visible = [row for row in shown.findChildren(TeamRow) if row.isVisible()]
    assert len(visible) == 1


def test_every_row_has_both_names(qtbot: QtBot) -> None:
    shown = page(qtbot, *ROWS)
    for widget in shown.findChildren(QWidget):
        spoken = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QLabel)
        if spoken and widget.isVisible():
            assert widget.objectName()
            assert widget.accessibleName()
