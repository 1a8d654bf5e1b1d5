from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given

from teamhealth.figures.comparator import Comparator, Compares
from teamhealth.figures.palette import INK, STABILITY
from teamhealth.figures.range_bar import flag_sign, flagged_sentence, range_bar
from teamhealth.figures.shapes import Polygon, Text
from teamhealth.publication.types import DomainResult, ShownScore, Span
from teamhealth.texts.catalogue import DOMAIN, bind
from tests.figures.reading import circles, rects, stands_inside, texts
from tests.figures.strategies import domain_results
from tests.invented import core_questionnaire

STABILITY_DOMAIN, BUREAUCRACY_DOMAIN = core_questionnaire().domains[0], core_questionnaire().domains[2]
RESULT = DomainResult("stability", ShownScore(52), likely=Span(44, 60))


def test_dot_stands_at_the_score() -> None:
    (dot,) = circles(range_bar(STABILITY_DOMAIN, RESULT, width=114))
    assert dot.x == pytest.approx(7 + 52)
    assert dot.fill == STABILITY


def test_pill_spans_the_likely_range() -> None:
    for pill in rects(range_bar(STABILITY_DOMAIN, RESULT, width=1014)):
        assert [pill.x, pill.x + pill.width] == pytest.approx([7 + 440, 7 + 600])


def test_fill_of_the_pill_is_faint_and_its_outline_is_not() -> None:
    fill, outline = rects(range_bar(STABILITY_DOMAIN, RESULT))
    assert (fill.opacity, fill.stroke) == (0.22, None)
    assert (outline.opacity, outline.stroke) == (1.0, STABILITY)


def flag(kind: Compares, points: int, domain: str = "stability") -> Comparator:
    return Comparator(kind, "Service average", ((domain, ShownScore(points)),))


def test_flag_stands_at_the_comparator_that_the_page_flags() -> None:
    for kind, points in ((Compares.OTHER_TEAMS, 54), (Compares.EARLIER_ROUND, 49), (Compares.COUNCIL, 61)):
        figure = range_bar(STABILITY_DOMAIN, RESULT, flag(kind, points), width=114)
        (triangle,) = [shape for shape in figure.shapes if isinstance(shape, Polygon)]
        assert triangle.points[2][0] == pytest.approx(7 + points)
        assert triangle.fill == INK


def test_no_flag_without_a_comparators_score() -> None:
    figure = range_bar(STABILITY_DOMAIN, RESULT, flag(Compares.SERVICE, 54, "morale"))
    assert not [shape for shape in figure.shapes if isinstance(shape, Polygon)]


def test_an_average_is_said_and_claims_nothing() -> None:
    said = flagged_sentence(STABILITY_DOMAIN, RESULT, flag(Compares.SERVICE, 54))
    assert said == f"{flagged_sentence(STABILITY_DOMAIN, RESULT, None)} Service average: 54."
    others = flag(Compares.OTHER_TEAMS, 54)
    assert flagged_sentence(STABILITY_DOMAIN, RESULT, others) == flagged_sentence(STABILITY_DOMAIN, RESULT, None)


def test_burden_says_which_end_is_lighter() -> None:
    assert texts(range_bar(BUREAUCRACY_DOMAIN, RESULT)) == ("0 heavier", "50", "lighter 100")
    assert texts(range_bar(STABILITY_DOMAIN, RESULT)) == ("0", "50", "100")


def test_hidden_score_draws_the_line_alone() -> None:
    figure = range_bar(STABILITY_DOMAIN, DomainResult("stability", None))
    assert not circles(figure)
    assert not rects(figure)
    assert figure.sentence == "Workforce stability: not shown."


def test_sign_of_the_legend_stands_inside_its_box() -> None:
    assert stands_inside(flag_sign())


@given(domain_results())
def test_whatever_is_published_stands_inside_the_figure(result: DomainResult) -> None:
    for compared in (None, *(flag(kind, 94) for kind in Compares)):
        assert stands_inside(range_bar(STABILITY_DOMAIN, result, compared))


def test_words_at_the_ends_never_stand_over_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = range_bar(BUREAUCRACY_DOMAIN, RESULT, width=185)
    with longer_ends(tmp_path, monkeypatch):
        narrow = range_bar(BUREAUCRACY_DOMAIN, RESULT, width=185)
        wide = range_bar(BUREAUCRACY_DOMAIN, RESULT, width=420)
    assert texts(narrow) == ("0 rather heavier than", "and so much lighter 100")
    low, high = [shape for shape in narrow.shapes if isinstance(shape, Text)]
    assert high.y - low.y > low.size
    assert narrow.height >= high.y + 4 > usual.height
    assert texts(wide) == ("0 rather heavier than", "50", "and so much lighter 100")
    assert wide.height == usual.height


@contextmanager
def longer_ends(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak a language that needs twice the letters."""
    made = Catalog(locale="en")
    made.add("0 heavier", "0 rather heavier than")
    made.add("lighter 100", "and so much lighter 100")
    place = folder / "en" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, made)
    monkeypatch.setenv("LANGUAGE", "en")
    bind(folder)
    try:
        yield
    finally:
        bind(folder / "none")
