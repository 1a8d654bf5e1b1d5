"""The section on the questionnaire's quality is made of tagged tables, and absent where nothing is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from teamhealth.report.metadata import Metadata
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build
from teamhealth.report.paragraphs import heading
from teamhealth.report.quality import quality_section
from teamhealth.services.area_reports import write_area_report
from tests.adversary.councils import Mood, TeamPlan, council
from tests.adversary.publishing import publish
from tests.report import pdf_checks as checks
from tests.report.test_team import text_of

ONE = council([[TeamPlan(9, 9, Mood.ORDINARY)] * 6], 21)
METADATA = Metadata("Title", "Subject", date(2026, 12, 7), "sample")


def test_a_table_of_themes_and_one_of_each_theme_s_questions_are_tagged() -> None:
    whole = publish(ONE.survey, ONE.responses)
    story = [heading("Title", 1), *quality_section(whole, CONTENT_WIDTH)]
    document = build(story, METADATA, Furniture("Exampleshire Council", "Survey", "Document"))
    with checks.opened(document.content) as pdf:
        assert checks.header_problems(pdf) == []
        assert checks.parent_tree_problems(pdf) == []
        roles = [checks.role(each) for each in checks.elements(pdf)]
    assert roles.count("Table") == 1 + len(whole.quality)
    assert roles.count("TR") == sum(2 + len(each.items) for each in whole.quality) + 1


def test_a_publication_without_quality_figures_has_no_section() -> None:
    whole = replace(publish(ONE.survey, ONE.responses), quality=())
    assert quality_section(whole, CONTENT_WIDTH) == []


def test_a_council_s_report_tells_the_quality_and_a_service_s_does_not(tmp_path: Path) -> None:
    whole = publish(ONE.survey, ONE.responses)
    for service_id, told in ((None, True), (whole.services[0].id, False)):
        path = tmp_path / "report.pdf"
        write_area_report([whole], service_id, path)
        words = text_of(path.read_bytes())
        assert ("Quality of the questionnaire" in words) is told
        assert ("mean-square" in words) is told
