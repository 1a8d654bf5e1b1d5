import pytest
from hypothesis import given

from teamhealth.figures.palette import FAVOURABLE
from teamhealth.figures.shares import shares, shares_sign
from teamhealth.publication.types import FavourableCount, ItemResult, ItemWord
from tests.figures.reading import rects, stands_inside, texts
from tests.figures.strategies import item_results
from tests.invented import core_questionnaire

COVER = core_questionnaire().domains[0].items[4]


def result(low: int, high: int) -> ItemResult:
    return ItemResult("st5", ItemWord.MIXED, 8, favourable=FavourableCount(low, high))


def test_one_box_a_person_and_favourable_ones_filled() -> None:
    figure = shares(COVER, result(5, 5))
    assert len(rects(figure)) == 8
    assert len(rects(figure, FAVOURABLE)) == 5
    assert texts(figure) == ("5 of 8 favourable",)
    assert figure.sentence == "Cover: mixed. 5 of 8 people favourable, 63%."


def test_two_at_most_is_two_dashed_boxes_and_none_filled() -> None:
    figure = shares(COVER, result(0, 2))
    assert [bool(box.dash) for box in rects(figure)] == [True, True] + [False] * 6
    assert not rects(figure, FAVOURABLE)
    assert figure.sentence == "Cover: mixed. Two at most of 8 people favourable."


def test_all_but_two_leaves_the_last_two_dashed() -> None:
    figure = shares(COVER, result(6, 8))
    assert [bool(box.dash) for box in rects(figure)] == [False] * 6 + [True, True]
    assert len(rects(figure, FAVOURABLE)) == 6
    assert texts(figure) == ("all, or all but one or two",)


def test_joined_counts_are_filled_as_far_as_is_sure() -> None:
    figure = shares(COVER, result(3, 4))
    assert [bool(box.dash) for box in rects(figure)] == [False] * 3 + [True] + [False] * 4
    assert len(rects(figure, FAVOURABLE)) == 3
    assert texts(figure) == ("3 or 4 of 8 favourable",)
    assert figure.sentence == "Cover: mixed. 3 or 4 of 8 people favourable."


def test_hidden_item_is_hatched_and_says_no_number() -> None:
    figure = shares(COVER, ItemResult("st5", None))
    assert (len(rects(figure)), texts(figure), figure.sentence) == (1, (), "Cover: not shown.")


def test_word_alone_has_no_boxes() -> None:
    with pytest.raises(ValueError, match="st5"):
        shares(COVER, ItemResult("st5", ItemWord.MIXED))


def test_sign_of_the_legend_shows_what_it_is_asked_to() -> None:
    assert len(rects(shares_sign(8, 5), FAVOURABLE)) == 5


@given(item_results().filter(lambda each: each.favourable is not None))
def test_any_number_of_people_stands_inside_the_figure(drawn: ItemResult) -> None:
    assert stands_inside(shares(COVER, drawn))
    assert len(rects(shares(COVER, drawn))) == drawn.answered
