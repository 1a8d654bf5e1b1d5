"""Opening needs the passphrase, withheld comments are gone for good, and a publication stands once and for all."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from teamhealth.failures import SurveyNotClosed, SurveyPublished, TriedTooSoon, WrongPassphrase
from teamhealth.publication.document import read_document, write_document
from teamhealth.publication.types import Tier
from teamhealth.services.backup import back_up
from teamhealth.services.collect import close_survey, submit
from teamhealth.services.destroying import what_remains
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import restore
from teamhealth.services.results import list_published, load_publication
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import DATABASE_NAME, Workspace, open_workspace
from tests.services.conftest import CHEAP, Clock
from tests.services.journeys import PIN, WORDS, answered, created, published, response


def _six_with_comments(workspace: Workspace) -> str:
    survey_id = created(workspace, headcount=7)
    for number in range(6):
        comments = {"change": f"Change number {number}.", "keep": "Names Somebody."} if number % 2 else {}
        submit(workspace, response(workspace, survey_id, 4 if number % 2 else 2, comments))
    return survey_id


def test_a_survey_that_collects_is_not_opened(workspace: Workspace) -> None:
    with pytest.raises(SurveyNotClosed):
        open_answers(workspace, created(workspace), WORDS, unwatched)


def test_wrong_passphrase_loses_nothing_and_slows_down_after_five(workspace: Workspace, clock: Clock) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    waits = []
    for _ in range(7):
        with pytest.raises(WrongPassphrase) as caught:
            open_answers(workspace, survey_id, "wrong words typed here", unwatched)
        waits.append(caught.value.wait_seconds)
        clock.move(seconds=caught.value.wait_seconds)
    assert waits[:4] == [0, 0, 0, 0]
    assert waits[5] > 0
    assert waits[6] > waits[5]
    clock.move(seconds=-waits[6])
    with pytest.raises(TriedTooSoon):
        open_answers(workspace, survey_id, WORDS, unwatched)
    clock.move(seconds=waits[6])
    assert open_answers(workspace, survey_id, WORDS, unwatched).answered == 6


def test_comments_are_read_in_the_order_of_their_bytes(workspace: Workspace) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    assert [each.text for each in opened.comments] == [
        "Change number 1.", "Change number 3.", "Change number 5.", *["Names Somebody."] * 3,
    ]  # fmt: skip
    assert "number" not in repr(opened)


def test_withheld_comments_leave_only_their_number(workspace: Workspace) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    withheld = frozenset(each.key for each in opened.comments if "Somebody" in each.text)
    publication = publish(workspace, opened, withheld, unwatched)
    change, keep = publication.teams[0].comments
    assert (len(change.comments), change.withheld) == (3, 0)
    assert (keep.comments, keep.withheld) == ((), 3)
    for file in workspace.folder.iterdir():
        assert b"Somebody" not in file.read_bytes()


def test_publication_is_stored_once_and_for_all(workspace: Workspace) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    first = publish(workspace, opened, frozenset(), unwatched)
    with pytest.raises(SurveyPublished):
        publish(workspace, opened, frozenset(each.key for each in opened.comments), unwatched)
    with pytest.raises(SurveyPublished):
        open_answers(workspace, survey_id, WORDS, unwatched)
    assert load_publication(workspace, survey_id) == first
    assert read_document(write_document(first)) == first
    assert [each.id for each in list_published(workspace)] == [survey_id]


def test_a_copy_from_after_closing_is_published_elsewhere_without_one_comment(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    back_up(workspace, tmp_path / "closed.thcopy")
    first = publish(workspace, open_answers(workspace, survey_id, WORDS, unwatched), frozenset(), unwatched)
    elsewhere = tmp_path / "elsewhere"
    restore(elsewhere, tmp_path / "closed.thcopy", clock=clock, entropy=workspace.entropy)
    costs = {"key_cost": CHEAP, "pin_cost": CHEAP}
    with open_workspace(elsewhere, clock=clock, entropy=workspace.entropy, **costs) as other:
        opened = open_answers(other, survey_id, WORDS, unwatched)
        one = next(each.key for each in opened.comments if "number 1" in each.text)
        anew = publish(other, opened, frozenset({one}), unwatched)
        for file in elsewhere.iterdir():
            assert b"Change number 1." not in file.read_bytes()
    assert [replace(team, comments=()) for team in anew.teams] == [replace(team, comments=()) for team in first.teams]
    assert [asked.withheld for asked in anew.teams[0].comments] == [1, 0]


def test_stopping_before_publishing_leaves_everything_sealed(workspace: Workspace) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    open_answers(workspace, survey_id, WORDS, unwatched)
    for file in workspace.folder.iterdir():
        assert b"Change number" not in file.read_bytes()
    assert list_published(workspace) == ()


def test_team_below_the_threshold_stays_hidden(workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4] * 4)
    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    assert not opened.shown
    assert opened.comments == ()
    publication = publish(workspace, opened, frozenset(), unwatched)
    assert publication.teams[0].tier is Tier.HIDDEN
    assert publication.teams[0].answered is None
    (row,) = list_surveys(workspace)
    assert row.status is SurveyStatus.HIDDEN


def test_damaged_envelope_is_reported_and_the_rest_is_saved(workspace: Workspace) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    with sqlite3.connect(workspace.folder / DATABASE_NAME) as connection:
        connection.execute(
            "UPDATE envelope SET sealed = zeroblob(length(sealed)) WHERE id = (SELECT min(id) FROM envelope)"
        )
    connection.close()
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    assert (opened.answered, opened.damaged) == (5, 1)


def test_forged_answers_that_nobody_was_asked_count_as_damaged(workspace: Workspace) -> None:
    survey_id = _six_with_comments(workspace)
    honest = response(workspace, survey_id)
    submit(workspace, replace(honest, answers={**honest.answers, "st1": 9, "nobody-asked": 3}))
    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    assert (opened.answered, opened.damaged) == (6, 1)
    assert publish(workspace, opened, frozenset(), unwatched).teams[0].answered == 6


def test_more_answers_than_people_are_published_and_said(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 6)
    close_survey(workspace, survey_id, PIN)
    with sqlite3.connect(workspace.folder / DATABASE_NAME) as connection:
        document = connection.execute("SELECT document FROM survey").fetchone()[0]
        connection.execute(
            "UPDATE survey SET document = ?, sha256 = NULL",
            (bytes(document).replace(b'"headcount":6', b'"headcount":5'),),
        )
    connection.close()
    publication = publish(workspace, open_answers(workspace, survey_id, WORDS, unwatched), frozenset(), unwatched)
    assert (publication.teams[0].answered, publication.teams[0].headcount) == (6, 5)


def test_results_are_never_published_before_the_survey_closed_by_a_clock_that_was_set_back(
    workspace: Workspace, clock: Clock
) -> None:
    survey_id = _six_with_comments(workspace)
    close_survey(workspace, survey_id, PIN)
    closed, clock.now = clock.now, clock.now.replace(year=2024)
    publication = publish(workspace, open_answers(workspace, survey_id, WORDS, unwatched), frozenset(), unwatched)
    assert publication.survey.published == closed.date()
    clock.now = closed
    assert what_remains(workspace, survey_id).until == closed.date() + timedelta(days=90)


def test_key_and_envelopes_are_destroyed_after_ninety_days(workspace: Workspace, clock: Clock) -> None:
    survey_id = _six_with_comments(workspace)
    published(workspace, survey_id)
    with sqlite3.connect(workspace.folder / DATABASE_NAME) as connection:
        envelope = bytes(connection.execute("SELECT sealed FROM envelope").fetchone()[0])
    connection.close()
    other = workspace.folder.parent / "copy"
    other.mkdir()
    (other / DATABASE_NAME).write_bytes((workspace.folder / DATABASE_NAME).read_bytes())
    clock.move(days=89)
    with open_workspace(other, clock=clock, entropy=workspace.entropy, key_cost=CHEAP, pin_cost=CHEAP) as later:
        assert load_publication(later, survey_id)
        assert _envelopes(later) == 6
    clock.move(days=1)
    with open_workspace(other, clock=clock, entropy=workspace.entropy, key_cost=CHEAP, pin_cost=CHEAP) as later:
        assert load_publication(later, survey_id)
        assert _envelopes(later) == 0
        (row,) = list_surveys(later)
        assert (row.status, row.teams[0].answered) == (SurveyStatus.PUBLISHED, 6)
    for file in other.iterdir():
        assert envelope[:64] not in file.read_bytes()


def _envelopes(workspace: Workspace) -> int:
    with sqlite3.connect(workspace.folder / DATABASE_NAME) as connection:
        found = int(connection.execute("SELECT count(*) FROM envelope").fetchone()[0])
    connection.close()
    return found


@pytest.mark.parametrize(("people", "kept"), [(6, True), (4, False)])
def test_a_closed_survey_that_could_be_published_is_never_destroyed_by_itself(
    workspace: Workspace, clock: Clock, people: int, kept: bool
) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4] * people)
    close_survey(workspace, survey_id, PIN)
    clock.move(days=400)
    other = workspace.folder.parent / "later"
    other.mkdir()
    (other / DATABASE_NAME).write_bytes((workspace.folder / DATABASE_NAME).read_bytes())
    with open_workspace(other, clock=clock, entropy=workspace.entropy, key_cost=CHEAP, pin_cost=CHEAP) as later:
        assert (_envelopes(later) > 0) is kept
        if kept:
            assert open_answers(later, survey_id, WORDS, unwatched).answered == people


def test_team_whose_recipient_answers_says_how_many_are_needed(workspace: Workspace) -> None:
    survey_id = created(workspace, answering_recipients=1)
    answered(workspace, survey_id, [4] * 5)
    publication = published(workspace, survey_id)
    assert publication.teams[0].tier is Tier.HIDDEN
    assert publication.teams[0].needed == 6
