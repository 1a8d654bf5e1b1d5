"""The cover of all reports in one file says what the file holds, and nothing that it does not hold."""

import pytest

from teamhealth.publication.types import Publication
from teamhealth.report.sheet import ORDINARY
from tests.invented import publication
from tests.report import samples
from tests.report.areas import all_hidden
from tests.report.test_gates import pack
from tests.report.test_team import text_of

EVERY = "This pack holds the report of every team that is shown"


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (publication(12), f"{EVERY}, comments word for word among them. A team’s report is the team’s to share"),
        (samples.without_comments(publication(12)), f"{EVERY}. A team’s report is the team’s to share"),
        (all_hidden(), "Use it to start conversations"),
    ],
    ids=["comments", "no comments", "no team shown"],
)
def test_the_cover_speaks_of_team_reports_and_of_comments_only_where_there_are_any(
    whole: Publication, said: str
) -> None:
    words = text_of(pack("", whole, ORDINARY))
    assert said in words
    assert ("comments word for word" in words) is ("comments word for word" in said)
    assert (EVERY in words) is (EVERY in said)


def test_time_is_not_told_as_shares_of_a_week_where_something_else_was_asked() -> None:
    whole = samples.with_modules(publication(12), "autonomy-and-time.toml")
    assert any("month" in each.text for section in whole.survey.questionnaires for each in section.banded_items)
    assert "Share of the week" not in text_of(pack("", whole, ORDINARY))
