"""The released figures that a document carries as data: those of whom it is of, and of nobody else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from teamhealth.export.csv_figures import figures_csv
from teamhealth.export.workforce_csv import workforce_csv
from teamhealth.publication.lines import FEWEST_ROUNDS, Rounds
from teamhealth.publication.part import part_of
from teamhealth.publication.planned import Planned
from teamhealth.publication.taken_part import as_published, fingerprint_of, is_from_part, taken
from teamhealth.publication.types import Publication
from teamhealth.survey.workforce_reference import MOST_BESIDE
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list

if TYPE_CHECKING:
    from teamhealth.report.metadata import Attachment
    from teamhealth.services.workforce import AreaRates


def team_figures_attached(
    publication: Publication, team_id: str, rounds: Rounds | None = None
) -> "tuple[Attachment, ...]":
    """Return a team's part as CSV: its own figures and the totals, never another team's.

    Where the report follows the team through ``rounds``, those before are a file of their own.
    """
    name = publication.team(team_id).name
    attached = _attached(publication, part_of(publication, team_id).publication, _of_team(name))
    past = [each for one in rounds.rounds[:-1] for each in one.publications] if rounds is not None else []
    before = [each for each in past if any(team.id == team_id for team in each.teams)]
    if len(before) < FEWEST_ROUNDS - 1:
        return attached
    [earlier] = rounds_figures_attached(before, team_id)
    words = tr("the same of the rounds before")
    return (*attached, replace(earlier, name="earlier-rounds.csv", description=words))


def plan_figures_attached(planned: Planned) -> "tuple[Attachment, ...]":
    """Return the figures of the team that a plan is of, and those of the round that it stands beside, as CSV."""
    attached = team_figures_attached(planned.publication, planned.plan.team)
    if planned.later is None:
        return attached
    from teamhealth.report.provenance import grouped

    beside = planned.later.publication
    [figures] = rounds_figures_attached((beside,), planned.later.team.id)
    fingerprint = grouped(fingerprint_of(beside))
    words = tr("the same of {round}, whose fingerprint is {hash}", round=beside.survey.wave.name, hash=fingerprint)
    return (*attached, replace(figures, name="next-round.csv", description=words))


def area_figures_attached(
    publication: Publication, service_id: str | None, *, teams: bool = True
) -> "tuple[Attachment, ...]":
    """Return the figures of an area of service as CSV, or for None the whole council's; without ``teams`` its totals.

    How well the questionnaire measured is of the council's people: a service's document says nothing of it.
    """
    if service_id is None:
        council = publication.survey.organisation.name
        whose = tr("all figures of {council} that may be shown", council=council)
        return _attached(publication, publication, whose if teams else _totals_words(council), teams=teams)
    services = tuple(each for each in publication.services if each.id == service_id)
    atoms = tuple(atom for atom in publication.atoms if atom.service == service_id)
    shown = replace(publication, services=services, atoms=atoms, quality=())
    words = tr("all figures of {service} that may be shown", service=services[0].name)
    return _attached(publication, shown, words if teams else _totals_words(services[0].name), teams=teams)


def _totals_words(area: str) -> str:
    return tr("the totals of {area} and no team’s figures", area=area)


def totals_beside_attached(
    publication: Publication, service_id: str | None, earlier: Publication | None
) -> "tuple[Attachment, ...]":
    """Return as CSV the themes' totals that an area's page shows beside its own; nothing where it shows none.

    Beside a service's stand the council's and, if there is one, those of the service in the round before; beside the
    council's those of the round before.
    """
    from teamhealth.report.metadata import Attachment
    from teamhealth.report.provenance import grouped

    beside, told = [], []
    if service_id is not None and publication.council:
        beside.append(_totals_of(publication, None))
        told.append(tr("the council’s totals"))
    before = _totals_of(earlier, service_id) if earlier is not None else None
    if earlier is not None and before is not None and (before.council or any(each.totals for each in before.services)):
        beside.append(before)
        name, fingerprint = earlier.survey.wave.name, grouped(fingerprint_of(earlier))
        told.append(tr("the totals of {round}, whose fingerprint is {hash}", round=name, hash=fingerprint))
    if not beside:
        return ()
    return (Attachment.of("beside.csv", "text/csv", and_list(told), figures_csv(beside)),)


def _totals_of(publication: Publication, service_id: str | None) -> Publication:
    """Return a publication with nothing but the themes' totals of a service or of the council, under its own hash."""
    services = tuple(replace(each, teams=(), items=()) for each in publication.services if each.id == service_id)
    kept = replace(
        as_published(publication),
        services=services,
        atoms=(),
        council=publication.council if service_id is None else (),
        council_items=(),
        quality=(),
    )
    return taken(kept, fingerprint_of(publication))


def rounds_figures_attached(publications: Sequence[Publication], team_id: str | None) -> "tuple[Attachment, ...]":
    """Return the figures of several rounds as CSV, of one team with the totals beside it or for None of all."""
    from teamhealth.report.metadata import Attachment

    own = [
        each if team_id is None else _part(each, team_id)
        for each in publications
        if team_id is None or any(team.id == team_id for team in each.teams)
    ]
    return (Attachment.of("figures.csv", "text/csv", _of_rounds(own, team_id), figures_csv(own)),)


def workforce_attached(shown: "Sequence[AreaRates]", today: date) -> "tuple[Attachment, ...]":
    """Return the workforce rates that a document shows as CSV, with the published ones beside them; none without."""
    if not shown:
        return ()
    from teamhealth.report.metadata import Attachment

    # All have the same references beside them.
    data = workforce_csv([each.rates for each in shown], shown[0].references[:MOST_BESIDE], today)
    return (Attachment.of("workforce.csv", "text/csv", tr("the workforce figures shown here"), data),)


def _part(publication: Publication, team_id: str) -> Publication:
    """Return a team's part, known by the hash of the whole."""
    part = part_of(publication, team_id)
    return taken(part.publication, part.whole)


def _of_rounds(publications: Sequence[Publication], team_id: str | None) -> str:
    """Return whose figures those of several rounds are; from single teams' parts they are of no others."""
    if team_id is None and not any(is_from_part(each) for each in publications):
        return tr("all figures of these rounds that may be shown")
    names = dict.fromkeys(team.name for each in publications for team in each.teams)
    return tr("the figures of {teams} in these rounds and the totals beside them", teams=and_list(list(names)))


def _of_team(name: str) -> str:
    return tr("the figures of {team} and the totals beside them", team=name)


def _attached(whole: Publication, shown: Publication, whose: str, *, teams: bool = True) -> "tuple[Attachment, ...]":
    from teamhealth.report.metadata import Attachment

    data = figures_csv((shown,), fingerprint_of(whole), teams=teams)
    return (Attachment.of("figures.csv", "text/csv", whose, data),)
