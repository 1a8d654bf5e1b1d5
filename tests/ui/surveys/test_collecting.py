"""While collecting: counts only, what is stored, headcount and PIN."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import check_pin, collection
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.surveys.collecting import CollectingPage
from teamhealth.ui.surveys.dots import count_figure
from teamhealth.ui.widgets.tag import Tag
from tests.services.journeys import WORDS, answered, created
from tests.ui.office import Desk, button, fill, number, press, prompt, seen, settle, text, wait_for_work


def page(qtbot: QtBot, workspace: Workspace, survey_id: str) -> CollectingPage:
    made = CollectingPage(workspace, survey_id)
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    settle()
    return made


def test_the_posters_file_is_named_after_its_team(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    shown = CollectingPage(workspace, created(workspace), desk.outside())
    qtbot.addWidget(shown)
    shown.show()
    press(shown, "poster_save")
    wait_for_work(qtbot, shown)
    press(shown, "poster_large")
    wait_for_work(qtbot, shown)
    assert [Path(each).name for each in desk.suggested] == [
        "Northgate, Autumn 2026 team health, poster.pdf",
        "Northgate, Autumn 2026 team health, poster, large print.pdf",
    ]


def test_nobody_has_answered_yet(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, created(workspace))
    assert (text(shown, "collecting_answered"), text(shown, "collecting_of")) == ("0", "of 9 have answered")
    closing = text(shown, "collecting_closing_words")
    assert "Nobody has answered yet, so there would be no results." in closing
    assert "0 of 9" not in closing


def test_it_says_how_questionnaire_mode_is_left(qtbot: QtBot, workspace: Workspace) -> None:
    shown = page(qtbot, workspace, created(workspace))
    assert "To leave it: Ctrl + Shift + Q, then your manager PIN." in text(shown, "collecting_start_words")


def test_start_has_the_focus_until_everyone_has_answered(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=5)
    shown = page(qtbot, workspace, survey_id)
    assert shown.first is button(shown, "collecting_start")
    assert not shown.findChild(QWidget, "collecting_ready").isVisible()  # type: ignore[union-attr]
    answered(workspace, survey_id, (3, 4, 4, 4, 5))
    shown.refresh()
    assert "Everyone has answered. You can close." in seen(shown)
    assert not button(shown, "collecting_start").isVisible()


def test_the_status_stands_beside_the_title_and_follows_the_count(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=5)
    shown = page(qtbot, workspace, survey_id)
    tag = shown.findChild(Tag, "collecting_status")
    assert tag is not None
    assert tag.text() == tag.accessibleName() == "Collecting"
    assert 0 <= tag.geometry().left() - shown.title.geometry().right() <= 20
    assert shown.title.geometry().top() <= tag.geometry().center().y() <= shown.title.geometry().bottom()
    assert button(shown, "collecting_close").property("kind") == "secondary"
    answered(workspace, survey_id, (3, 4, 4, 4, 5))
    shown.refresh()
    assert tag.text() == tag.accessibleName() == "Ready to close"
    assert button(shown, "collecting_close").property("kind") == "primary"


def test_what_is_stored_is_true_for_who_opens(qtbot: QtBot, workspace: Workspace) -> None:
    manager = page(qtbot, workspace, created(workspace))
    assert "The key, locked with the passphrase" in seen(manager)
    assert "confidential, not anonymous" in seen(manager)
    chosen = created(workspace, team="Harbour", custody=CustodyKind.CHOSEN, role="our union rep")
    words = seen(page(qtbot, workspace, chosen))
    assert "Our union rep chose the passphrase." in words
    assert "not anonymous" not in words


def test_the_headcount_is_corrected(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    shown = page(qtbot, workspace, survey_id)
    press(shown, "collecting_correct")
    asked = prompt("headcount_prompt")
    number(asked, "prompt_headcount").setValue(4)
    press(asked, "headcount_prompt_go")
    wait_for_work(qtbot, asked)
    assert asked.isVisible()
    assert collection(workspace, survey_id).team.headcount == 9
    assert "Enter 5 to 200. Results are shown from 5 answers, which a smaller team cannot give." in seen(asked)
    number(asked, "prompt_headcount").setValue(8)
    press(asked, "headcount_prompt_go")
    wait_for_work(qtbot, shown)
    qtbot.waitUntil(lambda: text(shown, "collecting_of") == "of 8 have answered")
    assert collection(workspace, survey_id).team.headcount == 8


def test_a_headcount_that_comments_hold_back_is_explained_with_a_way_out(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace, comments=CommentsChoice.FROM_EIGHT)
    press(page(qtbot, workspace, survey_id), "collecting_correct")
    asked = prompt("headcount_prompt")
    number(asked, "prompt_headcount").setValue(7)
    press(asked, "headcount_prompt_go")
    wait_for_work(qtbot, asked)
    said = seen(asked)
    assert "Enter 8 to 200. People were told that comments are shown from 8 answers" in said
    assert "If yours is smaller, close this survey and set up a copy with another choice for comments." in said


def test_a_forgotten_pin_is_set_anew_with_the_passphrase(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, (3, 4))
    shown = page(qtbot, workspace, survey_id)
    press(shown, "collecting_forgot")
    asked = prompt("pin_prompt")
    for name, words in (("prompt_passphrase", "four wrong words here"), ("prompt_pin", "1357")):
        fill(asked, name, words)
    press(asked, "pin_prompt_go")
    assert text(asked, "prompt_pin_repeated_error") == "The two PINs do not match."
    fill(asked, "prompt_pin_repeated", "1357")
    press(asked, "pin_prompt_go")
    wait_for_work(qtbot, asked)
    assert "That passphrase does not open this survey." in seen(asked)
    assert not check_pin(workspace, survey_id, "1357")
    fill(asked, "prompt_passphrase", WORDS)
    press(asked, "pin_prompt_go")
    wait_for_work(qtbot, shown)
    qtbot.waitUntil(lambda: check_pin(workspace, survey_id, "1357"))
    assert collection(workspace, survey_id).answered == 2


def test_the_dots_say_how_many_are_missing() -> None:
    assert count_figure(2, 9, 5, 700).sentence == "2 of 9 have answered. 3 more needed to publish."
    assert count_figure(6, 9, 5, 700).sentence == "6 of 9 have answered. 5 needed to publish."


def test_a_large_team_is_a_bar_that_stays_inside_its_room() -> None:
    for headcount in (7, 14, 40, 41, 180):
        figure = count_figure(headcount - 1, headcount, 5, 500)
        for shape in figure.shapes:
            left = getattr(shape, "x", getattr(shape, "x1", 0))
            assert 0 <= left <= 500


def test_columns_stand_beside_each_other_again_after_the_window_was_wider_or_narrower(
    qtbot: QtBot, workspace: Workspace
) -> None:
    shown = page(qtbot, workspace, created(workspace))
    before = _lying(shown)
    for width in (1600, 820):
        shown.resize(width, 688)
        settle()
        assert _lying(shown) != before
        shown.resize(1174, 688)
        settle()
        assert _lying(shown) == before


def _lying(shown: CollectingPage) -> list[QRect]:
    """Return where the cards of both columns lie."""
    cards = [shown.findChild(QWidget, f"collecting_{name}") for name in ("count", "people")]
    return [QRect(each.mapTo(shown, QPoint()), each.size()) for each in cards if each is not None]
