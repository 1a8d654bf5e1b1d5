"""What a survey lead prints when a survey has been made; the PDF library is loaded when something is written."""

from enum import StrEnum
from pathlib import Path

from teamhealth.exchange.survey_file import read_survey
from teamhealth.sealing.costs import SEAL_COST, KeyCost
from teamhealth.services.lead_survey import LeadSurvey, words_of
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr


class Paper(StrEnum):
    """One document each."""

    SLIPS = "slips"
    SPARES = "spares"
    WORDS = "words"
    POSTER = "poster"
    QUESTIONNAIRE = "questionnaire"


def papers_of(made: LeadSurvey) -> tuple[Paper, ...]:
    """Return what there is to print: slips only where codes are used."""
    papers = [Paper.SLIPS] if made.slips else []
    if made.spares:
        papers.append(Paper.SPARES)
    return (*papers, Paper.WORDS, Paper.POSTER, Paper.QUESTIONNAIRE)


def paper_name(survey: Survey, paper: Paper, *, large_print: bool = False) -> str:
    """Return a file name such as 'Autumn 2026 team health, code slips.pdf'."""
    from teamhealth.report.file_names import survey_file_name, team_file_name

    words = {
        Paper.SLIPS: tr("code slips"),
        Paper.SPARES: tr("spare slips"),
        Paper.WORDS: tr("three words"),
        Paper.POSTER: tr("poster"),
        Paper.QUESTIONNAIRE: tr("paper questionnaire"),
    }[paper]
    if large_print:
        words = tr("{paper}, large print", paper=words)
    if paper is Paper.POSTER and len(survey.teams) == 1:
        # Rounds are called alike in every team, and the posters of two would lie under one name.
        return team_file_name(survey.teams[0].name, survey.title, words, ".pdf")
    return survey_file_name(survey.title, words, ".pdf")


def write_paper(made: LeadSurvey, paper: Paper, path: Path, *, large_print: bool = False) -> None:
    """Write a document as PDF, whole or not at all; FileUnwritable otherwise.

    Codes are nowhere else in the clear: slips that are not written now cannot be written later.
    """
    from teamhealth.report.paper_questionnaire import write_paper_questionnaire
    from teamhealth.report.poster import write_poster
    from teamhealth.report.seal_words import write_seal_words
    from teamhealth.report.sheet import sheet_of
    from teamhealth.report.slips import write_slips, write_spare_slips

    sheet = sheet_of(large_print=large_print)
    if paper is Paper.SLIPS:
        write_slips(made.survey, made.slips, path, sheet)
    elif paper is Paper.SPARES:
        write_spare_slips(made.survey, made.spares, path, sheet)
    elif paper is Paper.WORDS:
        write_seal_words(made.survey, made.words, path, sheet)
    elif paper is Paper.POSTER:
        write_poster(made.survey, path, sheet)
    else:
        write_paper_questionnaire(made.survey, made.words, path, sheet)


def write_questionnaire(workspace: Workspace, survey_id: str, path: Path, *, large_print: bool = False) -> None:
    """Write the paper questionnaire of a survey on this computer as PDF, whole or not at all; FileUnwritable otherwise.

    Where a survey lead opens the answers, finding the three words takes about a second.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
    _write_questionnaire(stored.survey, stored.public_key, path, large_print=large_print, cost=workspace.seal_cost)


def write_poster_of(workspace: Workspace, survey_id: str, path: Path, *, large_print: bool = False) -> None:
    """Write the poster of a survey on this computer as PDF, whole or not at all; FileUnwritable otherwise."""
    from teamhealth.report.poster import write_poster
    from teamhealth.report.sheet import sheet_of

    with workspace.database.connect() as store:
        survey = stored_survey(store, survey_id).survey
    write_poster(survey, path, sheet_of(large_print=large_print))


def write_questionnaire_of(survey_path: Path, path: Path, *, large_print: bool, cost: KeyCost = SEAL_COST) -> None:
    """Write the paper questionnaire of a survey file as PDF.

    Raises
    ------
    FileUnreadable
        If it is no survey file.
    FileUnwritable
        If the PDF cannot be written.
    """
    file = read_survey(survey_path)
    _write_questionnaire(file.survey, file.public_key, path, large_print=large_print, cost=cost)


def _write_questionnaire(survey: Survey, public_key: bytes, path: Path, *, large_print: bool, cost: KeyCost) -> None:
    from teamhealth.report.paper_questionnaire import write_paper_questionnaire
    from teamhealth.report.sheet import sheet_of

    words = words_of(public_key, cost) if survey.custody.kind is CustodyKind.LEAD else ()
    write_paper_questionnaire(survey, words, path, sheet_of(large_print=large_print))
