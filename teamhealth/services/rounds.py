"""All published rounds on this computer, in order, and the papers made of several teams or rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.failures import FileUnreadable
from teamhealth.publication.lines import Rounds, rounds_of, rounds_up_to
from teamhealth.publication.types import Publication
from teamhealth.services.attached import area_figures_attached, rounds_figures_attached
from teamhealth.services.progress import Progress
from teamhealth.services.results import all_published
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr


def load_rounds(workspace: Workspace, others: Sequence[Publication], progress: Progress) -> tuple[Rounds, ...]:
    """Return the rounds of every organisation, the newest published first.

    Parameters
    ----------
    workspace : Workspace
    others : sequence of Publication
        Read from results files; one that is on this computer too counts once.
    progress : Progress
    """
    progress(0, 0)
    with workspace.database.connect() as store:
        found = all_published(store)
    return rounds_of(together(found, others))


def themes_asked_anew(workspace: Workspace, publication: Publication, team_id: str) -> frozenset[str]:
    """Return of which themes the questions changed since an earlier round here last showed the team."""
    with workspace.database.connect() as store:
        found = all_published(store)
    lines = next((each for each in rounds_up_to(publication, found).teams if each.id == team_id), None)
    return lines.asked_anew if lines is not None else frozenset()


def read_rounds(paths: Sequence[Path], progress: Progress) -> tuple[Publication, ...]:
    """Return the publications of results files, each once; FileUnreadable says what is wrong with the first that is."""
    found: tuple[Publication, ...] = ()
    for number, path in enumerate(paths):
        progress(number, len(paths))
        found = together(found, (results_file.read_results(path),))
    return found


@dataclass(frozen=True, slots=True)
class ReadTogether:
    """What several results files held, each publication once: where it was read, and why others could not be."""

    found: tuple[Publication, ...]
    paths: tuple[Path, ...]
    refused: tuple[FileUnreadable, ...]


def read_each(paths: Sequence[Path], progress: Progress) -> ReadTogether:
    """Read results files; one that cannot be read keeps no other from being shown."""
    found: tuple[Publication, ...] = ()
    read: list[Path] = []
    refused: list[FileUnreadable] = []
    for number, path in enumerate(paths):
        progress(number, len(paths))
        try:
            found = together(found, (results_file.read_results(path),))
        except FileUnreadable as failure:
            refused.append(failure)
        else:
            read.append(path)
    return ReadTogether(found, tuple(read), tuple(refused))


def together(known: Sequence[Publication], others: Sequence[Publication]) -> tuple[Publication, ...]:
    """Return publications with those of others that have a team of a survey which the known ones lack.

    Several teams' parts of one survey stay side by side; a part of a whole that is known adds nothing.
    """
    found = list(known)
    for each in others:
        there = {team.id for one in found if _key(one) == _key(each) for team in one.teams}
        if not there.issuperset(team.id for team in each.teams):
            found.append(each)
    return tuple(found)


def _key(publication: Publication) -> tuple[str, str | None]:
    return publication.survey.id, publication.after


def write_comparison(
    publication: Publication, service_id: str | None, path: Path, *, large_print: bool = False
) -> None:
    """Write the comparison of a service's teams, or with None of all, as PDF; whole or not at all."""
    from teamhealth.report.comparison import write_comparison as write_report
    from teamhealth.report.sheet import sheet_of

    attached = area_figures_attached(publication, service_id)
    write_report(publication, service_id, path, sheet_of(large_print=large_print), attached)


def write_trends(rounds: Rounds, team_id: str | None, path: Path, *, large_print: bool = False) -> None:
    """Write a team's lines over the rounds, or with None those of all teams, as PDF; whole or not at all."""
    from teamhealth.report.sheet import sheet_of
    from teamhealth.report.trends import write_trends as write_report

    whole = [publication for each in rounds.rounds for publication in each.publications]
    attached = rounds_figures_attached(whole, team_id)
    write_report(rounds, team_id, path, sheet_of(large_print=large_print), attached)


def comparison_name(publication: Publication) -> str:
    """Return a file name for a comparison without its ending."""
    return _name(publication, tr("comparison"))


def trends_name(rounds: Rounds) -> str:
    """Return a file name for trends without its ending."""
    newest = rounds.rounds[-1].publications[-1]
    return _name(newest, tr("trends"))


def pack_name(publication: Publication) -> str:
    """Return a file name for a pack without its ending."""
    return _name(publication, tr("all reports"))


def _name(publication: Publication, words: str) -> str:
    from teamhealth.report.file_names import survey_file_name

    return survey_file_name(publication.survey.title, words, "")
