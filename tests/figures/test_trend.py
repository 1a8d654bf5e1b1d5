"""Trend panels: one scale, gaps never joined, hidden rounds hatched, and a sentence that says each point."""

from dataclasses import replace
from itertools import pairwise
from statistics import median

import pytest

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import change_words, line_sentence
from teamhealth.figures.shapes import Anchor, Polygon, Text
from teamhealth.figures.shapes import Line as Stroke
from teamhealth.figures.trend import SERVICE_DASH, short_round, trend_panel
from teamhealth.figures.trend_key import trend_key
from teamhealth.figures.trend_picture import panels_in_a_row, team_picture, theme_picture
from teamhealth.figures.trend_scale import Panel
from teamhealth.figures.weight import Weight
from teamhealth.publication.lines import Line, Rounds, rounds_of
from teamhealth.publication.theme_moved import theme_headline
from teamhealth.publication.trend_headline import trends_headline
from teamhealth.publication.types import Cap, ShownScore
from teamhealth.publication.words import score_text
from teamhealth.report.fonts import BOLD, REGULAR, text_width
from tests.figures.reading import rects, stands_inside, texts
from tests.rounds import HARBOUR, HIDDEN, asked_otherwise, council, merged, team_id


def rounds(count: int = 3) -> Rounds:
    (found,) = rounds_of(council(14, 3)[:count] if count <= 3 else council(6, 13, 1, 4))
    return found


def line_of(team: int, count: int = 3, domain: str = "morale") -> Line:
    found = rounds(count).lines(team_id(team)).line(domain)
    assert found is not None
    return found


def joins(line: Line, *, small: bool = False, service: bool = False) -> set[tuple[int, int]]:
    """Return which rounds are joined by the team's own line, or by the service's average."""
    panel = Panel(500, 170, len(line.rounds), small)
    places = {round(panel.x(number), 3): number for number in range(len(line.rounds))}
    colour = palette.domain_colour(line.domain.id)
    figure = trend_panel("Harbour", line, 500, 170, small=small)
    drawn = [each for each in figure.shapes if isinstance(each, Stroke)]
    strokes = [each for each in drawn if (each.dash == SERVICE_DASH if service else each.stroke == colour)]
    ends = [(places.get(round(each.x1, 3)), places.get(round(each.x2, 3))) for each in strokes]
    return {(first, last) for first, last in ends if first is not None and last is not None}


@pytest.mark.parametrize("small", [False, True])
def test_neighbouring_scores_are_joined_and_gaps_never(small: bool) -> None:
    assert joins(line_of(0), small=small) == {(0, 1), (1, 2)}
    assert joins(line_of(HARBOUR), small=small) == set()


def test_a_merged_team_is_not_joined_to_what_it_was() -> None:
    (found,) = rounds_of(merged(council()))
    line = found.lines(team_id(1)).line("morale")
    assert line is not None
    assert joins(line) == {(0, 1)}


def test_the_services_average_is_not_joined_where_the_questions_changed() -> None:
    first, second, last = council()
    (found,) = rounds_of((asked_otherwise(first, "morale"), second, last))
    changed, same = (found.lines(team_id(0)).line(domain) for domain in ("morale", "safety"))
    assert changed is not None
    assert same is not None
    assert joins(changed, service=True) == joins(changed) == {(1, 2)}
    assert joins(same, service=True) == joins(same) == {(0, 1), (1, 2)}


def test_an_average_of_one_round_is_seen_beside_the_score() -> None:
    (found,) = rounds_of(council()[-1:])
    line = found.lines(team_id(0)).line("morale")
    assert line is not None
    shapes = trend_panel("Harbour", line, 500, 170).shapes
    [average] = [each for each in shapes if isinstance(each, Stroke) and each.dash == SERVICE_DASH]
    assert average.x2 - average.x1 >= 40


def test_pictures_say_where_the_questions_changed_and_which_team_was_formed_anew() -> None:
    first, second, last = council()
    changed = rounds_of((asked_otherwise(first, "morale"), second, last))[0]
    words = f"The questions changed in {second.survey.wave.name}. Earlier scores are not compared."
    assert words in texts(theme_picture(changed, changed.domains[1]))
    assert f"Morale: the{words[3:]}" in texts(team_picture(changed, changed.lines(team_id(0))))
    formed = rounds_of(merged(council()))[0]
    told = "Brookside: formed from Ashdown and Brookside since Spring 2022."
    assert told in texts(theme_picture(formed, formed.domains[0]))
    unchanged = theme_picture(changed, changed.domains[0])
    for picture, apart in ((unchanged, False), (theme_picture(formed, formed.domains[0]), True)):
        assert ("New questions or team" in texts(picture)) is apart
        assert stands_inside(picture)


