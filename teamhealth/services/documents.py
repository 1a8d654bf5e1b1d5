"""Every PDF that can be made of published results, as a list to choose from; each is loaded when it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from teamhealth.failures import NoSuchPlan
from teamhealth.publication.lines import Rounds, rounds_up_to
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import Publication, ServiceResult
from teamhealth.services.area_reports import write_area_report
from teamhealth.services.pack import write_pack
from teamhealth.services.plan_files import figures_beside, plan_file_name, write_plan_annex, write_plan_told
from teamhealth.services.plans import load_planned
from teamhealth.services.progress import Progress
from teamhealth.services.results import earlier_rounds
from teamhealth.services.results_files import report_name, write_meeting_sheet, write_team_report
from teamhealth.services.rounds import comparison_name, pack_name, trends_name, write_comparison, write_trends
from teamhealth.services.workforce import rates_by_area
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr

Write = Callable[[Path, Progress, bool], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF that can be made.

    Parameters
    ----------
    id : str
        Which it is.
    words : str
        What it is called where it is chosen.
    name : str
        The file's name that is suggested.
    write : callable
        Writes it, whole or not at all, to a path, telling its progress, in large print or not.
    """

    id: str
    words: str
    name: str
    write: Write


def team_documents(workspace: Workspace, publication: Publication, team_id: str) -> tuple[Document, ...]:
    """Return what can be made of a shown team, its own documents first; of a part of the results no other."""
    own = [_team_report(workspace, publication, team_id), _meeting_sheet(publication, team_id)]
    own += _plan_documents(workspace, publication, team_id)
    if len(publication.teams) < 2:
        return tuple(own)
    return (*own, *_documents_of_all(workspace, publication, publication.service_of(team_id).id))


def area_documents(workspace: Workspace, publication: Publication, service_id: str | None) -> tuple[Document, ...]:
    """Return what can be made of an area of service, or with None of the council; its own report first.

    One team's results speak for no area: of a part, or a team that came later, there is none.
    """
    if len(publication.teams) < 2:
        return ()
    found = _documents_of_all(workspace, publication, service_id)
    return tuple(sorted(found, key=_council_last)) if service_id is not None else found


def _plan_documents(workspace: Workspace, publication: Publication, team_id: str) -> tuple[Document, ...]:
    """Return the annex and the team's page of a plan that is kept here; none without a plan."""
    try:
        planned = load_planned(workspace, publication.survey.id, team_id)
    except NoSuchPlan:
        return ()
    return documents_of_plan(workspace, planned)


def documents_of_plan(workspace: Workspace, planned: Planned) -> tuple[Document, ...]:
    """Return the annex and the team's page of a plan."""
    annex, told = tr("Retention plan"), tr("Retention plan: page for the team")
    return (
        Document("plan", annex, plan_file_name(planned, tr("retention plan"), ".pdf"),
                 partial(_write_annex, workspace, planned)),
        Document("told", told, plan_file_name(planned, tr("what we will do"), ".pdf"),
                 partial(_write_told, workspace, planned)),
    )  # fmt: skip


def _documents_of_all(workspace: Workspace, publication: Publication, service_id: str | None) -> tuple[Document, ...]:
    """Return the documents of several teams; of areas of service the one that is named, if there are several."""
    services = publication.services if len(publication.services) > 1 else ()
    places = [*(each for each in services if each.id == service_id), None]
    areas = [_area_report(workspace, publication, each, teams=teams) for each in places for teams in (True, False)]
    return (*areas, comparison_document(publication, None),
            _trends(workspace, publication), pack_document(workspace, publication))  # fmt: skip


def _council_last(document: Document) -> bool:
    return document.id.startswith("council")


def _team_report(workspace: Workspace, publication: Publication, team_id: str) -> Document:
    def write(path: Path, _progress: Progress, large_print: bool) -> None:
        before = earlier_rounds(workspace, publication)
        write_team_report(publication, team_id, path, large_print=large_print, earlier=before)

    return Document("team", tr("Team report"), report_name(publication, team_id, "report"), write)


