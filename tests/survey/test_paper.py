"""A pile of forms is keyed twice, and only what was settled is sealed."""

import pytest

from teamhealth.survey.paper import PaperForm, PaperPile, differing
from tests.invented import SURVEY_ID, TEAM_ID

ONE = PaperForm(TEAM_ID, "A", {"st1": 4, "st2": 2}, {"change": "Quiet."})
TWO = PaperForm(TEAM_ID, "B", {"st1": 1})


def test_what_differs_is_named_team_and_code_first_and_an_empty_answer_is_one_too() -> None:
    other = PaperForm(TEAM_ID, "C", {"st1": 5, "st3": 1}, {})
    assert differing(ONE, other) == ("code", "st1", "st2", "st3", "change")
    assert differing(ONE, ONE) == ()


def test_a_pile_is_complete_when_every_form_was_keyed_again_in_the_same_order() -> None:
    pile = PaperPile().with_form(ONE).with_form(TWO).turned()
    assert (pile.number, pile.complete) == (1, False)
    assert pile.differing(TWO) == ("code", "st1", "st2", "change")
    pile = pile.with_form(ONE).with_form(TWO)
    assert pile.complete
    assert [(each.code, each.elsewhere) for each in pile.responses(SURVEY_ID)] == [("A", True), ("B", True)]


def test_the_settled_form_is_what_is_sealed() -> None:
    settled = PaperForm(TEAM_ID, "A", {"st1": 3})
    pile = PaperPile().with_form(ONE).turned().with_form(settled)
    assert pile.responses(SURVEY_ID)[0].answers == {"st1": 3}


def test_nothing_is_sealed_before_the_second_time_through() -> None:
    with pytest.raises(ValueError, match="keyed twice"):
        PaperPile().with_form(ONE).responses(SURVEY_ID)
    with pytest.raises(ValueError, match="no pile"):
        PaperPile().turned()
