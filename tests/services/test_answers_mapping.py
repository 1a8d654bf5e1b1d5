"""A mapping says what each column of another table holds: suggested, written, corrected, refused where it is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.exchange.answer_mapping import (
    AnswerMapping,
    Holds,
    MappedColumn,
    mapping_document,
    parse_mapping,
)
from teamhealth.exchange.survey_file import SurveyFile, write_survey
from teamhealth.failures import SpecInvalid, TableInvalid
from teamhealth.sealing.keys import new_key_pair
from teamhealth.services.answers_import import (
    guess,
    mapped,
    read_from_elsewhere,
    write_guess,
)
from tests.exchange.elsewhere import LAYOUTS, asked, google_forms, people
from tests.services.answer_tables import SURVEY, refused, source, table


def test_a_text_that_is_only_much_like_a_question_is_suggested_and_not_taken(tmp_path: Path) -> None:
    two = asked(SURVEY)[1]
    near = two.text.replace("seriously", "seriousely")
    given = source(tmp_path, table([["Team", "st1", near], ["Northgate", "4", "2"]]))
    column = guess(SURVEY, given).columns[2]
    assert (column.holds, column.question) == (Holds.UNKNOWN, two.id)
    words = f"Column ‘{near}’: it is much like ‘{two.text}’. Say whether it is that question."
    assert refused(tmp_path, [["Team", "st1", near], ["Northgate", "4", "2"]]) == (words,)
    confirmed = replace(guess(SURVEY, given).columns[2], holds=Holds.QUESTION)
    mapping = replace(guess(SURVEY, given), columns=(*guess(SURVEY, given).columns[:2], confirmed))
    assert mapped(given, mapping, SURVEY).responses[0].answers == {"st1": 4, two.id: 2}


def test_the_label_of_a_question_asked_the_other_way_round_is_suggested_and_not_taken(tmp_path: Path) -> None:
    """Its label says the healthy side: who agrees with it disagrees with the question."""
    items = {each.id: each for asked in SURVEY.questionnaires for each in asked.items}
    assert items["st2"].reverse
    given = source(tmp_path, table([["Team", "st1", items["st2"].label], ["Northgate", "4", "5"]]))
    column = guess(SURVEY, given).columns[2]
    assert (column.holds, column.question) == (Holds.UNKNOWN, "st2")


def test_without_a_mapping_only_questions_word_for_word_are_taken(tmp_path: Path) -> None:
    write_survey(SurveyFile(SURVEY, new_key_pair().public, None), tmp_path / "s.thsurvey")
    heads = ["Team", asked(SURVEY)[0].text, "My workload does not let me do my job properly."]
    (tmp_path / "a.csv").write_bytes(table([heads, ["Northgate", "Agree", "Agree"]]))
    with pytest.raises(TableInvalid) as caught:
        read_from_elsewhere(tmp_path / "s.thsurvey", tmp_path / "a.csv")
    assert "teamhealth answers map" in caught.value.problems[0]
    assert "say what it holds" in caught.value.problems[1]


def test_a_column_without_a_head_and_with_answers_is_for_people_to_decide(tmp_path: Path) -> None:
    rows = [["Team", "st1", "", "", "keep"], ["Northgate", "4", "5", "", "ok"]]
    assert refused(tmp_path, rows) == ("Column 3 has no head: say what it holds, or that it is to be ignored.",)


def test_a_text_that_is_not_near_enough_is_for_people_to_decide(tmp_path: Path) -> None:
    rows = [["Team", "st1", "Do you like your chair?"], ["Northgate", "4", "5"]]
    assert refused(tmp_path, rows) == (
        "Column ‘Do you like your chair?’: say what it holds, or that it is to be ignored.",
    )


def test_words_of_another_scale_are_mapped(tmp_path: Path) -> None:
    given = source(tmp_path, table([["Team", "st1"], ["Northgate", "Somewhat agree"]]))
    mapping = replace(guess(SURVEY, given), words={"somewhat agree": 4})
    assert mapped(given, mapping, SURVEY).responses[0].answers == {"st1": 4}


def test_a_mapping_is_written_and_read_again_the_same(tmp_path: Path) -> None:
    for name, make in LAYOUTS.items():
        given = source(tmp_path, make(SURVEY, people(SURVEY, 3)), name)
        mapping = replace(guess(SURVEY, given, "Northgate"), words={'"quoted"\\': 3, "A b": 9})
        assert parse_mapping("m.toml", mapping_document(mapping)) == mapping


def test_a_mapping_of_other_columns_is_refused(tmp_path: Path) -> None:
    given = source(tmp_path, google_forms(SURVEY, people(SURVEY, 3)))
    other = AnswerMapping("plain", (MappedColumn("st1", Holds.QUESTION, "st1"),))
    with pytest.raises(TableInvalid, match="not those of the mapping"):
        mapped(given, other, SURVEY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("layout = 1", "layout: is not a text"),
        ("layout = 'x'", "columns: is missing"),
        ("layout='x'\n[[columns]]\nhead='a'\nholds='name'", "holds: is none of"),
        ("layout='x'\n[[columns]]\nhead='a'\nholds='question'", "columns[1].question: is missing"),
        ("layout='x'\nmore=1\n[[columns]]\nhead='a'\nholds='team'", "more: is not a key that a mapping has"),
        ("layout='x'\n[words]\na=12\n[[columns]]\nhead='a'\nholds='team'", "words.a: is 12, not 0 to 9"),
    ],
)
def test_a_wrong_mapping_says_which_key(text: str, words: str) -> None:
    with pytest.raises(SpecInvalid) as caught:
        parse_mapping("m.toml", text.encode())
    assert any(words in each for each in caught.value.problems)


def test_what_could_name_a_person_is_no_comment_under_any_head(tmp_path: Path) -> None:
    rows = [["Team", "st1", "Reach me", "Surname"], ["Northgate", "4", "a@example.org", "Somebody"]]
    given = source(tmp_path, table(rows))
    guessed = guess(SURVEY, given)
    for place, head in ((2, "Reach me"), (3, "Surname")):
        columns = [*guessed.columns]
        columns[place] = MappedColumn(head, Holds.QUESTION, "change")
        with pytest.raises(TableInvalid, match="could name a person"):
            mapped(given, replace(guessed, columns=tuple(columns)), SURVEY)


def test_the_team_that_is_named_beside_a_mapping_counts(tmp_path: Path) -> None:
    write_survey(SurveyFile(SURVEY, new_key_pair().public, None), tmp_path / "s.thsurvey")
    (tmp_path / "a.csv").write_bytes(table([["st1"], ["4"]]))
    write_guess(tmp_path / "s.thsurvey", tmp_path / "a.csv", tmp_path / "m.toml", "Northgate")
    paths = tmp_path / "s.thsurvey", tmp_path / "a.csv", tmp_path / "m.toml"
    assert read_from_elsewhere(*paths)[1].responses[0].team == SURVEY.teams[0].id
    assert read_from_elsewhere(*paths, "Southgate")[1].responses[0].team == SURVEY.teams[1].id
    with pytest.raises(TableInvalid, match="no team ‘Nowhere’"):
        read_from_elsewhere(*paths, "Nowhere")


def test_a_team_for_all_rows_beside_a_column_of_teams_is_refused_not_passed_over(tmp_path: Path) -> None:
    write_survey(SurveyFile(SURVEY, new_key_pair().public, None), tmp_path / "s.thsurvey")
    for head in ("Which team?", "team"):
        (tmp_path / "a.csv").write_bytes(table([[head, "st1"], ["Northgate", "4"]]))
        with pytest.raises(TableInvalid, match="one team is named for all rows"):
            read_from_elsewhere(tmp_path / "s.thsurvey", tmp_path / "a.csv", team="Southgate")


def test_a_mapping_holds_heads_of_several_lines_and_columns_without_a_head(tmp_path: Path) -> None:
    given = source(tmp_path, table([["Team", "How far?\n\u202eMany words", "", "st1"], ["Northgate", "x", "y", "4"]]))
    mapping = guess(SURVEY, given)
    again = parse_mapping("m.toml", mapping_document(mapping))
    assert again == mapping
    decided = [replace(each, holds=Holds.IGNORED) if each.holds is Holds.UNKNOWN else each for each in again.columns]
    assert mapped(given, replace(again, columns=tuple(decided)), SURVEY).responses[0].answers == {"st1": 4}
