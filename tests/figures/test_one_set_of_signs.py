"""Strength, mixed and concern have one set of signs, on screen and on paper."""

import pytest

from teamhealth.figures.item_state import STATE_SIZE, item_state, state_shapes
from teamhealth.figures.paper_items import item_scale, sign_figure
from teamhealth.figures.shapes import Circle, Polygon
from teamhealth.publication.types import ItemWord


@pytest.mark.parametrize("word", ItemWord)
def test_paper_has_the_signs_of_the_screen(word: ItemWord) -> None:
    screen = item_state(word).shapes
    assert [type(each) for each in sign_figure(word).shapes] == [type(each) for each in screen]
    middle = STATE_SIZE / 2
    assert state_shapes(word, middle, middle, STATE_SIZE) == screen
    assert [type(each) for each in item_scale(word).shapes][-len(screen) :] == [type(each) for each in screen]


def test_signs_differ_by_shape_alone() -> None:
    outlines = {
        word: tuple(
            (type(each).__name__, len(each.points) if isinstance(each, Polygon) else 0, isinstance(each, Circle))
            for each in item_state(word).shapes
        )
        for word in ItemWord
    }
    assert len(set(outlines.values())) == len(outlines)
