"""Teams come from whatever table somebody keeps of them; what does not fit is told by row, and nothing is taken."""

from pathlib import Path

import pytest

from teamhealth.exchange.team_table import MOST_TEAMS, TeamLine, read_team_table
from teamhealth.failures import FileUnreadable, TableInvalid
from tests.exchange.test_table_file import workbook


def written(folder: Path, text: str) -> Path:
    path = folder / "teams.csv"
    path.write_text(text, encoding="cp1252")
    return path


def test_services_teams_and_headcounts_are_read(tmp_path: Path) -> None:
    text = "Service area;TEAM NAME;Head count;Get the report;Manager's phone\nEarly Help;Alder;9;1;x\n;Café;6.0;;y\n"
    table = read_team_table(written(tmp_path, text))
    assert table.teams == (TeamLine("Alder", "Early Help", 9, 1), TeamLine("Café", "", 6))
    assert table.unused == ("Manager's phone",)


@pytest.mark.parametrize("total", ["Total", "TOTALS", "Grand total", "Early Help total:", "Sub-total", "All teams"])
def test_a_row_that_sums_up_the_others_is_no_team(total: str, tmp_path: Path) -> None:
    text = f"Service,Team,Headcount\nEarly Help,Alder,8\n,{total},17\n{total},,17\nEarly Help,Totally,9\n"
    assert [each.team for each in read_team_table(written(tmp_path, text)).teams] == ["Alder", "Totally"]


def test_a_workbook_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "teams.xlsx"
    path.write_bytes(workbook(["Team", "Staff"], ["Alder", 9], ["Beech", 6]))
    assert [each.headcount for each in read_team_table(path).teams] == [9, 6]


def test_each_problem_names_its_row(tmp_path: Path) -> None:
    text = "Team,People,Recipients\nAlder,9,10\n,5,\nBeech,many,\nCedar,0,\nDogwood,7.5,\nalder,6,\nElm,201,\n"
    with pytest.raises(TableInvalid) as caught:
        read_team_table(written(tmp_path, text))
    assert caught.value.problems == (
        "Row 2: more people get the report than are in the team.",
        "Row 3: there is no team.",
        "Row 4: ‘many’ is not a number of people.",
        "Row 5: a team has 1 to 200 people.",
        "Row 6: ‘7.5’ is not a number of people.",
        "Row 8: a team has 1 to 200 people.",
        "Row 7: alder is in row 2 too.",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Team,Grade\nAlder,9\n", "There is no column ‘People’."),
        ("Name,People\nAlder,9\n", "There is no column ‘Team’."),
        ("Team,People\n", "There is no row below the heads."),
    ],
)
def test_a_table_of_another_shape_is_refused_in_words(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(TableInvalid) as caught:
        read_team_table(written(tmp_path, text))
    assert problem in caught.value.problems


def test_more_teams_than_a_form_holds_are_refused(tmp_path: Path) -> None:
    rows = "".join(f"Team {number},6\n" for number in range(MOST_TEAMS + 1))
    with pytest.raises(FileUnreadable) as caught:
        read_team_table(written(tmp_path, "Team,People\n" + rows))
    assert caught.value.reason == "large"
