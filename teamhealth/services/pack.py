"""The pack of a round: all its reports in one document, made chapter by chapter."""

from collections.abc import Sequence
from pathlib import Path

from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import rounds_up_to
from teamhealth.publication.types import Publication
from teamhealth.services.area_reports import area_beside, area_of
from teamhealth.services.attached import rounds_figures_attached, workforce_attached
from teamhealth.services.progress import Progress
from teamhealth.services.workforce import RatesByArea
from teamhealth.settings.atomic_file import grown_atomically


def write_pack(
    rounds: Sequence[Publication],
    path: Path,
    progress: Progress,
    *,
    large_print: bool = False,
    workforce: RatesByArea | None = None,
) -> None:
    """Write all reports of a round as one PDF, whole or not at all.

    Parameters
    ----------
    rounds : sequence of Publication
        The round, whole, and perhaps earlier ones of the same organisation; others are left out.
    path : Path
        Written when every page is made; nothing is left there where the making was cancelled.
    progress : Progress
        Told of each chapter.
    large_print : bool
        Whether its text is 16 points.
    workforce : mapping of str or None to AreaRates, or None
        Workforce figures for the areas' reports, the council's under None.

    Raises
    ------
    Cancelled
        By ``progress``.
    FileUnwritable
        If the file cannot be written.
    """
    from teamhealth.report.evidence import own_evidence
    from teamhealth.report.pack import Pack, draw_pack
    from teamhealth.report.sheet import sheet_of

    publication = rounds[0]
    lines = rounds_up_to(publication, rounds[1:])
    own = [each for one in lines.rounds for each in one.publications]
    places = _places(publication)
    areas = tuple((area_of(publication, each), area_beside(rounds, each, workforce)) for each in places)
    rates = [workforce[each] for each in places if workforce and each in workforce]
    attached = (*rounds_figures_attached(own, None), *workforce_attached(rates, publication.survey.published))
    made_from = Pack(publication, publication_hash(publication), lines, areas, own_evidence(), attached)
    with grown_atomically(path) as file:
        draw_pack(made_from, progress, file, sheet_of(large_print=large_print))


def _places(publication: Publication) -> tuple[str | None, ...]:
    """Return the areas of service that show a team, if there are several, and None for the council."""
    shown = [each.id for each in publication.services if any(team.shown for team in each.teams)]
    several = len(publication.services) > 1
    return (*(shown if several else ()), None)
