"""The documented query reads a folder of many councils' files."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from teamhealth.export.csv_figures import figures_csv
from teamhealth.publication.types import Publication
from teamhealth.survey.ids import OrganisationId
from teamhealth.survey.organisation import Organisation
from tests.export.councils import council

DOCS = Path(__file__).parents[2] / "docs" / "many-councils.md"


def query() -> str:
    """Return the one query of the document."""
    (found,) = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert isinstance(found, str)
    return found


def named(number: int) -> Publication:
    whole = council((7, 9, 12, 3, 6), seed=100 * number)
    organisation = Organisation(OrganisationId(f"{number:032x}"), f"=Council {number}; “Wye”, Dŵr\ny Môr")
    return replace(whole, survey=replace(whole.survey, organisation=organisation))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "figures"
    made.mkdir()
    for number in range(12):
        (made / f"{number}.csv").write_bytes(figures_csv([named(number)]))
    # The same file, sent twice.
    (made / "again.csv").write_bytes(figures_csv([named(3)]))
    return made


def test_one_query_reads_all_councils(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    with duckdb.connect() as db:
        found = db.execute(query()).fetchall()
    expected: dict[str, list[int]] = {}
    for number in range(12):
        whole = named(number)
        titles = {each.id: each.title for each in whole.survey.questionnaires[0].domains}
        for team in whole.teams:
            for domain in team.domains:
                if domain.score is not None:
                    expected.setdefault(titles[domain.domain], []).append(domain.score.points)
    assert [row[1] for row in found] == sorted(expected)
    for questionnaire, theme, round_name, councils, teams, mean, *_ in found:
        assert questionnaire.startswith("team-health ")
        assert (round_name, councils, teams) == ("Autumn 2026", 12, len(expected[theme]))
        assert mean == pytest.approx(sum(expected[theme]) / len(expected[theme]), abs=0.051)


def test_what_is_read_back_is_what_was_written(folder: Path) -> None:
    with duckdb.connect() as db:
        read = db.execute(f"SELECT * FROM read_csv('{folder / '0.csv'}', all_varchar = true)")  # noqa: S608
        heads = [each[0] for each in read.description or ()]
        found = [{head: cell or "" for head, cell in zip(heads, row, strict=True)} for row in read.fetchall()]
    written = csv.DictReader(io.StringIO(figures_csv([named(0)]).decode("utf-8-sig"), newline=""))
    assert found == list(written)
    assert len(found) > 100


def test_what_may_not_be_shown_is_null_there_too(folder: Path) -> None:
    with duckdb.connect() as db:
        (found,) = db.execute(
            f"SELECT value, note FROM read_csv('{folder / '0.csv'}') WHERE kind = 'answered' AND team = 'Westgate'"  # noqa: S608
        ).fetchall()
    assert found == (None, "fewer than 5")
