"""What is made of a plan, and a plan that begins with its spreadsheet."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import openpyxl
import page
import pikepdf
import pytest

from teamhealth.failures import PlanSheetInvalid, TeamHidden
from teamhealth.services.plan_files import (
    empty_plan,
    evidence,
    figures_beside,
    plan_file_name,
    planned_from_sheet,
    write_plan_annex,
    write_plan_sheet,
)
from teamhealth.services.plans import start_plan
from teamhealth.services.workforce import save_figures
from teamhealth.services.workspace import Workspace
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.survey.workforce import Rate, WorkforceFigures
from tests.invented import TEAM_ID, publication
from tests.plans import planned, spring
from tests.report.test_team import text_of
from tests.services.stored_results import store_publication


def test_examples_stand_on_the_help_sheet_with_their_sources(tmp_path: Path) -> None:
    write_plan_sheet(planned(), tmp_path / "plan.xlsx")
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    told = {cell.value for row in book.worksheets[1].iter_rows() for cell in row}
    concerns = tuple(concern.item.id for concern in planned().concerns)
    expected = evidence().examples_for(concerns)
    assert expected
    assert {example.text for example in expected} <= told
    assert {example.source.short for example in expected} <= told


def test_a_hidden_team_has_no_spreadsheet() -> None:
    with pytest.raises(TeamHidden):
        empty_plan(publication(4), TEAM_ID)


def test_the_file_name_says_team_survey_and_kind() -> None:
    assert plan_file_name(planned(), "plan", ".xlsx") == "Northgate, Autumn 2026 team health, plan.xlsx"


def _written(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xlsx"
    write_plan_sheet(planned(), path)
    return path


def test_a_spreadsheet_finds_its_results_and_the_next_round_among_files(tmp_path: Path) -> None:
    found = planned_from_sheet(_written(tmp_path), (spring(), publication(6)), Random(1).randbytes)
    assert found == planned(spring())
    alone = planned_from_sheet(_written(tmp_path), (publication(6),), Random(1).randbytes)
    assert alone.later is None


def test_a_spreadsheet_without_its_results_says_whose_plan_it_is(tmp_path: Path) -> None:
    with pytest.raises(PlanSheetInvalid) as caught:
        planned_from_sheet(_written(tmp_path), (spring(), publication(4)), Random(1).randbytes)
    assert caught.value.problems == (
        "It is of another plan: Northgate, Autumn 2026 team health.",
        "Its results are not among the files given.",
    )


def test_workforce_figures_of_the_area_of_service_stand_on_the_annex(workspace: Workspace, tmp_path: Path) -> None:
    begun = start_plan(workspace, publication(6), TEAM_ID)
    assert figures_beside(workspace, begun) is None
    store_publication(workspace, publication(6))
    assert figures_beside(workspace, begun) is None
    figures = WorkforceFigures(
        date(2026, 9, 30), people=20, in_post=Decimal(18), leavers=Decimal(3), vacancies=Decimal(2)
    )
    service = begun.publication.services[0]
    save_figures(
        workspace, Unit(UnitKind.SERVICE, service.id, service.name, begun.publication.survey.organisation.id), figures
    )
    found = figures_beside(workspace, begun)
    assert found is not None
    assert found.rates.rate(Rate.TURNOVER).value == Decimal("16.7")
    write_plan_annex(begun, tmp_path / "plan.pdf", date(2026, 12, 8), found)
    words = text_of((tmp_path / "plan.pdf").read_bytes())
    assert "16.7%" in words
    assert "England, 30 September 2023 (old)" in words


@pytest.mark.parametrize("large_print", [False, True])
def test_the_annex_carries_its_figures_for_the_archive(tmp_path: Path, large_print: bool) -> None:
    write_plan_annex(planned(), tmp_path / "annex.pdf", date(2026, 12, 1), large_print=large_print)
    content = (tmp_path / "annex.pdf").read_bytes()
    for profile in ("ua1", "pdfa-3a"):
        assert [each.message for each in page.validate_pdf_bytes(content, profile=profile).failures] == []
    with pikepdf.open(tmp_path / "annex.pdf") as pdf:
        attached = pdf.attachments["figures.csv"].get_file().read_bytes()
    assert planned().team.name in attached.decode("utf-8-sig")
