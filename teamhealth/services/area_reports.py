"""The report of an area of service or of the council; the PDF library is loaded when it is written."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from teamhealth.failures import NoSuchService
from teamhealth.publication.area import Area, council_area, service_area
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.resources import resource
from teamhealth.services.attached import area_figures_attached, totals_beside_attached, workforce_attached
from teamhealth.services.workforce import RatesByArea

if TYPE_CHECKING:
    from teamhealth.report.area import AreaBeside
    from teamhealth.report.standards import Standards


def service_named(publication: Publication, name: str) -> str:
    """Return the id of the area of service of this name, in any case; NoSuchService tells the names there are."""
    for service in publication.services:
        if service.name.casefold() == name.strip().casefold():
            return service.id
    raise NoSuchService(name, tuple(service.name for service in publication.services))


def write_area_report(
    rounds: Sequence[Publication],
    service_id: str | None,
    path: Path,
    *,
    large_print: bool = False,
    workforce: RatesByArea | None = None,
    teams: bool = True,
) -> None:
    """Write the report of an area of service, or of the council, as PDF.

    Parameters
    ----------
    rounds : sequence of Publication
        The round that is reported, and perhaps earlier ones: the newest of them stands beside it.
    service_id : str or None
        The area of service; None for the council.
    path : Path
        Written whole or not at all.
    large_print : bool
        Whether its text is 16 points.
    workforce : mapping of str or None to AreaRates, or None
        Workforce figures by area of service, the council's under None; without them there is no such section.
    teams : bool
        Whether teams are named beside their figures, in what is attached and in what is heard too.

    Raises
    ------
    FileUnwritable
        If the file cannot be written.
    """
    from teamhealth.report.area import write_area_report as write_report
    from teamhealth.report.sheet import sheet_of

    publication = rounds[0]
    beside = area_beside(rounds, service_id, workforce)
    rates = [workforce[service_id]] if workforce and service_id in workforce else []
    attached = (
        *area_figures_attached(publication, service_id, teams=teams),
        *totals_beside_attached(publication, service_id, _round_before(publication, rounds[1:], service_id)),
        *workforce_attached(rates, publication.survey.published),
    )
    beside = replace(beside, attachments=attached)
    area = replace(area_of(publication, service_id), named=teams)
    write_report(area, beside, path, sheet_of(large_print=large_print))


def area_beside(
    rounds: Sequence[Publication], service_id: str | None, workforce: RatesByArea | None = None
) -> "AreaBeside":
    """Return what stands beside the figures of an area in the first of these rounds; no data is attached."""
    from teamhealth.report.area import AreaBeside
    from teamhealth.report.evidence import own_evidence

    publication, *others = rounds
    before = _round_before(publication, others, service_id)
    rates = (workforce or {}).get(service_id)
    return AreaBeside(
        own_evidence(),
        standards(),
        publication_hash(publication),
        earlier=area_of(before, service_id) if before is not None else None,
        workforce=rates.rates if rates is not None else None,
        references=rates.references if rates is not None else (),
        quality_told=service_id is None and bool(publication.quality),
    )


def standards() -> "Standards":
    """Return which employer standard and which Ofsted condition every item bears on."""
    from teamhealth.report.standards import read_standards

    return read_standards(resource("evidence", "standards.toml"))


def area_of(publication: Publication, service_id: str | None) -> Area:
    """Return an area of service of a publication, or with None the council."""
    return council_area(publication) if service_id is None else service_area(publication, service_id)


def _round_before(
    publication: Publication, others: Sequence[Publication], service_id: str | None
) -> Publication | None:
    """Return the newest round before that an area was in; None where there is none."""
    before = [
        each
        for each in others
        if each.survey.organisation.id == publication.survey.organisation.id
        and each.survey.published < publication.survey.published
        and (service_id is None or any(service.id == service_id for service in each.services))
    ]
    return max(before, key=_published, default=None)


def _published(publication: Publication) -> str:
    return publication.survey.published.isoformat()
