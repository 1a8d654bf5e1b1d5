"""Answers from other programs come in as they were given, without whoever gave them, or not at all."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from teamhealth.exchange.answer_mapping import (
    AnswerMapping,
    Holds,
    MappedColumn,
)
from teamhealth.exchange.return_file import read_return
from teamhealth.exchange.survey_file import SurveyFile, write_survey
from teamhealth.failures import TableInvalid
from teamhealth.sealing.codes import new_code
from teamhealth.sealing.envelope import unseal
from teamhealth.sealing.keys import KeyPair, new_key_pair
from teamhealth.services.answers_import import (
    guess,
    mapped,
    read_answer_table,
    read_from_elsewhere,
    seal_return,
    table_return,
    write_guess,
)
from teamhealth.survey.response import Response, number_alike, row_key
from tests.exchange.elsewhere import LAYOUTS, asked, people, qualtrics_rows
from tests.services.answer_tables import CODED, SURVEY, read, refused, source, table

PERSONAL = {
    "Microsoft Forms": ("Id", "Start time", "Completion time", "Email", "Name"),
    "Google Forms": ("Timestamp", "Email Address"),
    "LimeSurvey": ("Response ID", "Date submitted", "Seed", "IP address"),
    "Qualtrics": (
        "StartDate", "EndDate", "IPAddress", "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName",
        "RecipientEmail", "ExternalReference", "LocationLatitude", "LocationLongitude",
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_layout_is_known_and_gives_the_answers_that_were_given(layout: str, tmp_path: Path) -> None:
    given = people(SURVEY, 60)
    found = source(tmp_path, LAYOUTS[layout](SURVEY, given))
    assert found.layout.title == layout
    read = mapped(found, guess(SURVEY, found), SURVEY)
    assert read.responses == given
    assert read.personal == PERSONAL[layout]


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_nothing_that_names_a_person_is_sealed(layout: str, tmp_path: Path) -> None:
    pair = new_key_pair()
    file = SurveyFile(SURVEY, pair.public, None)
    found = source(tmp_path, LAYOUTS[layout](SURVEY, people(SURVEY, 20)))
    read = mapped(found, guess(SURVEY, found), SURVEY)
    seal_return(file, read.responses, tmp_path / "x.threturn", lambda _done, _all: None)
    opened = opened_from(tmp_path / "x.threturn", pair)
    assert all(opened.count(each) == read.responses.count(each) for each in read.responses)
    assert len(opened) == 20
    assert all(each.elsewhere for each in opened)
    for secret in ("person3@example.org", "Person 3", "192.0.2.7", "53.48", "2026-11-03", "R_00000003"):
        assert secret not in repr(opened)


def opened_from(path: Path, pair: KeyPair) -> list[Response]:
    return [replace(unseal(sealed, pair), alike=None) for _, sealed in read_return(path).envelopes]


def test_questions_are_found_by_text_label_and_number(tmp_path: Path) -> None:
    one, _, three = asked(SURVEY)[:3]
    heads = ["Team", f"1. {one.text.upper()}", "Families keep their worker"]
    given = source(tmp_path, table([heads, ["Northgate", "Agree", "4.0"]]))
    assert [each.question for each in guess(SURVEY, given).columns] == ["", one.id, three.id]
    assert mapped(given, guess(SURVEY, given), SURVEY).responses[0].answers == {one.id: 4, three.id: 4}


def test_each_question_is_told_with_the_column_that_answers_it_and_the_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("Alder", "Beech"):
        sheet = book.create_sheet(name)
        for row in (["Team", "st1"], ["Northgate", 4]):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(TableInvalid):
        read_answer_table(tmp_path / "a.xlsx")
    given = read_answer_table(tmp_path / "a.xlsx", "Beech")
    read_ = mapped(given, guess(SURVEY, given), SURVEY)
    assert read_.sheet == "Beech"
    assert [(each.head, each.question, each.text) for each in read_.asked] == [("st1", "st1", asked(SURVEY)[0].text)]


def test_addresses_places_and_times_are_dropped_under_any_head(tmp_path: Path) -> None:
    heads = ["Which team?", "st1", "Contact", "Where", "Machine", "When"]
    row = ["Northgate", "4", "a.b@example.org", "53.48095", "192.0.2.7", "03/11/2026 09:15"]
    read_ = read(tmp_path, [heads, row])
    assert read_.personal == ("Contact", "Where", "Machine", "When")


def test_words_of_the_scale_opt_outs_and_numbers_all_count(tmp_path: Path) -> None:
    rows = [["Team", "st1", "st2", "st3", "st4", "tu1"], ["NORTHGATE", "strongly AGREE", "N/A", "0", "", "21% to 40%"]]
    assert read(tmp_path, rows).responses[0].answers == {"st1": 5, "st2": 9, "st3": 0, "tu1": 3}


def test_reversed_questions_are_taken_as_asked_and_turned_back_once_where_the_other_program_turned_them(
    tmp_path: Path,
) -> None:
    given = source(tmp_path, table([["Team", "st1", "st2"], ["Northgate", "5", "5"], ["Northgate", "5", "9"]]))
    as_asked = guess(SURVEY, given)
    assert mapped(given, as_asked, SURVEY).responses[0].answers == {"st1": 5, "st2": 5}
    columns = tuple(replace(each, turned=each.question == "st2") for each in as_asked.columns)
    turned = mapped(given, replace(as_asked, columns=columns), SURVEY).responses
    assert [each.answers for each in turned] == [{"st1": 5, "st2": 1}, {"st1": 5, "st2": 9}]


def test_rows_that_do_not_fit_are_listed_with_row_and_reason_and_none_is_taken(tmp_path: Path) -> None:
    rows = [
        ["Team", "st1", "change"],
        ["Northgate", "4", ""],
        ["Nowhere", "4", ""],
        ["Northgate", "7", ""],
        ["Northgate", "4", "x" * 1001],
        ["Northgate", "", ""],
    ]
    assert refused(tmp_path, rows) == (
        "Row 3: the survey has no such team.",
        "Row 4, ‘I expect to still be working in this te…’: that is not an answer that is offered.",
        "Row 5, ‘What one change would most help this te…’: the comment is too long.",
        "Row 6: there is no answer in it.",
    )


def test_no_problem_quotes_an_answer(tmp_path: Path) -> None:
    problems = refused(tmp_path, [["Team", "st1"], ["Northgate", "I hate it here"]])
    assert not any("hate" in each for each in problems)


def test_one_team_for_all_rows_can_be_named(tmp_path: Path) -> None:
    given = source(tmp_path, table([["st1"], ["4"]]))
    assert refused(tmp_path, [["st1"], ["4"]]) == ("No column says the team. Name the team of all rows.",)
    read = mapped(given, guess(SURVEY, given, "southgate"), SURVEY)
    assert read.responses[0].team == SURVEY.teams[1].id


def test_codes_are_needed_where_the_survey_uses_them_and_stand_once(tmp_path: Path) -> None:
    code = new_code(lambda count: bytes(range(count)))
    rows = [["Team", "Your code", "st1"], ["Northgate", code.lower(), "4"], ["Northgate", code, "4"]]
    assert refused(tmp_path, rows, CODED) == ("Row 3: the code of row 2 stands here again.",)
    assert read(tmp_path, rows[:2], CODED).responses[0].code == code
    assert refused(tmp_path, [["Team", "st1"], ["Northgate", "4"]], CODED) == (
        "This survey uses codes, and no column holds them.",
    )


def test_files_alone_do_the_whole_job(tmp_path: Path) -> None:
    pair = new_key_pair()
    write_survey(SurveyFile(SURVEY, pair.public, None), tmp_path / "s.thsurvey")
    given = people(SURVEY, 12)
    (tmp_path / "a.xlsx").write_bytes(LAYOUTS["Microsoft Forms"](SURVEY, given))
    write_guess(tmp_path / "s.thsurvey", tmp_path / "a.xlsx", tmp_path / "m.toml")
    _, read = read_from_elsewhere(tmp_path / "s.thsurvey", tmp_path / "a.xlsx", tmp_path / "m.toml")
    assert read.responses == given


def test_people_who_answered_alike_count_each_and_the_same_table_once(tmp_path: Path) -> None:
    file = SurveyFile(SURVEY, new_key_pair().public, None)
    alike = [["Team", "st1"], *[["Northgate", "4"]] * 3, ["Northgate", "5"]]
    first = number_alike(read(tmp_path, alike).responses)
    assert [each.alike for each in first] == [0, 1, 2, 0]
    # One person more has answered since the table was saved before.
    grown = number_alike(read(tmp_path, [*alike, ["Northgate", "4"]]).responses)
    assert len({row_key(each) for each in (*first, *grown)}) == 5
    assert len(table_return(file, read(tmp_path, alike).responses, lambda _done, _all: None).envelopes) == 4


def test_with_codes_rows_are_not_numbered(tmp_path: Path) -> None:
    pair = new_key_pair()
    code = new_code(lambda count: bytes(range(count)))
    answers = read(tmp_path, [["Team", "Your code", "st1"], ["Northgate", code, "4"]], CODED).responses
    seal_return(SurveyFile(CODED, pair.public, None), answers, tmp_path / "x", lambda _done, _all: None)
    assert [unseal(each, pair).alike for _, each in read_return(tmp_path / "x").envelopes] == [None]


def test_what_was_never_sent_and_trials_are_not_sealed(tmp_path: Path) -> None:
    given = people(SURVEY, 4)
    rows = qualtrics_rows(SURVEY, given)
    status, finished = rows[0].index("Status"), rows[0].index("Finished")
    rows[4][status], rows[5][finished] = "Survey Preview", "False"
    read_ = read(tmp_path, rows)
    assert read_.responses == (given[0], given[3])
    assert [each.row for each in read_.passed_over] == [5, 6]
    everybody = [[*row[:status], "1", *row[status + 1 :]] for row in rows[3:]]
    assert refused(tmp_path, [*rows[:3], *everybody]) == (
        "There is no row with answers: all are trials, or were never sent.",
    )


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_no_mapping_makes_a_personal_column_of_a_layout_answers(layout: str, tmp_path: Path) -> None:
    given = source(tmp_path, LAYOUTS[layout](SURVEY, people(SURVEY, 6)))
    guessed = guess(SURVEY, given)
    for head in PERSONAL[layout]:
        # The free column for a comment is the question's own no longer.
        columns = tuple(
            replace(each, holds=Holds.QUESTION, question="change")
            if each.head == head
            else replace(each, holds=Holds.IGNORED, question="")
            if each.question == "change"
            else each
            for each in guessed.columns
        )
        with pytest.raises(TableInvalid) as caught:
            mapped(given, replace(guessed, columns=columns), SURVEY)
        assert caught.value.problems == (f"Column ‘{head}’: it could name a person, so it cannot be answers. Drop it.",)


def test_a_formula_for_a_team_or_a_code_is_told_as_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Team", "Your code", "st1"])
    sheet.append(['="North"&"gate"', "=A1", 4])
    book.save(tmp_path / "answers.xlsx")
    given = read_answer_table(tmp_path / "answers.xlsx")
    columns = (MappedColumn("Team", Holds.TEAM), MappedColumn("Your code", Holds.CODE))
    mapping = AnswerMapping("plain", (*columns, MappedColumn("st1", Holds.QUESTION, "st1")))
    with pytest.raises(TableInvalid) as caught:
        mapped(given, mapping, CODED)
    assert caught.value.problems == (
        "Row 2, ‘Team’: there is a formula or an error. Put the value in its place.",
        "Row 2, ‘Code’: there is a formula or an error. Put the value in its place.",
    )
