"""Returned envelopes count once, in whatever order and however often their files are added."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.failures import NoSuchSurvey
from teamhealth.storage import box, returns, surveys
from teamhealth.storage.database import Store
from teamhealth.survey.ids import TeamId
from tests.answers import team_id
from tests.invented import SURVEY_ID
from tests.lead import lead_survey
from tests.storage.rooms import database, envelope, opened

RANDOM = Random(3)
POOL = [(team_id(number % 2), envelope(RANDOM)) for number in range(6)]
# The same bytes listed under the other team, as somebody might forge it.
POOL.append((team_id(1), POOL[0][1]))
files = st.lists(st.frozensets(st.sampled_from(POOL), max_size=4), max_size=5)


def _held(store: Store) -> set[tuple[TeamId, bytes]]:
    return set(returns.envelopes(store, SURVEY_ID))


@settings(max_examples=25, deadline=None)
@given(files, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, given_files: list[frozenset[tuple[TeamId, bytes]]], random: Random
) -> None:
    folder = tmp_path_factory.mktemp("lead")
    with opened(folder, lead_survey()) as store:
        for each in given_files:
            returns.add(store, SURVEY_ID, each)
        first = returns.envelopes(store, SURVEY_ID)
        again = [*given_files, *given_files]
        random.shuffle(again)
        assert sum(sum(returns.add(store, SURVEY_ID, each).values()) for each in again) == 0
        assert returns.envelopes(store, SURVEY_ID) == first
        assert set(first) == set().union(*given_files)


def test_only_new_envelopes_are_counted(tmp_path: Path) -> None:
    with opened(tmp_path, lead_survey()) as store:
        assert returns.add(store, SURVEY_ID, POOL[:3]) == {team_id(0): 2, team_id(1): 1}
        assert returns.add(store, SURVEY_ID, POOL[1:4]) == {team_id(0): 0, team_id(1): 1}
        assert returns.counts(store, SURVEY_ID) == {team_id(0): 2, team_id(1): 2}


def test_of_tables_it_is_kept_how_many_rows_each_brought_in_until_all_is_destroyed(tmp_path: Path) -> None:
    with opened(tmp_path, lead_survey()) as store:
        returns.add(store, SURVEY_ID, POOL[:1])
        returns.add(store, SURVEY_ID, POOL[:3], table=True)
        returns.add(store, SURVEY_ID, POOL[:3], table=True)
        returns.add(store, SURVEY_ID, POOL[4:5], table=True)
        assert returns.tables(store, SURVEY_ID) == ((team_id(0), 1), (team_id(1), 1), (team_id(0), 1))
        returns.destroy(store, SURVEY_ID)
        assert returns.tables(store, SURVEY_ID) == ()


def test_a_team_that_the_survey_does_not_have_stores_nothing(tmp_path: Path) -> None:
    with opened(tmp_path, lead_survey()) as store:
        with pytest.raises(NoSuchSurvey):
            returns.add(store, SURVEY_ID, [*POOL, (TeamId("f" * 32), POOL[0][1])])
        assert _held(store) == set()


def test_teams_with_an_envelope_are_remembered_as_opened(tmp_path: Path) -> None:
    with opened(tmp_path, lead_survey()) as store:
        returns.add(store, SURVEY_ID, POOL[:1])
        returns.mark_opened(store, SURVEY_ID)
        assert returns.opened_teams(store, SURVEY_ID) == {team_id(0)}
        returns.add(store, SURVEY_ID, POOL[1:2])
        assert returns.opened_teams(store, SURVEY_ID) == {team_id(0)}
        returns.mark_team_opened(store, SURVEY_ID, team_id(1))
        assert returns.opened_teams(store, SURVEY_ID) == {team_id(0), team_id(1)}


def test_teams_that_came_later_are_remembered_in_the_order_of_opening(tmp_path: Path) -> None:
    with opened(tmp_path, lead_survey()) as store:
        for number in (1, 0, 1):
            returns.mark_team_opened(store, SURVEY_ID, team_id(number))
        nobody, *later = returns.opened_in_order(store, SURVEY_ID)
        assert not nobody
        assert later == [{team_id(1)}, {team_id(0)}]


def test_destroyed_envelopes_are_nowhere_on_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path, lead_survey()) as store:
        returns.add(store, SURVEY_ID, POOL)
        returns.destroy(store, SURVEY_ID)
    for file in tmp_path.iterdir():
        assert all(sealed[:64] not in file.read_bytes() for _, sealed in POOL)


def test_a_return_taken_into_the_box_counts_once(tmp_path: Path) -> None:
    random = Random(1)
    made = database(tmp_path, lead_survey())
    with made.connect() as store:
        assert box.take_in(store, SURVEY_ID, frozenset(POOL[:2]), entropy=random.randbytes) == 2
        assert box.take_in(store, SURVEY_ID, frozenset(POOL[1:3]), entropy=random.randbytes) == 1
        assert set(box.envelopes(store, SURVEY_ID)) == set(POOL[:3])
        assert surveys.load(store, SURVEY_ID) is not None
