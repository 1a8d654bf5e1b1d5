import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.figures.item_state import hatched, item_state, tint
from teamhealth.figures.palette import FAVOURABLE, FAVOURABLE_TINT, UNFAVOURABLE, UNFAVOURABLE_TINT
from teamhealth.figures.shapes import Circle, Polygon
from teamhealth.publication.types import ItemWord
from tests.figures.reading import lines, rects, stands_inside


def test_each_word_has_a_shape_of_its_own() -> None:
    strength, concern = item_state(ItemWord.STRENGTH).shapes[0], item_state(ItemWord.CONCERN).shapes[0]
    assert isinstance(strength, Circle)
    assert strength.fill == FAVOURABLE
    assert isinstance(concern, Polygon)
    assert concern.fill == UNFAVOURABLE


@pytest.mark.parametrize("word", [*ItemWord, None])
def test_sign_stands_inside_its_box(word: ItemWord | None) -> None:
    assert stands_inside(item_state(word))


def test_sentence_is_the_word() -> None:
    assert [item_state(word).sentence for word in ItemWord] == ["strength", "mixed", "concern"]
    assert item_state(None).sentence == "not shown"


def test_only_what_stands_out_is_tinted() -> None:
    assert [tint(word) for word in (*ItemWord, None)] == [FAVOURABLE_TINT, None, UNFAVOURABLE_TINT, None]


@given(st.floats(4, 400), st.floats(4, 60))
def test_hatch_stands_inside_its_box(width: float, height: float) -> None:
    figure = hatched(width, height, "not shown")
    assert stands_inside(figure)
    assert len(rects(figure)) == 1
    assert lines(figure)