def test_a_hidden_round_is_hatched_with_its_threshold_in_words() -> None:
    said = texts(trend_panel("Harbour", line_of(HARBOUR), 500, 170))
    assert said.count("Fewer") == 1
    assert "than 5" in said
    assert "Fewer" not in texts(trend_panel("Ashdown", line_of(0), 500, 170))
    hatched = trend_panel("Dockside", line_of(HIDDEN[0]), 500, 170)
    assert len(rects(hatched, palette.HATCH_GROUND)) == 3


def test_markers_stand_on_the_one_scale() -> None:
    line = line_of(0, domain="bureaucracy")
    panel = Panel(500, 170, 3)
    figure = trend_panel("Ashdown", line, 500, 170)
    middles = {round(each.y + each.height / 2, 3) for each in rects(figure, palette.BUREAUCRACY) if each.opacity == 1}
    scores = {round(panel.y(point.score.points), 3) for point in line.points if point.score is not None}
    assert middles == scores
    assert {"lighter", "heavier"} <= set(texts(figure))
    assert panel.y(0) - panel.y(50) == pytest.approx(panel.y(50) - panel.y(100))


@pytest.mark.parametrize("count", [1, 2, 3, 13])
@pytest.mark.parametrize("width", [190.0, 250.0, 440.0, 900.0])
def test_any_number_of_rounds_stands_inside_and_labels_do_not_run_together(count: int, width: float) -> None:
    for team in (0, 1, 2, HARBOUR):
        for small in (False, True):
            line = line_of(team, count)
            figure = trend_panel("Ashdown", line, width, 150, small=small)
            assert stands_inside(figure)
            labels = [each for each in figure.shapes if getattr(each, "y", 0) == 150 - 6]
            places = sorted(each.x for each in labels if hasattr(each, "x"))
            assert all(right - left >= 40 for left, right in pairwise(places))


@pytest.mark.parametrize(
    ("width", "height", "small"), [(117.0, 70.0, True), (161.0, 92.0, True), (248.0, 122.0, False)]
)
def test_signs_lines_and_bands_of_many_rounds_are_told_apart(width: float, height: float, small: bool) -> None:
    line = line_of(0, 13)
    panel = Panel(width, height, len(line.rounds), small)
    colour = palette.domain_colour("morale")
    drawn = trend_panel("Ashdown", line, width, height, small=small).shapes
    solid = [each for each in drawn if isinstance(each, Polygon) and each.fill == colour and each.opacity == 1]
    sides = [(min(x for x, _ in each.points), max(x for x, _ in each.points)) for each in solid]
    assert len(sides) == len(line.rounds)
    # Between two signs there is light; the newest alone may be larger.
    assert all(after[0] - before[1] >= panel.step / 4 for before, after in pairwise(sides[:-1]))
    strokes = [each.stroke_width for each in drawn if isinstance(each, Stroke) and each.stroke == colour]
    bands = [panel.y(each.likely.low) - panel.y(each.likely.high) for each in line.points if each.likely is not None]
    assert max(strokes) <= median(bands) / 4


@pytest.mark.parametrize("small", [False, True])
def test_the_newest_number_does_not_touch_the_box_of_a_score_by_itself(small: bool) -> None:
    line = line_of(HARBOUR)
    assert line.points[-1].likely is not None
    figure = trend_panel("Harbour", line, 160 if small else 250, 80, small=small)
    edge = max(each.x + each.width for each in rects(figure, palette.domain_colour("morale")))
    [number] = [each for each in figure.shapes if isinstance(each, Text) and each.weight is Weight.BOLD]
    assert number.x - edge >= 4
    assert stands_inside(figure)


