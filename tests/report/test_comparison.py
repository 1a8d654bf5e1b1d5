"""Comparison and trends documents: valid, complete, nothing hidden told, from one team to two hundred."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.figures.compared_sentences import change_words, gap_sentence
from teamhealth.publication.beside_words import beside_whom
from teamhealth.publication.compared import Row, RowKind, compare, scored_domains
from teamhealth.publication.compared_words import gap_words, visit_headline
from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.trend_headline import newest_change, trends_headline
from teamhealth.publication.types import Comparison, DomainResult, Publication, ShownScore, TeamResult, Tier, Verdict
from teamhealth.publication.words import score_text, span_text
from teamhealth.report.compared_key import heat_key
from teamhealth.report.comparison import comparison, comparison_section, write_comparison
from teamhealth.report.metadata import Metadata
from teamhealth.report.pages import Furniture, build
from teamhealth.report.paragraphs import heading
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.trends import trends, write_trends
from teamhealth.services import rounds as rounds_file
from teamhealth.texts.name_order import name_order
from tests.invented import publication
from tests.report import areas, samples
from tests.report import pdf_checks as checks
from tests.report.laid_out import pieces
from tests.report.test_team import text_of
from tests.rounds import (
    HARBOUR,
    HIDDEN,
    PLACES,
    all_apart,
    all_hidden,
    asked_otherwise,
    council,
    many,
    merged,
    team_id,
    with_teams,
)

COMPARISONS: dict[str, Callable[[], Publication]] = {
    "ordinary": lambda: council()[-1],
    "first round": lambda: council()[0],
    "one team": lambda: publication(6),
    "all hidden": lambda: all_hidden(council()[-1]),
    "two hundred": lambda: many(council()[-1], 200),
    "three services": lambda: council(14, 1, 3, 9)[-1],
    "long names": lambda: _named(council()[-1], samples.LONG_NAME),
    "hostile names": lambda: _named(council()[-1], "<b>Nor&\u202ehill \U0001f600\x01"),
    "Welsh": lambda: _named(council()[-1], "Tîm Tŷ Ŵyl"),
}


def _named(whole: Publication, name: str) -> Publication:
    return with_teams(whole, tuple(replace(team, name=f"{name} {team.name[:3]}"[:60]) for team in whole.teams))


def rounds(made: tuple[Publication, ...]) -> Rounds:
    (found,) = rounds_of(made)
    return found


TRENDS: dict[str, Callable[[], bytes]] = {
    "a team": lambda: trends(rounds(council()), team_id(HARBOUR)),
    "a hidden team": lambda: trends(rounds(council()), team_id(HIDDEN[0])),
    "all teams": lambda: trends(rounds(council())),
    "one round": lambda: trends(rounds(council()[:1]), team_id(0)),
    "two rounds": lambda: trends(rounds(council()[:2])),
    "twelve rounds": lambda: trends(rounds(council(6, 13, 1, 4))),
    "twelve rounds of a team": lambda: trends(rounds(council(6, 13, 1, 4)), team_id(0)),
    "merged": lambda: trends(rounds(merged(council())), team_id(1)),
    "two hundred teams": lambda: trends(rounds((many(council()[-1], 200),))),
    "hostile names": lambda: trends(rounds((_named(council()[-1], "<b>Nor&\u202ehill \U0001f600\x01"),))),
}


def assert_sound(content: bytes) -> None:
    """Whether a document is valid PDF/UA-1, and its structure what no validator looks at."""
    report = page.validate_pdf_bytes(content, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant
    with checks.opened(content) as pdf:
        assert checks.header_problems(pdf) == []
        assert checks.parent_tree_problems(pdf) == []
        assert checks.bookmark_problems(pdf) == []
        assert checks.figure_problems(pdf) == []
        assert checks.font_problems(pdf) == []


@pytest.mark.parametrize("case", COMPARISONS)
def test_comparisons_are_accessible(case: str) -> None:
    assert_sound(comparison(COMPARISONS[case]()))


@pytest.mark.parametrize("case", TRENDS)
def test_trends_are_accessible(case: str) -> None:
    assert_sound(TRENDS[case]())


def test_large_print_is_accessible_too() -> None:
    assert_sound(comparison(council()[-1], None, LARGE))
    assert_sound(trends(rounds(council()), team_id(0), LARGE))


def test_saved_documents_are_for_the_archive_with_the_figures_they_show(tmp_path: Path) -> None:
    whole, path = council(14, 1, 3, 9)[-1], tmp_path / "comparison.pdf"
    rounds_file.write_comparison(whole, whole.services[0].id, path)
    assert page.validate_pdf_bytes(path.read_bytes(), profile="3a").is_compliant
    with checks.opened(path.read_bytes()) as pdf:
        data = pdf.attachments["figures.csv"].get_file().read_bytes().decode()
    assert all(team.name in data for team in whole.services[0].teams)
    assert not any(team.name in data for team in whole.services[1].teams)
    rounds_file.write_trends(rounds(council()), team_id(0), path)
    assert page.validate_pdf_bytes(path.read_bytes(), profile="3a").is_compliant
    with checks.opened(path.read_bytes()) as pdf:
        data = pdf.attachments["figures.csv"].get_file().read_bytes().decode()
    assert "Ashdown" in data
    assert "Brookside" not in data


def test_comparison_says_every_shown_figure_and_none_that_is_hidden() -> None:
    whole = council()[-1]
    words, compared = text_of(comparison(whole)), compare(whole)
    for row in compared.of(RowKind.TEAM, RowKind.OTHERS, RowKind.SERVICE):
        for domain in compared.domains:
            score = row.score(domain.id)
            assert score is not None
            assert score_text(score) in words
            result = row.result(domain.id)
            assert result is None or result.likely is None or span_text(result.likely) in words
    assert words.count("Fewer than 5 answers") == len(HIDDEN)
    assert publication_hash(whole) in words.replace(" ", "")
    assert visit_headline(compared, found=True).lead in words
    assert "Averages are of the shown teams" in words


def test_hidden_teams_come_last_from_a_to_z() -> None:
    words = text_of(comparison(council()[-1])).split("How the teams are compared")[0]
    table = words[words.index("Answered") :]
    places = [table.index(PLACES[at]) for at in (*(at for at in range(14) if at not in HIDDEN), *HIDDEN)]
    assert places == sorted(places)


def test_a_theme_page_has_every_team_and_names_those_not_shown() -> None:
    whole = many(council()[-1], 60)
    # Once in the table of all themes, and once on the page of each.
    words = text_of(comparison(whole)).split("How the teams are compared")[0]
    assert all(words.count(team.name) >= 5 for team in whole.teams)
    assert "Not shown, as too few answers came in: Dockside 1," in words


def test_trends_say_every_shown_figure_and_the_published_tests() -> None:
    found = rounds(council())
    team = found.lines(team_id(HARBOUR))
    words = text_of(trends(found, team.id))
    for line in team.lines:
        assert change_words(line) in words
        for point in line.points:
            assert point.score is None or f"{score_text(point.score)}, likely {span_text(point.likely)}" in words  # type: ignore[arg-type]
    assert "fewer than 5 answers, not shown" in words
    assert "‘Within chance’ does not mean that nothing changed." in words


def test_trends_begin_with_what_moved() -> None:
    found = rounds(council())
    for team in (None, team_id(3)):
        words = text_of(trends(found, team))
        said = trends_headline(found, found.lines(team) if team is not None else None)
        assert " ".join(said.text.split()) in " ".join(words.split())
        assert words.index(said.lead[:20]) < words.index("Every panel runs")


def test_trends_of_all_teams_have_likely_ranges_and_what_would_have_shown_in_the_table_alone() -> None:
    found = rounds(council())
    words = text_of(trends(found))
    assert words.lower().count("within chance") == 0
    for team in found.teams:
        for line in team.lines:
            for point in line.points:
                assert point.score is None or f"{score_text(point.score)}, likely {span_text(point.likely)}" in words  # type: ignore[arg-type]
    morale = found.lines(team_id(0)).line("morale")
    assert morale is not None
    change = newest_change(morale)
    assert change is not None
    assert re.search(rf"Ashdown (?:\d+, likely \d+ to \d+ ){{3}}{change.comparison.would_show} Brookside", words)
    assert "Each team is tested by itself" in words
    assert "Each team is tested by itself" not in text_of(trends(found, team_id(0)))


def test_the_key_of_trends_has_the_signs_that_there_are_and_no_other() -> None:
    assert "Too few answers: not shown" in text_of(trends(rounds(council())))
    words = text_of(trends(rounds(council()), team_id(0)))
    assert "Service average" in words
    assert "Too few answers: not shown" not in words


def test_every_panel_stands_below_a_heading_and_has_a_bookmark() -> None:
    found, content = rounds(council()), trends(rounds(council()))
    shown = [team.name for team in found.teams if any(point.score for line in team.lines for point in line.points)]
    laid = pieces(content)
    below = [
        (laid[number - 1] if laid[number - 1].role == "H3" else laid[number - 2]).words.strip()
        for number, each in enumerate(laid)
        if each.role == "Figure" and "Aut 21" in each.words
    ]
    assert below == shown * len(found.domains)
    with checks.opened(content) as pdf:
        marks = checks.bookmarks(pdf)
    titles = [title for _, title in marks]
    for domain in found.domains:
        first = titles.index(f"{domain.title}: all teams")
        panels = [f"{name}: {domain.title} over the rounds" for name in shown]
        assert titles[first + 1 : first + 2 + len(shown)] == [*panels, f"{domain.title}: the figures"]
        assert {depth for depth, _ in marks[first + 1 : first + 2 + len(shown)]} == {marks[first][0] + 1}


def test_small_panels_have_numbers_on_their_scale() -> None:
    found = pieces(trends(rounds(council())))
    panels = [each.words for each in found if each.role == "Figure" and "Aut 21" in each.words]
    assert len(panels) == 4 * 12
    assert all(each.startswith("0 50 100") or "0 50 100" in each for each in panels)


def test_there_is_no_page_of_a_theme_without_a_shown_team() -> None:
    with checks.opened(comparison(all_hidden(council()[-1]))) as pdf:
        assert len(pdf.pages) == 1
    with checks.opened(comparison(publication(6))) as pdf:
        assert len(pdf.pages) == 2


def test_many_rounds_are_spread_over_tables_and_no_word_is_broken() -> None:
    words = text_of(trends(rounds(council(6, 13, 1, 4))))
    assert "Autumn 2022" in words
    assert "not shown" in words
    assert not {"Autum", "Roun", "sh", "own"} & set(words.split())


def test_method_ends_the_comparison() -> None:
    with checks.opened(comparison(council()[-1])) as pdf:
        titles = [str(each.title) for each in pdf.open_outline().root[0].children]
    assert titles[-1] == "How the teams are compared"


def test_few_rounds_are_said() -> None:
    assert "Trends need three rounds. You have two." in text_of(trends(rounds(council()[:2])))
    assert "Trends need" not in text_of(trends(rounds(council())))


def test_a_merged_team_says_where_it_came_from() -> None:
    words = text_of(trends(rounds(merged(council())), team_id(1)))
    assert "Formed from Ashdown and Brookside since Spring 2022." in words


def test_all_teams_are_told_once_a_theme_where_its_questions_changed() -> None:
    first, second, last = council()
    words = text_of(trends(rounds((asked_otherwise(first, "morale"), second, last))))
    assert words.count(f"The questions changed in {second.survey.wave.name}. Earlier scores are not compared.") == 1
    assert "New questions or team" in words
    assert "New questions or team" not in text_of(trends(rounds(council())))


def test_panels_beside_each_other_stand_level_however_much_is_said_above_them() -> None:
    first, second, last = council()
    found = rounds((*merged((asked_otherwise(first, "morale"), second, last)),))
    with checks.opened(trends(found, team_id(1))) as pdf:
        boxes = [each.A.BBox for each in checks.elements(pdf) if checks.role(each) == "Figure"]
    feet = [round(float(box[1]), 1) for box in boxes]
    # The key, then two beside each other.
    assert len(feet) == 5
    assert (feet[1], feet[3]) == (feet[2], feet[4])


def test_all_teams_are_told_which_came_out_of_others() -> None:
    words = text_of(trends(rounds(merged(council()))))
    assert words.count("Brookside: formed from Ashdown and Brookside since Spring 2022.") == 1


def test_a_teams_figures_end_their_sentence_before_they_say_why_they_stand_apart() -> None:
    first, second, last = council()
    words = text_of(trends(rounds((asked_otherwise(first, "morale"), second, last)), team_id(0)))
    assert re.search(r"likely \d+ to \d+\. The questions changed in ", words)


def test_the_same_figures_make_the_same_bytes() -> None:
    assert comparison(council()[-1]) == comparison(council()[-1])
    assert trends(rounds(council())) == trends(rounds(council()))


def test_the_section_can_stand_in_another_document() -> None:
    section = comparison_section(compare(council()[-1]), level=2)
    content = build([heading("Pack", 1), *section], Metadata("Pack", "Pack", None, "pack"), Furniture("a", "b", "c"))
    assert_sound(content.content)


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "x.pdf"
    with pytest.raises(FileUnwritable):
        write_comparison(council()[-1], None, nowhere)
    with pytest.raises(FileUnwritable):
        write_trends(rounds(council()), None, nowhere)
    with pytest.raises(KeyError):
        comparison(council()[-1], "f" * 32)


def test_a_burden_is_explained_only_where_one_is_compared() -> None:
    assert "Of a burden, below is heavier." in text_of(comparison(council()[-1]))
    assert "heavier" not in text_of(comparison(areas.rounds(3, 14)[0]))


def test_the_key_has_the_signs_that_there_are_and_no_other() -> None:
    whole = council()[-1]
    verdicts = {each.verdict for each in compare(whole).comparisons}
    assert verdicts == {Verdict.BELOW, Verdict.WITHIN_CHANCE}
    key = heat_key(compare(whole))
    assert key is not None
    assert key.sentence == "Key: below the others; within chance."
    # Where all cells mean the same, the headline has said it.
    assert heat_key(compare(areas.rounds(1, 7)[0])) is None


def test_the_key_of_a_theme_names_the_sign_of_averages_where_there_are_any() -> None:
    assert text_of(comparison(council()[-1])).count("an average") == 4
    assert "an average" not in text_of(comparison(publication(6)))


def test_each_team_has_the_gap_that_would_show_and_no_number_beside_its_scores() -> None:
    whole = council()[-1]
    compared, words = compare(whole), text_of(comparison(whole))
    assert "Gap that would show" in words
    assert "≈" not in words
    for row in compared.shown:
        gaps = sorted(
            each.would_show for domain in compared.domains
            if (each := row.comparison(domain.id)) is not None and each.would_show is not None
        )  # fmt: skip
        assert gap_words(row, compared.domains) == (f"{gaps[0]} to {gaps[-1]}" if gaps[0] < gaps[-1] else f"{gaps[0]}")
        assert gap_words(row, compared.domains) in words


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, 24), Comparison(ShownScore(50), Verdict.ABOVE)], "24"),
        ([Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, each) for each in (24, 31)], "24 or more"),
        ([Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, each) for each in (31, 44)], "too few answers"),
        # A score that is the others' own tells no gap.
        ([Comparison(ShownScore(60), Verdict.WITHIN_CHANCE), Comparison(ShownScore(50), Verdict.ABOVE)], "–"),
        ([Comparison(ShownScore(50), Verdict.NOT_TESTED)] * 2, "not tested"),
    ],
)
def test_the_gap_that_would_show_is_told_over_the_themes(found: list[Comparison], said: str) -> None:
    whole = council()[-1]
    domains = scored_domains(whole)[:2]
    results = tuple(
        DomainResult(domain.id, ShownScore(60), rest=rest) for domain, rest in zip(domains, found, strict=False)
    )
    row = Row(RowKind.TEAM, "Ashdown", team=replace(whole.teams[0], domains=results))
    assert gap_words(row, domains) == said


def test_a_dash_in_the_column_of_gaps_is_explained_where_one_stands_and_heard_as_words() -> None:
    whole = council()[-1]
    changed = all_apart(whole)
    dash = "‘–’ in the last column: every gap of that team is more than chance, or there is none."
    assert dash in " ".join(text_of(comparison(changed)).split())
    assert dash not in " ".join(text_of(comparison(whole)).split())
    row = next(each for each in compare(changed).shown if each.team == changed.teams[0])
    heard = gap_sentence(row, compare(changed).domains)
    assert heard.endswith(": none, as every gap is more than chance or there is none.")


def test_others_are_named_where_they_are_of_the_service_and_where_of_the_council() -> None:
    one, many_services = council()[-1], council(14, 1, 3, 9)[-1]
    assert beside_whom(compare(one)) == "Others are all other shown teams."
    shown = [sum(team.shown for team in service.teams) for service in many_services.services]
    assert max(shown) >= 4 > min(shown)
    large = many_services.services[shown.index(max(shown))].id
    small = many_services.services[shown.index(min(shown))].id
    assert beside_whom(compare(many_services, large)) == "Others are the other shown teams of the same service."
    assert beside_whom(compare(many_services, small)) == "Others are the other shown teams of the council."
    both = "Others are the other shown teams of the service, or of the council where fewer than four are shown."
    assert beside_whom(compare(many_services)) == both
    assert both in text_of(comparison(many_services))
    # The flag of every theme's page is named alike.
    assert text_of(comparison(many_services, small)).count("other teams of the council") == 4
    assert text_of(comparison(many_services, large)).count("other teams of the service") == 4
    assert text_of(comparison(many_services)).count("other teams of service or council") == 4


@pytest.mark.parametrize("sheet", [ORDINARY, LARGE])
@pytest.mark.parametrize("shown", [14, 60])
def test_no_page_of_a_table_has_averages_alone(shown: int, sheet: Sheet) -> None:
    found = pieces(comparison(many(council()[-1], shown), None, sheet))
    rows: dict[tuple[int, int], list[str]] = {}
    for each in found:
        if each.path[-1][0] == "TH" or each.inside("TH"):
            rows.setdefault((each.page, each.inside("Table")), []).append(each.words)
    closing = ("Not shown, together", "Service average")
    ended = [names for names in rows.values() if closing[1] in " ".join(names)]
    assert len(ended) == 5
    for names in ended:
        said = " ".join(names)
        assert any(f"{place} " in said for place in PLACES), said


@pytest.mark.parametrize("sheet", [ORDINARY, LARGE])
def test_what_the_cells_mean_stands_with_the_rows_it_is_of(sheet: Sheet) -> None:
    found = pieces(comparison(many(council()[-1], 14), None, sheet))
    [note] = [each for each in found if each.words.startswith("Colour means more than chance.")]
    before = [each for each in found[: found.index(note)] if each.inside("Table")]
    assert before[-1].page == note.page


def test_a_table_that_fits_its_page_is_not_parted_for_the_note_below_it() -> None:
    found = pieces(comparison(council(teams=16, services=3)[-1]))
    [note] = [each for each in found if each.words.startswith("Colour means more than chance.")]
    assert note.page == 2
    rows = [each for each in found[: found.index(note)] if each.inside("Table")]
    assert {each.page for each in rows} == {1}


def test_a_theme_of_a_dozen_teams_has_a_page_of_its_own() -> None:
    found = pieces(comparison(many(council()[-1], 14)))
    titles = [each.title for each in compare(council()[-1]).domains]
    pages = [next(each.page for each in found if each.role == "H2" and each.words.strip() == title) for title in titles]
    assert pages == [2, 3, 4, 5]
    assert {each.page for each in found if each.inside("Table")} == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(("sheet", "most"), [(ORDINARY, 1), (LARGE, 2)])
def test_the_names_of_many_hidden_teams_stand_on_a_page_or_two_of_large_print(sheet: Sheet, most: int) -> None:
    whole = all_hidden(many(council()[-1], 79))
    entries = [each for each in pieces(comparison(whole, None, sheet)) if each.role == "LBody"]
    names = [each.words.strip() for each in entries]
    assert names == sorted((team.name for team in whole.teams), key=name_order)
    assert len({each.page for each in entries}) <= most
    # Side by side, and read down one column before the next.
    assert len({round(each.box[0]) for each in entries}) == 4
    assert entries[0].box[0] == entries[1].box[0]
    assert "Fewer than 5 answers in each of 79 teams:" in text_of(comparison(whole, None, sheet))


def test_the_names_of_many_hidden_teams_stand_below_their_service() -> None:
    whole = council(14, 1, 3, 9)[-1]
    hidden = replace(
        whole,
        services=tuple(
            replace(
                each, teams=tuple(TeamResult(team.id, team.name, team.headcount, Tier.HIDDEN) for team in each.teams)
            )
            for each in whole.services
        ),
    )
    found = [each for each in pieces(comparison(hidden)) if each.role in ("P", "LBody")]
    below: dict[str, list[str]] = {}
    for each in found:
        if each.role == "P":
            below[each.words.strip()] = []
        else:
            below[list(below)[-1]].append(each.words.strip())
    for service in whole.services:
        assert below[service.name] == sorted(team.name for team in service.teams)


def test_few_hidden_teams_have_a_row_each_with_the_reason() -> None:
    found = pieces(comparison(council()[-1]))
    assert not [each for each in found if each.role == "LBody"]
