"""The preview before everything is chosen, and the room that its answers have."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from teamhealth.services.drafts import DraftTeam, new_draft
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.surveys.preview import PreviewPage
from teamhealth.ui.widgets.choice import Choice
from tests.services.journeys import draft
from tests.ui.office import press, seen, settle, text


def preview(qtbot: QtBot, workspace: Workspace, **changes: object) -> PreviewPage:
    page = PreviewPage(workspace, draft(workspace, **changes) if changes else new_draft(workspace))
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    return page


def test_what_is_not_chosen_yet_is_said_and_promises_nothing_from_five(qtbot: QtBot, workspace: Workspace) -> None:
    page = preview(qtbot, workspace)
    said = text(page, "preview_assumed_text")
    assert said == "Who opens the answers: shown as if you do. Comments: shown as if from 8 answers."
    assert "They are shown from 8 answers." in seen(page)
    assert "shown from 5" not in seen(page)


def test_trying_it_promises_what_the_preview_says(qtbot: QtBot, workspace: Workspace) -> None:
    page = preview(qtbot, workspace, headcount=7, comments=None)
    with qtbot.waitSignal(page.try_asked) as heard:
        press(page, "preview_try")
    assert heard.args[0].policy.comments is CommentsChoice.FROM_EIGHT


def test_what_has_been_chosen_needs_no_such_note(qtbot: QtBot, workspace: Workspace) -> None:
    chosen = {"custody": CustodyKind.MANAGER, "comments": CommentsChoice.FROM_THRESHOLD}
    page = preview(qtbot, workspace, headcount=7, **chosen)
    assert "Not everything has been chosen yet" not in seen(page)
    assert "They are shown from 5 answers." in seen(page)


def test_where_no_team_is_asked_for_comments_the_preview_asks_for_none(qtbot: QtBot, workspace: Workspace) -> None:
    teams = (DraftTeam("Alder", 4), DraftTeam("Beech", 3))
    lead: dict[str, object] = {"custody": CustodyKind.LEAD, "team": "", "headcount": None, "teams": teams}
    page = preview(qtbot, workspace, comments=CommentsChoice.FROM_THRESHOLD, **lead)
    assert "Comments: Not asked in Alder and Beech: too few people." in seen(page)
    assert "In your own words" not in seen(page)
    assert "They are shown from" not in seen(page)


@pytest.mark.parametrize("width", [1016, 1174])
def test_every_answer_stands_on_one_line(qtbot: QtBot, workspace: Workspace, width: int) -> None:
    page = preview(qtbot, workspace, headcount=9)
    page.resize(width, 688)
    press(page, "preview_page_next")
    choices = [each for each in page.findChildren(Choice) if each.isVisible()]
    assert [each.words for each in choices][-2:] == ["Does not apply to me", "Prefer not to say"]
    for each in choices:
        words, _ = each._word_rects(each.width())
        assert words.height() <= QFontMetrics(each.font()).height() * 1.5
