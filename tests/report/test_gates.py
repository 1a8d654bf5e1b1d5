"""Every document, of every kind of input and in both prints, is PDF/UA-1 and holds what no validator looks at."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import page
import pytest

from teamhealth.export.csv_figures import figures_csv
from teamhealth.publication.area import council_area, service_area
from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.types import DomainResult, ItemResult, Publication
from teamhealth.report.area import AreaBeside, area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.metadata import Attachment
from teamhealth.report.pack import Pack, draw_pack
from teamhealth.report.paper_questionnaire import paper_questionnaire
from teamhealth.report.plan_annex import plan_annex
from teamhealth.report.poster import poster
from teamhealth.report.seal_words import seal_words
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.slips import slips, spare_slips
from teamhealth.report.standards import read_standards
from teamhealth.report.team import team_report
from teamhealth.report.trends import trends
from teamhealth.resources import resource
from teamhealth.services.progress import unwatched
from tests.invented import TEAM_ID, publication
from tests.plans import planned
from tests.report import areas, samples
from tests.report import pdf_checks as checks
from tests.report.heard import glued_words, heard_words, read_words
from tests.report.plan_pages import beside, rates, told_page
from tests.report.test_slips import WORDS, both, codes_of, lead_survey
from tests.report.test_tagging import saved
from tests.rounds import council

HOSTILE_NAME = "<b>Nor&\u202ehill 日本 \U0001f600\x01"
WELSH_NAME = "Tîm Tŷ Ŵyl"


def bare() -> Publication:
    """Return a shown team of which no theme and no item could be shown, and nobody commented."""
    team = publication(6).teams[0]
    hidden = replace(
        team,
        domains=tuple(DomainResult(each.domain, None) for each in team.domains),
        items=tuple(ItemResult(each.item, None) for each in team.items),
        banded=(),
        comments=(),
    )
    return samples.with_team(publication(6), hidden)


def nothing_asked() -> Publication:
    """Return a shown team that has no results at all."""
    return samples.with_team(
        publication(6), replace(publication(6).teams[0], domains=(), items=(), banded=(), comments=())
    )


def figures(whole: Publication) -> tuple[Attachment, ...]:
    return (Attachment.of("figures.csv", "text/csv", "the figures of Northgate", figures_csv((whole,))),)


def beside_area(whole: Publication) -> AreaBeside:
    standards = read_standards(resource("evidence", "standards.toml"))
    return AreaBeside(samples.evidence(), standards, publication_hash(whole), attachments=figures(whole))


def service_report(_: str, whole: Publication, sheet: Sheet) -> bytes:
    return area_report(service_area(whole, whole.services[0].id), beside_area(whole), sheet)


def council_report(_: str, whole: Publication, sheet: Sheet) -> bytes:
    return area_report(council_area(whole), beside_area(whole), sheet)


def pack(_: str, whole: Publication, sheet: Sheet) -> bytes:
    areas_shown = ((council_area(whole), beside_area(whole)),)
    [rounds] = rounds_of([whole])
    made_from = Pack(whole, publication_hash(whole), rounds, areas_shown, samples.evidence(), figures(whole))
    target = BytesIO()
    draw_pack(made_from, unwatched, target, sheet)
    return target.getvalue()


def comparison_of_teams(_: str, whole: Publication, sheet: Sheet) -> bytes:
    return comparison(whole, None, sheet, figures(whole))


def trends_of_teams(_: str, whole: Publication, sheet: Sheet) -> bytes:
    [rounds] = rounds_of([whole])
    return trends(rounds, None, sheet, figures(whole))


def trends_of_a_team(_: str, whole: Publication, sheet: Sheet) -> bytes:
    [rounds] = rounds_of([whole])
    return trends(rounds, TEAM_ID, sheet, figures(whole))


INPUTS: dict[str, tuple[str, Callable[[], Publication]]] = {
    "ordinary": ("Northgate", lambda: samples.compared(12)),
    "first round": ("Northgate", lambda: publication(6)),
    "eight": ("Northgate", lambda: samples.compared(8)),
    "all hidden": ("Northgate", bare),
    "empty": ("Northgate", nothing_asked),
    "very long": (
        samples.LONG_NAME,
        lambda: samples.with_comments(publication(9, team_name=samples.LONG_NAME), *["word " * 199 + "word."] * 12),
    ),
    "hostile": (
        HOSTILE_NAME,
        lambda: samples.with_comments(publication(9, team_name=HOSTILE_NAME), *samples.HOSTILE, withheld=2),
    ),
    "Welsh": (WELSH_NAME, lambda: samples.with_comments(publication(8, team_name=WELSH_NAME), *samples.WELSH)),
}
DOCUMENTS: dict[str, Callable[[str, Publication, Sheet], bytes]] = {
    "team report": lambda _, whole, sheet: team_report(
        whole, TEAM_ID, samples.evidence(), sheet, attachments=figures(whole)
    ),
    "meeting sheet": lambda _, whole, sheet: meeting_sheet(whole, TEAM_ID, sheet, attachments=figures(whole)),
    "service report": service_report,
    "council report": council_report,
    "comparison": comparison_of_teams,
    "trends": trends_of_teams,
    "team trends": trends_of_a_team,
    "pack": pack,
    "plan": lambda _, whole, sheet: plan_annex(
        replace(planned(), publication=whole), replace(beside(rates()), attachments=figures(whole)), sheet
    ),
    "told": lambda _, whole, sheet: told_page(replace(planned(), publication=whole), sheet, attachments=figures(whole)),
    "slips": lambda name, _, sheet: slips(lead_survey(name), both(), sheet),
    "spare slips": lambda name, _, sheet: spare_slips(lead_survey(name), codes_of(8), sheet),
    "seal words": lambda name, _, sheet: seal_words(lead_survey(name), WORDS, sheet),
    "poster": lambda name, _, sheet: poster(lead_survey(name), sheet),
    "paper questionnaire": lambda name, _, sheet: paper_questionnaire(lead_survey(name), WORDS, sheet),
}
ARCHIVED = {
    "pack", "team report", "meeting sheet", "service report", "council report", "comparison", "trends", "team trends",
    "plan", "told",
}  # fmt: skip
AREAS = {"service report", "council report", "comparison", "trends"}
SHEETS = {"ordinary print": ORDINARY, "large print": LARGE}


@cache
def made(document: str, given: str, sheet: Sheet) -> bytes:
    """Return a document of an input, made once for all that only read it."""
    name, whole = INPUTS[given]
    return DOCUMENTS[document](name, whole(), sheet)


def validator_problems(content: bytes, *, archived: bool) -> list[tuple[str, str]]:
    reports = [page.validate_pdf_bytes(content, profile=each) for each in ("ua1", *(["pdfa-3a"] if archived else []))]
    found = [(failure.rule_id, failure.message) for report in reports for failure in report.failures]
    return found or [("", "not compliant") for report in reports if not report.is_compliant]


@pytest.mark.parametrize("print_", SHEETS)
@pytest.mark.parametrize("given", INPUTS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_document_passes_every_gate(document: str, given: str, print_: str) -> None:
    content = made(document, given, SHEETS[print_])
    assert validator_problems(content, archived=document in ARCHIVED) == []
    with checks.opened(content) as pdf:
        found = (checks.header_problems, checks.parent_tree_problems, checks.bookmark_problems, checks.figure_problems,
                 checks.font_problems)  # fmt: skip
        assert [problem for check in found for problem in check(pdf)] == []
        assert checks.title_problems(pdf, str(pdf.docinfo.Title)) == []
    assert checks.place_problems(content) == []
    assert glued_words(content, read_words if document == "pack" else heard_words) == []


@pytest.mark.parametrize("document", [each for each in DOCUMENTS if each != "pack"])
def test_another_program_hears_the_same_words(document: str) -> None:
    content = made(document, "hostile", ORDINARY)
    assert read_words(content) == heard_words(content)


@pytest.mark.parametrize("document", [each for each in DOCUMENTS if each != "pack"])
def test_no_two_bookmarks_of_one_depth_say_the_same(document: str) -> None:
    whole = areas.rounds(2, 7, 1)[-1] if document in AREAS else samples.compared(12)
    with checks.opened(DOCUMENTS[document]("Northgate", whole, ORDINARY)) as pdf:
        found = checks.bookmarks(pdf)
    assert found
    assert len(set(found)) == len(found)


def test_bookmarks_of_themes_say_what_is_told_of_them() -> None:
    whole = council()[-1]
    theme = whole.survey.questionnaires[0].domains[0].title
    told = {
        "team report": f"{theme}: the questions",
        "council report": f"{theme}: the questions",
        "comparison": f"{theme}: teams compared",
        "trends": f"{theme}: all teams",
    }
    made = {name: DOCUMENTS[name]("", whole if name in AREAS else samples.compared(12), ORDINARY) for name in told}
    made["trends"] = trends(rounds_of(council())[0], None, ORDINARY)
    for name, content in made.items():
        with checks.opened(content) as pdf:
            found = [title for _, title in checks.bookmarks(pdf)]
        assert told[name] in found
        assert theme not in found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_large_print_says_the_same_in_sixteen_points(document: str) -> None:
    (ordinary, _), (large, sizes) = (checks.words(made(document, "ordinary", sheet)) for sheet in (ORDINARY, LARGE))
    assert {(round(width), round(height)) for width, height in sizes} == {(842, 595)}
    # A heading that runs on in large print ends in a colon there.
    said = {form for word in large for form in (word.text, word.text.rstrip(":"))}
    assert {word.text for word in ordinary if word.text.isalpha()} <= said | {"Page", "of"}
    # Words of 11 points stand in a box of 11 times the font's height, those of 16 in one of 16 times.
    body = 16 * 1.25
    # Header and footer, of fewer points, are most of what stands on a page with little on it.
    inside = [word for word in large if 50 < word.top < 540]
    assert sum(word.height >= body for word in inside) > 0.75 * len(inside)
    assert min(word.height for word in large) > 9 / 11 * body


def test_check_catches_a_word_outside_the_page() -> None:
    with checks.opened(meeting_sheet(publication(6), TEAM_ID)) as pdf:
        pdf.pages[0].MediaBox = [0, 0, 400, 842]
        assert any("outside" in each for each in checks.place_problems(saved(pdf)))


def test_check_catches_words_over_words_and_a_blank_page() -> None:
    with checks.opened(meeting_sheet(publication(6), TEAM_ID)) as pdf:
        pdf.pages[0].contents_coalesce()
        stream = pdf.pages[0].Contents
        stream.write(stream.read_bytes() + b"\n1 0 0 1 3 2 cm\n" + stream.read_bytes())
        pdf.add_blank_page()
        problems = checks.place_problems(saved(pdf))
    assert any(" over " in each for each in problems)
    assert "page 2: nothing on it" in problems


def test_check_catches_two_words_that_are_heard_as_one() -> None:
    with checks.opened(meeting_sheet(publication(6), TEAM_ID)) as pdf:
        pdf.pages[0].contents_coalesce()
        stream = pdf.pages[0].Contents
        words = stream.read_bytes()
        assert b" ) Tj" in words
        stream.write(words.replace(b" ) Tj", b") Tj"))
        assert glued_words(saved(pdf))


@pytest.mark.parametrize("teams", [1, 2, 7, 60, 200])
@pytest.mark.parametrize("print_", SHEETS)
def test_a_council_of_any_size_passes_every_gate(teams: int, print_: str) -> None:
    content = council_report("", areas.rounds(1, teams)[0], SHEETS[print_])
    assert validator_problems(content, archived=True) == []
    assert checks.place_problems(content) == []


def test_gate_catches_a_document_whose_figures_are_not_said_to_be_its_data() -> None:
    whole = publication(6)
    with checks.opened(team_report(whole, TEAM_ID, None, ORDINARY, attachments=figures(whole))) as pdf:
        assert validator_problems(saved(pdf), archived=True) == []
        del pdf.Root.AF[0]["/AFRelationship"]
        assert validator_problems(saved(pdf), archived=True)
