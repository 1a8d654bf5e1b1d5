"""A document carries the figures of whom it is of, under the hash of the whole, and of no other team."""

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from teamhealth.failures import NoSuchService
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.services.area_reports import service_named, write_area_report
from teamhealth.services.results_files import write_meeting_sheet, write_team_report
from tests.report.areas import rounds
from tests.report.pdf_checks import words
from tests.report.test_team import text_of
from tests.rounds import council

WHOLE = rounds(3, 14)[0]
OWN = next(team for team in WHOLE.teams if team.shown)


def carried(path: Path, name: str = "figures.csv") -> str:
    with pikepdf.open(path) as pdf:
        return bytes(pdf.attachments[name].get_file().read_bytes()).decode("utf-8-sig")


@pytest.mark.parametrize("write", [write_team_report, write_meeting_sheet])
def test_a_teams_document_carries_its_own_figures_only(
    write: Callable[[Publication, str, Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "team.pdf"
    write(WHOLE, OWN.id, path)
    rows = carried(path)
    assert f'"{OWN.name}"' in rows
    assert not any(f'"{team.name}"' in rows for team in WHOLE.teams if team.id != OWN.id)
    assert {line.split(",")[4] for line in rows.splitlines()[1:]} == {f'"{publication_hash(WHOLE)}"'}


def test_an_areas_report_carries_its_own_teams_only(tmp_path: Path) -> None:
    area = WHOLE.services[0]
    write_area_report(rounds(3, 14), area.id, tmp_path / "area.pdf")
    rows = carried(tmp_path / "area.pdf")
    assert all(f'"{team.name}"' in rows for team in area.teams if team.shown)
    assert not any(f'"{team.name}"' in rows for each in WHOLE.services[1:] for team in each.teams)
    write_area_report(rounds(3, 14), None, tmp_path / "council.pdf")
    assert all(f'"{team.name}"' in carried(tmp_path / "council.pdf") for team in WHOLE.teams if team.shown)


def heard(path: Path) -> str:
    """Return all that a screen reader says in place of pictures."""
    with pikepdf.open(path) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        return " ".join(str(each["/Alt"]) for each in found)


def told(path: Path) -> str:
    """Return a document's words, what is heard of its pictures, and its attached figures."""
    return " ".join((*text_of(path.read_bytes()).split(), heard(path), carried(path)))


@pytest.mark.parametrize("place", [None, 0, 2])
def test_a_report_of_totals_alone_names_no_team_beside_a_figure(place: int | None, tmp_path: Path) -> None:
    usual, alone = tmp_path / "usual.pdf", tmp_path / "alone.pdf"
    whole = council(services=3)[-1]
    services = whole.services if place is None else (whole.services[place],)
    service = None if place is None else whole.services[place].id
    write_area_report((whole,), service, usual)
    write_area_report((whole,), service, alone, teams=False)
    shown = [team.name for each in services for team in each.teams if team.shown]
    for path, named in ((usual, shown), (alone, [])):
        assert [name for name in shown if re.search(rf"\b{name}\b", told(path))] == named
    usually = [row for row in carried(usual).splitlines() if ',"sealed","team",' not in row]
    assert carried(alone).splitlines() == usually
    assert ("stands apart from the others" in told(alone)) is (" is higher in " in told(usual))
    assert "The attached file holds every shown team’s figures, by name." in told(usual)
    assert "No team is named beside its figures, here or in the attached file." in told(alone)
    assert re.search(r"teams, from \d+ to \d+", heard(alone))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("teams", range(2, 13))
def test_totals_alone_of_any_size_and_print_name_no_shown_team(teams: int, large: bool, tmp_path: Path) -> None:
    whole = rounds(1, teams)[0]
    shown = {team.name for team in whole.teams if team.shown}
    for service in (whole.services[0].id, None):
        write_area_report((whole,), service, tmp_path / "usual.pdf", large_print=large)
        assert named_in(tmp_path / "usual.pdf", shown) == shown
        write_area_report((whole,), service, tmp_path / "alone.pdf", large_print=large, teams=False)
        assert not named_in(tmp_path / "alone.pdf", shown)


def named_in(path: Path, names: set[str]) -> set[str]:
    """Return which names stand anywhere in a document: in words, pictures' words, marks or figures."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        found = " ".join((told(path), str(pdf.docinfo.get("/Title")), *(each.title for each in outline.root)))
    return {name for name in names if re.search(rf"\b{name}\b", found)}


def test_every_total_that_stands_beside_an_areas_own_is_attached_under_its_rounds_hash(tmp_path: Path) -> None:
    first, second = rounds(3, 14, 2)
    path = tmp_path / "report.pdf"
    for service_id, of_council, level in ((second.services[0].id, True, "service"), (None, False, "council")):
        write_area_report((second, first), service_id, path)
        rows = [line.replace('"', "").split(",") for line in carried(path, "beside.csv").splitlines()]
        place = rows[0].index("level")
        found = {(row[4], row[place]) for row in rows[1:]}
        now = {(publication_hash(second), "council")} if of_council else set()
        assert found == {*now, (publication_hash(first), level)}
        [told] = set(text_of(path.read_bytes()).replace(" ", "").split("whosefingerprintis")[1:])
        assert told.startswith(publication_hash(first))
    write_area_report((second,), None, path)
    with pikepdf.open(path) as pdf:
        assert "beside.csv" not in pdf.attachments


def test_the_newest_earlier_round_stands_beside(tmp_path: Path) -> None:
    first, second = rounds(2, 9, 2)
    write_area_report((second, first), None, tmp_path / "both.pdf")
    write_area_report((second,), None, tmp_path / "one.pdf")
    both, one = ({word.text for word in words((tmp_path / name).read_bytes())[0]} for name in ("both.pdf", "one.pdf"))
    assert both != one


def test_an_area_is_found_by_name_in_any_case() -> None:
    assert service_named(WHOLE, f" {WHOLE.services[1].name.upper()}") == WHOLE.services[1].id
    with pytest.raises(NoSuchService) as refused:
        service_named(WHOLE, "Nowhere")
    assert refused.value.names == tuple(each.name for each in WHOLE.services)


def test_directors_are_led_to_the_lead_s_page_for_how_well_the_questionnaire_measured(tmp_path: Path) -> None:
    for service_id, told in ((None, True), (WHOLE.services[0].id, False)):
        path = tmp_path / "report.pdf"
        write_area_report((WHOLE,), service_id, path)
        found = {word.text for word in words(path.read_bytes())[0]}
        assert ("measured" in found) is told
        assert not found & {"Alpha", "Omega", "ICC(1)", "r_wg(j)"}


def test_only_the_whole_council_s_document_tells_how_well_the_questionnaire_measured(tmp_path: Path) -> None:
    assert WHOLE.quality
    for service_id, told in ((None, True), *((each.id, False) for each in WHOLE.services)):
        path = tmp_path / "report.pdf"
        write_area_report((WHOLE,), service_id, path)
        assert ('"questionnaire"' in {line.split(",")[6] for line in carried(path).splitlines()}) is told
    write_team_report(WHOLE, OWN.id, tmp_path / "team.pdf")
    assert '"alpha"' not in carried(tmp_path / "team.pdf")
