"""Rows a second of what comes in: four programs' exports, our own layout, and forms from paper, beside pandas."""

import csv
import io
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import openpyxl
import pandas as pd

from teamhealth.exchange.survey_file import SurveyFile
from teamhealth.sealing.codes import read_code
from teamhealth.sealing.keys import new_key_pair
from teamhealth.services.answers_import import guess, mapped, read_answer_table, sealed_return
from teamhealth.services.progress import unwatched
from teamhealth.survey.answers_table import read_answers
from teamhealth.survey.paper import PaperForm, PaperPile
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.exchange.elsewhere import LAYOUTS, asked, number, people
from tests.lead import lead_survey

ROWS = 2_000
FEWER = 50
FORMS = 200


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return rows a second from a file to checked answers, each with its time against pandas for reading alone."""
    survey = lead_survey(9, 6, codes=False)
    given = people(survey, FEWER if quick else ROWS)
    with tempfile.TemporaryDirectory() as name:
        return [*_elsewhere(survey, given, Path(name)), *_own(survey, given, Path(name)), *_sealing(survey, given)]


def _elsewhere(survey: Survey, given: tuple[Response, ...], folder: Path) -> Iterator[tuple[str, str]]:
    for layout, make in LAYOUTS.items():
        made = make(survey, given)
        workbook = made.startswith(b"PK")
        for kind, content in (
            ("CSV", _as_csv(made) if workbook else made),
            ("XLSX", made if workbook else _as_workbook(made)),
        ):
            path = folder / f"{layout}.{kind.lower()}"
            path.write_bytes(content)
            spent = _seconds(partial(_read, path, survey, len(given)))
            other = _seconds(partial(pd.read_csv if kind == "CSV" else pd.read_excel, path))
            yield f"{layout}, {kind}, {len(given):,} rows", _told(len(given) / spent, spent / other)


def _own(survey: Survey, given: tuple[Response, ...], folder: Path) -> Iterator[tuple[str, str]]:
    path = folder / "own.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["team", *(each.id for each in asked(survey))])
        rows.writerows([each.team, *(number(question, each) for question in asked(survey))] for each in given)
    spent = _seconds(lambda: read_answers(path.name, path.read_bytes(), survey, read_code))
    other = _seconds(lambda: pd.read_csv(path))
    yield f"questions by their ids, CSV, {len(given):,} rows", _told(len(given) / spent, spent / other)


def _sealing(survey: Survey, given: tuple[Response, ...]) -> Iterator[tuple[str, str]]:
    file = SurveyFile(survey, new_key_pair().public, None)
    spent = _seconds(lambda: sealed_return(file, given, unwatched))
    yield f"sealing {len(given):,} answers", f"{len(given) / spent:,.0f} a second"
    forms = [PaperForm(each.team, None, each.answers, each.comments) for each in given[:FORMS]]
    spent = _seconds(lambda: sealed_return(file, _keyed_twice(forms).responses(survey.id), unwatched))
    yield f"{len(forms)} forms from paper, keyed twice, compared and sealed", f"{len(forms) / spent:,.0f} a second"


def _keyed_twice(forms: list[PaperForm]) -> PaperPile:
    pile = PaperPile()
    for form in forms:
        pile = pile.with_form(form)
    pile = pile.turned()
    for form in forms:
        if pile.differing(form):
            raise ValueError("the same form differs from itself")
        pile = pile.with_form(form)
    return pile


def _read(path: Path, survey: Survey, count: int) -> None:
    source = read_answer_table(path)
    read = mapped(source, guess(survey, source), survey)
    if len(read.responses) != count:
        raise ValueError(f"{len(read.responses)} rows were read")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _told(pace: float, ratio: float) -> str:
    return f"{pace:,.0f} a second, {ratio:.1f} times pandas for reading alone"


def _as_csv(workbook: bytes) -> bytes:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True).worksheets[0]
    held = io.StringIO(newline="")
    csv.writer(held).writerows(sheet.iter_rows(values_only=True))
    return held.getvalue().encode()


def _as_workbook(table: bytes) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")):
        # As text, whatever it begins with: no program exports a comment as a formula.
        cells = [openpyxl.cell.WriteOnlyCell(sheet, each or None) for each in row]
        for cell in cells:
            if cell.value is not None:
                cell.data_type = "s"
        sheet.append(cells)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
