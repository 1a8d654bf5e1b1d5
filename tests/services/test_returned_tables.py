"""Tables among the returns: rows that stand in two count once, and nobody is counted beyond the headcount."""

from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.exchange.return_file import Return, write_return
from teamhealth.failures import (
    HeadcountImpossible,
    MoreAnswersThanPeople,
)
from teamhealth.sealing.envelope import seal
from teamhealth.services.answers_import import read_from_elsewhere, seal_return
from teamhealth.services.collect import correct_headcount
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.progress import unwatched
from teamhealth.services.return_counts import CountKind, sure_counts
from teamhealth.services.returns import add_returns
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import TeamId
from teamhealth.survey.response import number_alike
from tests.services.council import WORDS, answer, named, set_up, spec
from tests.services.sealed_returns import alder_now, taken


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
