"""The poster that invites a team: what is asked, what happens to answers, what is protected and what is not."""

from functools import partial
from pathlib import Path

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, Column, Columns, tinted_box
from teamhealth.report.fonts import markup, strong
from teamhealth.report.notices import TITLE, Print, crossed, listed, on_one_page, survey_metadata, ticked
from teamhealth.report.pages import CONTENT_WIDTH, Furniture
from teamhealth.report.paragraphs import heading, paragraph, rich_paragraph
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.comments_asked import least_promised, teams_not_asked
from teamhealth.survey.promises import (
    always_true,
    comments_promise,
    small_teams_promise,
    storage_promise,
    threshold_promise,
    who_opens_parts,
)
from teamhealth.survey.protection import does_not_protect_against, protects_against
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date

_LEAD_BOX = Backdrop(palette.RAIL, radius=8, padding=16, padding_above=10)
_GAP = 22.0
_HALF = (CONTENT_WIDTH - _GAP) / 2


def write_poster(survey: Survey, path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write the invitation poster as tagged PDF, whole or not at all.

    Raises
    ------
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, poster(survey, sheet))


def poster(survey: Survey, sheet: Sheet = ORDINARY) -> bytes:
    """Return the same poster as bytes; it is for all teams of the survey, so it names none."""
    title = tr("You are invited, {survey}", survey=survey.title)
    furniture = Furniture(survey.organisation.name, survey.title, tr("Invitation"))
    return on_one_page(partial(_story, survey), survey_metadata(survey, title, "poster"), furniture, sheet)


def _story(survey: Survey, printed: Print) -> list[Flowable]:
    protected, unprotected = protects_against(survey.custody), does_not_protect_against(survey.custody)
    return [
        heading(tr("What is it like to work here?"), 1, TITLE),
        paragraph(f"{survey.organisation.name} · {survey.title}", styles.SUBTITLE),
        Spacer(1, 10),
        tinted_box([rich_paragraph(_invitation(survey), printed.lead)], CONTENT_WIDTH, _LEAD_BOX, after=4),
        heading(tr("What happens to your answers"), 2, printed.section),
        *listed(_promises(survey), printed.item),
        Spacer(1, 8),
        Columns(
            (
                Column((heading(tr("Protects against"), 2, printed.half), *ticked(protected, printed.item)), _HALF),
                Column(
                    (heading(tr("Does not protect against"), 2, printed.half), *crossed(unprotected, printed.item)),
                    _HALF,
                ),
            ),
            gap=_GAP,
            after=4,
        ),
        heading(tr("Good to know"), 2, printed.section),
        *listed(_good_to_know(survey), printed.item),
    ]


def _good_to_know(survey: Survey) -> tuple[str, ...]:
    return (
        *always_true(survey.safeguarding_route),
        tr("Answering is your choice. You can leave any question out."),
        tr("Until you send, you can leave, and nothing is kept."),
    )


def _invitation(survey: Survey) -> str:
    asked = tr("You are invited to say how your team is doing.")
    long = trn("It takes about {count} minute.", "It takes about {count} minutes.", survey.minutes)
    words = f"{strong(asked)} {markup(long)}"
    if survey.planned_closing is not None:
        words += " " + markup(tr("It is planned to close on {day}.", day=long_date(survey.planned_closing)))
    return words


def _promises(survey: Survey) -> list[str]:
    """Return what staff are told on the first page too; where teams differ, what the smallest promise is."""
    team = min(survey.teams, key=lambda each: each.answering_recipients)
    pairs = [who_opens_parts(survey.custody), threshold_promise(survey.policy, team), storage_promise(survey.custody)]
    comments = comments_promise(survey.policy, least_promised(survey))
    if comments is not None:
        small = (small_teams_promise(),) if teams_not_asked(survey) else ()
        pairs.append((*comments, *small))
    return [" ".join(part if part.endswith(".") else f"{part}." for part in pair if part) for pair in pairs]
