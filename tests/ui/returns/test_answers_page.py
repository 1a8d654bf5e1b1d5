"""Answers from a spreadsheet, by keyboard: guessed, looked at, decided, sealed, and remembered."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import list_teams
from teamhealth.services.workspace import Workspace
from teamhealth.ui.answers.answers_page import AnswersPage
from teamhealth.ui.outside import Outside
from teamhealth.ui.returns.returns_page import ReturnsPage
from teamhealth.ui.returns.room import ReturnsRoom
from tests.exchange.elsewhere import LAYOUTS, microsoft_forms, people, qualtrics_rows
from tests.services.council import WORDS
from tests.ui.office import nameless, press, settle, text, wait_for_work


def room(qtbot: QtBot, lead: Workspace, path: Path) -> ReturnsRoom:
    made = ReturnsRoom(lead, Outside(open_path=lambda _parent, _kind: path))
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    made.enter()
    settle()
    return made


def page(qtbot: QtBot, made: ReturnsRoom) -> AnswersPage:
    press(made, "returns_spreadsheet")
    wait_for_work(qtbot, made)
    found = made.currentWidget()
    assert isinstance(found, AnswersPage)
    return found


def combo(root: QWidget, name: str) -> QComboBox:
    found = root.findChild(QComboBox, name)
    assert found is not None, name
    return found


def table(codes: Sequence[str], team: str) -> bytes:
    held = io.StringIO(newline="")
    rows = [["Your code", "E-mail", "st1", "Parking"]]
    rows += [[code, f"p{number}@example.org", "4", "far"] for number, code in enumerate(codes)]
    csv.writer(held).writerows([[*row, "Team" if not number else team] for number, row in enumerate(rows)])
    return held.getvalue().encode()


def test_a_table_is_guessed_decided_sealed_and_remembered(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    path = tmp_path / "answers.csv"
    path.write_bytes(table(made[0].slips[survey.teams[0].id][:6], survey.teams[0].name))
    shown = room(qtbot, lead, path)
    asked = page(qtbot, shown)
    assert not nameless(asked)
    assert text(asked, "answers_dropped") == "Dropped, as it could name a person: E-mail."
    assert text(asked, "answers_column_1_example") == ""
    assert "‘Parking’: say what it holds" in text(asked, "answers_problems_text")
    press(asked, "answers_seal")
    wait_for_work(qtbot, shown)
    assert shown.currentWidget() is asked
    assert {each.answers for each in list_teams(lead, survey.id)} == {None}
    choice = combo(asked, "answers_column_3")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    settle()
    assert not asked.looked.problems.isVisible()
    assert text(asked, "answers_ignored") == "Left out, as it holds no answers: Parking."
    assert asked.looked.seal.text() == "Seal 6 answers"
    press(asked, "answers_seal")
    wait_for_work(qtbot, shown)
    returns = shown.currentWidget()
    assert isinstance(returns, ReturnsPage)
    assert text(returns, "returns_file_0_name") == "answers.csv"
    assert list_teams(lead, survey.id)[0].answers == 6
    again = page(qtbot, shown)
    assert not again.looked.problems.isVisible()


def test_a_workbook_of_another_program_without_codes_is_told_what_lacks(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    path = tmp_path / "answers.xlsx"
    path.write_bytes(microsoft_forms(survey, people(survey, 5)))
    asked = page(qtbot, room(qtbot, lead, path))
    assert text(asked, "answers_subtitle") == "answers.xlsx · sheet ‘Sheet’ · Microsoft Forms · 5 rows"
    assert text(asked, "answers_problems_text") == "This survey uses codes, and no column holds them."


def test_what_is_only_much_like_a_question_is_asked_with_both_texts_whole_and_taken_once_chosen(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    path = tmp_path / "answers.csv"
    near = "I have kept the same supervisor for six month, or since I started."
    rows = [["Team", "Your code", near, "I have not kept the same supervisor for six months, or since I started."]]
    rows += [[survey.teams[0].name, code, "4", "2"] for code in made[0].slips[survey.teams[0].id][:3]]
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows))
    asked = page(qtbot, room(qtbot, lead, path))
    assert combo(asked, "answers_column_2").currentText() == "Choose"
    assert text(asked, "answers_column_2_head") == near
    assert text(asked, "answers_column_2_near") == (
        "Much like ‘I have kept the same supervisor for six months, or since I started.’: the same, or the opposite?"
    )
    assert combo(asked, "answers_column_3").currentText() == "Choose"
    assert asked.findChild(QWidget, "answers_column_3_near") is None


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_each_known_program_comes_through_the_screen_without_a_choice(
    layout: str, qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    team = survey.teams[0]
    slips = made[0].slips[team.id]
    given = [replace(each, team=team.id) for each in people(survey, len(slips))]
    path = tmp_path / "answers"
    path.write_bytes(LAYOUTS[layout](survey, given, slips))
    shown = room(qtbot, lead, path)
    asked = page(qtbot, shown)
    assert layout in text(asked, "answers_subtitle")
    assert not asked.looked.problems.isVisible()
    assert text(asked, "answers_dropped").startswith("Dropped, as it could name a person: ")
    press(asked, "answers_seal")
    wait_for_work(qtbot, shown)
    assert list_teams(lead, survey.id)[0].answers == len(slips)
    found = open_returns(lead, survey.id, WORDS, unwatched)
    assert (found.answered, found.elsewhere) == (len(slips), True)
    assert {each.text for each in found.comments} == {words for each in given for words in each.comments.values()}


def test_a_table_that_is_taken_in_again_is_counted_up_to_and_not_promised(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    path = tmp_path / "answers.csv"
    path.write_text(
        "Your code,st1,Team\n"
        + "".join(f"{code},4,{survey.teams[0].name}\n" for code in made[0].slips[survey.teams[0].id][:3])
    )
    shown = room(qtbot, lead, path)
    for _ in range(2):
        press(page(qtbot, shown), "answers_seal")
        wait_for_work(qtbot, shown)
    returns = shown.currentWidget()
    assert isinstance(returns, ReturnsPage)
    headcount = survey.teams[0].headcount
    assert text(returns, "returns_team_0_count") == f"up to 6 of {headcount}"
    assert text(returns, "returns_team_0_state") == "May stay hidden"
    assert f"Several tables hold answers of {survey.teams[0].name}" in text(returns, "returns_open_words")
    assert returns.findChild(QLabel, "returns_file_0_detail") is None
    assert "counts once" in text(returns, "returns_file_1_detail")
    assert open_returns(lead, survey.id, WORDS, unwatched).answered == 3


def test_a_column_of_addresses_cannot_be_made_a_comment(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    path = tmp_path / "answers.csv"
    path.write_bytes(table(made[0].slips[survey.teams[0].id][:6], survey.teams[0].name))
    shown = room(qtbot, lead, path)
    asked = page(qtbot, shown)
    choose(combo(asked, "answers_column_3"), "Left out: no answers")
    choose(combo(asked, "answers_column_1"), "What one change would most help this team to do its best work?")
    words = "Column ‘E-mail’: it could name a person, so it cannot be answers. Drop it."
    assert words in text(asked, "answers_problems_text")
    press(asked, "answers_seal")
    wait_for_work(qtbot, shown)
    assert shown.currentWidget() is asked
    assert {each.answers for each in list_teams(lead, survey.id)} == {None}


def choose(box: QComboBox, words: str) -> None:
    """Go to a choice by its key, downwards or upwards."""
    wanted = box.findText(words)
    assert wanted >= 0, words
    box.setFocus()
    while box.currentIndex() != wanted:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)
    settle()


def test_rows_of_nobody_are_named_on_the_screen_and_not_sealed(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    slips = made[0].slips[survey.teams[0].id]
    path = tmp_path / "answers.csv"
    rows = qualtrics_rows(survey, people(survey, 6), slips[:6])
    rows[3][rows[0].index("Status")] = "Survey Preview"
    rows[7][rows[0].index("Finished")] = "0"
    held = io.StringIO(newline="")
    csv.writer(held).writerows(rows)
    path.write_bytes(held.getvalue().encode())
    asked = page(qtbot, room(qtbot, lead, path))
    assert text(asked, "answers_subtitle") == "answers.csv · Qualtrics · 4 rows"
    assert text(asked, "answers_passed") == (
        "Left out, as it was never sent: row 8. Left out, as it is a trial: row 4."
    )
    assert asked.looked.seal.text() == "Seal 4 answers"


def test_reversed_questions_are_turned_back_by_one_box(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(b"st1,st2\n4,4\n")
    asked = page(qtbot, room(qtbot, lead, path))
    box = asked.looked.turned_box
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert [each.turned for each in asked._draft.mapping.columns] == [False, True]


def test_of_a_mapping_the_turning_is_remembered_and_shown_and_the_team_of_all_rows_is_not(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    path = tmp_path / "answers.csv"
    rows = "".join(f"{code},4,4\n" for code in made[0].slips[survey.teams[0].id][:6])
    path.write_text("Your code,st1,st2\n" + rows)
    shown = room(qtbot, lead, path)
    asked = page(qtbot, shown)
    choose(combo(asked, "answers_team"), survey.teams[0].name)
    QTest.keyClick(asked.looked.turned_box, Qt.Key.Key_Space)
    press(asked, "answers_seal")
    wait_for_work(qtbot, shown)
    again = page(qtbot, shown)
    assert combo(again, "answers_team").currentText() == "A column says the team"
    assert text(again, "answers_problems_text") == "No column says the team. Name the team of all rows."
    assert again.looked.turned_box.isChecked()
    assert [each.turned for each in again._draft.mapping.columns] == [False, False, True]
    QTest.keyClick(again.looked.turned_box, Qt.Key.Key_Space)
    assert not any(each.turned for each in again._draft.mapping.columns)


def test_what_is_no_table_is_told_on_the_page_of_returns(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(b"")
    shown = room(qtbot, lead, path)
    press(shown, "returns_spreadsheet")
    wait_for_work(qtbot, shown)
    assert "is not the kind of file that is needed here" in text(shown, "returns_failure_what")
