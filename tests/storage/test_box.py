"""The sealed box takes envelopes in, counts them, and gives all of them back."""

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import EnvelopeDamaged, EveryoneAnswered, NoSuchSurvey, SurveyNotOpen
from teamhealth.sealing.envelope import seal, unseal
from teamhealth.sealing.envelope_size import ENVELOPE_BYTES
from teamhealth.sealing.keys import new_key_pair
from teamhealth.storage import box, surveys
from teamhealth.storage.database import transaction
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.response import Response
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.storage.rooms import CREATED, OTHER_ID, database, envelope, folder_bytes, opened, other_survey

SECOND_TEAM = TeamId("7" * 32)


def test_every_envelope_comes_back_unchanged(tmp_path: Path) -> None:
    random = Random(1)
    given = {envelope(random) for _ in range(5)}
    with opened(tmp_path) as store:
        for each in given:
            box.add(store, SURVEY_ID, TEAM_ID, each, entropy=random.randbytes)
        found = box.envelopes(store, SURVEY_ID)
    assert {sealed for _, sealed in found} == given
    assert [team for team, _ in found] == [TEAM_ID] * 5


def test_surveys_and_teams_are_counted_apart(tmp_path: Path) -> None:
    random = Random(1)
    two_teams = survey()
    service = two_teams.services[0]
    service = replace(service, teams=(*service.teams, Team(SECOND_TEAM, "Southgate", 6)))
    two_teams = replace(two_teams, services=(service,))
    with opened(tmp_path, two_teams, other_survey()) as store:
        for survey_id, team_id in (
            (SURVEY_ID, TEAM_ID),
            (SURVEY_ID, SECOND_TEAM),
            (SURVEY_ID, TEAM_ID),
            (OTHER_ID, TEAM_ID),
        ):
            box.add(store, survey_id, team_id, envelope(random), entropy=random.randbytes)
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 2, SECOND_TEAM: 1}
        assert box.counts(store, OTHER_ID) == {TEAM_ID: 1}
        assert len(box.envelopes(store, OTHER_ID)) == 1


def test_an_empty_box_counts_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        box.reshuffle(store, Random(1).randbytes)
        assert box.counts(store, SURVEY_ID) == {}
        assert box.envelopes(store, SURVEY_ID) == ()


@pytest.mark.parametrize("size", [0, ENVELOPE_BYTES - 1, ENVELOPE_BYTES + 1])
def test_an_envelope_of_another_size_is_refused(tmp_path: Path, size: int) -> None:
    with opened(tmp_path) as store, pytest.raises(EnvelopeDamaged):
        box.add(store, SURVEY_ID, TEAM_ID, bytes(size), entropy=Random(1).randbytes)


def test_no_more_are_taken_than_people_are_in_the_team(tmp_path: Path) -> None:
    random = Random(1)
    with opened(tmp_path) as store:
        for _ in range(2):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, limit=2)
        with pytest.raises(EveryoneAnswered):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, limit=2)
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 2}


def test_a_closed_survey_takes_no_more(tmp_path: Path) -> None:
    random = Random(1)
    with opened(tmp_path) as store:
        surveys.close(store, SURVEY_ID, CREATED)
        with pytest.raises(SurveyNotOpen):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)
        assert box.counts(store, SURVEY_ID) == {}


@pytest.mark.parametrize(("survey_id", "team_id"), [(SurveyId("9" * 32), TEAM_ID), (SURVEY_ID, SECOND_TEAM)])
def test_an_unknown_survey_or_team_takes_nothing(tmp_path: Path, survey_id: SurveyId, team_id: TeamId) -> None:
    with opened(tmp_path) as store, pytest.raises(NoSuchSurvey):
        box.add(store, survey_id, team_id, envelope(Random(1)), entropy=Random(1).randbytes)


def test_adding_inside_a_transaction_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as store, transaction(store), pytest.raises(RuntimeError):
        box.add(store, SURVEY_ID, TEAM_ID, envelope(Random(1)), entropy=Random(1).randbytes)


