"""Files made from a retention plan, and a plan that begins with its spreadsheet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from teamhealth.exchange.plan_sheet import write_plan_sheet as write_sheet
from teamhealth.exchange.plan_sheet_reader import read_plan_sheet as read_sheet
from teamhealth.exchange.plan_sheet_reader import sheet_owner
from teamhealth.failures import PlanSheetInvalid
from teamhealth.publication.planned import Planned, concerns_of, later_round
from teamhealth.publication.taken_part import fingerprint_of
from teamhealth.publication.types import Publication
from teamhealth.services.attached import plan_figures_attached, workforce_attached
from teamhealth.services.workforce import AreaRates, rates_by_area
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import Entropy, SurveyId, TeamId
from teamhealth.survey.plan import Plan
from teamhealth.texts.catalogue import tr

if TYPE_CHECKING:
    from teamhealth.report.evidence import Evidence


def empty_plan(publication: Publication, team_id: str) -> Planned:
    """Return a plan without actions, to be filled in; TeamHidden for a team that is not shown."""
    concerns_of(publication, team_id)
    return Planned(
        Plan(SurveyId(publication.survey.id), TeamId(team_id)), publication, None, fingerprint_of(publication)
    )


def evidence() -> "Evidence":
    """Return what sources say, from the product's own file."""
    from teamhealth.report.evidence import own_evidence

    return own_evidence()


def write_plan_sheet(planned: Planned, path: Path) -> None:
    """Write a plan's spreadsheet with the examples beside its concerns; FileUnwritable otherwise."""
    known = evidence()
    examples = [
        (concern.sentence, example.text, example.source.short)
        for concern in planned.concerns
        for example in known.examples_for((concern.item.id,))
    ]
    write_sheet(planned, path, examples)


def figures_beside(workspace: Workspace, planned: Planned) -> AreaRates | None:
    """Return the workforce figures of the plan's area of service; None where none were entered here."""
    publication = planned.publication
    return rates_by_area(workspace, publication).get(publication.service_of(planned.plan.team).id)


def write_plan_annex(
    planned: Planned, path: Path, today: date, figures: AreaRates | None = None, *, large_print: bool = False
) -> None:
    """Write the retention plan annex as PDF, whole or not at all; FileUnwritable otherwise.

    Parameters
    ----------
    planned : Planned
    path : Path
    today : date
        What is overdue is worked out for this day, and the document says so.
    figures : AreaRates or None
        Workforce figures; without them the annex has no such section.
    large_print : bool
        Whether its text is 16 points.
    """
    from teamhealth.report.plan_annex import Beside
    from teamhealth.report.plan_annex import write_plan_annex as write_annex
    from teamhealth.report.sheet import sheet_of

    rates = figures.rates if figures is not None else None
    beside = Beside(
        evidence(),
        today,
        rates,
        figures.references if figures is not None else (),
        (
            *plan_figures_attached(planned),
            *workforce_attached([figures] if figures is not None else [], today),
        ),
    )
    write_annex(planned, beside, path, sheet_of(large_print=large_print))


def write_plan_told(planned: Planned, path: Path, today: date, *, large_print: bool = False) -> None:
    """Write the team's page, 'What you told us, what we will do', as above."""
    from teamhealth.report.plan_told import write_plan_told as write_told
    from teamhealth.report.sheet import sheet_of

    attached = plan_figures_attached(planned)
    write_told(planned, path, today, sheet_of(large_print=large_print), attachments=attached)


def planned_from_sheet(path: Path, publications: Sequence[Publication], entropy: Entropy) -> Planned:
    """Return the plan in a spreadsheet, beside the results that it answers and the newest later round of its team.

    Parameters
    ----------
    path : Path
        The spreadsheet.
    publications : sequence of Publication
        Rounds in any order, among them the one that the plan answers.
    entropy : callable
        For the identities of new rows.

    Raises
    ------
    FileUnreadable
        For what is no workbook.
    PlanSheetInvalid
        With every problem; if none of the publications is the plan's, with whose plan it is.
    """
    owner = sheet_owner(path)
    for each in publications:
        if each.survey.id == owner.survey and any(team.id == owner.team and team.shown for team in each.teams):
            empty = empty_plan(each, owner.team)
            plan = read_sheet(path, empty, entropy).plan
            return replace(empty, plan=plan, later=later_round(each, owner.team, publications))
    raise PlanSheetInvalid(path.name, (owner.words, tr("Its results are not among the files given.")))


def plan_file_name(planned: Planned, words: str, ending: str) -> str:
    """Return 'Northgate, Autumn 2026 team health, plan.xlsx'."""
    from teamhealth.report.file_names import team_file_name

    return team_file_name(planned.team.name, planned.publication.survey.title, words, ending)