@pytest.mark.parametrize(("points", "cap"), [(94, Cap.OR_MORE), (6, Cap.OR_LESS)])
@pytest.mark.parametrize("count", [3, 13])
def test_what_caps_the_newest_score_is_not_printed_over_the_line(points: int, cap: Cap, count: int) -> None:
    line = line_of(0, count)
    newest = replace(line.points[-1], score=ShownScore(points, cap))
    figure = trend_panel("Ashdown", replace(line, points=(*line.points[:-1], newest)), 161, 92, small=True)
    panel = Panel(161, 92, len(line.rounds), small=True)
    said = [each for each in figure.shapes if isinstance(each, Text) and each.colour == palette.domain_colour("morale")]
    assert [each.text for each in said] == score_text(ShownScore(points, cap)).split()
    for each in said:
        wide = text_width(each.text, BOLD if each.weight is Weight.BOLD else REGULAR, each.size)
        left = each.x if each.anchor is Anchor.START else each.x - wide
        assert panel.right + 5 <= left
        assert left + wide <= 161
        assert each.size <= each.y <= panel.y(0) + 3


def test_the_sentence_says_every_shown_point_and_no_hidden_one() -> None:
    line = line_of(HARBOUR)
    said = line_sentence("Harbour", line)
    for name, point in zip(line.rounds, line.points, strict=True):
        expected = str(point.score.points) if point.score else "fewer than 5 answers, not shown"
        assert f"{name}: {expected}" in said
    assert change_words(line) in said


def test_change_is_said_from_the_published_test_alone() -> None:
    line = line_of(0)
    assert line.newest is not None
    assert line.newest.change is not None
    assert change_words(line).startswith(f"Since {line.newest.change.wave.name}: ")
    assert change_words(line_of(0, 1)) == "No change to show yet"
    assert change_words(line_of(HIDDEN[0])) == "Not shown in Autumn 2022"


@pytest.mark.parametrize(
    ("name", "short"),
    [("Autumn 2026", "Aut 26"), ("Spring 2027", "Spr 27"), ("2026", "2026"), ("After the inspection", "After t…")],
)
def test_rounds_have_short_names(name: str, short: str) -> None:
    assert short_round(name) == short


def test_pictures_hold_every_panel() -> None:
    found = rounds()
    team = found.lines(team_id(0))
    for figure in (team_picture(found, team), theme_picture(found, found.domains[0]), panels_in_a_row(team, 511, 80)):
        assert stands_inside(figure)
    assert all(line.domain.title in texts(team_picture(found, team)) for line in team.lines)
    assert all(each.name in texts(theme_picture(found, found.domains[0])) for each in found.teams)


@pytest.mark.parametrize(("high", "numbers"), [(92, ["0", "50", "100"]), (57, ["0", "50", "100"]), (42, ["0", "100"])])
def test_a_row_of_panels_has_the_numbers_of_its_scale_once_and_beside_its_lines(high: int, numbers: list[str]) -> None:
    row = panels_in_a_row(rounds().lines(team_id(0)), 511, high)
    said = [each for each in row.shapes if isinstance(each, Text) and each.text in ("0", "50", "100")]
    assert [each.text for each in said] == numbers
    lines = [each for each in row.shapes if isinstance(each, Stroke) and each.y1 == each.y2]
    for each in said:
        assert any(abs(line.y1 + 4 - each.y) < 0.01 and line.x1 > each.x for line in lines)


def test_pictures_say_what_moved_as_the_page_does_and_of_their_own_signs_only() -> None:
    found = rounds()
    for domain in found.domains:
        picture = theme_picture(found, domain)
        said = " ".join(each.text for each in picture.shapes if isinstance(each, Text))
        assert theme_headline(found, domain.id).text in said
        assert "Of 100 likely ranges, about 95 hold" in said
        assert "within chance" not in said.lower()
    team = found.lines(team_id(0))
    said = " ".join(each.text for each in team_picture(found, team).shapes if isinstance(each, Text))
    assert trends_headline(found, team).text in said
    assert "within chance" not in said.lower()
    # No round of this team is hidden, and one of Harbour's is.
    assert "Too few answers" not in said
    assert "Too few answers" in texts(team_picture(found, found.lines(team_id(HARBOUR))))


def test_the_key_wraps_where_it_is_narrow() -> None:
    wide, narrow = trend_key(900, "Harbour"), trend_key(300, "Harbour")
    assert narrow.height > wide.height
    assert stands_inside(narrow)
