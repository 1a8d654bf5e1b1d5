"""The annex and the team's page say what the plan says, show only published figures, and are sound documents."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import FileUnwritable, TeamHidden
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import ItemWord
from teamhealth.report.plan_annex import write_plan_annex
from teamhealth.report.plan_told import write_plan_told
from teamhealth.report.sheet import LARGE
from teamhealth.survey.plan import Plan
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import plan, planned, spring
from tests.report import samples
from tests.report.plan_pages import TODAY, annex, beside, many, named, one_action, problems, rates, told_page
from tests.report.test_gates import DOCUMENTS, INPUTS
from tests.report.test_team import pages_of

CASES = {
    "ordinary": planned(),
    "next round": planned(spring(words={"st3": ItemWord.STRENGTH})),
    "twelve": planned(spring(12), answered=12),
    "empty": replace(planned(), plan=Plan(SURVEY_ID, TEAM_ID)),
    "no concern": replace(planned(), publication=samples.one_sided(publication(6), ItemWord.STRENGTH)),
    "all concerns": replace(planned(), publication=samples.one_sided(publication(6), ItemWord.CONCERN)),
    "long": replace(named(samples.LONG_NAME), plan=many()),
    "hidden now": planned(spring(team=publication(4).teams[0])),
    **{
        f"hostile {number}": replace(named(words), plan=one_action(words))
        for number, words in enumerate(samples.HOSTILE)
    },
    **{f"welsh {number}": replace(named(words), plan=one_action(words)) for number, words in enumerate(samples.WELSH)},
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("make", [annex, told_page])
def test_documents_are_sound(make: Callable[[Planned], bytes], case: str) -> None:
    assert problems(make(CASES[case])) == []


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert annex(planned(), rates()) == annex(planned(), rates())
    assert told_page(planned()) == told_page(planned())
    assert annex(planned()) != annex(planned(spring()))


def test_a_hidden_team_has_no_annex(tmp_path: Path) -> None:
    hidden = Planned(plan(), publication(4))
    with pytest.raises(TeamHidden):
        write_plan_annex(hidden, beside(), tmp_path / "plan.pdf")
    with pytest.raises(TeamHidden):
        write_plan_told(hidden, tmp_path / "told.pdf", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_documents_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_plan_annex(planned(), beside(), tmp_path / "plan.pdf")
    write_plan_told(planned(), tmp_path / "told.pdf", TODAY)
    assert (tmp_path / "plan.pdf").read_bytes() == annex(planned())
    assert (tmp_path / "told.pdf").read_bytes() == told_page(planned())
    with pytest.raises(FileUnwritable):
        write_plan_told(planned(), tmp_path / "missing" / "told.pdf", TODAY)


@pytest.mark.parametrize("case", ["all hidden", "empty"])
def test_no_page_of_large_print_begins_with_the_measure_of_an_action_before_it(case: str) -> None:
    name, make = INPUTS[case]
    for page in pages_of(DOCUMENTS["plan"](name, make(), LARGE)):
        # The furniture comes first.
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert not any(line.startswith("Measure ") for line in lines[1:2])
