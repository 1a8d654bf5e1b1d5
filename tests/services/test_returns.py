"""Returns are added in any order and opened together; codes are checked and dropped, hidden teams stay hidden."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from teamhealth.exchange.return_file import Return, read_return, write_return
from teamhealth.failures import (
    KeyElsewhere,
    SurveyPublished,
    WrongPassphrase,
)
from teamhealth.publication.document import write_document
from teamhealth.sealing.envelope import seal
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.services.added_file import AddOutcome, NotAddedReason
from teamhealth.services.destroying import Remains, destroy_now, what_remains
from teamhealth.services.lead_opening import check_all, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.results import load_publication
from teamhealth.services.return_counts import CountKind
from teamhealth.services.returns import add_returns, list_teams
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import SurveyId
from tests.services.conftest import Clock
from tests.services.council import WORDS, answer, collected, named, set_up
from tests.services.sealed_returns import part_return, publish_all, sealed_return


def test_each_file_has_its_own_result(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    whole = collected(laptop, *made, {"Alder": [4] * 6, "Beech": [3] * 2}, tmp_path / "whole.threturn")
    some = part_return(whole, survey, "Alder", 4, tmp_path / "alder.txt")
    (tmp_path / "cut").write_bytes(whole.read_bytes()[:5000])
    write_return(Return(survey.id, frozenset()), tmp_path / "empty")
    paths = [some, whole, whole, tmp_path / "cut", made[1], tmp_path / "none", tmp_path / "empty"]
    found = add_returns(lead, survey.id, paths, unwatched)
    assert [(each.outcome, each.reason) for each in found] == [
        (AddOutcome.ADDED, None),
        (AddOutcome.IN_PART, None),
        (AddOutcome.NOT_ADDED, NotAddedReason.COPY),
        (AddOutcome.NOT_ADDED, NotAddedReason.DAMAGED),
        (AddOutcome.NOT_ADDED, NotAddedReason.OTHER),
        (AddOutcome.NOT_ADDED, NotAddedReason.MISSING),
        (AddOutcome.NOT_ADDED, NotAddedReason.EMPTY),
    ]
    assert [(each.new, each.known) for each in found[:3]] == [(4, 0), (4, 4), (0, 8)]
    assert [(team.name, team.kind, team.answers) for team in found[1].teams] == [
        ("Alder", CountKind.ENOUGH, 6),
        ("Beech", CountKind.FEW, None),
    ]


def test_every_team_is_listed_and_small_counts_are_not_said(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    path = collected(laptop, *made, {"Alder": [4] * 5, "Beech": [3] * 4}, tmp_path / "r")
    add_returns(lead, made[0].survey.id, [path], unwatched)
    assert [(team.name, team.kind, team.answers) for team in list_teams(lead, made[0].survey.id)] == [
        ("Alder", CountKind.ENOUGH, 5),
        ("Beech", CountKind.FEW, None),
        ("Cedar", CountKind.NONE, None),
    ]
    (row,) = list_surveys(lead)
    assert [team.answered for team in row.teams] == [5, None, None]


def test_a_foreign_return_adds_nothing(lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path) -> None:
    foreign = Return(made[0].survey.id, frozenset({(named(made[0].survey, "Alder"), bytes(16432))}))
    write_return(replace(foreign, survey=SurveyId("e" * 32)), tmp_path / "other")
    (found,) = add_returns(lead, made[0].survey.id, [tmp_path / "other"], unwatched)
    assert (found.outcome, found.reason) == (AddOutcome.NOT_ADDED, NotAddedReason.OTHER_SURVEY)


def test_only_the_leads_computer_takes_returns(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    path = collected(laptop, *made, {"Alder": [4]}, tmp_path / "r")
    with pytest.raises(KeyElsewhere):
        add_returns(laptop, made[0].survey.id, [path], unwatched)


def test_all_returns_are_opened_together_and_published(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    path = collected(laptop, *made, {"Alder": [4] * 6, "Beech": [2] * 4}, tmp_path / "r")
    add_returns(lead, survey.id, [path], unwatched)
    with pytest.raises(WrongPassphrase):
        open_returns(lead, survey.id, "wrong words typed here", unwatched)
    opened = open_returns(lead, survey.id, WORDS, unwatched)
    assert [(team.name, team.shown, team.answered) for team in opened.teams] == [
        ("Alder", True, 6), ("Beech", False, None), ("Cedar", False, None),
    ]  # fmt: skip
    assert {each.text[:5] for each in opened.comments} == {"Alder"}
    publication = publish(lead, opened, frozenset(), unwatched)
    assert publication.team(named(survey, "Alder")).answered == 6
    assert not publication.team(named(survey, "Beech")).shown
    assert b"Beech 1" not in write_document(publication)
    with pytest.raises(SurveyPublished):
        open_returns(lead, survey.id, WORDS, unwatched)
    assert load_publication(lead, survey.id) == publication


def test_a_wrong_passphrase_leaves_the_survey_open_to_returns(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    path = collected(laptop, *made, {"Alder": [4] * 6}, tmp_path / "r")
    with pytest.raises(WrongPassphrase):
        open_returns(lead, made[0].survey.id, "wrong words typed here", unwatched)
    (found,) = add_returns(lead, made[0].survey.id, [path], unwatched)
    assert found.outcome is AddOutcome.ADDED


def test_unknown_codes_are_refused_and_repeated_ones_count_once(
    lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    slips = list(made[0].slips[named(survey, "Alder")])
    first = sealed_return(made[0], "Alder", slips[:5], tmp_path / "first")
    again = sealed_return(made[0], "Alder", [slips[0], slips[1], "0000-0000-000"], tmp_path / "again", option=1)
    add_returns(lead, survey.id, [first, again], unwatched)
    opened = open_returns(lead, survey.id, WORDS, unwatched)
    assert opened.answered == 5
    assert (opened.refused.unknown_codes, opened.refused.repeated_codes, opened.damaged) == (1, 2, 0)


def test_of_a_repeated_code_the_lowest_hash_counts_in_any_order(made: tuple[LeadSurvey, Path]) -> None:
    survey, secret = made[0].survey, made[0].secret
    alder = named(survey, "Alder")
    code = made[0].slips[alder][0]
    envelopes = [
        (alder, seal(answer(survey, alder, code, option), made[0].file.public_key)) for option in (1, 2, 3, 4, 5)
    ]
    outcomes = set()
    for seed in range(6):
        Random(seed).shuffle(envelopes)
        (only,), refused = check_all(survey, [envelopes], secret, unwatched)
        assert refused.repeated_codes == 4
        assert only.code is None
        outcomes.add(only.answers["st1"])
    assert len(outcomes) == 1


def test_codes_are_dropped_and_an_unreadable_code_is_unknown(made: tuple[LeadSurvey, Path]) -> None:
    survey, secret = made[0].survey, made[0].secret
    alder = named(survey, "Alder")
    sealed = [seal(replace(answer(survey, alder, None), code=code), made[0].file.public_key) for code in ("x", None)]
    found, refused = check_all(survey, [[(alder, each) for each in sealed]], secret, unwatched)
    assert (found, refused.unknown_codes) == ((), 2)


def test_an_envelope_under_another_team_hides_no_honest_one(made: tuple[LeadSurvey, Path]) -> None:
    survey = made[0].survey
    alder, beech = named(survey, "Alder"), named(survey, "Beech")
    sealed = seal(answer(survey, alder, made[0].slips[alder][0]), made[0].file.public_key)
    found, refused = check_all(survey, [[(beech, sealed), (alder, sealed)]], made[0].secret, unwatched)
    assert ([each.team for each in found], refused.damaged) == ([alder], 1)


def test_another_key_opens_nothing(made: tuple[LeadSurvey, Path], lead: Workspace, tmp_path: Path) -> None:
    survey = made[0].survey
    alder = named(survey, "Alder")
    sealed = seal(answer(survey, alder, made[0].slips[alder][0]), made[0].file.public_key)
    other: LeadSecret = set_up(lead, tmp_path)[0].secret
    found, refused = check_all(survey, [[(alder, sealed)]], other, unwatched)
    assert (found, refused.damaged) == ((), 1)


def test_the_leads_survey_is_opened_with_all_its_returns_only(lead: Workspace, made: tuple[LeadSurvey, Path]) -> None:
    with pytest.raises(KeyElsewhere):
        open_answers(lead, made[0].survey.id, WORDS, unwatched)


def test_answers_can_be_destroyed_by_hand_and_results_stay(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path, clock: Clock
) -> None:
    survey = made[0].survey
    path = collected(laptop, *made, {"Alder": [4] * 6}, tmp_path / "r")
    add_returns(lead, survey.id, [path], unwatched)
    publication = publish_all(lead, survey)
    remains = what_remains(lead, survey.id)
    assert (remains.answers, remains.key, remains.results) == (True, True, True)
    assert remains.until is not None
    assert (remains.until - clock.now.date()).days == 90
    assert destroy_now(lead, survey.id) == Remains(False, False, True, remains.until)
    assert load_publication(lead, survey.id) == publication
    envelope = next(iter(read_return(path).envelopes))[1]
    for file in lead.folder.iterdir():
        assert envelope[:64] not in file.read_bytes()
    with pytest.raises(SurveyPublished):
        open_returns(lead, survey.id, WORDS, unwatched)
