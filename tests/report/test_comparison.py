"""The comparison of teams on paper: valid, complete, nothing hidden told, from one team to two hundred."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.publication.area import council_area, service_area
from teamhealth.publication.compared import compare
from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.types import Publication
from teamhealth.report.area import AreaBeside, area_report
from teamhealth.report.comparison import comparison, comparison_section, write_comparison
from teamhealth.report.metadata import Metadata
from teamhealth.report.pages import Furniture, build
from teamhealth.report.paragraphs import heading
from teamhealth.report.sheet import LARGE
from teamhealth.report.standards import read_standards
from teamhealth.report.trends import trends, write_trends
from teamhealth.resources import resource
from teamhealth.services import rounds as rounds_file
from tests.invented import publication
from tests.report import areas, samples
from tests.report import pdf_checks as checks
from tests.report.test_team import text_of
from tests.rounds import (
    all_hidden,
    council,
    many,
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
    "long names": lambda: named(council()[-1], samples.LONG_NAME),
    "hostile names": lambda: named(council()[-1], "<b>Nor&\u202ehill \U0001f600\x01"),
    "Welsh": lambda: named(council()[-1], "Tîm Tŷ Ŵyl"),
}


def named(whole: Publication, name: str) -> Publication:
    return with_teams(whole, tuple(replace(team, name=f"{name} {team.name[:3]}"[:60]) for team in whole.teams))


def rounds(made: tuple[Publication, ...]) -> Rounds:
    (found,) = rounds_of(made)
    return found


def said(content: bytes) -> str:
    return " ".join(text_of(content).split())


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


def test_a_theme_page_has_every_team_and_names_those_not_shown() -> None:
    whole = many(council()[-1], 60)
    # Once in the table of all themes, and once on the page of each.
    words = text_of(comparison(whole)).split("How the teams are compared")[0]
    assert all(words.count(team.name) >= 5 for team in whole.teams)
    assert "Not shown, as too few answers, or none, came in: Dockside 1," in words


def test_there_is_no_page_of_a_theme_without_two_shown_teams() -> None:
    with checks.opened(comparison(all_hidden(council()[-1]))) as pdf:
        assert len(pdf.pages) == 1
    with checks.opened(comparison(publication(6))) as pdf:
        assert len(pdf.pages) == 1


def test_how_often_chance_colours_a_cell_goes_by_the_number_of_tables() -> None:
    """Each service of four shown teams or more is tested by itself: a map of five has a false colour oftener."""
    (five,) = areas.rounds(5, 45)
    one = "In one table of twenty, chance alone colours a cell."
    words = said(comparison(five))
    assert one not in words
    assert (
        "Here are five such tables, each tested by itself. Of 100 such comparisons, chance alone colours a cell in"
        in words
    )
    assert "in about 23." in words
    assert one in said(comparison(five, five.services[0].id))
    assert one in said(comparison(council()[-1]))
    beside = AreaBeside(samples.evidence(), read_standards(resource("evidence", "standards.toml")), "sha256:0")
    whole = said(area_report(council_area(five), beside))
    assert "twenty such tables, and here are five." in whole
    assert "over all teams and themes together" not in whole
    alone = said(area_report(service_area(five, five.services[0].id), beside))
    assert "tested over all teams and themes together" in alone


def test_a_team_says_its_service_where_several_stand_side_by_side() -> None:
    """Place 34 stands apart at 53, where Place 41 of another service does not at 37."""
    (five,) = areas.rounds(5, 45)
    whole = said(comparison(five))
    for service in five.services:
        for team in service.teams:
            assert not team.shown or whole.count(f"{team.name} {service.name} ") == 1 + len(compare(five).domains)
    # In a comparison of one service its name stands in the title.
    alone = said(comparison(five, five.services[3].id))
    assert f"Place 34 {five.services[3].name}" not in alone
    assert "Place 34 12 of 12" in alone


def test_the_key_of_colours_stands_on_the_first_page() -> None:
    (five,) = areas.rounds(5, 45)
    with pikepdf.open(BytesIO(comparison(five))) as pdf:
        first = pikepdf.new()
        first.pages.append(pdf.pages[0])
        held = BytesIO()
        first.save(held)
    assert "within chance" in text_of(held.getvalue())


def test_method_ends_the_comparison() -> None:
    with checks.opened(comparison(council()[-1])) as pdf:
        titles = [str(each.title) for each in pdf.open_outline().root[0].children]
    assert titles[-1] == "How the teams are compared"


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
