"""Handing results back: the whole for whoever may see all of it, and each team's part for its manager."""

from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.publication.part import part_of
from teamhealth.publication.types import Publication


def write_team_part(publication: Publication, team_id: str, path: Path) -> None:
    """Write one team's part as a results file, whole or not at all; no key is needed to open it.

    Raises
    ------
    KeyError
        If the publication has no such team.
    FileUnwritable
        If the file cannot be written.
    """
    results_file.write_part(part_of(publication, team_id), path)


def travelling_name(survey_title: str, words: str, ending: str) -> str:
    """Return a file name such as 'Autumn 2026 team health, results.thresults'; ``words`` may be ''."""
    from teamhealth.report.file_names import survey_file_name

    return survey_file_name(survey_title, words, ending)
