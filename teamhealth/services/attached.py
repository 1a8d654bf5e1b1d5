"""The released figures that a document carries as data: those of whom it is of, and of nobody else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from teamhealth.export.csv_figures import figures_csv
from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import FEWEST_ROUNDS, Rounds
from teamhealth.publication.part import part_of
from teamhealth.publication.types import Publication
from teamhealth.texts.catalogue import tr

if TYPE_CHECKING:
    from teamhealth.report.metadata import Attachment


def team_figures_attached(
    publication: Publication, team_id: str, rounds: Rounds | None = None
) -> "tuple[Attachment, ...]":
    """Return a team's part as CSV: its own figures and the totals, never another team's.

    Where the report follows the team through ``rounds``, those before are a file of their own.
    """
    attached = _attached(publication, part_of(publication, team_id).publication)
    past = [each for one in rounds.rounds[:-1] for each in one.publications] if rounds is not None else []
    before = [each for each in past if any(team.id == team_id for team in each.teams)]
    if len(before) < FEWEST_ROUNDS - 1:
        return attached
    [earlier] = rounds_figures_attached(before, team_id)
    return (*attached, replace(earlier, name="earlier-rounds.csv", description=tr("The earlier rounds")))


def area_figures_attached(publication: Publication, service_id: str | None) -> "tuple[Attachment, ...]":
    """Return the figures of an area of service as CSV, or for None the whole council's.

    How well the questionnaire measured is of the council's people: a service's document says nothing of it.
    """
    if service_id is None:
        return _attached(publication, publication)
    services = tuple(each for each in publication.services if each.id == service_id)
    atoms = tuple(atom for atom in publication.atoms if atom.service == service_id)
    return _attached(publication, replace(publication, services=services, atoms=atoms, quality=()))


def rounds_figures_attached(publications: Sequence[Publication], team_id: str | None) -> "tuple[Attachment, ...]":
    """Return the figures of several rounds as CSV, of one team with the totals beside it or for None of all."""
    from teamhealth.report.metadata import Attachment

    own = [
        each if team_id is None else part_of(each, team_id).publication
        for each in publications
        if team_id is None or any(team.id == team_id for team in each.teams)
    ]
    return (Attachment.of("figures.csv", "text/csv", tr("The released figures"), figures_csv(own)),)


def _attached(whole: Publication, shown: Publication) -> "tuple[Attachment, ...]":
    from teamhealth.report.metadata import Attachment

    data = figures_csv((shown,), publication_hash(whole))
    return (Attachment.of("figures.csv", "text/csv", tr("The released figures"), data),)
