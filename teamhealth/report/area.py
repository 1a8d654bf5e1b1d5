"""The report of an area of service, or of the whole council: for practice leads, HR and directors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportlab.platypus.flowables import Flowable

from teamhealth.publication.area import Area
from teamhealth.report.area_front import area_front, area_kind
from teamhealth.report.area_items import area_items_section
from teamhealth.report.area_notes import area_examples_section, area_method_section, area_not_shown_section
from teamhealth.report.evidence import Evidence
from teamhealth.report.metadata import Attachment
from teamhealth.report.pages import Furniture, build
from teamhealth.report.plan_workforce import workforce_section
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.standards import Standards
from teamhealth.report.survey_metadata import metadata_of_survey
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.workforce_reference import ENGLAND_2023, Reference
from teamhealth.survey.workforce_release import ShownRates
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class AreaBeside:
    """What stands beside an area's figures.

    Parameters
    ----------
    evidence, standards : Evidence, Standards
        What sources say, and what items bear on.
    fingerprint : str
        The publication's hash.
    earlier : Area or None
        The same area in the round before, for its totals; nothing is tested between them.
    workforce : ShownRates or None
        Workforce figures, as far as they may be shown.
    references : sequence of Reference
        The marks that they stand beside.
    today : date or None
        For marks that have grown old; by default the day of publication.
    quality_told : bool
        Whether figures on the quality of the questionnaire are published, which the survey lead's page tells.
    attachments : tuple of Attachment
        The figures as data.
    """

    evidence: Evidence
    standards: Standards
    fingerprint: str
    earlier: Area | None = None
    workforce: ShownRates | None = None
    references: Sequence[Reference] = (ENGLAND_2023,)
    today: date | None = None
    quality_told: bool = False
    attachments: tuple[Attachment, ...] = ()


def write_area_report(area: Area, beside: AreaBeside, path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write an area's report as tagged PDF, whole or not at all; FileUnwritable otherwise."""
    write_atomically(path, area_report(area, beside, sheet))


def area_report(area: Area, beside: AreaBeside, sheet: Sheet = ORDINARY) -> bytes:
    """Return the same report as bytes: the same for the same publication, on every machine."""
    facts = area.facts
    kind = area_kind(area)
    title = tr("{area}: {kind}, {round}", area=area.name, kind=kind, round=facts.wave.name)
    furniture = Furniture(facts.organisation.name, facts.title, tr("{area}: {kind}", area=area.name, kind=kind))
    metadata = metadata_of_survey(
        facts, title, f"area {area.service} {'' if area.named else 'totals '}{beside.fingerprint}", beside.attachments
    )
    return build(area_story(area, beside, sheet), metadata, furniture, sheet).content


def area_story(area: Area, beside: AreaBeside, sheet: Sheet = ORDINARY) -> list[Flowable]:
    """Return the report's content, page one first."""
    day = beside.today or area.facts.published
    return [
        *area_front(area, beside.standards, beside.earlier, sheet, attached=bool(beside.attachments)),
        *area_items_section(area, beside.standards),
        *area_examples_section(area, beside.evidence),
        *workforce_section(beside.workforce, beside.references, day),
        *area_not_shown_section(area),
        *area_method_section(area, beside.fingerprint, beside.attachments, quality_told=beside.quality_told),
    ]
