"""``delete`` lists results, says what would go, and deletes only when told to."""

from pathlib import Path
from random import Random

import pytest

from teamhealth.cli.commands import run
from teamhealth.services.clock import local_now
from teamhealth.services.results import list_published
from teamhealth.services.workspace import open_workspace
from tests.services.conftest import CHEAP
from tests.services.journeys import answered, created, published
from tests.services.older_results import make_older


def _run(*arguments: object) -> int:
    def no_window(_folder: Path, _demonstration: bool, _file: Path | None = None, /) -> int:
        raise AssertionError("no window was asked for")

    return run([str(each) for each in arguments], no_window, lambda: "1.2.3")


def _left(folder: Path) -> int:
    with open_workspace(folder, clock=local_now, entropy=Random(8).randbytes) as workspace:
        return len(list_published(workspace))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Publish two surveys, of two teams; one title stands twice."""
    with open_workspace(
        tmp_path / "data", clock=local_now, entropy=Random(7).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as workspace:
        for team, title in (("Northgate", "Once"), ("Harbour", "Twice"), ("Riverside", "Twice")):
            survey_id = created(workspace, team=team, title=title)
            answered(workspace, survey_id, [4, 2, 5, 3, 4])
            published(workspace, survey_id)
    return tmp_path / "data"


def test_results_go_only_when_told_to(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("delete", "--data-dir", data) == 0
    listed = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert sorted(title for _, _, title in listed) == ["Once", "Twice", "Twice"]
    assert _run("delete", "once", "--data-dir", data) == 1
    told = capsys.readouterr()
    assert "The results and comments of 1 team on this computer are overwritten." in told.err
    assert "Nothing has been deleted. Add --yes" in told.err
    assert (told.out, _left(data)) == ("", 3)
    assert _run("delete", "once", "--yes", "--data-dir", data) == 0
    told = capsys.readouterr()
    assert [told.out.strip()] == [survey for survey, _, title in listed if title == "Once"]
    assert "Deleted: Once." in told.err
    assert _left(data) == 2


def test_a_title_that_stands_twice_is_asked_about(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("delete", "Twice", "--yes", "--data-dir", data) == 1
    told = capsys.readouterr().err
    assert "Name one by its id" in told
    assert _left(data) == 3
    one = told.split("by its id: ")[1].split(" ")[0]
    assert _run("delete", one, "--yes", "--data-dir", data) == 0
    assert _run("delete", "Twice", "--yes", "--data-dir", data) == 0
    assert _left(data) == 1
    assert _run("delete", "Twice", "--yes", "--data-dir", data) == 1
    assert "no published results of \u2018Twice\u2019" in capsys.readouterr().err


def test_results_that_an_earlier_version_made_are_listed_and_deleted(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("delete", "--data-dir", data) == 0
    listed = capsys.readouterr().out
    (wanted,) = [line.split("\t")[0] for line in listed.splitlines() if line.endswith("Once")]
    make_older(data, wanted)
    assert _run("delete", "--data-dir", data) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(listed.splitlines())
    assert _run("delete", "once", "--yes", "--data-dir", data) == 0
    told = capsys.readouterr()
    assert "Its results and comments on this computer, made by an earlier version, are overwritten." in told.err
    assert _left(data) == 2
