"""A laptop collects for a lead: codes are told apart, the return holds the stored bytes, and answers stay sealed."""

from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.exchange.return_file import read_return
from teamhealth.exchange.survey_file import SurveyFile, write_survey
from teamhealth.failures import (
    CodeUnknown,
    CodeUsed,
    EveryoneAnswered,
    FileUnreadable,
    KeyElsewhere,
    LeadDecides,
    ReturnOfAnotherSurvey,
    SurveyFileDiffers,
    TooSoonForTeam,
)
from teamhealth.sealing.keys import new_key_pair
from teamhealth.services.code_checks import CodeVerdict, check_code
from teamhealth.services.collect import (
    check_pin,
    close_survey,
    collection,
    correct_headcount,
    may_start,
    reset_pin,
    submit,
)
from teamhealth.services.laptop import export_return, open_survey_file, return_name, survey_words, take_in_return
from teamhealth.services.lead import export_survey_file
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import open_answers
from teamhealth.services.own_computer import check_own_code, open_for_one, own_words, write_own_return
from teamhealth.services.progress import unwatched
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.role import SurveyRole
from tests.lead import CHEAP
from tests.services.conftest import Clock
from tests.services.council import PIN, WORDS, answer, collected, computer, named, set_up, spec
from tests.services.journeys import answered, created


@pytest.fixture
def made(tmp_path: Path, clock: Clock) -> tuple[LeadSurvey, Path]:
    with computer(tmp_path / "lead", clock, 1) as lead:
        return set_up(lead, tmp_path)


@pytest.fixture
def open_made(tmp_path: Path, clock: Clock) -> tuple[LeadSurvey, Path]:
    with computer(tmp_path / "lead", clock, 1) as lead:
        return set_up(lead, tmp_path, spec(codes=False))


def test_a_code_is_told_apart_before_start(laptop: Workspace, made: tuple[LeadSurvey, Path]) -> None:
    survey = made[0].survey
    open_survey_file(laptop, made[1], PIN)
    alder = named(survey, "Alder")
    good, other = made[0].slips[alder][:2]
    found = check_code(laptop, survey.id, good.lower().replace("-", " "))
    assert (found.verdict, found.code) == (CodeVerdict.GOOD, good.replace("-", ""))
    swapped = good[1] + good[0] + good[2:] if good[0] != good[1] else "Z" + good[1:]
    assert check_code(laptop, survey.id, swapped).verdict is CodeVerdict.MISTYPED
    assert check_code(laptop, survey.id, "0000-0000-000").verdict is CodeVerdict.UNKNOWN
    submit(laptop, answer(survey, alder, good))
    assert check_code(laptop, survey.id, good).verdict is CodeVerdict.USED
    assert check_code(laptop, survey.id, other).verdict is CodeVerdict.GOOD
    assert good not in repr(found)


def test_answers_need_a_code_that_is_left(laptop: Workspace, made: tuple[LeadSurvey, Path]) -> None:
    survey = made[0].survey
    open_survey_file(laptop, made[1], PIN)
    beech = named(survey, "Beech")
    code = made[0].slips[beech][0]
    submit(laptop, answer(survey, beech, code))
    with pytest.raises(CodeUsed):
        submit(laptop, answer(survey, beech, code))
    for wrong in (None, "0000-0000-000"):
        with pytest.raises(CodeUnknown):
            submit(laptop, answer(survey, beech, wrong))
    assert collection(laptop, survey.id, beech).answered == 1


def test_a_laptop_serves_several_teams(laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path) -> None:
    survey = made[0].survey
    collected(laptop, *made, {"Alder": [4, 4], "Cedar": [2]}, tmp_path / "r")
    answered = {team.name: collection(laptop, survey.id, team.id).answered for team in survey.teams}
    assert answered == {"Alder": 2, "Beech": 0, "Cedar": 1}
    assert collection(laptop, survey.id).team.name == "Alder"
    (row,) = list_surveys(laptop)
    assert (row.role, [team.answered for team in row.teams]) == (SurveyRole.LAPTOP, [2, 0, 1])


def test_spares_let_newcomers_answer(laptop: Workspace, made: tuple[LeadSurvey, Path]) -> None:
    survey, cedar = made[0].survey, named(made[0].survey, "Cedar")
    open_survey_file(laptop, made[1], PIN)
    for code in (*made[0].slips[cedar], made[0].spares[0]):
        assert may_start(laptop, survey.id, cedar)
        submit(laptop, answer(survey, cedar, code))
    assert collection(laptop, survey.id, cedar).answered == 6


