"""Heat cells are coloured only where a gap is more than chance, and say by shape what colour says."""

import pytest

from teamhealth.figures import palette
from teamhealth.figures.heat_cell import CellSize, gap_cell, heat_cell, hidden_cell, item_cell, plain_cell, share_sign
from teamhealth.figures.heat_map import heat_map
from teamhealth.figures.item_state import STATE_SIZE
from teamhealth.figures.shapes import Anchor, Polygon, Text
from teamhealth.publication.compared import compare
from teamhealth.publication.compared_words import gap_words, visit_headline
from teamhealth.publication.types import (
    Cap,
    Comparison,
    FavourableCount,
    ItemResult,
    ItemWord,
    ShownScore,
    Split,
    Verdict,
)
from teamhealth.report import styles
from teamhealth.report.fonts import BOLD, REGULAR, text_width
from tests.figures.reading import rects, stands_inside, texts
from tests.rounds import council, many

SIZE = CellSize(116, 26)
SCORE = ShownScore(37)
OTHER = ShownScore(58)
COLOURS = (palette.FAVOURABLE, palette.UNFAVOURABLE)


def fills(verdict: Verdict, would_show: int | None = None) -> set[str | None]:
    figure = heat_cell(SCORE, Comparison(OTHER, verdict, would_show), SIZE, "")
    return {each.fill for each in rects(figure)}


def test_only_more_than_chance_is_coloured() -> None:
    assert fills(Verdict.BELOW) == {palette.UNFAVOURABLE}
    assert fills(Verdict.ABOVE) == {palette.FAVOURABLE}
    for calm in (Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED):
        assert not fills(calm, 22).intersection(COLOURS)
    untested = heat_cell(SCORE, None, SIZE, "")
    assert texts(untested) == ("37",)
    assert not {each.fill for each in rects(untested)}.intersection(COLOURS)


def test_a_triangle_points_the_way_of_the_gap() -> None:
    tips = {}
    for verdict in (Verdict.ABOVE, Verdict.BELOW):
        figure = heat_cell(SCORE, Comparison(OTHER, verdict), SIZE, "")
        (sign,) = [each for each in figure.shapes if isinstance(each, Polygon)]
        heights = [y for _, y in sign.points]
        tips[verdict] = heights.count(min(heights)) == 1
    assert tips == {Verdict.ABOVE: True, Verdict.BELOW: False}


def test_no_number_stands_beside_a_score() -> None:
    for verdict in Verdict:
        assert texts(heat_cell(SCORE, Comparison(OTHER, verdict, 22), SIZE, "")) == ("37",)


def test_a_box_says_that_a_score_was_tested_and_that_the_gap_is_within_chance() -> None:
    calm = heat_cell(SCORE, Comparison(OTHER, Verdict.WITHIN_CHANCE, 22), SIZE, "")
    assert [each.stroke for each in rects(calm)] == [palette.LINE]
    for untested in (None, Comparison(OTHER, Verdict.NOT_TESTED)):
        assert rects(heat_cell(SCORE, untested, SIZE, "")) == ()


def test_a_gap_is_words_of_its_own_and_none_are_none() -> None:
    assert texts(gap_cell("15 to 18", SIZE)) == ("15 to 18",)
    assert texts(gap_cell("", SIZE)) == ()
    assert stands_inside(gap_cell("too few answers", SIZE))


@pytest.mark.parametrize("verdict", [Verdict.ABOVE, Verdict.BELOW])
@pytest.mark.parametrize("score", [ShownScore(6, Cap.OR_LESS), ShownScore(94, Cap.OR_MORE), ShownScore(50)])
def test_a_number_and_its_triangle_stand_apart_in_the_narrowest_cell_of_paper(
    score: ShownScore, verdict: Verdict
) -> None:
    figure = heat_cell(score, Comparison(OTHER, verdict), CellSize(66, 19), "")
    [words] = [each for each in figure.shapes if isinstance(each, Text)]
    [sign] = [each for each in figure.shapes if isinstance(each, Polygon)]
    long = text_width(words.text, BOLD, words.size)
    left = words.x - long / (2 if words.anchor is Anchor.MIDDLE else 1)
    assert left > 0
    assert left + long < min(x for x, _ in sign.points)
    assert max(x for x, _ in sign.points) < 66