def _meeting_sheet(publication: Publication, team_id: str) -> Document:
    def write(path: Path, _progress: Progress, large_print: bool) -> None:
        write_meeting_sheet(publication, team_id, path, large_print=large_print)

    return Document("meeting", tr("Meeting sheet"), report_name(publication, team_id, "meeting"), write)


def _area_report(
    workspace: Workspace, publication: Publication, service: ServiceResult | None, *, teams: bool
) -> Document:
    service_id = service.id if service is not None else None
    words = tr("Report of {service}", service=service.name) if service is not None else tr("Council report")
    kind = tr("service report") if service is not None else tr("council report")
    if not teams:
        words, kind = tr("{report}, totals alone", report=words), tr("{report}, totals alone", report=kind)

    def write(path: Path, _progress: Progress, large_print: bool) -> None:
        rounds = (publication, *earlier_rounds(workspace, publication))
        rates = rates_by_area(workspace, publication)
        write_area_report(rounds, service_id, path, large_print=large_print, workforce=rates, teams=teams)

    name = _area_name(publication, service, kind)
    id_ = "service" if service is not None else "council"
    return Document(id_ if teams else f"{id_}_totals", words, name, write)


def _area_name(publication: Publication, service: ServiceResult | None, kind: str) -> str:
    """Return a file name such as 'Early Help, Autumn 2026 team health, service report.pdf'."""
    from teamhealth.report.file_names import team_file_name

    place = service.name if service is not None else publication.survey.organisation.name
    return team_file_name(place, publication.survey.title, kind, ".pdf")


def comparison_document(publication: Publication, service_id: str | None) -> Document:
    """Return the comparison of a service's teams, or with None of all."""

    def write(path: Path, _progress: Progress, large_print: bool) -> None:
        write_comparison(publication, service_id, path, large_print=large_print)

    return Document("compare", tr("Comparison of teams"), f"{comparison_name(publication)}.pdf", write)


def trends_document(rounds: Rounds, team_id: str | None) -> Document:
    """Return a team's lines over the rounds, or with None those of all teams."""

    def write(path: Path, _progress: Progress, large_print: bool) -> None:
        write_trends(rounds, team_id, path, large_print=large_print)

    words = tr("Trends of {team}", team=rounds.lines(team_id).name) if team_id else tr("Trends of all teams")
    return Document("trends", words, f"{trends_name(rounds)}.pdf", write)


def _trends(workspace: Workspace, publication: Publication) -> Document:
    def write(path: Path, _progress: Progress, large_print: bool) -> None:
        rounds = rounds_up_to(publication, earlier_rounds(workspace, publication))
        write_trends(rounds, None, path, large_print=large_print)

    name = trends_name(rounds_up_to(publication, ()))
    return Document("trends", tr("Trends of all teams"), f"{name}.pdf", write)


def pack_document(workspace: Workspace, publication: Publication) -> Document:
    """Return the pack: all reports of a round in one document."""

    def write(path: Path, progress: Progress, large_print: bool) -> None:
        rounds = (publication, *earlier_rounds(workspace, publication))
        rates = rates_by_area(workspace, publication)
        write_pack(rounds, path, progress, large_print=large_print, workforce=rates)

    return Document("pack", tr("All reports in one PDF"), f"{pack_name(publication)}.pdf", write)


def _write_annex(workspace: Workspace, planned: Planned, path: Path, _progress: Progress, large_print: bool) -> None:
    figures = figures_beside(workspace, planned)
    write_plan_annex(planned, path, workspace.today(), figures, large_print=large_print)


def _write_told(workspace: Workspace, planned: Planned, path: Path, _progress: Progress, large_print: bool) -> None:
    write_plan_told(planned, path, workspace.today(), large_print=large_print)
