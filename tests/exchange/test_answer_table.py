"""Heads are told from people by what stands in a row, and rows of nobody are left out and named."""

import pytest

from teamhealth.exchange.answer_layout import PassedReason, layout_of, read_layouts
from teamhealth.exchange.answer_table import AnswerTable, PassedOver, answer_table, passed_over_lines
from teamhealth.exchange.table_file import Row, Table
from teamhealth.resources import resource
from tests.exchange.elsewhere import people, qualtrics_rows
from tests.lead import lead_survey

SURVEY = lead_survey(9, 6, codes=False)
ROWS = qualtrics_rows(SURVEY, people(SURVEY, 4))
NAMES, TEXTS, IDS, PEOPLE = ROWS[0], ROWS[1], ROWS[2], ROWS[3:]


def laid_out(rows: list[list[str]]) -> AnswerTable:
    numbered = [Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)]
    table = Table(numbered[0], tuple(numbered[1:]))
    return answer_table("answers.csv", table, layout_of(table, read_layouts(resource("layouts"))))


@pytest.mark.parametrize(
    ("heads", "questions"),
    [
        ([NAMES, TEXTS, IDS], TEXTS),
        ([NAMES, TEXTS], TEXTS),
        ([TEXTS, IDS], TEXTS),
        ([NAMES, IDS], NAMES),
        ([TEXTS], TEXTS),
        ([NAMES], NAMES),
    ],
    ids=["all three", "no ids", "no names", "no texts", "texts alone", "names alone"],
)
def test_nobody_is_taken_for_a_head_and_no_head_for_a_person(heads: list[list[str]], questions: list[str]) -> None:
    found = laid_out([*heads, *PEOPLE])
    assert found.layout.title == "Qualtrics"
    assert [row.cells for row in found.rows] == [tuple(each) for each in PEOPLE]
    assert found.questions.cells == tuple(questions)
    assert found.passed_over == ()


def test_one_head_row_of_another_program_is_never_more() -> None:
    rows = [["Timestamp", "Score", "Team", "st1"], ["2026/11/03 9:00:00", "3", "Northgate", "4"], ["", "", "Team", "5"]]
    assert [row.number for row in laid_out(rows).rows] == [2, 3]


def marked(column: str, values: list[str]) -> list[list[str]]:
    place = NAMES.index(column)
    return [[*row[:place], value, *row[place + 1 :]] for row, value in zip(PEOPLE, values, strict=True)]


@pytest.mark.parametrize(
    ("column", "values", "reason"),
    [
        ("Status", ["IP Address", "Survey Preview", "Spam", "Survey Test"], PassedReason.TRIAL),
        ("Status", ["0", "1", "8", "2"], PassedReason.TRIAL),
        ("Finished", ["True", "False", "TRUE", "false"], PassedReason.UNFINISHED),
        ("Finished", ["1", "0", "1", "0"], PassedReason.UNFINISHED),
    ],
)
def test_trials_and_what_was_never_sent_are_nobody(column: str, values: list[str], reason: PassedReason) -> None:
    found = laid_out([NAMES, TEXTS, IDS, *marked(column, values)])
    assert [row.number for row in found.rows] == [4, 6]
    assert found.passed_over == (PassedOver(5, reason), PassedOver(7, reason))


def test_without_a_time_of_sending_nothing_was_sent() -> None:
    heads = ["Response ID", "Date submitted", "Last page", "Team", "st1"]
    rows = [heads, ["1", "1980-01-01 00:00:00", "4", "Northgate", "A4"], ["2", "", "2", "Northgate", "A3"]]
    assert laid_out(rows).passed_over == (PassedOver(3, PassedReason.UNFINISHED),)


def test_rows_that_are_left_out_are_named_with_the_reason_as_far_as_anybody_reads() -> None:
    passed = [PassedOver(5, PassedReason.TRIAL), *(PassedOver(row, PassedReason.UNFINISHED) for row in range(7, 30))]
    assert list(passed_over_lines(passed)) == [
        f"Left out, as they were never sent: rows {', '.join(map(str, range(7, 27)))} and 3 more.",
        "Left out, as it is a trial: row 5.",
    ]


def test_heads_stand_on_one_line_and_hold_nothing_that_cannot_be_shown() -> None:
    assert laid_out([["Team", "How far\ndo you\u202e agree?", ""], ["Northgate", "4", "x"]]).heads == (
        "Team", "How far do you agree?", "",
    )  # fmt: skip