@pytest.mark.parametrize("score", [ShownScore(6, Cap.OR_LESS), ShownScore(94, Cap.OR_MORE), ShownScore(50)])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_cell_stands_inside_its_box(score: ShownScore, verdict: Verdict) -> None:
    for width in (62, 72, 116, 200):
        assert stands_inside(heat_cell(score, Comparison(OTHER, verdict, 22), CellSize(width, 19), ""))


def test_a_hidden_cell_has_words_and_no_number() -> None:
    figure = hidden_cell("Fewer than 7 answered", CellSize(400, 26), "Dockside: not shown.")
    assert texts(figure) == ("Fewer than 7 answered",)
    assert figure.sentence == "Dockside: not shown."
    assert stands_inside(figure)


def test_items_show_as_much_as_is_published() -> None:
    word = ItemResult("x", ItemWord.CONCERN)
    assert texts(item_cell(word, SIZE, "")) == ("concern",)
    assert texts(item_cell(word, CellSize(40, 26), "")) == ()
    assert texts(item_cell(ItemResult("x", None), SIZE, "")) == ()
    few = ItemResult("x", ItemWord.CONCERN, 8, FavourableCount(0, 2))
    most = ItemResult("x", ItemWord.STRENGTH, 8, FavourableCount(6, 8))
    exact = ItemResult("x", ItemWord.MIXED, 8, FavourableCount(5, 5))
    joined = ItemResult("x", ItemWord.STRENGTH, 8, FavourableCount(3, 4))
    split = ItemResult("x", ItemWord.MIXED, 12, split=Split(4, 2, 6))
    signs = [share_sign(each) for each in (word, few, most, exact, joined, split)]
    assert signs == ["", "few", "most", "63%", "38–50%", "50%"]


@pytest.mark.parametrize("width", range(44, 140, 2))
@pytest.mark.parametrize("low", [0, 1, 3, 7, 9])
def test_every_share_has_its_words_however_narrow_its_cell_is(width: int, low: int) -> None:
    """A sign by itself says that no share is given."""
    for high in range(low, 11):
        result = ItemResult("x", ItemWord.STRENGTH, 10, FavourableCount(low, high))
        cell = item_cell(result, CellSize(width, 21), "")
        assert "".join(texts(cell)) == share_sign(result)
        for each in (shape for shape in cell.shapes if isinstance(shape, Text)):
            assert each.x >= STATE_SIZE
            assert each.x + text_width(each.text, REGULAR, each.size) <= width
            assert each.size >= 9
            assert each.size / 2 < each.y < 21


def test_the_whole_map_has_a_line_a_row_and_says_what_was_found() -> None:
    compared = compare(many(council()[-1], 200))
    figure = heat_map(compared, "Exampleshire Council, Autumn 2022")
    assert stands_inside(figure)
    assert figure.sentence == visit_headline(compared, found=True).text
    said = texts(figure)
    assert all(row.name in said for row in compared.shown)
    assert "Gap that would show" in said
    assert all(gap_words(row, compared.domains) in said for row in compared.shown)


@pytest.mark.parametrize("words", ["at most 22%", "at least 78%", "29 to 41%"])
def test_a_range_of_an_average_stands_inside_the_narrowest_cell(words: str) -> None:
    size = CellSize(70, 26)
    [number] = plain_cell(words, size, "").shapes
    assert isinstance(number, Text)
    assert number.anchor is Anchor.MIDDLE
    room = 2 * min(number.x, size.width - number.x)
    assert text_width(words, styles.OWNERSHIP.fontName, number.size) <= room
