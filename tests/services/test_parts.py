"""Every team's part at once: a file for each shown team, all of them or none."""

from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import Cancelled
from teamhealth.services.parts import write_all_parts
from teamhealth.services.progress import unwatched
from teamhealth.services.results import read_results
from tests.rounds import council


def test_each_shown_team_gets_a_file_of_its_own(tmp_path: Path) -> None:
    publication = council()[-1]
    folder = write_all_parts(publication, {}, tmp_path, unwatched)
    found = {read_results(path).teams[0].name for path in folder.iterdir()}
    assert found == {team.name for team in publication.teams if team.shown}


def test_teams_whose_files_would_have_one_name_get_two_files(tmp_path: Path) -> None:
    publication = council()[-1]
    services = tuple(
        replace(service, teams=tuple(replace(team, name="Duty") for team in service.teams))
        for service in publication.services
    )
    shown = sum(team.shown for team in publication.teams)
    folder = write_all_parts(replace(publication, services=services), {}, tmp_path, unwatched)
    assert len(list(folder.iterdir())) == shown


def test_cancelled_halfway_nothing_is_left(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if 2 == done < total:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_all_parts(council()[-1], {}, tmp_path, stop)
    assert list(tmp_path.iterdir()) == []
