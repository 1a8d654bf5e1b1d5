"""All reports of a round in one document: what it holds, where the contents lead, and that a cancelled one is gone."""

from pathlib import Path

import pikepdf
import pytest

from teamhealth.cli.commands import run
from teamhealth.exchange.results_file import write_results
from teamhealth.failures import Cancelled
from teamhealth.publication.types import Publication
from teamhealth.services.pack import write_pack
from teamhealth.services.progress import unwatched
from tests.report import areas
from tests.report.test_team import pages_of


def rounds() -> tuple[Publication, ...]:
    return areas.rounds(2, 7, 3)[::-1]


def entries(path: Path) -> list[tuple[str, int, int]]:
    """Return each line of the contents: its words, the page that a press leads to, and the page that it says."""
    found = []
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        said = [line.split() for line in pages_of(path.read_bytes())[0].splitlines()]
        for page in pdf.pages:
            for link in page.get("/Annots", []):
                words = str(link.Contents)
                [number] = [int(line[-1]) for line in said if line[:-1] == words.split()]
                found.append((words, numbers[link.Dest[0].objgen], number))
    return found


def test_the_contents_lead_to_every_chapter_and_say_its_page(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    write_pack(rounds(), path, unwatched)
    found = entries(path)
    newest = rounds()[0]
    shown = [team.name for team in newest.teams if team.shown]
    showing = [service for service in newest.services if any(team.shown for team in service.teams)]
    assert [words for words, _, _ in found] == [
        "Teams compared",
        "Trends",
        *(f"{name}: team report" for name in shown),
        *(f"{service.name}: service report" for service in showing),
        f"{newest.survey.organisation.name}: council report",
    ]
    assert all(leads == says for _, leads, says in found)
    pages = pages_of(path.read_bytes())
    for words, page, _ in found:
        assert words.split(":")[0] in pages[page - 1]


def test_a_hidden_team_has_no_report(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    write_pack(rounds(), path, unwatched)
    hidden = [team.name for team in rounds()[0].teams if not team.shown]
    assert hidden
    assert not {f"{name}: team report" for name in hidden} & {words for words, _, _ in entries(path)}


def test_one_round_has_no_trends(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    write_pack(rounds()[:1], path, unwatched)
    assert "Trends" not in {words for words, _, _ in entries(path)}


@pytest.mark.parametrize("after", [0, 3, 7])
def test_a_cancelled_pack_leaves_what_was_there_before(tmp_path: Path, after: int) -> None:
    def cancel(done: int, total: int) -> None:
        if done == after:
            assert total > after
            raise Cancelled

    path = tmp_path / "pack.pdf"
    path.write_bytes(b"before")
    with pytest.raises(Cancelled):
        write_pack(rounds(), path, cancel)
    assert [each.name for each in tmp_path.iterdir()] == ["pack.pdf"]
    assert path.read_bytes() == b"before"


def test_the_same_rounds_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_pack(rounds(), tmp_path / name, unwatched)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_command_says_how_far_it_is_beside_what_it_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results, out = tmp_path / "results.thresults", tmp_path / "pack.pdf"
    write_results(rounds()[0], results)
    arguments = ["report", str(results), "--pack", "--out", str(out)]
    assert run(arguments, lambda _folder, _demonstration, _file=None: 0, lambda: "1.2.3") == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(out)
    assert "Reports: 0 of" in said.err
    assert out.read_bytes().startswith(b"%PDF")
