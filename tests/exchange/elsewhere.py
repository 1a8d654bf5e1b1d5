"""Invented answers, written the way four other programs lay their exports out."""

import csv
import io
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import openpyxl

from teamhealth.survey.questions import Question, QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey

STEM = "How far do you agree?"
_WHEN = datetime(2026, 11, 3, 9, 15)  # noqa: DTZ001 - as other programs write it


def asked(survey: Survey) -> list[Question]:
    """Return the questions in the order asked."""
    return [question for section in lay_out(survey) for question in section.questions]


def people(survey: Survey, count: int, *, seed: int = 1) -> tuple[Response, ...]:
    """Return people who answer at random in random teams, some of them not everything."""
    rng = random.Random(seed)
    made = []
    for number in range(count):
        answers = {
            each.id: rng.choice(sorted(each.codes)) for each in asked(survey) if each.codes and rng.random() < 0.9
        }
        comments = {
            each.id: f"Number {number}, “quoted”;\n=and more, Dŵr"
            for each in asked(survey)
            if not each.codes and number % 2
        }
        team = rng.choice(survey.teams).id
        made.append(Response(survey.id, team, answers or {"st1": 1}, comments, elsewhere=True))
    return tuple(made)


def words(question: Question, response: Response) -> str:
    """Return what somebody answered in words, '' for nothing."""
    if question.kind is QuestionKind.COMMENT:
        return response.comments.get(question.id, "")
    return question.option(response.answers[question.id]) if question.id in response.answers else ""


def number(question: Question, response: Response) -> str:
    """Return what somebody answered as a number, comments in words."""
    if question.kind is QuestionKind.COMMENT:
        return response.comments.get(question.id, "")
    return str(response.answers.get(question.id, ""))


def _team(survey: Survey, response: Response, code: str = "") -> list[str]:
    """Return whose answers they are: the team, and the code where people were given any."""
    return [survey.team(response.team).name, *([code] if code else [])]


def _heads(question: str, codes: Sequence[str]) -> list[str]:
    return [question, *(["The code on your slip"] if codes else [])]


def _numbered(responses: Sequence[Response], codes: Sequence[str]) -> Iterator[tuple[int, Response, str]]:
    """Return each person's number, answers and code, '' where there are none."""
    for place, response in enumerate(responses):
        yield place + 1, response, codes[place] if codes else ""


def _csv(rows: Sequence[Sequence[object]], *, encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator=end).writerows(rows)
    return held.getvalue().encode(encoding)


def microsoft_forms(survey: Survey, responses: Sequence[Response], codes: Sequence[str] = ()) -> bytes:
    """Return a workbook: real times, a name and an address, questions by their text, answers in words."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    heads = ["Id", "Start time", "Completion time", "Email", "Name", *_heads("Which team do you work in?", codes)]
    sheet.append([*heads, *(each.text for each in asked(survey))])
    for place, response, code in _numbered(responses, codes):
        row = [place, _WHEN, _WHEN, f"person{place}@example.org", f"Person {place}"]
        row += _team(survey, response, code)
        sheet.append([*row, *([None] * len(asked(survey)))])
        for column, question in enumerate(asked(survey), len(row) + 1):
            cell = sheet.cell(place + 1, column, words(question, response) or None)
            if cell.value is not None:
                cell.data_type = "s"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def google_forms(survey: Survey, responses: Sequence[Response], codes: Sequence[str] = ()) -> bytes:
    """Return a CSV file: a time stamp and an address, a grid's statements in brackets, answers in words."""
    heads = [each.text if each.kind is QuestionKind.COMMENT else f"{STEM} [{each.text}]" for each in asked(survey)]
    rows = [["Timestamp", "Email Address", *_heads("Team", codes), *heads]]
    for place, response, code in _numbered(responses, codes):
        row = [f"2026/11/03 9:{place % 60:02d}:07 am GMT", f"person{place}@example.org"]
        rows.append([*row, *_team(survey, response, code), *(words(each, response) for each in asked(survey))])
    return _csv(rows)


def limesurvey(survey: Survey, responses: Sequence[Response], codes: Sequence[str] = ()) -> bytes:
    """Return a CSV file with full heads and answers as codes, as for a statistics program."""
    heads = [each.text if each.kind is QuestionKind.COMMENT else f"{STEM} [{each.text}]" for each in asked(survey)]
    first = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "IP address"]
    rows = [[*first, *_heads("Your team", codes), *heads, "Total time"]]
    for place, response, code in _numbered(responses, codes):
        row = [place, "2026-11-03 09:15:07", 4, "en", 1234567, "192.0.2.7", *_team(survey, response, code)]
        codes = [number(each, response) for each in asked(survey)]
        coded = [f"A{code}" if len(code) == 1 and code in "123456" else code for code in codes]
        rows.append([*map(str, row), *coded, "412.5"])
    return _csv(rows, encoding="utf-8-sig", end="\n")


def qualtrics(survey: Survey, responses: Sequence[Response], codes: Sequence[str] = ()) -> bytes:
    """Return a CSV file with three head rows, numbers as answers, and a person's place."""
    return _csv(qualtrics_rows(survey, responses, codes), end="\n")


def qualtrics_rows(survey: Survey, responses: Sequence[Response], codes: Sequence[str] = ()) -> list[list[str]]:
    """Return the rows of that file: names, texts, ids for reading it in again, then people."""
    first = [
        "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
        "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail",
        "ExternalReference", "LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage",
    ]  # fmt: skip
    said = [
        "Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished",
        "Recorded Date", "Response ID", "Recipient Last Name", "Recipient First Name", "Recipient Email",
        "External Data Reference", "Location Latitude", "Location Longitude", "Distribution Channel", "User Language",
    ]  # fmt: skip
    names = [f"Q2_{place}" for place in range(1, len(asked(survey)) + 1)]
    texts = [f"{STEM} - {each.text}" for each in asked(survey)]
    rows: list[list[str]] = [
        [*first, *_heads("Q1", codes), *names],
        [*said, *_heads("Which team do you work in?", codes), *texts],
        [f'{{"ImportId":"{each}"}}' for each in (*first, *_heads("QID1", codes), *names)],
    ]
    for place, response, code in _numbered(responses, codes):
        about = [
            "2026-11-03 09:15:07", "2026-11-03 09:22:41", "0", "192.0.2.7", "100", "454", "1",
            "2026-11-03 09:22:42", f"R_{place:08d}", "Surname", "Forename", f"person{place}@example.org",
            "", "53.48095", "-2.23743", "email", "EN-GB",
        ]  # fmt: skip
        rows.append([*about, *_team(survey, response, code), *(number(each, response) for each in asked(survey))])
    return rows


LAYOUTS: dict[str, Callable[..., bytes]] = {
    "Microsoft Forms": microsoft_forms,
    "Google Forms": google_forms,
    "LimeSurvey": limesurvey,
    "Qualtrics": qualtrics,
}
