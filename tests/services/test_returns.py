"""Returns are added in any order and opened together; codes are checked and dropped, hidden teams stay hidden."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from teamhealth.exchange.return_file import Return, read_return, write_return
from teamhealth.failures import (
    HeadcountImpossible,
    KeyElsewhere,
    MoreAnswersThanPeople,
    NoTeamToPublish,
    SurveyNotClosed,
    SurveyPublished,
    WrongPassphrase,
)
from teamhealth.publication.document import publication_hash, write_document
from teamhealth.publication.types import Publication
from teamhealth.sealing.envelope import seal
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.services.answers_import import read_from_elsewhere, seal_return
from teamhealth.services.collect import correct_headcount
from teamhealth.services.destroying import Remains, destroy_now, what_remains
from teamhealth.services.late import load_late, publish_late
from teamhealth.services.lead_answers import begin_answers, take_answers
from teamhealth.services.lead_opening import check_all, open_late_team, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.results import load_publication
from teamhealth.services.returns import (
    AddedFile,
    AddOutcome,
    CountKind,
    NotAddedReason,
    add_returns,
    late_teams,
    list_teams,
    sure_counts,
)
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import Workspace
from teamhealth.storage.returns import digest_of
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.response import number_alike
from teamhealth.survey.survey import Survey
from tests.services.conftest import Clock
from tests.services.council import WORDS, answer, collected, computer, named, set_up, spec


@pytest.fixture
def lead(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", clock, 1) as opened:
        yield opened


@pytest.fixture
def made(lead: Workspace, tmp_path: Path) -> tuple[LeadSurvey, Path]:
    return set_up(lead, tmp_path)


@pytest.fixture
def laptop(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with computer(tmp_path / "laptop", clock, 5) as opened:
        yield opened


def _part(path: Path, survey: Survey, team: str, count: int, target: Path) -> Path:
    """Write a return of so many envelopes of one team out of a larger one."""
    mine = sorted(each for each in read_return(path).envelopes if each[0] == named(survey, team))
    write_return(Return(survey.id, frozenset(mine[:count])), target)
    return target


def _sealed(made: LeadSurvey, team: str, codes: list[str], path: Path, option: int = 4) -> Path:
    team_id = named(made.survey, team)
    sealed = [seal(answer(made.survey, team_id, code, option), made.file.public_key) for code in codes]
    write_return(Return(made.survey.id, frozenset((team_id, each) for each in sealed)), path)
    return path


def test_each_file_has_its_own_result(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    whole = collected(laptop, *made, {"Alder": [4] * 6, "Beech": [3] * 2}, tmp_path / "whole.threturn")
    some = _part(whole, survey, "Alder", 4, tmp_path / "alder.txt")
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


def _published(lead: Workspace, survey: Survey) -> Publication:
    return publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)


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
    first = _sealed(made[0], "Alder", slips[:5], tmp_path / "first")
    again = _sealed(made[0], "Alder", [slips[0], slips[1], "0000-0000-000"], tmp_path / "again", option=1)
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


def test_after_opening_only_a_team_without_a_return_can_be_added(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    whole = collected(laptop, *made, {"Alder": [4] * 6, "Cedar": [2] * 5}, tmp_path / "r")
    early = _part(whole, survey, "Alder", 5, tmp_path / "early")
    add_returns(lead, survey.id, [early], unwatched)
    _published(lead, survey)
    again, late, rest = add_returns(lead, survey.id, [early, whole, whole], unwatched)
    assert (again.outcome, again.reason) == (AddOutcome.NOT_ADDED, NotAddedReason.COPY)
    assert (late.outcome, late.reason, late.new) == (AddOutcome.IN_PART, NotAddedReason.LATE, 5)
    assert (rest.outcome, rest.reason) == (AddOutcome.NOT_ADDED, NotAddedReason.LATE)
    assert [(team.name, team.answers) for team in late_teams(lead, survey.id)] == [("Cedar", 5)]


def test_a_team_that_comes_later_is_opened_and_published_by_itself(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    cedar = named(survey, "Cedar")
    whole = collected(laptop, *made, {"Alder": [4] * 6, "Cedar": [2] * 5}, tmp_path / "r")
    add_returns(lead, survey.id, [_part(whole, survey, "Alder", 6, tmp_path / "early")], unwatched)
    opened = open_returns(lead, survey.id, WORDS, unwatched)
    with pytest.raises(SurveyNotClosed):
        open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    first = publish(lead, opened, frozenset(), unwatched)
    with pytest.raises(NoTeamToPublish):
        open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    add_returns(lead, survey.id, [whole], unwatched)
    with pytest.raises(NoTeamToPublish):
        open_late_team(lead, survey.id, named(survey, "Alder"), WORDS, unwatched)
    late = open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    assert [(team.name, team.answered) for team in late.teams if team.shown] == [("Cedar", 5)]
    assert late.answered == 5
    alone = publish_late(lead, late, cedar, frozenset(), progress=unwatched)
    assert [(team.name, team.answered) for team in alone.teams] == [("Cedar", 5)]
    assert alone.after == publication_hash(first)
    assert not alone.council
    assert load_late(lead, survey.id, cedar) == alone
    with pytest.raises(SurveyPublished):
        publish_late(lead, late, cedar, frozenset(), progress=unwatched)
    with pytest.raises(NoTeamToPublish):
        open_late_team(lead, survey.id, cedar, WORDS, unwatched)


def test_a_late_team_may_be_stopped_at_and_taken_up_again_with_the_same_answers(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    alder = named(survey, "Alder")
    whole = collected(laptop, *made, {"Cedar": [4] * 5, "Alder": [2] * 6}, tmp_path / "r")
    add_returns(lead, survey.id, [_part(whole, survey, "Cedar", 5, tmp_path / "early")], unwatched)
    _published(lead, survey)
    add_returns(lead, survey.id, [_part(whole, survey, "Alder", 5, tmp_path / "five")], unwatched)
    opened = open_late_team(lead, survey.id, alder, WORDS, unwatched)
    # The sixth answer came after the first look: it must not be told from the five.
    (refused,) = add_returns(lead, survey.id, [whole], unwatched)
    assert (refused.new, refused.reason) == (0, NotAddedReason.LATE)
    assert [team.name for team in late_teams(lead, survey.id)] == ["Alder"]
    again = open_late_team(lead, survey.id, alder, WORDS, unwatched)
    assert again == opened
    publish_late(lead, again, alder, frozenset(), progress=unwatched)
    assert late_teams(lead, survey.id) == ()


def test_a_team_that_comes_later_strikes_no_answer_out_of_one_that_was_opened(
    lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey, slips = made[0].survey, made[0].slips
    alder, beech, cedar = (named(survey, name) for name in ("Alder", "Beech", "Cedar"))
    add_returns(lead, survey.id, [_sealed(made[0], "Alder", list(slips[alder][:6]), tmp_path / "alder")], unwatched)
    _published(lead, survey)
    honest = _sealed(made[0], "Cedar", list(slips[cedar][:5]), tmp_path / "cedar", 2)
    add_returns(lead, survey.id, [honest], unwatched)
    opened = open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    # Somebody who saw others' slips seals until the hash is lower than that of any honest envelope.
    lowest = min(digest_of(sealed) for _, sealed in read_return(honest).envelopes)
    forged = set()
    for code in (*slips[cedar][:5], *slips[alder][:6]):
        sealed = seal(answer(survey, beech, code, 5), made[0].file.public_key)
        while digest_of(sealed) >= lowest:
            sealed = seal(answer(survey, beech, code, 5), made[0].file.public_key)
        forged.add((beech, sealed))
    write_return(Return(survey.id, frozenset(forged)), tmp_path / "beech")
    add_returns(lead, survey.id, [tmp_path / "beech"], unwatched)
    assert open_late_team(lead, survey.id, beech, WORDS, unwatched).answered == 0
    assert open_late_team(lead, survey.id, cedar, WORDS, unwatched) == opened
    publish_late(lead, opened, cedar, frozenset(), progress=unwatched)
    assert len(verify_published(lead, survey.id, WORDS, unwatched)) == 2


def test_the_leads_survey_is_opened_with_all_its_returns_only(lead: Workspace, made: tuple[LeadSurvey, Path]) -> None:
    with pytest.raises(KeyElsewhere):
        open_answers(lead, made[0].survey.id, WORDS, unwatched)


def test_answers_can_be_destroyed_by_hand_and_results_stay(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path, clock: Clock
) -> None:
    survey = made[0].survey
    path = collected(laptop, *made, {"Alder": [4] * 6}, tmp_path / "r")
    add_returns(lead, survey.id, [path], unwatched)
    with pytest.raises(SurveyNotClosed):
        destroy_now(lead, survey.id)
    publication = _published(lead, survey)
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


def test_more_answers_than_people_are_not_opened_until_the_headcount_says_so(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path, spec(codes=False))
    alder = named(made.survey, "Alder")
    sealed = [seal(answer(made.survey, alder, None), made.file.public_key) for _ in range(8)]
    write_return(Return(made.survey.id, frozenset((alder, each) for each in sealed)), tmp_path / "r")
    add_returns(lead, made.survey.id, [tmp_path / "r"], unwatched)
    with pytest.raises(MoreAnswersThanPeople) as caught:
        open_returns(lead, made.survey.id, WORDS, unwatched)
    assert caught.value.teams == ("Alder",)
    # It has not been closed: the headcount is corrected, and then everything is opened.
    correct_headcount(lead, made.survey.id, alder, 8)
    assert open_returns(lead, made.survey.id, WORDS, unwatched).answered == 8


def test_damaged_envelopes_and_repeated_rows_are_no_answers_more_than_people(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path, spec(codes=False))
    alder = named(made.survey, "Alder")
    rows = number_alike([replace(answer(made.survey, alder, None), elsewhere=True)] * 6)
    for name in ("first", "again"):
        sealed = frozenset((alder, seal(each, made.file.public_key)) for each in rows)
        write_return(Return(made.survey.id, sealed | {(alder, bytes(16432))}), tmp_path / name)
    add_returns(lead, made.survey.id, [tmp_path / "first", tmp_path / "again"], unwatched)
    opened = open_returns(lead, made.survey.id, WORDS, unwatched)
    assert (opened.answered, opened.refused.repeated_rows, opened.damaged) == (6, 6, 1)
    assert opened.from_elsewhere == 6


def taken(lead: Workspace, survey: str, path: Path, rows: str) -> AddedFile:
    path.write_text("Team,st1\n" + rows)
    return take_answers(lead, begin_answers(lead, survey, path, unwatched), unwatched)


def alder_now(lead: Workspace, survey: str) -> tuple[CountKind, int | None, bool]:
    team = next(team for team in list_teams(lead, survey) if team.name == "Alder")
    return team.kind, team.answers, team.up_to


def test_a_table_that_would_make_more_answers_than_people_is_not_taken(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path, spec(codes=False))
    taken(lead, made.survey.id, tmp_path / "a.csv", "Alder,4\n" * 4)
    with pytest.raises(MoreAnswersThanPeople):
        taken(lead, made.survey.id, tmp_path / "b.csv", "Alder,3\n" * 8)
    assert alder_now(lead, made.survey.id) == (CountKind.FEW, None, False)


def test_a_table_that_is_taken_in_twice_is_not_said_to_be_twice_as_many_answers(
    lead: Workspace, tmp_path: Path
) -> None:
    made, _ = set_up(lead, tmp_path, spec(codes=False))
    assert not taken(lead, made.survey.id, tmp_path / "a.csv", "Alder,4\n" * 4).beside
    assert taken(lead, made.survey.id, tmp_path / "again.csv", "Alder,4\n" * 4).beside
    assert alder_now(lead, made.survey.id) == (CountKind.UNSURE, 7, True)
    opened = open_returns(lead, made.survey.id, WORDS, unwatched)
    assert (opened.answered, opened.refused.repeated_rows) == (4, 4)


def test_a_headcount_can_be_corrected_to_what_it_is_after_a_table_was_taken_in_twice(
    lead: Workspace, tmp_path: Path
) -> None:
    made, _ = set_up(lead, tmp_path, spec(codes=False))
    alder = named(made.survey, "Alder")
    for name in ("a.csv", "again.csv"):
        taken(lead, made.survey.id, tmp_path / name, "Alder,4\n" * 6)
    with pytest.raises(HeadcountImpossible):
        correct_headcount(lead, made.survey.id, alder, 5)
    correct_headcount(lead, made.survey.id, alder, 6)
    assert open_returns(lead, made.survey.id, WORDS, unwatched).answered == 6


def test_a_return_made_of_a_table_is_counted_as_the_table_is(lead: Workspace, tmp_path: Path) -> None:
    made, survey = set_up(lead, tmp_path, spec(codes=False))
    (tmp_path / "a.csv").write_text("team,st1\n" + "Alder,4\n" * 4)
    for name in ("one.threturn", "two.threturn"):
        file, read = read_from_elsewhere(survey, tmp_path / "a.csv")
        seal_return(file, read.responses, tmp_path / name, unwatched)
        add_returns(lead, made.survey.id, [tmp_path / name], unwatched)
    assert alder_now(lead, made.survey.id) == (CountKind.UNSURE, 7, True)
    add_returns(lead, made.survey.id, [tmp_path / "two.threturn"], unwatched)
    assert open_returns(lead, made.survey.id, WORDS, unwatched).answered == 4


def test_a_table_that_has_grown_is_taken_in_beside_the_smaller_one(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path, spec(codes=False))
    taken(lead, made.survey.id, tmp_path / "a.csv", "Alder,4\nAlder,4\nAlder,5\nAlder,2\n")
    taken(lead, made.survey.id, tmp_path / "b.csv", "Alder,4\n" * 4 + "Alder,5\nAlder,2\n")
    # Six of them are sure now, whatever the two tables share.
    assert alder_now(lead, made.survey.id) == (CountKind.ENOUGH, 7, True)
    assert open_returns(lead, made.survey.id, WORDS, unwatched).answered == 6


def test_tables_of_different_teams_are_not_beside_each_other(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path, spec(codes=False))
    taken(lead, made.survey.id, tmp_path / "a.csv", "Alder,4\n" * 6)
    assert not taken(lead, made.survey.id, tmp_path / "b.csv", "Beech,4\n" * 4).beside
    assert alder_now(lead, made.survey.id) == (CountKind.ENOUGH, 6, False)


def test_what_is_sure_is_the_largest_table_and_what_came_otherwise() -> None:
    one, two = TeamId("1" * 32), TeamId("2" * 32)
    assert sure_counts({one: 12, two: 3}, ((one, 4), (one, 5), (two, 3))) == {one: 8, two: 3}
    assert sure_counts({one: 2}, ()) == {one: 2}
