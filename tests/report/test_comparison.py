"""Comparison and trends documents: valid, complete, nothing hidden told, from one team to two hundred."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.figures.compared_sentences import change_words
from teamhealth.publication.compared import RowKind, compare
from teamhealth.publication.compared_words import visit_headline
from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.types import Publication
from teamhealth.publication.words import score_text, span_text
from teamhealth.report.comparison import comparison, comparison_section, write_comparison
from teamhealth.report.metadata import Metadata
from teamhealth.report.pages import Furniture, build
from teamhealth.report.paragraphs import heading
from teamhealth.report.sheet import LARGE
from teamhealth.report.trends import trends, write_trends
from teamhealth.services import rounds as rounds_file
from tests.invented import publication
from tests.report import areas, samples
from tests.report import pdf_checks as checks
from tests.report.test_team import text_of
from tests.rounds import (
    HARBOUR,
    HIDDEN,
    PLACES,
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
    assert words.count("Fewer than 5 answered") == len(HIDDEN)
    assert publication_hash(whole) in words.replace(" ", "")
    assert visit_headline(compared, found=True).lead in words
    assert "Averages hold shown teams" in words


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
    assert "Not shown, as too few answered: Dockside 1," in words


def test_trends_say_every_shown_figure_and_the_published_tests() -> None:
    found = rounds(council())
    team = found.lines(team_id(HARBOUR))
    words = text_of(trends(found, team.id))
    for line in team.lines:
        assert change_words(line) in words
        for point in line.points:
            assert point.score is None or f"{score_text(point.score)}, likely {span_text(point.likely)}" in words  # type: ignore[arg-type]
    assert "fewer than 5 answered, not shown" in words
    assert "‘Within chance’ does not mean that nothing changed." in words


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


def test_the_key_speaks_of_a_burden_only_where_one_is_compared() -> None:
    assert "above the others (burden: lighter)" in text_of(comparison(council()[-1]))
    assert "lighter" not in text_of(comparison(areas.rounds(3, 14)[0]))
