"""What a survey lead prints when a survey has been made; the PDF library is loaded when something is written."""

from enum import StrEnum
from pathlib import Path

from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.texts.catalogue import tr


class Paper(StrEnum):
    """One document each."""

    SLIPS = "slips"
    SPARES = "spares"
    WORDS = "words"
    POSTER = "poster"


def papers_of(made: LeadSurvey) -> tuple[Paper, ...]:
    """Return what there is to print: slips only where codes are used."""
    papers = [Paper.SLIPS] if made.slips else []
    if made.spares:
        papers.append(Paper.SPARES)
    return (*papers, Paper.WORDS, Paper.POSTER)


def paper_name(made: LeadSurvey, paper: Paper) -> str:
    """Return a file name such as 'Autumn 2026 team health, code slips.pdf'."""
    from teamhealth.report.file_names import survey_file_name

    words = {
        Paper.SLIPS: tr("code slips"),
        Paper.SPARES: tr("spare slips"),
        Paper.WORDS: tr("three words"),
        Paper.POSTER: tr("poster"),
    }[paper]
    return survey_file_name(made.survey.title, words, ".pdf")


def write_paper(made: LeadSurvey, paper: Paper, path: Path) -> None:
    """Write a document as PDF, whole or not at all; FileUnwritable otherwise.

    Codes are nowhere else in the clear: slips that are not written now cannot be written later.
    """
    from teamhealth.report.poster import write_poster
    from teamhealth.report.seal_words import write_seal_words
    from teamhealth.report.slips import write_slips, write_spare_slips

    if paper is Paper.SLIPS:
        write_slips(made.survey, made.slips, path)
    elif paper is Paper.SPARES:
        write_spare_slips(made.survey, made.spares, path)
    elif paper is Paper.WORDS:
        write_seal_words(made.survey, made.words, path)
    else:
        write_poster(made.survey, path)
