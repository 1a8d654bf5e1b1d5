"""Tables of answers as another program gives them, and what is read of them, or why they are refused."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from teamhealth.exchange.answer_table import AnswerTable
from teamhealth.failures import TableInvalid
from teamhealth.services.answers_import import (
    ReadAnswers,
    guess,
    mapped,
    read_answer_table,
)
from teamhealth.survey.survey import Survey
from tests.lead import lead_survey

SURVEY = lead_survey(40, 40, codes=False)

CODED = lead_survey(9, 6)


def source(folder: Path, data: bytes, name: str = "answers.csv") -> AnswerTable:
    (folder / name).write_bytes(data)
    return read_answer_table(folder / name)


def table(rows: Sequence[Sequence[str]]) -> bytes:
    held = io.StringIO(newline="")
    csv.writer(held).writerows(rows)
    return held.getvalue().encode()


def read(folder: Path, rows: Sequence[Sequence[str]], survey: Survey = SURVEY) -> ReadAnswers:
    given = source(folder, table(rows))
    return mapped(given, guess(survey, given), survey)


def refused(folder: Path, rows: Sequence[Sequence[str]], survey: Survey = SURVEY) -> tuple[str, ...]:
    with pytest.raises(TableInvalid) as caught:
        read(folder, rows, survey)
    return caught.value.problems
