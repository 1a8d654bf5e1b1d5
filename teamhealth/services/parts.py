"""Handing results back: the whole for whoever may see all of it, and each team's part for its manager."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.publication.part import part_of
from teamhealth.publication.types import Publication
from teamhealth.services.progress import Progress
from teamhealth.settings.new_names import new_folder, unused
from teamhealth.texts.catalogue import tr


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


def write_all_parts(
    publication: Publication, by_itself: Mapping[str, Publication], folder: Path, progress: Progress
) -> Path:
    """Write every shown team's part into a new folder, all of them or none.

    Parameters
    ----------
    publication : Publication
        Of all teams.
    by_itself : mapping of str to Publication
        The teams that were published later, each alone: what stands by itself is nobody's part, and saved whole.
    folder : Path
        Where the new folder is made; no file that is there already is written over.
    progress : callable
        Called before each team's file.

    Returns
    -------
    Path
        The new folder.

    Raises
    ------
    FileUnwritable
        If a folder or a file cannot be written; nothing is left then.
    """
    from teamhealth.report.file_names import file_name

    teams = [team for team in publication.teams if team.shown or team.id in by_itself]
    made = new_folder(folder, travelling_name(publication.survey.title, tr("results for managers"), ""))
    try:
        for number, team in enumerate(teams):
            progress(number, len(teams))
            path = unused(made / file_name(publication, team, "results"))
            own = by_itself.get(team.id)
            if own is None:
                write_team_part(publication, team.id, path)
            else:
                results_file.write_results(own, path)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return made


def travelling_name(survey_title: str, words: str, ending: str) -> str:
    """Return a file name such as 'Autumn 2026 team health, results.thresults'; ``words`` may be ''."""
    from teamhealth.report.file_names import survey_file_name

    return survey_file_name(survey_title, words, ending)
