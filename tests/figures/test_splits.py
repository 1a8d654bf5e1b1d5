import pytest
from hypothesis import given

from teamhealth.figures.palette import FAVOURABLE, NEUTRAL, UNFAVOURABLE
from teamhealth.figures.splits import SPLITS_HEIGHT, split_sign, splits
from teamhealth.publication.types import FavourableCount, ItemResult, ItemWord, Split
from tests.figures.reading import lines, rects, stands_inside, texts
from tests.figures.strategies import item_results
from tests.invented import core_questionnaire

COVER = core_questionnaire().domains[0].items[4]


def split(unfavourable: int, neutral: int, favourable: int) -> ItemResult:
    people = Split(unfavourable, neutral, favourable)
    return ItemResult("st5", ItemWord.MIXED, unfavourable + neutral + favourable, split=people)


def favourable(low: int, high: int) -> ItemResult:
    return ItemResult("st5", ItemWord.MIXED, 12, favourable=FavourableCount(low, high))


def test_counts_are_printed_and_said() -> None:
    figure = splits(COVER, split(4, 3, 5))
    assert texts(figure) == ("4", "3", "5")
    assert figure.sentence == "Cover: mixed. 4 unfavourable, 3 neutral and 5 favourable, of 12 people."


def test_one_person_is_one_unit_of_length() -> None:
    figure = splits(COVER, split(2, 4, 6))
    lengths = [rects(figure, colour)[0].width for colour in (UNFAVOURABLE, NEUTRAL, FAVOURABLE)]
    # Gaps of 2 px are taken out of each bar, and the outline of the neutral one adds its half on both sides.
    units = [(lengths[0] + 2) / 2, (lengths[1] + 3) / 4, (lengths[2] + 2) / 6]
    assert units == pytest.approx([units[0]] * 3)


def test_neutral_is_split_on_the_centre_tick() -> None:
    figure = splits(COVER, split(8, 2, 2))
    (neutral,) = rects(figure, NEUTRAL)
    assert [line.x1 for line in lines(figure)] == pytest.approx([neutral.x + neutral.width / 2] * 2)


def test_bars_of_one_page_share_their_centre() -> None:
    assert lines(splits(COVER, split(8, 2, 2))) == lines(splits(COVER, split(2, 3, 7)))


def test_two_at_most_is_a_dashed_box_of_two() -> None:
    figure = splits(COVER, favourable(0, 2))
    (box,) = rects(figure)
    assert box.dash
    assert texts(figure) == ("two at most",)
    assert not rects(figure, UNFAVOURABLE)


def test_all_but_two_is_a_bar_and_a_dashed_box() -> None:
    figure = splits(COVER, favourable(10, 12))
    bar, box = rects(figure)
    assert (bool(bar.dash), bool(box.dash)) == (False, True)
    assert texts(figure) == ("all, or all but one or two",)


def test_joined_counts_are_a_bar_as_far_as_is_sure_and_a_dashed_box() -> None:
    figure = splits(COVER, favourable(5, 7))
    bar, box = rects(figure)
    assert (bool(bar.dash), bool(box.dash)) == (False, True)
    assert texts(figure) == ("5 to 7 of 12 favourable",)
    assert figure.sentence == "Cover: mixed. 5 to 7 of 12 people favourable."


def test_favourable_alone_says_nothing_of_the_others() -> None:
    figure = splits(COVER, favourable(9, 9))
    assert texts(figure) == ("9",)
    assert len(rects(figure)) == 1
    assert figure.sentence == "Cover: mixed. 9 of 12 people favourable, 75%."


def test_counts_move_beside_bars_that_are_too_narrow_for_them() -> None:
    assert texts(splits(COVER, split(12, 2, 16))) == ("12 · 2 · 16",)


def test_hidden_item_is_hatched_and_says_no_number() -> None:
    figure = splits(COVER, ItemResult("st5", None))
    assert (texts(figure), figure.sentence) == ((), "Cover: not shown.")


def test_word_alone_has_no_bar() -> None:
    with pytest.raises(ValueError, match="st5"):
        splits(COVER, ItemResult("st5", ItemWord.MIXED, 12))


def test_signs_of_the_legend_stand_inside_their_boxes() -> None:
    assert all(stands_inside(split_sign(colour, "part")) for colour in (UNFAVOURABLE, NEUTRAL, FAVOURABLE))


@given(item_results(least=10))
def test_any_split_stands_inside_the_figure(drawn: ItemResult) -> None:
    figure = splits(COVER, drawn)
    assert stands_inside(figure)
    assert figure.height == SPLITS_HEIGHT