def test_every_rewriting_gives_fresh_keys(tmp_path: Path) -> None:
    random = Random(1)
    seen: set[bytes] = set()
    with opened(tmp_path) as store:
        for _ in range(3):
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)
        for _ in range(4):
            box.reshuffle(store, random.randbytes)
            keys = {bytes(row[0]) for row in store.execute("SELECT id FROM envelope")}
            assert len(keys) == 3
            assert not keys & seen
            seen |= keys


def test_an_answer_that_is_stored_is_not_refused_because_shuffling_again_failed(tmp_path: Path) -> None:
    random = Random(1)
    calls = 0

    def fails_the_second_time(size: int) -> bytes:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise sqlite3.OperationalError("database or disk is full")
        return random.randbytes(size)

    with opened(tmp_path) as store:
        box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=fails_the_second_time)
        assert calls == 2
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 1}


def test_two_connections_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    made = database(tmp_path)
    start = threading.Barrier(2)
    failed: list[BaseException] = []

    def work(seed: int) -> None:
        random = Random(seed)
        start.wait()
        try:
            for _ in range(8):
                with made.connect() as store:
                    box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)
        except BaseException as error:
            failed.append(error)
            raise

    threads = [threading.Thread(target=work, args=(seed,)) for seed in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with made.connect() as store:
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 16}


def test_the_limit_holds_when_two_write_at_once(tmp_path: Path) -> None:
    made = database(tmp_path)
    start = threading.Barrier(2)
    refused: list[int] = []

    def work(seed: int) -> None:
        random = Random(seed)
        start.wait()
        for _ in range(5):
            with made.connect() as store:
                try:
                    box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes, limit=7)
                except EveryoneAnswered:
                    refused.append(seed)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with made.connect() as store:
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 7}
    assert len(refused) == 3


def test_destroyed_envelopes_are_in_no_file_and_others_stay(tmp_path: Path) -> None:
    random = Random(1)
    made = database(tmp_path, survey(), other_survey())
    doomed, kept = envelope(random), envelope(random)
    with made.connect() as store:
        box.add(store, SURVEY_ID, TEAM_ID, doomed, entropy=random.randbytes)
        box.add(store, OTHER_ID, TEAM_ID, kept, entropy=random.randbytes)
        assert any(doomed[:32] in content for content in folder_bytes(tmp_path).values())
        box.destroy(store, SURVEY_ID)
        assert box.envelopes(store, SURVEY_ID) == ()
        assert box.envelopes(store, OTHER_ID) == ((TEAM_ID, kept),)
    for content in folder_bytes(tmp_path).values():
        assert all(doomed[start : start + 32] not in content for start in range(0, ENVELOPE_BYTES - 32, 32))


def test_the_database_still_works_after_its_journal_was_wiped(tmp_path: Path) -> None:
    random = Random(1)
    made = database(tmp_path)
    with made.connect() as store:
        box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)
        box.destroy(store, SURVEY_ID)
        assert not any((tmp_path / "teamhealth.sqlite-journal").read_bytes())
        box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)
    with made.connect() as store:
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 1}
        assert store.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_damaged_envelope_is_reported_by_itself_and_the_rest_open(tmp_path: Path) -> None:
    random = Random(1)
    pair = new_key_pair()
    responses = [Response(SURVEY_ID, TEAM_ID, {"stability-1": code}) for code in (1, 2, 3, 4, 5)]
    sealed = [seal(response, pair.public) for response in responses]
    made = database(tmp_path)
    with made.connect() as store:
        for each in sealed:
            box.add(store, SURVEY_ID, TEAM_ID, each, entropy=random.randbytes)
    content = bytearray(made.path.read_bytes())
    place = content.index(sealed[2][9000:9032])
    content[place] ^= 1
    made.path.write_bytes(content)
    codes, damaged = set(), 0
    with made.connect() as store:
        for _, each in box.envelopes(store, SURVEY_ID):
            try:
                codes.add(unseal(each, pair).answers["stability-1"])
            except EnvelopeDamaged:
                damaged += 1
    assert damaged == 1
    assert codes == {1, 2, 4, 5}
