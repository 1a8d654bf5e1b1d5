"""The notice with the seal words: one page that the survey lead gives to staff directly."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, tinted_box
from teamhealth.report.fonts import BOLD, one_line, text_width
from teamhealth.report.notices import TITLE, Print, listed, on_one_page, survey_metadata
from teamhealth.report.pages import CONTENT_WIDTH, Furniture
from teamhealth.report.paragraphs import heading, paragraph
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.comments_asked import any_asked
from teamhealth.survey.promises import always_true, storage_promise, threshold_promise, who_opens
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr

_BOX = Backdrop(palette.RAIL, radius=8, padding=16, padding_above=26)
_LARGEST = 40.0
_GAP = "   "


def write_seal_words(survey: Survey, words: Sequence[str], path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write the notice as tagged PDF, whole or not at all.

    Parameters
    ----------
    survey : Survey
        What the words are for.
    words : sequence of str
        The survey's seal words in their order.
    path : Path
        The file; its folder must exist.

    Raises
    ------
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, seal_words(survey, words, sheet))


def seal_words(survey: Survey, words: Sequence[str], sheet: Sheet = ORDINARY) -> bytes:
    """Return the same notice as bytes: one page, or two in large print."""
    title = tr("Check the three words, {survey}", survey=survey.title)
    furniture = Furniture(survey.organisation.name, survey.title, tr("Notice from the survey lead"))
    return on_one_page(partial(_story, survey, words), survey_metadata(survey, title, "words"), furniture, sheet)


def _story(survey: Survey, words: Sequence[str], printed: Print) -> list[Flowable]:
    return [
        heading(tr("Check the three words"), 1, TITLE),
        paragraph(tr("Notice from the survey lead, {organisation}", organisation=survey.organisation.name)),
        paragraph(survey.title, styles.QUIET),
        Spacer(1, 12),
        tinted_box([_large(words)], CONTENT_WIDTH, _BOX, after=18),
        paragraph(tr("The first page of the questionnaire shows these words, in this order."), printed.text),
        heading(tr("If it shows any others"), 2, printed.section),
        *listed(_if_others(survey), printed.item),
        heading(tr("Where this notice comes from"), 2, printed.section),
        *listed(_where_from(survey), printed.item),
        heading(tr("What you are promised"), 2, printed.section),
        *listed(_promised(survey), printed.item),
    ]


def _if_others(survey: Survey) -> list[str]:
    said = [
        tr("Stop, and answer nothing: the answers would be sealed to somebody else."),
        tr("Tell the survey lead, not your manager."),
    ]
    if survey.custody.one_time_codes:
        said.append(tr("Keep your code. It is still good."))
    return said


def _where_from(survey: Survey) -> list[str]:
    said = [
        tr("It should reach you from the survey lead, not through your manager."),
        tr("If you are unsure, ask the survey lead to say the words."),
    ]
    if survey.custody.one_time_codes:
        said.append(tr("Spare codes can be had from the survey lead only."))
    return said


def _promised(survey: Survey) -> tuple[str, ...]:
    said = [who_opens(survey.custody)]
    if not survey.custody.one_time_codes:
        said.append(" ".join(storage_promise(survey.custody)))
    smallest = min(survey.teams, key=lambda team: team.answering_recipients)
    said.append(threshold_promise(survey.policy, smallest)[1])
    if any_asked(survey):
        said.append(tr("Comments are read word for word."))
    return (*said, *always_true(survey.safeguarding_route))


def _large(words: Sequence[str]) -> Flowable:
    """Return the words on one line, as large as they fit."""
    line = one_line(" ".join(words))
    wide = _GAP.join(line.split())
    room = CONTENT_WIDTH - 2 * _BOX.padding
    size = min(_LARGEST, _LARGEST * room / text_width(wide, BOLD, _LARGEST))
    style = ParagraphStyle(
        "seal-words",
        fontName=BOLD,
        fontSize=size,
        leading=size * 1.2,
        alignment=TA_CENTER,
        textColor=HexColor(palette.WHITE),
    )
    return paragraph(wide.replace(" ", "\N{NO-BREAK SPACE}"), style)
