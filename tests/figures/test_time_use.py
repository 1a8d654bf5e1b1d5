import pytest

from teamhealth.figures.palette import COUNT_BARS
from teamhealth.figures.time_use import short_band, short_reference, time_use
from teamhealth.publication.types import BandCount, BandedResult
from teamhealth.survey.questionnaire import BandedItem, ResponseScale
from tests.figures.reading import circles, lines, rects, stands_inside, texts
from tests.invented import core_questionnaire

CORE = core_questionnaire()
FACE, PAPERWORK = CORE.banded_items
SHARE = CORE.scale("share_of_time")
HOURS = ResponseScale("hours", ("None", "Up to 2 hours", "More than 2, up to 5 hours", "More than 5 hours"), ("-", "-"))
BANDS = (BandCount(0, 1, 5), BandCount(2, 2, 4), BandCount(3, 5, 3))


def test_middle_answer_fills_its_band_alone() -> None:
    figure = time_use(FACE, SHARE, BandedResult("tu1", 1), width=240)
    (filled,) = rects(figure, COUNT_BARS)
    assert (len(rects(figure)), filled.x) == (6, 41)
    assert texts(figure)[:6] == ("None", "to 20", "21–40", "41–60", "61–80", "81+")


def test_bands_are_joined_and_counted() -> None:
    figure = time_use(FACE, SHARE, BandedResult("tu1", 1, BANDS, 12), width=240)
    assert [(bar.x, bar.x + bar.width) for bar in rects(figure)] == [(1, 79), (81, 119), (121, 239)]
    assert texts(figure)[:3] == ("5", "4", "3")


def test_mark_stands_at_the_published_percentage() -> None:
    for item, x in ((FACE, 80), (PAPERWORK, 170)):
        figure = time_use(item, SHARE, BandedResult(item.id, 1), width=240)
        dashed = [line for line in lines(figure) if line.dash]
        assert [line.x1 for line in dashed] == [pytest.approx(x)]


def test_sentence_says_the_answers_and_the_published_figure() -> None:
    words = time_use(FACE, SHARE, BandedResult("tu1", 1)).sentence
    assert words == (
        "Time face to face with families: the middle answer is ‘Up to 20%’. "
        "Published: BASW 80-20 campaign survey, 2018: 20%, one day in five."
    )
    bands = time_use(FACE, SHARE, BandedResult("tu1", 1, BANDS, 12)).sentence
    assert "5 people: 20% or less; 4 people: 21% to 40%; 3 people: 41% or more" in bands


def test_hidden_answers_are_hatched_whatever_the_reference() -> None:
    figure = time_use(FACE, SHARE, BandedResult("tu1", None))
    assert not texts(figure)
    assert "not shown" in figure.sentence


def test_question_without_a_reference_has_no_mark() -> None:
    item = BandedItem("au7", "Reflection", "How long?", "hours")
    figure = time_use(item, HOURS, BandedResult("au7", 2))
    assert not lines(figure)
    assert figure.sentence == "Reflection: the middle answer is ‘More than 2, up to 5 hours’."


def test_bands_are_shortened_by_their_numbers() -> None:
    assert [short_band(HOURS, band) for band in range(4)] == ["None", "to 2", "2–5", "6+"]


def test_source_is_named_by_its_initials_or_cut_before_its_year_and_figure() -> None:
    label = "BASW 80-20 campaign survey, 2018: 20%, one day in five"
    other = "Survey of Exampleshire’s teams, 2018: 20%"
    assert short_reference(label, 1000, 12) == "BASW 80-20 campaign survey, 2018: 20%"
    assert short_reference(label, 140, 12) == "BASW, 2018: 20%"
    assert short_reference(other, 1000, 12) == other
    assert short_reference(other, 140, 12) == "Survey of…, 2018: 20%"


def test_every_width_stands_inside_the_figure() -> None:
    for width in (150, 220, 480):
        for item in (FACE, PAPERWORK):
            for result in (BandedResult(item.id, 5), BandedResult(item.id, 1, BANDS, 12)):
                assert stands_inside(time_use(item, SHARE, result, width=width))


def test_number_under_the_mark_steps_aside() -> None:
    bands = (BandCount(0, 3, 4), BandCount(4, 4, 6), BandCount(5, 5, 2))
    figure = time_use(PAPERWORK, SHARE, BandedResult("tu2", 4, bands, 12), width=240)
    mark = next(line.x1 for line in lines(figure) if line.dash)
    numbers = [shape for shape in figure.shapes if getattr(shape, "text", "") == "6"]
    assert all(abs(shape.x - mark) >= 9 for shape in numbers if hasattr(shape, "x"))
    assert circles(figure)
