"""A text much like a question is suggested, and one that says the opposite never is."""

import pytest

from teamhealth.exchange.answer_nearness import nearest_question, opposed
from teamhealth.exchange.answer_values import plain_words
from teamhealth.survey.questions import Question
from tests.exchange.elsewhere import asked
from tests.lead import lead_survey

TEXTS = {plain_words(each.text): each.id for each in asked(lead_survey(9, 6, codes=False))}
OPPOSITES = (
    "I do not expect to still be working in this team a year from now.",
    "In the last month I have not thought seriously about leaving my job.",
    "I feel undervalued for the work I do.",
    "My workload does not let me do my job properly.",
    "It is unsafe to question a decision about a family, whoever made it.",
    "I would not recommend this team to a friend as a place to work.",
    "I cannot be open about my mistakes in this team.",
    "Difficult issues do not get talked about openly in this team.",
    "I can't switch off from work in my own time.",
    "Our team does not have enough administrative support.",
)


@pytest.mark.parametrize("text", OPPOSITES)
def test_the_opposite_of_a_question_is_near_none(text: str) -> None:
    assert nearest_question(plain_words(text), TEXTS) == ""


@pytest.mark.parametrize("question", asked(lead_survey(9, 6, codes=False)), ids=lambda each: each.id)
def test_a_question_with_a_slip_of_the_pen_is_near_itself(question: Question) -> None:
    (words,) = [words for words, each in TEXTS.items() if each == question.id]
    slipped = " ".join([*words.split()[:-1], words.split()[-1] + "e"])
    assert nearest_question(slipped, TEXTS) == question.id


@pytest.mark.parametrize("denial", ["not", "no", "never", "cannot", "nobody", "without", "nothing", "hardly"])
def test_a_word_of_negation_on_one_side_opposes(denial: str) -> None:
    assert opposed(f"we {denial} talk here", "we talk here")
    assert opposed("we talk here", f"we {denial} talk here")
    assert not opposed(f"we {denial} talk here", f"we {denial} talks here")


@pytest.mark.parametrize(
    ("one", "other"),
    [("fair", "unfair"), ("valued", "undervalued"), ("agree", "disagree"), ("helpful", "helpless"), ("sure", "unsure")],
)
def test_a_word_and_its_opposite_oppose(one: str, other: str) -> None:
    assert opposed(f"it is {one} here", f"it is {other} here")
    assert opposed(f"it is {other} here", f"it is {one} here")


def test_a_text_as_near_to_two_questions_is_near_none() -> None:
    questions = {"my manager listens to me": "a", "my manager listens to it": "b"}
    assert nearest_question("my manager listens to us", questions) == ""
