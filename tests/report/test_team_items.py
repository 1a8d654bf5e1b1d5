"""Every item of a team on paper: its section begins with the first of them, in both prints."""

import pytest

from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.team import team_report
from teamhealth.resources import resource
from tests.invented import TEAM_ID, publication
from tests.report import samples
from tests.report.test_team import pages_of

MODULES = sorted(path.name for path in resource("questionnaires").glob("*.toml") if path.stem != "team-health")


@pytest.mark.parametrize("sheet", [ORDINARY, LARGE], ids=["ordinary print", "large print"])
@pytest.mark.parametrize("module", MODULES)
def test_heading_of_all_items_stands_with_the_first_of_them(module: str, sheet: Sheet) -> None:
    whole = samples.with_modules_only(publication(8), module)
    first = whole.survey.questionnaires[0].items[0].label
    [page] = [each for each in pages_of(team_report(whole, TEAM_ID, None, sheet)) if "In questionnaire order. " in each]
    assert f"All {len(whole.teams[0].items)} questions" in page
    assert first in page.partition("In questionnaire order. ")[2]


@pytest.mark.parametrize("answered", [6, 8, 12])
def test_heading_of_all_items_stands_with_the_first_of_them_after_a_long_front(answered: int) -> None:
    whole = samples.compared(answered)
    [page] = [each for each in pages_of(team_report(whole, TEAM_ID, None, LARGE)) if "In questionnaire order. " in each]
    assert whole.survey.questionnaires[0].items[0].label in page.partition("In questionnaire order. ")[2]
