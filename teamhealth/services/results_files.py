"""The files that are made of published results: reports, results files, and figures for other programs.

The PDF library is loaded when a report is written, not when the window opens.
"""

from collections.abc import Sequence
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.export.csv_figures import figures_csv
from teamhealth.export.json_figures import figures_json
from teamhealth.export.tables import text_table
from teamhealth.publication.lines import rounds_up_to
from teamhealth.publication.types import Publication
from teamhealth.services.attached import team_figures_attached
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.texts.catalogue import tr


def write_results(publication: Publication, path: Path) -> None:
    """Write a results file, whole or not at all; FileUnwritable otherwise."""
    results_file.write_results(publication, path)


def write_team_report(
    publication: Publication,
    team_id: str,
    path: Path,
    *,
    large_print: bool = False,
    earlier: Sequence[Publication] = (),
) -> None:
    """Write a team's report as PDF, whole or not at all.

    Parameters
    ----------
    publication : Publication
        The round that is reported.
    team_id : str
        A team of it; TeamHidden for one that is not shown.
    path : Path
        The file.
    large_print : bool
        Whether its text is 16 points.
    earlier : sequence of Publication
        Other rounds, in any order: from the third that the team takes part in, it is followed through them.
    """
    from teamhealth.report.evidence import own_evidence
    from teamhealth.report.sheet import sheet_of
    from teamhealth.report.team import write_team_report as write_report

    evidence = own_evidence()
    rounds = rounds_up_to(publication, earlier)
    attached = team_figures_attached(publication, team_id, rounds)
    sheet = sheet_of(large_print=large_print)
    write_report(publication, team_id, path, evidence, sheet, rounds=rounds, attachments=attached)


def write_meeting_sheet(publication: Publication, team_id: str, path: Path, *, large_print: bool = False) -> None:
    """Write the one-page sheet for the team meeting, as above."""
    from teamhealth.report.meeting import write_meeting_sheet as write_sheet
    from teamhealth.report.sheet import sheet_of

    attached = team_figures_attached(publication, team_id)
    write_sheet(publication, team_id, path, sheet_of(large_print=large_print), attachments=attached)


def report_name(publication: Publication, team_id: str, kind: str) -> str:
    """Return a file name that says team, survey and kind ('report', 'meeting' or 'results')."""
    from teamhealth.report.file_names import file_name

    return file_name(publication, publication.team(team_id), kind)


def picture_name(publication: Publication, place: str) -> str:
    """Return a file name for the charts of a team, an area or the council as a picture, without its ending."""
    from teamhealth.report.file_names import team_file_name

    return team_file_name(place, publication.survey.title, tr("charts"), "")


def results_table(published: Sequence[Publication]) -> bytes:
    """Return the released figures of one round or several as tables of plain text, in UTF-8."""
    return "\n\n".join(text_table(each) for each in published).encode("utf-8", "replace")


def results_csv(published: Sequence[Publication]) -> bytes:
    """Return the same figures as CSV, one row a figure."""
    return figures_csv(published)


def results_json(published: Sequence[Publication]) -> bytes:
    """Return the same figures as JSON."""
    return figures_json(published)


def results_workbook(published: Sequence[Publication]) -> bytes:
    """Return the same figures as an XLSX workbook."""
    from teamhealth.export.workbook import figures_workbook

    return figures_workbook(published)


def write_figures(published: Sequence[Publication], path: Path) -> None:
    """Write the figures by the path's extension: '.csv', '.json', or else a workbook; errors as below."""
    made = {".csv": results_csv, ".json": results_json}.get(path.suffix.casefold(), results_workbook)
    write_file(made(published), path)


def write_file(data: bytes, path: Path) -> None:
    """Write a file, whole or not at all; FileUnwritable otherwise."""
    write_atomically(path, data)
