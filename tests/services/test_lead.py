"""A survey lead sets a survey up: codes for everyone, a key that only a passphrase opens, a second lead."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.exchange.survey_file import read_survey
from teamhealth.failures import (
    KeyElsewhere,
    KeyOfAnotherSurvey,
    SpecInvalid,
    SurveyFileDiffers,
    TooSoonForTeam,
    WrongPassphrase,
)
from teamhealth.sealing.codes import read_code
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
from teamhealth.services.progress import unwatched
from teamhealth.services.surveys import SurveyStatus, list_surveys
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.survey.role import SurveyRole
from tests.lead import CHEAP
from tests.services.conftest import Clock
from tests.services.council import HEADCOUNTS, WORDS, computer, set_up, spec

OTHER_WORDS = "paper lantern seven rivers"


@pytest.fixture
def lead(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", clock, 1) as opened:
        yield opened


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
        export_key_copy(lead, made.survey.id, OTHER_WORDS, OTHER_WORDS, key)
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
    export_key_copy(lead, made.survey.id, WORDS, WORDS, key)
    copy_key(key, WORDS, OTHER_WORDS, copy, cost=CHEAP, entropy=lead.entropy)
    with pytest.raises(WrongPassphrase):
        copy_key(copy, WORDS, WORDS, tmp_path / "c", cost=CHEAP, entropy=lead.entropy)
    copy_key(copy, OTHER_WORDS, WORDS, tmp_path / "c", cost=CHEAP, entropy=lead.entropy)
    assert key.read_bytes() != copy.read_bytes()


def test_another_surveys_key_is_refused(lead: Workspace, tmp_path: Path, clock: Clock) -> None:
    first, _ = set_up(lead, tmp_path)
    key = tmp_path / "first.thkey"
    export_key_copy(lead, first.survey.id, WORDS, WORDS, key)
    _, path = set_up(lead, tmp_path)
    with computer(tmp_path / "second", clock, 2) as second, pytest.raises(KeyOfAnotherSurvey):
        adopt_survey(second, path, key, WORDS)


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
