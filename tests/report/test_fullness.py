"""No page of the questionnaire on paper is nearly empty; all other documents are looked at in ``test_every_page``."""

from teamhealth.report.paper_questionnaire import paper_questionnaire
from teamhealth.report.sheet import LARGE, ORDINARY
from tests.report.fullness import emptiness
from tests.report.test_slips import WORDS, lead_survey
from tests.report.test_team import pages_of


def test_no_page_of_the_questionnaire_on_paper_is_half_empty() -> None:
    found = {
        name: emptiness(paper_questionnaire(lead_survey("Northgate"), WORDS, sheet))
        for name, sheet in (("ordinary", ORDINARY), ("large", LARGE))
    }
    assert found == {"ordinary": [], "large": []}


def test_how_to_fill_the_sheet_in_stands_together() -> None:
    for sheet in (ORDINARY, LARGE):
        [page] = [each for each in pages_of(paper_questionnaire(lead_survey("Northgate"), WORDS, sheet))
                  if "How to fill it in" in each]  # fmt: skip
        assert "Tick one box" in page
        assert "Answering is your choice." in page
