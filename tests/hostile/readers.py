"""Every reader of files from elsewhere, as the program calls it on a path."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from teamhealth.exchange.answer_mapping import parse_mapping
from teamhealth.exchange.key_file import read_key
from teamhealth.exchange.plan_sheet_reader import read_plan_sheet
from teamhealth.exchange.reference_table import read_indicators
from teamhealth.exchange.results_file import read_part, read_results
from teamhealth.exchange.return_file import read_return
from teamhealth.exchange.survey_file import read_survey
from teamhealth.exchange.team_table import read_team_table
from teamhealth.exchange.whole_file import read_whole
from teamhealth.exchange.workforce_table import read_workforce_table
from teamhealth.sealing.codes import read_code
from teamhealth.services.answers_import import guess, mapped, read_answer_table
from teamhealth.services.new_survey import read_spec
from teamhealth.survey.answers_table import read_answers
from teamhealth.survey.questionnaire_file import read_questionnaire
from tests.lead import lead_survey
from tests.plans import planned

SURVEY = lead_survey(9, 6, codes=False)
_LARGEST = 1024 * 1024 * 1024


def _answers(path: Path) -> object:
    return read_answers(path.name, path.read_bytes(), SURVEY, read_code)


def _elsewhere(path: Path) -> object:
    source = read_answer_table(path)
    return mapped(source, guess(SURVEY, source), SURVEY)


def _mapping(path: Path) -> object:
    return read_whole(path, _LARGEST, lambda data: parse_mapping(path.name, data))


def _plan(path: Path) -> object:
    return read_plan_sheet(path, planned(), Random(1).randbytes)


def _workforce(path: Path) -> object:
    return read_workforce_table(path, date(2026, 12, 7))


READERS: dict[str, Callable[[Path], object]] = {
    "survey file": read_survey,
    "key file": read_key,
    "return file": read_return,
    "results file": read_results,
    "part of results": read_part,
    "spec": read_spec,
    "questionnaire": read_questionnaire,
    "mapping": _mapping,
    "answers by ids": _answers,
    "answers from elsewhere": _elsewhere,
    "workforce figures": _workforce,
    "published indicators": read_indicators,
    "teams and headcounts": read_team_table,
    "plan": _plan,
}
