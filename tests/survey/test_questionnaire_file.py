"""Questionnaire files are read strictly, and a wrong one is told what is wrong and where."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.failures import QuestionnaireInvalid
from teamhealth.resources import resource
from teamhealth.survey.questionnaire_file import parse_questionnaire, read_all, read_questionnaire

GOOD = """
id = "short"
version = "1.0"
language = "en-GB"
title = "A short one"
minutes = 1
audience = "Everyone."
score_domains = false

[response_scales.agreement]
options = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]
opt_outs = ["Does not apply to me", "Prefer not to say"]

[response_scales.hours]
options = ["None", "Some"]
opt_outs = ["Does not apply to me", "Prefer not to say"]

[[domains]]
id = "one"
title = "One"
question = "Is it one?"
  [[domains.items]]
  id = "a1"
  label = "First"
  text = "I am first."
  strength = "People are first"
  concern = "People are last"

[[banded_items]]
id = "b1"
label = "Hours"
text = "How many hours?"
response_scale = "hours"

[[comments]]
id = "c1"
text = "What else?"
"""


def _problems(text: str) -> str:
    with pytest.raises(QuestionnaireInvalid) as caught:
        parse_questionnaire("short.toml", text.encode("utf-8"))
    assert caught.value.file == "short.toml"
    return " | ".join(caught.value.problems)


def test_all_six_questionnaires_of_the_product_are_valid() -> None:
    found = read_all(resource("questionnaires"))
    assert [each.id for each in found] == [
        "team-health",
        "autonomy-and-time",
        "good-practice-conditions",
        "relationship-practice",
        "clear-framework",
        "ten-characteristics",
    ]
    assert found[0].question_count == 32
    assert [len(domain.items) for domain in found[0].domains] == [7, 7, 7, 7]
    assert found[5].score_domains is False


def test_good_file_is_read() -> None:
    questionnaire = parse_questionnaire("short.toml", GOOD.encode())
    assert questionnaire.items[0].text == "I am first."
    assert questionnaire.scale("hours").options == ("None", "Some")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('id = "a1"', 'id = "b1"'), 'id "b1" is used for two questions'),
        (
            ('response_scale = "hours"', 'response_scale = "days"'),
            'banded_items[1].response_scale: there is no scale "days"',
        ),
        (('"Neither", ', ""), "response_scales.agreement.options: an agreement scale has 5 answers, this one has 4"),
        (
            (
                '"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"',
                '"Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"',
            ),
            "response_scales.agreement.options: the answers run from",
        ),
        (
            (
                '"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"',
                '"Cytuno’n gryf", "Cytuno", "Ddim yn cytuno nac yn anghytuno", "Anghytuno", "Anghytuno’n gryf"',
            ),
            "write the one that disagrees most first",
        ),
        (('label = "First"', 'label = ""'), "domains[1].items[1].label: is empty"),
        (('label = "First"\n', ""), "domains[1].items[1].label: is missing"),
        (('text = "I am first."', "text = 3"), "domains[1].items[1].text: is not a text"),
        (('text = "I am first."', 'text = "I am \\u202Efirst."'), "cannot be shown (U+202E, at 6)"),
        (('text = "I am first."', 'text = "I am \\u0000first."'), "cannot be shown (U+0000, at 6)"),
        (
            ("score_domains = false", "score_domains = true"),
            "domains[1].items: a domain with a score has 3 items or more",
        ),
        (("minutes = 1", "minutes = 0"), "minutes: is 0, not 1 to 60"),
        (("minutes = 1", 'minutes = "1"'), "minutes: is not a whole number"),
        (("minutes = 1", "minutes = 1\nhours = 2"), "hours: is not a key that a questionnaire has"),
        (('id = "short"', 'id = "Short one"'), 'id: is not an id such as "workload-2" (small letters a to z,'),
        (('version = "1.0"', "version = 1.0"), 'version: is not a version such as "1.0" (two numbers'),
        (('language = "en-GB"', 'language = "English"'), "language: is not the code of a language"),
        (("[[domains]]", "[[domain]]"), "domains: is not a list of tables"),
        (('title = "One"', 'title = "' + "x" * 61 + '"'), "domains[1].title: is longer than 60 characters"),
        (('audience = "Everyone."', 'audience = "Everyone'), "line 7"),
    ],
)
def test_wrong_file_is_told_where_and_why(change: tuple[str, str], told: str) -> None:
    assert change[0] in GOOD
    assert told in _problems(GOOD.replace(change[0], change[1], 1))


@pytest.mark.parametrize(
    "options",
    [
        '"Anghytuno’n gryf", "Anghytuno", "Ddim yn cytuno nac yn anghytuno", "Cytuno", "Cytuno’n gryf"',
        '"Never", "Seldom", "Sometimes", "Often", "Always"',
        '"I disagree", "Rather not", "Neither agree nor disagree", "Rather", "I agree"',
    ],
)
def test_answers_in_order_or_in_words_of_ones_own_are_taken(options: str) -> None:
    there = '"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"'
    assert parse_questionnaire("short.toml", GOOD.replace(there, options).encode()).scale("agreement").options


def test_every_problem_is_told_at_once() -> None:
    told = _problems(GOOD.replace("minutes = 1", "minutes = 99").replace('label = "First"', 'label = " "'))
    assert "minutes" in told
    assert "label" in told


def test_markup_is_only_text() -> None:
    questionnaire = parse_questionnaire("short.toml", GOOD.replace("I am first.", "<b>I am</b> & first").encode())
    assert questionnaire.items[0].text == "<b>I am</b> & first"


def test_two_files_may_not_share_a_theme_or_question(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD.replace('id = "short"', 'id = "other"'), encoding="utf-8")
    with pytest.raises(QuestionnaireInvalid, match=r'b\.toml: id "one" is used in a\.toml too'):
        read_all(tmp_path)


def test_missing_file_is_a_known_failure(tmp_path: Path) -> None:
    with pytest.raises(QuestionnaireInvalid, match="cannot be read"):
        read_questionnaire(tmp_path / "none.toml")


def test_wrong_encoding_names_the_byte() -> None:
    with pytest.raises(QuestionnaireInvalid, match="byte 10 is not UTF-8"):
        parse_questionnaire("short.toml", b'title = "\xff"')


def _problems_if_any(raw: bytes) -> tuple[str, ...] | None:
    """Return what a refused file is told, None for one that is read."""
    try:
        parse_questionnaire("short.toml", raw)
    except QuestionnaireInvalid as failure:
        return failure.problems
    return None


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    assert _problems_if_any(raw) != ()


@given(st.data())
def test_any_change_to_a_good_file_is_read_or_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GOOD) - 1))
    put = data.draw(st.text(max_size=5))
    cut = data.draw(st.integers(0, 40))
    text = GOOD[:at] + put + GOOD[at + cut :]
    assert _problems_if_any(text.encode("utf-8", errors="surrogatepass")) != ()