def test_without_codes_nobody_answers_beyond_the_headcount(
    laptop: Workspace, open_made: tuple[LeadSurvey, Path]
) -> None:
    survey, cedar = open_made[0].survey, named(open_made[0].survey, "Cedar")
    open_survey_file(laptop, open_made[1], PIN)
    for _ in range(5):
        submit(laptop, answer(survey, cedar, None))
    assert not may_start(laptop, survey.id, cedar)
    assert may_start(laptop, survey.id)
    with pytest.raises(EveryoneAnswered):
        submit(laptop, answer(survey, cedar, None))


def test_the_return_holds_the_stored_bytes(laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path) -> None:
    path = collected(laptop, *made, {"Alder": [1, 5, 3]}, tmp_path / "alder.threturn")
    returned = read_return(path)
    assert returned.survey == made[0].survey.id
    assert len(returned.envelopes) == 3
    export_return(laptop, made[0].survey.id, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == path.read_bytes()


def test_the_returns_of_two_laptops_do_not_lie_under_one_name(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    open_survey_file(laptop, made[1], PIN)
    assert return_name(laptop, survey.id) == "Autumn 2026 team health, sealed return.threturn"
    collected(laptop, *made, {"Alder": [1]}, tmp_path / "alder.threturn")
    assert return_name(laptop, survey.id) == "Alder, Autumn 2026 team health, sealed return.threturn"
    beech = named(survey, "Beech")
    submit(laptop, answer(survey, beech, made[0].slips[beech][0]))
    assert return_name(laptop, survey.id) == "Autumn 2026 team health, sealed return.threturn"


def test_a_laptop_cannot_open_or_change_what_the_lead_decides(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    collected(laptop, *made, {"Alder": [1] * 6}, tmp_path / "r")
    with pytest.raises(LeadDecides):
        correct_headcount(laptop, survey.id, named(survey, "Alder"), 9)
    with pytest.raises(KeyElsewhere):
        reset_pin(laptop, survey.id, WORDS, "1357")
    close_survey(laptop, survey.id, PIN)
    with pytest.raises(KeyElsewhere):
        open_answers(laptop, survey.id, WORDS, unwatched)


def test_opening_the_file_again_resets_the_pin_and_loses_nothing(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    collected(laptop, *made, {"Alder": [1] * 3}, tmp_path / "r")
    open_survey_file(laptop, made[1], "1357")
    assert check_pin(laptop, survey.id, "1357")
    assert not check_pin(laptop, survey.id, PIN)
    assert collection(laptop, survey.id).answered == 3
    code = made[0].slips[named(survey, "Alder")][0]
    assert check_code(laptop, survey.id, code).verdict is CodeVerdict.USED


def test_corrected_headcounts_come_with_a_new_file(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path, clock: Clock
) -> None:
    survey = made[0].survey
    open_survey_file(laptop, made[1], PIN)
    with computer(tmp_path / "lead", clock, 8) as lead:
        correct_headcount(lead, survey.id, named(survey, "Alder"), 9)
        export_survey_file(lead, survey.id, tmp_path / "new.thsurvey")
    open_survey_file(laptop, tmp_path / "new.thsurvey", PIN)
    assert collection(laptop, survey.id, named(survey, "Alder")).team.headcount == 9


def test_a_swapped_key_or_promise_is_refused_and_the_words_tell(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    file = made[0].file
    open_survey_file(laptop, made[1], PIN)
    assert survey_words(laptop, file.survey.id) == made[0].words
    swapped = replace(file, public_key=new_key_pair().public)
    promises = replace(file, survey=replace(file.survey, policy=replace(file.survey.policy, threshold=6)))
    for each in (swapped, promises):
        write_survey(each, tmp_path / "swapped")
        with pytest.raises(SurveyFileDiffers):
            open_survey_file(laptop, tmp_path / "swapped", "9999")
        assert check_pin(laptop, file.survey.id, PIN)
    assert own_words(swapped, CHEAP) != made[0].words


def _own_survey(laptop: Workspace, *, answers: int, team: str = "Alder") -> str:
    """Let the manager of this laptop run a survey of their own, in which so many answer."""
    survey_id = created(laptop, organisation="Exampleshire Council", service="Early Help", team=team)
    answered(laptop, survey_id, [4] * answers)
    return survey_id


def test_a_leads_survey_waits_sixty_days_after_the_laptops_own_of_the_same_team(
    laptop: Workspace, made: tuple[LeadSurvey, Path], clock: Clock
) -> None:
    survey_id = _own_survey(laptop, answers=5)
    with pytest.raises(TooSoonForTeam):
        # It still collects.
        open_survey_file(laptop, made[1], PIN)
    close_survey(laptop, survey_id, PIN)
    clock.move(days=59)
    with pytest.raises(TooSoonForTeam) as caught:
        open_survey_file(laptop, made[1], PIN)
    assert (caught.value.team, caught.value.earliest) == ("Alder", "1 January 2027")
    assert [row.role for row in list_surveys(laptop)] == [SurveyRole.HERE]
    clock.move(days=1)
    open_survey_file(laptop, made[1], PIN)
    # The same file again, for a new PIN, is no new round.
    open_survey_file(laptop, made[1], "1357")


@pytest.mark.parametrize(("team", "answers"), [("Poplar", 5), ("Alder", 0)])
def test_a_leads_survey_waits_for_no_other_team_and_for_no_survey_that_asked_nobody(
    laptop: Workspace, made: tuple[LeadSurvey, Path], team: str, answers: int
) -> None:
    _own_survey(laptop, answers=answers, team=team)
    assert open_survey_file(laptop, made[1], PIN)


def test_another_leads_survey_of_the_same_team_waits_sixty_days_and_the_same_leads_next_does_not(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path, clock: Clock
) -> None:
    collected(laptop, *made, {"Alder": [4]}, tmp_path / "r")
    close_survey(laptop, made[0].survey.id, PIN)
    with computer(tmp_path / "other", clock, 9) as other:
        (tmp_path / "others").mkdir()
        _, others = set_up(other, tmp_path / "others")
    with pytest.raises(TooSoonForTeam):
        open_survey_file(laptop, others, PIN)
    with computer(tmp_path / "lead", clock, 1) as lead:
        (tmp_path / "next").mkdir()
        _, following = set_up(lead, tmp_path / "next", replace(spec(), round_name="Spring 2027"))
    # The lead's own program keeps the days between rounds.
    open_survey_file(laptop, following, PIN)


def test_other_files_are_refused(laptop: Workspace, tmp_path: Path) -> None:
    (tmp_path / "letter.thsurvey").write_text("Dear all")
    with pytest.raises(FileUnreadable):
        open_survey_file(laptop, tmp_path / "letter.thsurvey", PIN)
    assert list_surveys(laptop) == ()


def _own(file: SurveyFile, team: str, code: str | None, path: Path) -> Path:
    write_own_return(file, answer(file.survey, named(file.survey, team), code), path)
    return path


def test_own_computer_leaves_a_return_of_one_that_the_laptop_takes_in_once(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    file = open_for_one(made[1])
    code = made[0].slips[named(file.survey, "Beech")][0]
    assert check_own_code(file, code).verdict is CodeVerdict.GOOD
    assert check_own_code(file, "0000-0000-000").verdict is CodeVerdict.UNKNOWN
    assert check_own_code(file, "x").verdict is CodeVerdict.MISTYPED
    path = _own(file, "Beech", code, tmp_path / "one.threturn")
    assert len(read_return(path).envelopes) == 1
    collected(laptop, *made, {"Alder": [4] * 2}, tmp_path / "r")
    taken = take_in_return(laptop, file.survey.id, path)
    assert (taken.new, taken.known) == (1, 0)
    taken = take_in_return(laptop, file.survey.id, path)
    assert (taken.new, taken.known) == (0, 1)
    export_return(laptop, file.survey.id, tmp_path / "all")
    assert read_return(path).envelopes < read_return(tmp_path / "all").envelopes
    assert len(read_return(tmp_path / "all").envelopes) == 3


def test_own_computer_needs_a_code_of_the_survey(made: tuple[LeadSurvey, Path], tmp_path: Path) -> None:
    file = open_for_one(made[1])
    for code in (None, "0000-0000-000"):
        with pytest.raises(CodeUnknown):
            _own(file, "Beech", code, tmp_path / "one")
    assert not (tmp_path / "one").exists()


def test_a_return_from_elsewhere_is_not_taken_in(
    laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path, clock: Clock
) -> None:
    open_survey_file(laptop, made[1], PIN)
    with computer(tmp_path / "other", clock, 9) as other:
        foreign, path = set_up(other, tmp_path, spec(codes=False))
    own = _own(foreign.file, "Alder", None, tmp_path / "foreign")
    with pytest.raises(ReturnOfAnotherSurvey):
        take_in_return(laptop, made[0].survey.id, own)
    assert path.exists()
    assert collection(laptop, made[0].survey.id).answered == 0


def test_without_codes_returns_from_home_stop_at_the_headcount(
    laptop: Workspace, open_made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    file = open_for_one(open_made[1])
    open_survey_file(laptop, open_made[1], PIN)
    for _ in range(5):
        take_in_return(laptop, file.survey.id, _own(file, "Cedar", None, tmp_path / "one"))
    with pytest.raises(EveryoneAnswered):
        take_in_return(laptop, file.survey.id, _own(file, "Cedar", None, tmp_path / "one"))
