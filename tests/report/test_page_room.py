"""Pages use the room they have: few rows are set larger, much is closed up before it runs on, and heads stand level."""

import subprocess
from dataclasses import replace
from itertools import groupby, pairwise

import pytest

from teamhealth.publication.area import service_area
from teamhealth.publication.compared import compare
from teamhealth.publication.lines import rounds_of, rounds_up_to
from teamhealth.publication.types import ItemWord
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.plan_annex import plan_annex
from teamhealth.report.sheet import LARGE, ORDINARY
from teamhealth.report.subject import subject_of
from teamhealth.report.team import team_report
from teamhealth.report.trends import trends
from teamhealth.texts.lists import number_word
from tests.invented import TEAM_ID
from tests.report import areas
from tests.report.fullness import fullness
from tests.report.laid_out import Piece, pieces
from tests.report.page_grid import concerned, documents
from tests.report.plan_pages import beside, rates, told_page
from tests.report.samples import compared, with_team
from tests.report.test_gates import beside_area, pack
from tests.rounds import council

GRID = documents()


def laid_out(content: bytes) -> str:
    """Return a document's words line by line."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode()


def on_page(found: list[Piece], words: str) -> int:
    """Return the page of the first piece that begins with these words."""
    return next(each.page for each in found if each.words.startswith(words))


@pytest.mark.parametrize(("concerns", "least"), [(0, 0.26), (1, 0.4), (4, 0.7)])
def test_a_teams_page_of_few_rows_is_set_larger(concerns: int, least: float) -> None:
    [filled] = fullness(GRID[f"told of {concerns}"](ORDINARY))
    assert filled >= least


def test_a_teams_page_of_four_rows_is_one_page_of_large_print() -> None:
    assert len(fullness(GRID["told of 4"](LARGE))) == 1


def test_a_teams_page_of_longer_words_is_one_page_of_large_print() -> None:
    assert len(fullness(GRID["Welsh plan for the team"](LARGE))) == 1


@pytest.mark.parametrize("answered", [5, 8, 12])
def test_how_figures_are_made_stands_whole_and_no_page_before_the_comments_is_half_blank(answered: int) -> None:
    content = GRID[f"team of {answered}, first round"](LARGE)
    found = pieces(content)
    assert on_page(found, "How the figures are made") == on_page(found, "Fingerprint of the published figures")
    assert min(fullness(content)) > 0.6


def test_a_last_comment_is_not_alone_at_the_head_of_a_page() -> None:
    content = GRID["team of 8, 12 rounds"](LARGE)
    quoted = [each.page for each in pieces(content) if each.words.startswith("“")]
    assert len(set(quoted)) == 2
    found = [each for each in pieces(content) if each.page == max(quoted)]
    asked = next(number for number, each in enumerate(found) if each.words.startswith("What should this team keep"))
    assert sum(each.words.startswith("“") for each in found[:asked]) != 1


def test_a_concern_without_action_leaves_no_column_blank() -> None:
    # Two concerns without an action are each told by itself; more of them are told together.
    planned = concerned(4, acting=True)
    some = replace(planned.plan, actions=planned.plan.actions[1:3])
    found = pieces(plan_annex(replace(planned, plan=some), beside(None)))
    widest = max(each.box[2] for each in found if each.words.startswith("Career paths"))
    sources = [each for each in found if each.words in ("Others have tried ", "A source proposes ")]
    assert widest > 300
    assert any(each.box[0] > 290 for each in sources)
    assert found[-1].page == 1


@pytest.mark.parametrize("name", [name for name in GRID if "plan" in name])
def test_workforce_figures_are_not_parted(name: str) -> None:
    for sheet in (ORDINARY, LARGE):
        rows = [each.page for each in pieces(GRID[name](sheet))
                if each.inside("Table") and each.words.startswith(("Turnover", "Caseload"))]  # fmt: skip
        assert len(set(rows)) <= 1


def test_few_chapters_stand_on_the_cover() -> None:
    found = pieces(pack("", compared(8), ORDINARY))
    assert on_page(found, "Contents") == 1
    assert on_page(found, "Teams compared") == 1
    assert [each.page for each in found if each.role == "H1"][:2] == [1, 2]


def test_cover_and_contents_of_a_few_chapters_share_what_is_said_in_large_print() -> None:
    cover, contents, *_ = fullness(pack("", compared(8), LARGE))
    assert cover > 0.5
    assert contents > 0.5


def test_the_cover_of_a_pack_holds_all_that_it_says_in_large_print() -> None:
    whole = council()[-1]
    named = replace(whole.survey.organisation, name="North and South Exampleshire Council")
    found = pieces(pack("", replace(whole, survey=replace(whole.survey, organisation=named)), LARGE))
    assert on_page(found, "Fingerprint of the published figures") == 1
    assert on_page(found, "Contents") == 2


def test_a_plan_of_twelve_concerns_fills_its_pages() -> None:
    pages = fullness(GRID["plan of 12"](ORDINARY))
    assert len(pages) == 3
    assert min(pages[:-1]) > 0.9


@pytest.mark.parametrize(("concerns", "pages"), [(12, 6), (16, 7)])
def test_three_concerns_of_a_plan_stand_on_a_page_of_large_print(concerns: int, pages: int) -> None:
    filled = fullness(plan_annex(concerned(concerns, acting=True), beside(rates()), LARGE))
    assert len(filled) == pages
    assert min(filled[:-2]) > 0.8


def test_a_plan_names_a_round_of_its_measures_once() -> None:
    found = pieces(GRID["plan of 12"](ORDINARY))
    words = " ".join(each.words for each in found)
    assert words.count("Measures are of Autumn 2026;") == 1
    assert words.count("Measure ") == 12
    assert "Autumn 2026 concern" not in words
    lines = [(each, after) for each, after in pairwise(found) if each.words.startswith("Measure ")]
    assert all(each.box[1] == pytest.approx(after.box[1], abs=3) for each, after in lines)


def test_items_of_a_council_begin_below_its_shared_concerns_in_large_print() -> None:
    for name in ("council of 7", "council of 14", "council of 200"):
        found = pieces(GRID[name](LARGE))
        note = next(each.page for each in found if "Standards for employers of social workers" in each.words)
        assert on_page(found, "All questions") == note


def test_staying_and_leaving_stand_on_page_one_of_large_print_too() -> None:
    for name in ("council of four themes", "council of 14", "service of 14"):
        found = pieces(GRID[name](LARGE))
        assert on_page(found, "Expecting to stay") == 1
        assert on_page(found, "Few thoughts of leaving") == 1


def test_theme_signs_and_titles_of_a_heat_map_stand_level() -> None:
    whole = council()[-1]
    heads = [each for each in pieces(comparison(whole)) if each.role == "TH" and each.page == 1]
    titles = [domain.title.split()[0] for domain in compare(whole).domains]
    tops = {round(each.box[3]) for each in heads if each.words.split()[0] in (*titles, "Team", "Answered")}
    assert len(tops) == 1


@pytest.mark.parametrize(("strengths", "concerns"), [(1, 15), (0, 28), (8, 10), (0, 0)])
def test_a_meeting_sheet_leaves_all_that_it_has_for_writing(strengths: int, concerns: int) -> None:
    words = [ItemWord.STRENGTH] * strengths + [ItemWord.CONCERN] * concerns + [ItemWord.MIXED] * 28
    whole = compared(9)
    items = tuple(replace(item, word=word) for item, word in zip(whole.teams[0].items, words, strict=False))
    sheet = meeting_sheet(with_team(whole, replace(whole.teams[0], items=items)), TEAM_ID)
    [filled] = fullness(sheet)
    assert filled >= (0.95 if strengths or concerns else 0.75)
    tops = [
        each.box[3] for each in pieces(sheet) if each.words.startswith(("Which", "What is already", "What we agree"))
    ]
    assert min(above - below for above, below in pairwise(tops)) > 35


@pytest.mark.parametrize("seed", [3, 7])
@pytest.mark.parametrize("rounds", [3, 6, 12])
def test_page_one_holds_the_rounds_of_every_team(rounds: int, seed: int) -> None:
    found = council(14, rounds, seed=seed)
    words = f"{number_word(rounds).capitalize()} rounds"
    told = rounds_up_to(found[-1], found[:-1])
    for team in found[-1].teams:
        if team.shown:
            subject = subject_of(found[-1], team.id, rounds=told)
            first = pieces(team_report(found[-1], team.id, None, rounds=told))
            assert on_page(first, words) == 1
            assert on_page(first, "How to read this page.") == 1
            said = " ".join(each.words for each in first if each.page == 1)
            listed = len(subject.sentences(ItemWord.CONCERN)) + len(subject.sentences(ItemWord.STRENGTH))
            alike = f"All {listed} questions are"
            assert alike in said or sum(each.role == "LBody" for each in first if each.page == 1) >= listed


def test_what_was_found_beside_other_teams_stands_between_the_rules_of_its_row() -> None:
    """The closest rows have room for two lines; at the scale's end what was found takes three."""
    found = council(14, 12)
    told = rounds_up_to(found[-1], found[:-1])
    for team in found[-1].teams:
        if team.shown:
            report = pieces(team_report(found[-1], team.id, None, rounds=told))
            table = next(each.inside("Table") for each in report if each.role == "TH")
            cells = [each for each in report if each.inside("Table") == table and each.page == 1]
            rows = [list(row) for _, row in groupby(cells, key=lambda each: each.inside("TR"))][1:]
            for above, below in pairwise(rows):
                assert min(each.box[1] for each in above) >= max(each.box[3] for each in below)


