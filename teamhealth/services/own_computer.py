"""Answering on one's own computer: one interview, one sealed envelope, and nothing that stays behind."""

from pathlib import Path

from teamhealth.exchange.return_file import Return, write_return
from teamhealth.exchange.survey_file import SurveyFile, read_survey
from teamhealth.failures import CodeUnknown, ReturnOfAnotherSurvey
from teamhealth.sealing.costs import SEAL_COST, KeyCost
from teamhealth.sealing.envelope import seal
from teamhealth.services.code_checks import CheckedCode, CodeVerdict, check_against
from teamhealth.services.lead_survey import words_of
from teamhealth.survey.response import Response


def open_for_one(path: Path) -> SurveyFile:
    """Return a survey file for one interview; FileUnreadable if it is none. Nothing is stored."""
    return read_survey(path)


def own_words(file: SurveyFile, cost: KeyCost = SEAL_COST) -> tuple[str, ...]:
    """Return the three seal words to compare; takes about a second."""
    return words_of(file.public_key, cost)


def check_own_code(file: SurveyFile, typed: str) -> CheckedCode:
    """Return whether a code is one of the survey's; whether it was used elsewhere shows at opening only."""
    return check_against(file.codes, typed) if file.codes is not None else CheckedCode(CodeVerdict.UNKNOWN)


def write_own_return(file: SurveyFile, response: Response, path: Path) -> None:
    """Seal a response and write it as a return of one envelope, for the team's laptop to take in.

    Raises
    ------
    ReturnOfAnotherSurvey
        If the response is not to this survey.
    CodeUnknown
        If the survey uses codes and the response has none of them.
    ResponseTooLarge, FileUnwritable
        Nothing is written.
    """
    if response.survey != file.survey.id or response.team not in {team.id for team in file.survey.teams}:
        raise ReturnOfAnotherSurvey
    if file.codes is not None and check_against(file.codes, response.code or "").verdict is not CodeVerdict.GOOD:
        raise CodeUnknown
    sealed = seal(response, file.public_key)
    write_return(Return(file.survey.id, frozenset({(response.team, sealed)})), path)
