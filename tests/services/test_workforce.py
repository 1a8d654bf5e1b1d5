"""Workforce figures come in whole or not at all, stay apart from answers, and stand beside the DfE's marks."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from teamhealth.failures import FileUnreadable, TableInvalid
from teamhealth.services.units import close_unit, list_units, merge_units
from teamhealth.services.workforce import (
    Workforce,
    delete_figures,
    entered_figures,
    import_references,
    list_workforce,
    save_figures,
    workforce_of,
)
from teamhealth.services.workforce_import import PlannedImport, plan_import, take_in
from teamhealth.services.workspace import Workspace
from teamhealth.survey.units import Unit
from teamhealth.survey.workforce import Rate, WorkforceFigures
from teamhealth.survey.workforce_reference import ENGLAND_2023, ReferenceLevel
from teamhealth.survey.workforce_why_not import WhyNot
from tests.exchange.tables_of_others import INDICATORS
from tests.services.conftest import Clock
from tests.services.council import computer, set_up

HEADS = "Service,Team,Date,People,In post,Vacancies,Agency,Leavers,Days lost,Working days,Cases,Case holders\n"
ALDER = "Early Help,Alder,30/09/2026,9,8.5,1.5,1,2,60,250,104,7\n"
BEECH = "Early Help,Beech,30/09/2026,7,6.5,0.5,0,1,30,250,90,6\n"
CEDAR = "Early Help,Cedar,30/09/2026,4,3.5,1,0.5,1,10,250,50,3\n"


@pytest.fixture
def lead(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", clock, 1) as opened:
        set_up(opened, tmp_path)
        yield opened


def planned(lead: Workspace, folder: Path, *rows: str, add_unknown: bool = False) -> PlannedImport:
    path = folder / "hr.csv"
    path.write_text(HEADS + "".join(rows), encoding="utf-8")
    return plan_import(lead, path, add_unknown=add_unknown)


def taken(lead: Workspace, folder: Path, *rows: str) -> Workforce:
    take_in(lead, planned(lead, folder, *rows))
    (found,) = list_workforce(lead)
    return found


def unit(lead: Workspace, name: str) -> Unit:
    return next(each for each in list_units(lead)[0].teams if each.name == name)


def test_rates_of_teams_and_service_come_from_the_table(lead: Workspace, tmp_path: Path) -> None:
    found = taken(lead, tmp_path, ALDER, BEECH, CEDAR)
    alder, beech, cedar = found.shown.services[0].teams
    assert [alder.rate(rate).value for rate in Rate] == [
        Decimal("23.5"), Decimal("15.0"), Decimal("10.5"), None, Decimal("14.9"),
    ]  # fmt: skip
    assert beech.rate(Rate.TURNOVER).value == Decimal("15.4")
    assert {cedar.rate(rate).why_not for rate in Rate} == {WhyNot.TOO_FEW, WhyNot.SERVICE_ONLY}
    service = found.shown.services[0].service
    assert service.rate(Rate.TURNOVER).value == Decimal("20.0")
    assert service.rate(Rate.TURNOVER).left_out
    assert found.references == (ENGLAND_2023,)


def test_days_lost_are_kept_for_the_service_only(lead: Workspace, tmp_path: Path) -> None:
    found = taken(lead, tmp_path, ALDER, BEECH, CEDAR)
    assert found.shown.services[0].service.rate(Rate.ABSENCE).value == Decimal("2.2")
    (entered,) = entered_figures(lead)
    assert all(each.days_lost is None for figures in entered.teams.values() for each in figures)


def test_days_lost_of_some_teams_are_left_out_and_said(lead: Workspace, tmp_path: Path) -> None:
    plan = planned(lead, tmp_path, ALDER, BEECH)
    assert plan.notes[0].startswith("Days lost in Early Help are left out")
    take_in(lead, plan)
    (found,) = list_workforce(lead)
    assert found.shown.services[0].service.rate(Rate.ABSENCE).why_not is WhyNot.NOT_GIVEN


def test_a_services_own_days_lost_stand(lead: Workspace, tmp_path: Path) -> None:
    whole = "Early Help,,30/09/2026,,20,,,,120,250,,\n"
    found = taken(lead, tmp_path, ALDER, whole)
    assert found.shown.services[0].service.rate(Rate.ABSENCE).value == Decimal("2.4")


def test_a_service_counted_without_days_has_its_teams_days_or_says_that_they_are_left_out(
    lead: Workspace, tmp_path: Path
) -> None:
    whole = "Early Help,,30/09/2026,20,18.5,2,1,4,,,,\n"
    found = taken(lead, tmp_path, ALDER, BEECH, CEDAR, whole)
    absence = found.shown.services[0].service.rate(Rate.ABSENCE)
    # 100 days of 250 x 18.5
    assert absence.value == Decimal("2.2")
    other = planned(lead, tmp_path, ALDER, BEECH, CEDAR, "Early Help,,30/09/2026,24,22,2,1,4,,,,\n")
    assert any(each.startswith("Days lost in Early Help are left out") for each in other.notes)


def test_an_unknown_team_stores_nothing_of_the_table(lead: Workspace, tmp_path: Path) -> None:
    with pytest.raises(TableInvalid) as caught:
        planned(
            lead, tmp_path, ALDER, "Early Help,Dogwood,30/09/2026,9,8,,,,,,,\n", "Fostering,,30/09/2026,,8,,,,,,,\n"
        )
    assert caught.value.problems == (
        "Row 3: there is no team Dogwood here.",
        "Row 4: there is no service Fostering here.",
        "If those are new, say --add-teams.",
    )
    assert not list_workforce(lead)[0].any


def test_new_teams_are_added_if_that_is_wanted(lead: Workspace, tmp_path: Path) -> None:
    rows = ("Fostering,Dogwood,30/09/2026,9,8,,,1,,,,\n", "Fostering,Elm,30/09/2026,9,8,,,1,,,,\n")
    plan = planned(lead, tmp_path, *rows, add_unknown=True)
    assert [each.name for each in plan.new_units] == ["Fostering", "Dogwood", "Elm"]
    assert {team.name for team in list_units(lead)[0].teams} == {"Alder", "Beech", "Cedar"}
    take_in(lead, plan)
    assert unit(lead, "Dogwood").parent == unit(lead, "Elm").parent
    with pytest.raises(TableInvalid):
        planned(lead, tmp_path, ",Fir,30/09/2026,9,8,,,1,,,,\n", add_unknown=True)


def test_a_computer_that_knows_nobody_asks_whose_figures_they_are(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(TableInvalid):
        planned(workspace, tmp_path, ALDER, add_unknown=True)
    plan = plan_import(workspace, tmp_path / "hr.csv", organisation="Fernshire", add_unknown=True)
    take_in(workspace, plan)
    assert list_workforce(workspace)[0].organisation.name == "Fernshire"


def test_figures_counted_later_do_not_stand_beside_an_earlier_survey(
    lead: Workspace, tmp_path: Path, clock: Clock
) -> None:
    found = taken(lead, tmp_path, ALDER, ALDER.replace("30/09/2026,9,8.5,1.5,1,2", "31/10/2026,9,8.5,1.5,1,4"))
    assert found.shown.services[0].teams[0].rate(Rate.TURNOVER).value == Decimal("47.1")
    then = workforce_of(lead, found.organisation.id, date(2026, 10, 1))
    assert then is not None
    assert then.shown.services[0].teams[0].rate(Rate.TURNOVER).value == Decimal("23.5")
    assert workforce_of(lead, "9" * 32) is None


def test_a_count_of_long_ago_is_not_put_together_with_a_new_one(lead: Workspace, tmp_path: Path) -> None:
    found = taken(lead, tmp_path, ALDER, BEECH.replace("2026", "2025"))
    assert [team.name for team in found.shown.services[0].teams] == ["Alder"]


def test_a_team_that_has_closed_or_merged_stands_there_no_more(lead: Workspace, tmp_path: Path) -> None:
    taken(lead, tmp_path, ALDER, BEECH, CEDAR)
    close_unit(lead, unit(lead, "Alder"))
    merge_units(lead, [unit(lead, "Beech"), unit(lead, "Cedar")], "Hazel")
    assert list_workforce(lead)[0].shown.services[0].teams == ()


def test_figures_by_hand_are_checked_stored_and_deleted(lead: Workspace) -> None:
    alder, day = unit(lead, "Alder"), date(2026, 9, 30)
    with pytest.raises(ValueError, match="at least one"):
        save_figures(lead, alder, WorkforceFigures(day))
    save_figures(lead, alder, WorkforceFigures(day, in_post=Decimal(8)))
    assert entered_figures(lead)[0].of(alder) == (WorkforceFigures(day, in_post=Decimal(8)),)
    delete_figures(lead, alder, day)
    assert entered_figures(lead)[0].of(alder) == ()


def test_the_councils_own_region_and_england_stand_beside(lead: Workspace) -> None:
    found = import_references(lead, INDICATORS)
    assert found.council == "Exampleshire"
    assert [each.place for each in list_workforce(lead)[0].references] == ["England", "North Vale", "Exampleshire"]
    assert list_workforce(lead)[0].references[0].as_of == date(2025, 9, 30)


def test_another_council_can_be_named_and_none_leaves_england(workspace: Workspace, lead: Workspace) -> None:
    assert import_references(lead, INDICATORS, "Fernshire").council == "Fernshire"
    assert [each.level for each in import_references(workspace, INDICATORS).taken] == [ReferenceLevel.ENGLAND]


def test_a_missing_reference_file_stores_nothing(lead: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        import_references(lead, tmp_path / "none.csv")
    assert list_workforce(lead)[0].references == (ENGLAND_2023,)