@pytest.mark.parametrize(("rounds", "pages"), [(3, 2), (6, 2), (12, 4)])
def test_averages_add_no_page_to_the_trends_of_few_teams(rounds: int, pages: int) -> None:
    assert len(fullness(GRID[f"trends of 4, rounds {rounds}"](ORDINARY))) == pages


@pytest.mark.parametrize("teams", [10, 11])
def test_a_theme_of_some_nine_teams_stands_whole_below_the_headline_of_trends(teams: int) -> None:
    found = pieces(trends(rounds_of(council(teams, 3, 2))[0]))
    [first, second, *_] = [number for number, each in enumerate(found) if "all teams" in each.words]
    assert {each.page for each in found[first:second]} == {1}


@pytest.mark.parametrize(("teams", "services"), [(4, 1), (10, 2), (14, 1), (14, 2)])
def test_averages_of_trends_stay_with_the_last_teams(teams: int, services: int) -> None:
    followed = rounds_of(council(teams, 3, services))[0]
    for sheet in (ORDINARY, LARGE):
        heads = [each for each in pieces(trends(followed, None, sheet)) if each.role == "TH"]
        averages = [each.words.strip().endswith("average") for each in heads]
        assert any(averages)
        for (above, before), (average, told) in pairwise(zip(heads, averages, strict=True)):
            if told and not before:
                assert (above.page, above.inside("Table")) == (average.page, average.inside("Table"))


