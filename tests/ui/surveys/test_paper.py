"""Forms are keyed in on this laptop by the person that the team chose, with their passphrase; never by the manager."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from teamhealth.failures import Cancelled, EveryoneAnswered, KeyElsewhere, SurveyNotOpen, WrongPassphrase
from teamhealth.services.collect import close_survey, collection
from teamhealth.services.opening import open_answers
from teamhealth.services.paper import seal_pile_here, unlock_paper
from teamhealth.services.progress import unwatched
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.paper import PaperForm, PaperPile
from teamhealth.ui.outside import Outside
from teamhealth.ui.paper.paper_page import PaperPage
from teamhealth.ui.surveys.collecting import CollectingPage
from teamhealth.ui.surveys.room import SurveysRoom
from tests.services.journeys import WORDS, answered, created
from tests.ui.office import Desk, entry, fill, nameless, press, prompt, settle, text, wait_for_work


def chosen(workspace: Workspace, headcount: int = 9) -> str:
    return created(workspace, custody=CustodyKind.CHOSEN, role="the practice educator", headcount=headcount)


def keyed(page: PaperPage, answers: str) -> None:
    QTest.keyClicks(page.pad, answers)
    QTest.keyClick(page.pad, Qt.Key.Key_Return)
    settle()


def test_the_chosen_person_keys_forms_in_with_their_passphrase(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = chosen(workspace)
    room = SurveysRoom(workspace, Outside())
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.show_collecting(survey_id)
    press(room, "collecting_paper")
    asked = prompt("paper_prompt")
    assert "Only the practice educator may read the forms." in text(asked, "paper_prompt_words")
    fill(asked, "paper_passphrase", "not these four words")
    typed = entry(asked, "paper_passphrase")
    assert typed.echoMode() is QLineEdit.EchoMode.Password
    press(asked, "paper_show")
    assert typed.echoMode() is QLineEdit.EchoMode.Normal
    press(asked, "paper_prompt_go")
    wait_for_work(qtbot, asked)
    assert isinstance(room.currentWidget(), CollectingPage)
    fill(asked, "paper_passphrase", WORDS)
    press(asked, "paper_prompt_go")
    wait_for_work(qtbot, asked)
    page = room.currentWidget()
    assert isinstance(page, PaperPage)
    assert not page.form.code.isVisible()
    for _ in range(2):
        keyed(page, "4" * 5)
    assert not room.may_close()
    press(prompt("stop_keying_prompt"), "stop_keying_prompt_leave")
    press(page, "paper_turn")
    for _ in range(2):
        keyed(page, "4" * 5)
    assert collection(workspace, survey_id).answered == 0
    press(page, "paper_next")
    wait_for_work(qtbot, room)
    assert isinstance(room.currentWidget(), CollectingPage)
    assert collection(workspace, survey_id).answered == 2


def test_where_the_manager_opens_the_answers_no_form_is_keyed(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    page = CollectingPage(workspace, survey_id)
    qtbot.addWidget(page)
    assert page.findChild(QPushButton, "collecting_paper") is None
    with pytest.raises(KeyElsewhere):
        unlock_paper(workspace, survey_id, WORDS)


def test_the_questionnaire_is_saved_to_be_printed(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    page = CollectingPage(workspace, chosen(workspace), Desk(tmp_path).outside())
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    assert "Return this sheet to the practice educator, never to your manager." in text(page, "paper_said")
    press(page, "collecting_paper_save")
    wait_for_work(qtbot, page)
    (made,) = tmp_path.glob("*, paper questionnaire.pdf")
    assert made.read_bytes().startswith(b"%PDF")
    assert text(page, "paper_said") == f"Saved as {made.name}"
    press(page, "collecting_paper_large")
    wait_for_work(qtbot, page)
    (large,) = tmp_path.glob("*, paper questionnaire, large print.pdf")
    assert text(page, "paper_said") == f"Saved as {large.name}"
    with pikepdf.open(large) as pdf:
        assert [round(float(each)) for each in pdf.pages[0].MediaBox] == [0, 0, 842, 595]
    assert not nameless(page)


def test_another_passphrase_shows_no_form(workspace: Workspace) -> None:
    with pytest.raises(WrongPassphrase):
        unlock_paper(workspace, chosen(workspace), "some other four words")


def pile(workspace: Workspace, survey_id: str, count: int) -> PaperPile:
    team = load_survey(workspace, survey_id).teams[0].id
    forms = tuple(PaperForm(team, None, {"st1": 1 + number % 5}) for number in range(count))
    return PaperPile(forms, forms, second_time=True)


def test_more_forms_than_people_are_left_seal_nothing(workspace: Workspace) -> None:
    survey_id = chosen(workspace, headcount=6)
    answered(workspace, survey_id, (3, 4, 4))
    with pytest.raises(EveryoneAnswered):
        seal_pile_here(workspace, survey_id, pile(workspace, survey_id, 4), unwatched)
    assert collection(workspace, survey_id).answered == 3


def test_a_pile_that_is_stopped_half_way_seals_nothing(workspace: Workspace) -> None:
    survey_id = chosen(workspace)

    def stopped(done: int, total: int) -> None:
        if 2 <= done < total:
            raise Cancelled

    with pytest.raises(Cancelled):
        seal_pile_here(workspace, survey_id, pile(workspace, survey_id, 4), stopped)
    assert collection(workspace, survey_id).answered == 0


def test_a_closed_survey_takes_no_forms(workspace: Workspace) -> None:
    survey_id = chosen(workspace, headcount=6)
    answered(workspace, survey_id, (3, 4, 4))
    close_survey(workspace, survey_id, "2468")
    with pytest.raises(SurveyNotOpen):
        seal_pile_here(workspace, survey_id, pile(workspace, survey_id, 1), unwatched)


def test_keyed_answers_open_with_the_others_and_say_where_they_came_from(workspace: Workspace) -> None:
    survey_id = chosen(workspace, headcount=6)
    answered(workspace, survey_id, (3, 4, 4))
    assert not collection(workspace, survey_id).everyone_answered
    assert seal_pile_here(workspace, survey_id, pile(workspace, survey_id, 3), unwatched) == 3
    close_survey(workspace, survey_id, "2468")
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    assert (opened.answered, opened.elsewhere) == (6, True)
