"""Rounds on this computer and from files, in order; an invented council has something to compare and to follow."""

from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import FileUnreadable
from teamhealth.publication.compared import compare
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.part import part_of
from teamhealth.services.demo_rounds import COUNCIL, ORGANISATION, fill_council
from teamhealth.services.destroying import what_remains
from teamhealth.services.progress import unwatched
from teamhealth.services.rounds import comparison_name, load_rounds, read_rounds, together, trends_name
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from tests.rounds import council, team_id
from tests.ui.rounds import as_files, store_rounds


def test_rounds_come_from_this_computer_and_from_files_each_once(workspace: Workspace, tmp_path: Path) -> None:
    made = council()
    store_rounds(workspace, made[:2])
    read = read_rounds(as_files(made[1:], tmp_path), unwatched)
    (found,) = load_rounds(workspace, read, unwatched)
    assert [each.publications for each in found.rounds] == [(each,) for each in made]


def test_parts_of_one_survey_stay_side_by_side_and_add_nothing_to_the_whole() -> None:
    whole = council()[-1]
    first, second = (part_of(whole, team_id(number)).publication for number in (0, 1))
    assert together((), (first, second, first)) == (first, second)
    assert together((whole,), (first, second)) == (whole,)
    (found,) = rounds_of((first, second))
    assert [team.name for team in found.teams] == ["Ashdown", "Brookside"]


def test_nothing_published_is_no_rounds(workspace: Workspace) -> None:
    assert load_rounds(workspace, (), unwatched) == ()


def test_a_file_that_is_no_results_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.thresults"
    wrong.write_bytes(b"{}")
    with pytest.raises(FileUnreadable):
        read_rounds((wrong,), unwatched)


def test_files_are_named_after_the_newest_survey(workspace: Workspace) -> None:
    store_rounds(workspace, council())
    (found,) = load_rounds(workspace, (), unwatched)
    assert comparison_name(council()[-1]) == "Autumn 2022 team health, comparison"
    assert trends_name(found) == "Autumn 2022 team health, trends"


def test_the_invented_council_has_three_rounds_of_the_same_teams_and_no_answers_left(workspace: Workspace) -> None:
    fill_council(workspace, replace(COUNCIL, teams=6))
    (found,) = load_rounds(workspace, (), unwatched)
    assert found.name == ORGANISATION
    assert len(found.rounds) == COUNCIL.rounds
    assert any(line.shown == COUNCIL.rounds for team in found.teams for line in team.lines)
    newest = found.rounds[-1].publications[0]
    assert len(compare(newest).shown) >= 4
    assert any(domain.change for team in newest.teams for domain in team.domains)
    for each in list_surveys(workspace):
        remains = what_remains(workspace, each.id)
        assert remains.results
        assert not remains.answers
        assert not remains.key
