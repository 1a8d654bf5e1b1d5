"""A team's report: page one at a glance, then every figure that may be shown, what it means and how it is made."""

from pathlib import Path

from reportlab.platypus.flowables import Flowable

from teamhealth.publication.lines import Rounds
from teamhealth.publication.types import Publication
from teamhealth.report.evidence import Evidence
from teamhealth.report.metadata import Attachment
from teamhealth.report.pages import Furniture, build, room_left
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.subject import Subject, metadata_of, subject_of
from teamhealth.report.team_front import Fit, front_page
from teamhealth.report.team_items import items_section
from teamhealth.report.team_method import method_section
from teamhealth.report.team_rounds import rounds_section
from teamhealth.report.team_time import time_section
from teamhealth.report.team_words import comments_section, examples_section, not_shown_section, reasons_section
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.settings.collector import collector_held_back
from teamhealth.texts.catalogue import tr

# So many points left of a page without rounds are worth setting it once more.
_ROOM_TO_GROW = 30.0


def write_team_report(
    publication: Publication,
    team_id: str,
    path: Path,
    evidence: Evidence | None,
    sheet: Sheet = ORDINARY,
    *,
    rounds: Rounds | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> None:
    """Write a team's report as tagged PDF, whole or not at all.

    Parameters
    ----------
    publication : Publication
        The released figures, the whole or the team's part.
    team_id : str
        A shown team.
    path : Path
        The file; its folder must exist.
    evidence : Evidence or None
        What sources say; without it the report has no such sections.
    sheet : Sheet
        Ordinary or large print.
    rounds : Rounds or None
        The publication's round and those before: from the third on the team is followed through them.
    attachments : tuple of Attachment
        The figures as data: what is there makes the report PDF/A-3a.

    Raises
    ------
    KeyError
        If the publication has no such team.
    TeamHidden
        If the team is not shown by itself.
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, team_report(publication, team_id, evidence, sheet, rounds=rounds, attachments=attachments))


@collector_held_back()
def team_report(
    publication: Publication,
    team_id: str,
    evidence: Evidence | None,
    sheet: Sheet = ORDINARY,
    *,
    rounds: Rounds | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> bytes:
    """Return the same report as bytes: the same for the same publication, on every machine."""
    subject = subject_of(publication, team_id, rounds=rounds, attachments=attachments)
    title = tr("{team}: team report, {round}", team=subject.team.name, round=subject.facts.wave.name)
    furniture = Furniture(
        subject.facts.organisation.name, subject.facts.title, tr("{team}: team report", team=subject.team.name)
    )
    metadata = metadata_of(subject, title, "report")
    return build(team_story(subject, evidence, sheet), metadata, furniture, sheet).content


def team_story(subject: Subject, evidence: Evidence | None, sheet: Sheet) -> list[Flowable]:
    """Return the report's content, page one first, for a document of its own or as part of another."""
    front, panels = _front(subject, sheet)
    story = [*front, *items_section(subject), *time_section(subject)]
    story += rounds_section(subject, panels=not panels)
    story += not_shown_section(subject)
    if evidence is not None:
        story += reasons_section(subject, evidence)
        story += examples_section(subject, evidence)
    story += method_section(subject)
    story += comments_section(subject)
    return story


def _front(subject: Subject, sheet: Sheet) -> tuple[list[Flowable], bool]:
    """Return page one as roomy as it may be so that it stays one page, and whether the rounds are on it."""
    if sheet.large:
        return front_page(subject, Fit.FLOWING), True
    for panels in (True, False) if subject.lines is not None else (True,):
        for fit in (Fit.ROOMY, Fit.TIGHT, Fit.CLOSE, Fit.CLOSEST, Fit.DENSE):
            story = front_page(subject, fit, panels=panels)
            room = room_left(story)
            if room >= 0:
                # Panels and rows take what is left, as they are easier to read the higher they are; but setting the
                # page once more costs time, and without rounds there is mostly little to gain.
                grows = fit is not Fit.ROOMY and (subject.lines is not None or room > _ROOM_TO_GROW)
                return front_page(subject, fit, panels=panels, taller=room) if grows else story, panels
    return front_page(subject, Fit.FLOWING, panels=False), False
