"""Both documents are PDF/UA-1, and their structure holds what no validator looks at."""

from collections.abc import Callable
from io import BytesIO

import page
import pikepdf
import pytest

from teamhealth.publication.types import ItemWord, Publication
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.team import team_report
from tests.invented import TEAM_ID, publication
from tests.report import pdf_checks as checks
from tests.report import samples

CASES: dict[str, Callable[[], Publication]] = {
    "5 answers": lambda: publication(5),
    "6 answers": lambda: publication(6),
    "8 answers": lambda: publication(8),
    "12 answers": lambda: publication(12),
    "40 of 90": lambda: samples.compared(40, 90),
    "rounds": lambda: samples.compared(7),
    "long name": lambda: publication(6, team_name=samples.LONG_NAME),
    "hostile name": lambda: publication(6, team_name="<b>Nor&\u202ehill \U0001f600\x01"),
    "hostile comments": lambda: samples.with_comments(publication(9), *samples.HOSTILE, withheld=2),
    "Welsh": lambda: samples.with_comments(publication(8, team_name="Tîm Tŷ Ŵyl"), *samples.WELSH),
    "modules": lambda: samples.with_modules(
        publication(6), "ten-characteristics.toml", "autonomy-and-time.toml", "good-practice-conditions.toml"
    ),
    "no comments": lambda: samples.without_comments(publication(6)),
    "all strengths": lambda: samples.one_sided(publication(7), ItemWord.STRENGTH),
    "all concerns": lambda: samples.one_sided(publication(7), ItemWord.CONCERN),
}


def documents(whole: Publication) -> tuple[bytes, bytes]:
    return team_report(whole, TEAM_ID, samples.evidence()), meeting_sheet(whole, TEAM_ID)


@pytest.mark.parametrize("case", CASES)
def test_documents_are_accessible(case: str) -> None:
    for content in documents(CASES[case]()):
        report = page.validate_pdf_bytes(content, profile="ua1")
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant
        with checks.opened(content) as pdf:
            assert checks.header_problems(pdf) == []
            assert checks.parent_tree_problems(pdf) == []
            assert checks.bookmark_problems(pdf) == []
            assert checks.figure_problems(pdf) == []
            assert checks.font_problems(pdf) == []


def test_report_has_the_structure_that_a_reader_walks_by() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        roles = [checks.role(element) for element in checks.elements(pdf)]
    assert roles.count("H1") == 1
    assert roles.count("Table") == 1 + 4 + 2 + 1
    assert {"L", "LI", "LBody", "BlockQuote", "Figure", "TH", "TD"} <= set(roles)
    assert roles.index("H1") < roles.index("H2") < roles.index("Table")


def test_title_is_shown_and_names_the_team_and_the_kind() -> None:
    report, sheet = documents(publication(6))
    with checks.opened(report) as pdf:
        assert checks.title_problems(pdf, "Northgate: team report, Autumn 2026") == []
    with checks.opened(sheet) as pdf:
        assert checks.title_problems(pdf, "Northgate: meeting sheet, Autumn 2026") == []


def test_validator_gate_catches_an_untagged_document() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        del pdf.Root.StructTreeRoot
        assert not page.is_pdf_compliant_bytes(saved(pdf), profile="ua1")


def test_own_check_catches_a_header_cell_that_is_none() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        next(each for each in checks.elements(pdf) if checks.role(each) == "TH").S = pikepdf.Name.TD
        assert checks.header_problems(pdf)


def test_own_check_catches_a_number_used_twice() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        pdf.pages[0].contents_coalesce()
        stream = pdf.pages[0].Contents
        stream.write(stream.read_bytes().replace(b"/MCID 2>>", b"/MCID 1>>"))
        assert any("twice" in problem for problem in checks.parent_tree_problems(pdf))


def test_own_check_catches_content_with_another_owner() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        entries = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        entries[0] = entries[3]
        assert any("owner" in problem for problem in checks.parent_tree_problems(pdf))


def test_own_check_catches_untagged_drawing() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        pdf.pages[0].contents_coalesce()
        stream = pdf.pages[0].Contents
        stream.write(stream.read_bytes() + b"\n0 0 5 5 re f\n")
        assert any("outside" in problem for problem in checks.parent_tree_problems(pdf))


def test_own_check_catches_a_missing_bookmark() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        with pdf.open_outline() as outline:
            del outline.root[0].children[0]
        assert checks.bookmark_problems(pdf)


def test_own_check_catches_bookmarks_that_are_alike() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        with pdf.open_outline() as outline:
            first, second = outline.root[0].children[:2]
            second.title = first.title
        assert any("twice" in problem for problem in checks.bookmark_problems(pdf))


def test_own_check_catches_a_title_that_no_viewer_shows() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        del pdf.Root.ViewerPreferences
        assert checks.title_problems(pdf, "Northgate: team report, Autumn 2026") == ["title not shown"]


def test_own_check_catches_a_figure_without_words() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        del next(each for each in checks.elements(pdf) if checks.role(each) == "Figure").Alt
        assert checks.figure_problems(pdf)


def test_every_stream_ends_on_a_line_of_its_own() -> None:
    content = documents(publication(6))[0]
    ends = content.count(b"endstream")
    assert ends > 0
    assert content.count(b"\nendstream\n") == ends


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    # As it is read, page by page: a packed stream that happens to end in a carriage return is miscounted once it is
    # written again with an end of line behind it.
    pdf.save(target, normalize_content=True)
    return target.getvalue()


def test_own_check_catches_a_font_that_is_not_carried() -> None:
    with checks.opened(documents(publication(6))[0]) as pdf:
        font = next(iter(pdf.pages[0].Resources.Font.values()))
        del font["/FontDescriptor"]
        assert checks.font_problems(pdf)
