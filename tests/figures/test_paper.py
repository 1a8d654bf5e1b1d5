"""Figures of paper carry a sentence, stay inside their box and show no more than the publication holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.figures import paper_area, paper_items, paper_response, paper_themes, paper_time
from teamhealth.figures.glyphs import marker
from teamhealth.figures.shapes import Circle, Figure, Line, Polygon, Rect, Text
from teamhealth.publication.types import (
    Cap,
    DomainResult,
    FavourableCount,
    ItemResult,
    ItemWord,
    ShownScore,
    Span,
    Split,
)
from teamhealth.survey.questionnaire import Reference
from tests.invented import core_questionnaire

SHARE_OF_TIME = core_questionnaire().scale("share_of_time")


def texts(figure: Figure) -> list[str]:
    return [shape.text for shape in figure.shapes if isinstance(shape, Text)]


def within(figure: Figure) -> bool:
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    for shape in figure.shapes:
        if isinstance(shape, Rect):
            xs, ys = (shape.x, shape.x + shape.width), (shape.y, shape.y + shape.height)
        elif isinstance(shape, Line):
            xs, ys = (shape.x1, shape.x2), (shape.y1, shape.y2)
        elif isinstance(shape, Polygon):
            xs, ys = tuple(x for x, _ in shape.points), tuple(y for _, y in shape.points)
        elif isinstance(shape, Circle):
            xs, ys = (shape.x - shape.radius, shape.x + shape.radius), (shape.y - shape.radius, shape.y + shape.radius)
        else:
            xs, ys = (shape.x,), (shape.y,)
        if min(xs) < -0.01 or max(xs) > figure.width + 0.01 or min(ys) < -0.01 or max(ys) > figure.height + 0.01:
            return False
    return True


def test_each_domain_has_a_shape_of_its_own() -> None:
    shapes = [marker(each, 5, 5, 8, "#000000") for each in ("stability", "morale", "bureaucracy", "safety", "module")]
    kinds = [(type(shape), len(shape.points) if isinstance(shape, Polygon) else 0) for shape in shapes]
    assert len(set(kinds)) == 5


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100), st.floats(80, 400))
def test_theme_row_stays_inside_and_speaks_its_score(points: int, one: int, two: int, width: float) -> None:
    scale = paper_themes.ThemeScale(width)
    domain = core_questionnaire().domains[0]
    result = DomainResult("stability", ShownScore(points), Span(min(one, two), max(one, two)))
    figure = paper_themes.theme_row(scale, domain, result, 40)
    assert within(figure)
    assert f"{points} of 100" in figure.sentence


def test_theme_that_is_not_shown_has_no_sign() -> None:
    domain = core_questionnaire().domains[0]
    figure = paper_themes.theme_row(paper_themes.ThemeScale(200), domain, DomainResult("stability", None), 40)
    assert not any(isinstance(shape, Circle) for shape in figure.shapes)
    assert "not shown" in figure.sentence


@given(st.integers(0, 100), st.floats(80, 400))
def test_an_average_has_a_sign_of_its_own_in_every_theme(points: int, width: float) -> None:
    scale, drawn = paper_themes.ThemeScale(width), set()
    for domain in core_questionnaire().domains:
        figure = paper_themes.average_row(scale, domain, ShownScore(points), 32)
        assert within(figure)
        assert f"{points} of 100" in figure.sentence
        team = paper_themes.theme_row(scale, domain, DomainResult(domain.id, ShownScore(points)), 32)
        assert not set(figure.shapes[-2:]) & set(team.shapes)
        drawn.add(figure.shapes[-2:])
    # It is no theme's: neither its shape nor its colour.
    assert len(drawn) == 1


@pytest.mark.parametrize("teams", [3, 30])
def test_an_areas_total_is_no_sign_of_a_team(teams: int) -> None:
    scale, domain = paper_themes.ThemeScale(300), core_questionnaire().domains[0]
    scores = [(f"Team {number}", ShownScore(40 + number)) for number in range(teams)]
    without = paper_area.area_row(scale, domain, scores, None, 40)
    total = paper_area.area_row(scale, domain, scores, ShownScore(52), 40)
    bar = paper_themes.average_row(scale, domain, ShownScore(52), 40).shapes[-1]
    assert isinstance(bar, Rect)
    added = [shape for shape in total.shapes if shape not in without.shapes]
    assert [(each.x, each.fill) for each in added if isinstance(each, Rect)][-1:] == [(bar.x, bar.fill)]
    assert not [each for each in added if isinstance(each, Circle)]
    assert within(total)


def test_a_key_too_long_for_a_line_runs_on_below() -> None:
    scale = paper_themes.ThemeScale(300, "Spring 2026", others=True, averages=True)
    one, two = (paper_themes.theme_key(scale, width, "other teams of the service") for width in (600, 300))
    assert one.height < two.height
    assert texts(one) == texts(two) == [
        "this team", "likely range", "Spring 2026", "an average", "other teams of the service"
    ]  # fmt: skip
    assert within(two)


def test_capped_score_is_spoken_as_such() -> None:
    domain = core_questionnaire().domains[0]
    result = DomainResult("stability", ShownScore(6, Cap.OR_LESS))
    assert "6 or less" in paper_themes.theme_row(paper_themes.ThemeScale(200), domain, result, 40).sentence


@pytest.mark.parametrize("word", [*ItemWord, None])
def test_item_scale_marks_the_word_alone(word: ItemWord | None) -> None:
    figure, empty = paper_items.item_scale(word), paper_items.item_scale(None)
    assert within(figure)
    assert figure.shapes[: len(empty.shapes)] == empty.shapes
    steps = [each.x + each.width / 2 for each in empty.shapes if isinstance(each, Rect)]
    places = dict(zip((ItemWord.CONCERN, ItemWord.MIXED, ItemWord.STRENGTH), steps, strict=True))
    marks = {each.x for each in figure.shapes[len(empty.shapes) :] if isinstance(each, Circle)}
    assert marks == ({places[word]} if word else set())
    # What is mixed or not shown is said beside it.
    assert figure.sentence.rstrip(".").lower() == (word if word in ("strength", "concern") else "")


@given(st.integers(2, 40), st.integers(2, 40), st.integers(2, 40))
def test_split_stays_inside_with_every_count_printed(unfavourable: int, neutral: int, favourable: int) -> None:
    split = Split(unfavourable, neutral, favourable)
    answered = unfavourable + neutral + favourable
    figure = paper_items.split_row(ItemResult("st1", ItemWord.MIXED, answered, split=split), answered, 270)
    assert within(figure)
    printed = " ".join(texts(figure))
    assert all(str(count) in printed for count in (unfavourable, neutral, favourable))


@given(st.integers(10, 60).flatmap(lambda whole: st.tuples(st.just(whole), st.integers(3, whole - 3))))
def test_favourable_part_stays_inside_and_the_rest_is_not_split(counts: tuple[int, int]) -> None:
    answered, people = counts
    result = ItemResult("st1", ItemWord.MIXED, answered, FavourableCount(people, people))
    figure = paper_items.split_row(result, answered, 270)
    assert within(figure)
    assert str(people) in texts(figure)


@pytest.mark.parametrize("count", [FavourableCount(0, 2), FavourableCount(8, 10)])
@pytest.mark.parametrize("draw", ["split", "share"])
def test_vague_end_shows_no_number(count: FavourableCount, draw: str) -> None:
    result = ItemResult("st1", ItemWord.CONCERN, 10, count)
    figure = paper_items.split_row(result, 10, 270) if draw == "split" else paper_items.share_bar(result, 100)
    assert not any(each.isdigit() for text in texts(figure) for each in text)
    assert within(figure)


def test_vague_ends_differ_only_by_kind_never_by_what_lies_behind() -> None:
    result = ItemResult("st1", ItemWord.CONCERN, 9, FavourableCount(0, 2))
    assert paper_items.share_bar(result, 100) == paper_items.share_bar(replace(result, item="st2"), 100)


@pytest.mark.parametrize(("percent", "band"), [(0, 1), (20, 1), (21, 2), (65, 4), (80, 4), (81, 5), (100, 5)])
def test_published_figure_falls_in_its_band(percent: int, band: int) -> None:
    assert paper_time.reference_band(SHARE_OF_TIME, Reference("x", percent, "y")) == band


def test_published_figure_of_bands_that_are_no_percentages_has_no_place() -> None:
    agreement = core_questionnaire().scale("agreement")
    assert paper_time.reference_band(agreement, Reference("x", 20, "y")) is None
    assert paper_time.reference_band(SHARE_OF_TIME, None) is None


def test_time_rows_say_what_they_show() -> None:
    assert paper_time.count_row(3, 7, 140, None).sentence == "3 people."
    assert "published figure, 20%" in paper_time.count_row(3, 7, 140, 20).sentence
    assert "middle answer" in paper_time.middle_row(140, None, filled=True).sentence
    assert paper_time.middle_row(140, None, filled=False).sentence == ""
    assert within(paper_time.count_row(7, 7, 140, 20))


@given(st.integers(1, 300).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_response_shows_one_dot_a_person_or_a_bar(counts: tuple[int, int]) -> None:
    answered, headcount = counts
    figure = paper_response.response_dots(answered, headcount)
    assert within(figure)
    dots = [shape for shape in figure.shapes if isinstance(shape, Circle)]
    assert len(dots) in (0, headcount)
    if dots:
        assert sum(dot.stroke is None for dot in dots) == answered