@pytest.mark.parametrize(
    "name", ["council of 7", "council of 14", "council of four themes", "first council", "service of 14"]
)
def test_themes_of_an_area_stand_whole_and_what_is_said_of_its_cards_beside_them(name: str) -> None:
    found = pieces(GRID[name](LARGE))
    assert on_page(found, "Strength, mixed and concern go by") == on_page(found, "Expecting to stay") == 1
    themes = {each.page for each in found if each.role == "TH" and each.words.startswith(("Theme", "Morale"))}
    assert themes == {on_page(found, "An open sign is a team")}


def test_items_of_a_council_have_room_for_their_names() -> None:
    found = pieces(GRID["council of four themes"](ORDINARY))
    start = next(number for number, each in enumerate(found) if each.words.startswith("All questions"))
    tables: dict[object, set[int]] = {}
    examples = next(number for number, each in enumerate(found) if each.words.startswith("What others have tried"))
    for each in found[start:examples]:
        if each.inside("Table"):
            tables.setdefault(each.inside("Table"), set()).add(each.page)
    assert all(len(pages) == 1 for pages in tables.values())
    [name] = [each for each in found[start:] if each.words.startswith("Looking forward to work")]
    assert name.box[3] - name.box[1] < 16
    last_example = [each.page for each in found[examples:] if each.inside("Table")][-1]
    assert on_page(found, "Sources:") == last_example


def test_heads_of_an_areas_totals_stand_apart() -> None:
    [*_, before, whole] = areas.rounds(2, 14, 2)
    spring = replace(before.survey, wave=replace(before.survey.wave, name="Spring 2026"))
    before = replace(before, survey=spring)
    beside_it = replace(beside_area(whole), earlier=service_area(before, before.services[0].id))
    found = pieces(area_report(service_area(whole, whole.services[0].id), beside_it, ORDINARY))
    heads = [each for each in found if each.role == "TH" and each.page == 1]
    titles = {"Service", "Spring 2026", "Council", "Not shown, together"}
    totals = [each for each in heads if each.words.strip() in titles]
    assert len(totals) == 4
    assert all(right.ink[0] - left.ink[2] >= 6 for left, right in pairwise(totals))


@pytest.mark.parametrize("answered", range(5, 13))
def test_how_many_answered_stands_in_one_line_of_a_meeting_sheet(answered: int) -> None:
    for sheet in (ORDINARY, LARGE):
        words = laid_out(meeting_sheet(compared(answered), TEAM_ID, sheet))
        assert f"{answered} of {compared(answered).teams[0].headcount} people answered." in words


def test_concerns_left_over_keep_the_signs_of_their_themes_where_a_list_has_room() -> None:
    planned = concerned(14, acting=True)
    told = replace(planned, plan=replace(planned.plan, actions=planned.plan.actions[:10]))
    content = told_page(told, LARGE)
    assert len(fullness(content)) == 2
    assert sum(each.role == "LBody" for each in pieces(content)) == 4


@pytest.mark.parametrize("team", ["5, first round", "10, first round", "12, first round", "5, 12 rounds"])
def test_examples_are_not_parted_where_one_page_holds_them_whole(team: str) -> None:
    found = pieces(GRID[f"team of {team}"](ORDINARY))
    assert on_page(found, "What others have tried") == on_page(found, "Sources: A Blueprint")


@pytest.mark.parametrize("rounds", [3, 6, 12])
def test_ranges_and_averages_of_the_rounds_leave_no_page_of_five_answers_nearly_empty(rounds: int) -> None:
    filled = fullness(GRID[f"team of 5, {rounds} rounds"](ORDINARY))
    assert len(filled) <= 6
    assert min(filled) >= 0.4
