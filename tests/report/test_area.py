"""An area's report is tagged, archivable, carries its figures, and says of hidden teams nothing but their names."""

import io
from dataclasses import replace

import page
import pikepdf
import pytest

from teamhealth.export.csv_figures import figures_csv
from teamhealth.figures.paper_area import signs_words
from teamhealth.figures.paper_themes import ThemeScale
from teamhealth.publication.area import Area, council_area, service_area
from teamhealth.publication.types import ItemWord, Publication, ShownScore, TeamResult
from teamhealth.report.area import area_report
from tests.adversary.councils import Mood
from tests.invented import publication
from tests.report import pdf_checks as checks
from tests.report.area_beside import beside
from tests.report.areas import all_hidden, rounds
from tests.report.test_team import text_of
from tests.rounds import council


def _first(whole: Publication) -> Area:
    return service_area(whole, whole.services[0].id)


CASES: dict[str, tuple[Publication, Area | None]] = {
    "ordinary": (rounds(3, 14)[0], None),
    "second round": (rounds(2, 9, 2)[1], _first(rounds(2, 9, 2)[0])),
    "all hidden": (all_hidden(), None),
    "of one mind": (rounds(2, 9, 1, Mood.BEST)[0], None),
    "many teams": (rounds(1, 40)[0], None),
}


def test_only_themes_that_are_shown_are_said_to_be_lighter() -> None:
    with_burden = council()[-1]
    words = text_of(area_report(council_area(with_burden), beside(with_burden)))
    assert "Higher is healthier. For bureaucracy burden, higher is lighter." in words
    without = rounds(3, 14)[0]
    assert all(not domain.direction_note for domain in council_area(without).domains)
    words = text_of(area_report(council_area(without), beside(without)))
    assert "Higher is healthier." in words
    assert "lighter" not in words


@pytest.mark.parametrize("kind", ["service", "council"])
@pytest.mark.parametrize("case", CASES)
def test_reports_are_accessible_and_archivable(case: str, kind: str) -> None:
    whole, earlier = CASES[case]
    area = council_area(whole) if kind == "council" else _first(whole)
    content = area_report(area, beside(whole, earlier))
    for profile in ("ua1", "pdfa-3a"):
        report = page.validate_pdf_bytes(content, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant
    with checks.opened(content) as pdf:
        assert checks.header_problems(pdf) == []
        assert checks.parent_tree_problems(pdf) == []
        assert checks.bookmark_problems(pdf) == []
        assert checks.figure_problems(pdf) == []
        assert checks.font_problems(pdf) == []


def test_the_figures_are_attached_as_data() -> None:
    whole = rounds(3, 14)[0]
    content = area_report(council_area(whole), beside(whole))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.attachments["figures.csv"].get_file().read_bytes() == figures_csv([whole])
        (file,) = pdf.Root.AF
        assert file.AFRelationship == "/Data"


def test_a_broken_archive_is_noticed() -> None:
    whole = rounds(3, 14)[0]
    with pikepdf.open(io.BytesIO(area_report(council_area(whole), beside(whole)))) as pdf:
        del pdf.Root.OutputIntents
        target = io.BytesIO()
        pdf.save(target)
    assert not page.is_pdf_compliant_bytes(target.getvalue(), profile="pdfa-3a")


def test_the_same_publication_gives_the_same_bytes() -> None:
    whole = rounds(3, 14)[0]
    assert area_report(council_area(whole), beside(whole)) == area_report(council_area(whole), beside(whole))


def test_one_teams_concern_is_not_said_to_be_none() -> None:
    words = text_of(area_report(council_area(publication(6)), beside(publication(6))))
    assert "No question is shown as a concern in two teams or more, so no example stands here." in words
    assert "No question is shown as a concern, so" not in words


def concerned(items: int) -> Publication:
    """Return a council whose shown teams all call so many of their items a concern."""
    whole = council()[-1]

    def saying(team: TeamResult) -> TeamResult:
        low = tuple(
            replace(each, word=ItemWord.CONCERN if place < items else ItemWord.MIXED)
            for place, each in enumerate(team.items)
        )
        return replace(team, items=low)

    services = tuple(replace(each, teams=tuple(saying(team) for team in each.teams)) for each in whole.services)
    return replace(whole, services=services)


@pytest.mark.parametrize("items", [3, 8, 12])
def test_of_how_many_shared_concerns_a_table_holds_the_first_is_said(items: int) -> None:
    whole = concerned(items)
    words = " ".join(text_of(area_report(council_area(whole), beside(whole))).split())
    teams = len(council_area(whole).shown)
    assert words.count(f" {teams} of {teams} ") >= min(items, 8)
    assert (f"8 of {items} such concerns are listed here; all questions follow." in words) is (items > 8)


def test_every_theme_says_which_standards_it_bears_on() -> None:
    whole = concerned(0)
    words = " ".join(text_of(area_report(council_area(whole), beside(whole))).split())
    assert words.count("Bears on employer standards: ") == len(council_area(whole).domains)
    assert "Ofsted conditions: A stable workforce; Manageable caseloads;" in words


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([40, 50, 60], "An open sign is a team."),
        ([50] * 12, "An open sign is a team; where many are alike, equal scores share one."),
        ([50] * 30, "A thin line, or an open sign where there are few, is a team; equal scores share one."),
    ],
)
def test_the_note_says_where_signs_hide_one_another(points: list[int], words: str) -> None:
    assert signs_words(ThemeScale(300), [[ShownScore(each) for each in points]], 40) == words


def test_that_something_protects_people_is_said_once() -> None:
    for whole in (rounds(1, 7)[0], council()[-1]):
        left = replace(whole, left_out=True)
        words = " ".join(text_of(area_report(council_area(left), beside(left))).split())
        assert words.count("That protects anyone who answered.") == 1
        assert "Answers that could be traced to a team are left out. Comments belong" in words
