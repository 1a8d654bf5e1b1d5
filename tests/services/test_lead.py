"""A survey lead sets a survey up: codes for everyone, a key that only a passphrase opens, a second lead."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.exchange.survey_file import read_survey, write_survey
from teamhealth.failures import (
    KeyElsewhere,
    KeyOfAnotherSurvey,
    PassphraseTheSame,
    SpecInvalid,
    SurveyFileChanged,
    SurveyFileDiffers,
    TooSoonForTeam,
    WrongPassphrase,
)
from teamhealth.sealing.codes import read_code
from teamhealth.services.collect import correct_headcount
from teamhealth.services.laptop import open_survey_file
from teamhealth.services.lead import (
    adopt_survey,
    copy_key,
    create_lead_survey,
    export_key_copy,
    export_survey_file,
    lead_secret,
)
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.new_survey import write_papers
from teamhealth.services.progress import unwatched
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.survey.ids import ServiceId
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.role import SurveyRole
from tests.lead import CHEAP
from tests.services.conftest import Clock
from tests.services.council import HEADCOUNTS, WORDS, computer, set_up, spec

THIRD_WORDS = "copper meadow basket eleven"
OTHER_WORDS = "paper lantern seven rivers"


def test_there_are_as_many_codes_as_people_and_some_spares(lead: Workspace, tmp_path: Path) -> None:
    made, path = set_up(lead, tmp_path)
    assert {team.name: len(made.slips[team.id]) for team in made.survey.teams} == HEADCOUNTS
    codes = [code for given in (*made.slips.values(), made.spares) for code in given]
    assert len(set(codes)) == len(codes) == sum(HEADCOUNTS.values()) + 5
    assert all(read_code(code) for code in codes)
    file = read_survey(path)
    assert file.codes is not None
    assert len(file.codes.hashes) == len(codes)
    assert file == made.file


def test_no_code_and_no_key_lies_in_the_clear(lead: Workspace, tmp_path: Path) -> None:
    made, path = set_up(lead, tmp_path)
    lying = path.read_bytes() + b"".join(each.read_bytes() for each in lead.folder.iterdir() if each.is_file())
    for given in (*made.slips.values(), made.spares):
        for code in given:
            assert code.encode() not in lying
            assert code.replace("-", "").encode() not in lying
    assert made.secret.private not in lying
    assert made.secret.private.hex() not in repr(made)
    assert all(code not in repr(made) for given in made.slips.values() for code in given)


def test_the_leads_list_says_what_it_is(lead: Workspace, tmp_path: Path) -> None:
    set_up(lead, tmp_path)
    (row,) = list_surveys(lead)
    assert (row.role, row.status, len(row.teams)) == (SurveyRole.LEAD, SurveyStatus.COLLECTING, 3)


def test_impossible_specs_store_nothing(lead: Workspace) -> None:
    with pytest.raises(SpecInvalid):
        create_lead_survey(lead, replace(spec(), threshold=4), WORDS, unwatched)
    assert list_surveys(lead) == ()


def test_a_survey_may_do_without_codes(lead: Workspace, tmp_path: Path) -> None:
    made, path = set_up(lead, tmp_path, spec(codes=False))
    assert (made.slips, made.spares) == ({}, ())
    assert read_survey(path).codes is None
    assert not read_survey(path).survey.custody.one_time_codes


def test_a_second_lead_opens_with_their_own_passphrase(lead: Workspace, tmp_path: Path, clock: Clock) -> None:
    made, path = set_up(lead, tmp_path)
    key = tmp_path / "autumn.thkey"
    with pytest.raises(WrongPassphrase):
        export_key_copy(lead, made.survey.id, THIRD_WORDS, OTHER_WORDS, key)
    assert not key.exists()
    export_key_copy(lead, made.survey.id, WORDS, OTHER_WORDS, key)
    with computer(tmp_path / "second", clock, 2) as second:
        with pytest.raises(WrongPassphrase):
            adopt_survey(second, path, key, WORDS)
        assert list_surveys(second) == ()
        adopt_survey(second, path, key, OTHER_WORDS)
        assert lead_secret(second, made.survey.id, OTHER_WORDS) == made.secret
        with pytest.raises(SurveyFileDiffers):
            adopt_survey(second, path, key, OTHER_WORDS)
        export_survey_file(second, made.survey.id, tmp_path / "again.thsurvey")
    assert (tmp_path / "again.thsurvey").read_bytes() == path.read_bytes()


def test_copying_a_key_needs_no_survey(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path)
    key, copy = tmp_path / "a.thkey", tmp_path / "b.thkey"
    export_key_copy(lead, made.survey.id, WORDS, THIRD_WORDS, key)
    copy_key(key, THIRD_WORDS, OTHER_WORDS, copy, cost=CHEAP, entropy=lead.entropy)
    with pytest.raises(WrongPassphrase):
        copy_key(copy, WORDS, THIRD_WORDS, tmp_path / "c", cost=CHEAP, entropy=lead.entropy)
    copy_key(copy, OTHER_WORDS, WORDS, tmp_path / "c", cost=CHEAP, entropy=lead.entropy)
    assert key.read_bytes() != copy.read_bytes()


def test_another_surveys_key_is_refused(lead: Workspace, tmp_path: Path, clock: Clock) -> None:
    first, _ = set_up(lead, tmp_path)
    key = tmp_path / "first.thkey"
    export_key_copy(lead, first.survey.id, WORDS, OTHER_WORDS, key)
    _, path = set_up(lead, tmp_path)
    with computer(tmp_path / "second", clock, 2) as second, pytest.raises(KeyOfAnotherSurvey):
        adopt_survey(second, path, key, OTHER_WORDS)


def test_a_second_leads_passphrase_is_their_own(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path)
    spaced = WORDS.replace(" ", "  ") + " "
    with pytest.raises(PassphraseTheSame):
        export_key_copy(lead, made.survey.id, WORDS, spaced, tmp_path / "a.thkey")
    export_key_copy(lead, made.survey.id, WORDS, OTHER_WORDS, tmp_path / "a.thkey")
    with pytest.raises(PassphraseTheSame):
        copy_key(tmp_path / "a.thkey", OTHER_WORDS, OTHER_WORDS, tmp_path / "b.thkey", cost=CHEAP, entropy=lead.entropy)
    assert not (tmp_path / "b.thkey").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder's rules")
def test_keys_and_codes_are_for_their_owners_eyes(lead: Workspace, tmp_path: Path) -> None:
    made, survey_path = set_up(lead, tmp_path)
    export_key_copy(lead, made.survey.id, WORDS, OTHER_WORDS, tmp_path / "a.thkey")
    papers = write_papers(made, tmp_path)
    private = {path.name for path in (tmp_path / "a.thkey", survey_path, *papers) if path.stat().st_mode & 0o077 == 0}
    assert private == {
        "a.thkey", "Autumn 2026 team health, code slips.pdf", "Autumn 2026 team health, spare slips.pdf",
    }  # fmt: skip


def test_a_survey_file_with_other_promises_is_noticed_and_corrected_headcounts_are_not(
    lead: Workspace, tmp_path: Path, clock: Clock
) -> None:
    made, path = set_up(lead, tmp_path)
    key = tmp_path / "a.thkey"
    export_key_copy(lead, made.survey.id, WORDS, OTHER_WORDS, key)
    correct_headcount(lead, made.survey.id, made.survey.teams[0].id, 9)
    export_survey_file(lead, made.survey.id, path)
    file = read_survey(path)
    service = file.survey.services[0]
    answering = replace(service.teams[0], answering_recipients=1)
    changed = {
        "threshold": replace(file.survey, policy=replace(file.survey.policy, threshold=6)),
        "comments": replace(file.survey, policy=replace(file.survey.policy, comments=CommentsChoice.NOT_ASKED)),
        "recipients": replace(file.survey, services=(replace(service, teams=(answering, *service.teams[1:])),)),
        "areas of service": replace(
            file.survey,
            services=(
                replace(service, teams=service.teams[:1]),
                replace(service, id=ServiceId("9" * 32), name="Another", teams=service.teams[1:]),
            ),
        ),
    }
    for number, (name, survey) in enumerate(changed.items()):
        write_survey(replace(file, survey=survey), tmp_path / name)
        with computer(tmp_path / f"second {name}", clock, 2 + number) as second:
            with pytest.raises(SurveyFileChanged):
                adopt_survey(second, tmp_path / name, key, OTHER_WORDS)
            assert adopt_survey(second, path, key, OTHER_WORDS) == made.survey.id


def test_a_laptop_has_no_key(lead: Workspace, tmp_path: Path, workspace: Workspace) -> None:
    made, path = set_up(lead, tmp_path)
    open_survey_file(workspace, path, "2468")
    with pytest.raises(KeyElsewhere):
        lead_secret(workspace, made.survey.id, WORDS)
    with pytest.raises(KeyElsewhere):
        export_survey_file(workspace, made.survey.id, tmp_path / "x")
    assert made.secret.private not in (workspace.folder / DATABASE_NAME).read_bytes()


def test_next_round_has_the_same_identities_and_waits_sixty_days(lead: Workspace, tmp_path: Path, clock: Clock) -> None:
    first, _ = set_up(lead, tmp_path)
    open_returns(lead, first.survey.id, WORDS, unwatched)
    clock.move(days=59)
    with pytest.raises(TooSoonForTeam):
        create_lead_survey(lead, spec(), WORDS, unwatched)
    clock.move(days=1)
    second = create_lead_survey(lead, replace(spec(), round_name="Spring 2027"), WORDS, unwatched)
    assert [team.id for team in second.survey.teams] == [team.id for team in first.survey.teams]
    assert second.survey.services[0].id == first.survey.services[0].id
    assert second.survey.wave.id != first.survey.wave.id
    assert second.file.public_key != first.file.public_key
