"""Every document of results that hold answers from paper or a spreadsheet says that they were not collected sealed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from teamhealth.publication.area import council_area
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import Publication
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.plan_annex import Beside, plan_annex
from teamhealth.report.trends import trends
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.plan import Plan
from tests.report import samples
from tests.report.area_beside import beside
from tests.report.areas import rounds
from tests.report.plan_pages import told_page
from tests.report.test_team import text_of

WORDS = "Some answers were not collected sealed: they came from paper or from another program."
DOCUMENTS: dict[str, Callable[[Publication], bytes]] = {
    "area": lambda whole: area_report(council_area(whole), beside(whole)),
    "comparison": comparison,
    "trends": lambda whole: trends(rounds_of((whole,))[0]),
    "meeting": lambda whole: meeting_sheet(whole, _first_shown(whole)),
    "plan annex": lambda whole: plan_annex(_planned(whole), Beside(samples.evidence(), date(2026, 12, 9))),
    "what you told us": lambda whole: told_page(_planned(whole)),
}


def _first_shown(whole: Publication) -> TeamId:
    return TeamId(next(each.id for each in whole.teams if each.shown))


def _planned(whole: Publication) -> Planned:
    return Planned(Plan(SurveyId(whole.survey.id), _first_shown(whole)), whole)


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_it_is_said_where_it_is_true_and_nowhere_else(name: str) -> None:
    (whole,) = rounds(2, 9)
    assert WORDS not in text_of(DOCUMENTS[name](whole))
    mixed = replace(whole, survey=replace(whole.survey, elsewhere=True))
    assert WORDS in text_of(DOCUMENTS[name](mixed))
