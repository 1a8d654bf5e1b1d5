"""Earlier results of fewer than sixty days ago are said, where no data folder keeps rounds apart."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from teamhealth.exchange.results_file import write_results
from teamhealth.services.close_rounds import close_rounds
from teamhealth.survey.ids import OrganisationId
from teamhealth.survey.organisation import Organisation
from tests.invented import publication, survey


@pytest.mark.parametrize(("days", "told"), [(0, "0 days ago"), (1, "1 day ago"), (59, "59 days ago"), (60, "")])
def test_a_round_of_fewer_than_sixty_days_ago_is_said(tmp_path: Path, days: int, told: str) -> None:
    earlier = publication(6)
    write_results(earlier, tmp_path / "old.thresults")
    mine = replace(survey(), organisation=earlier.survey.organisation)
    found = list(close_rounds(mine, [tmp_path / "old.thresults"], earlier.survey.published + timedelta(days=days)))
    assert len(found) == (1 if told else 0)
    assert all(told in each and "60 days apart" in each for each in found)


def test_another_organisations_round_is_not_spoken_of(tmp_path: Path) -> None:
    earlier = publication(6)
    write_results(earlier, tmp_path / "old.thresults")
    other = replace(survey(), organisation=Organisation(OrganisationId("8" * 32), "Elsewhere"))
    assert list(close_rounds(other, [tmp_path / "old.thresults"], date(2026, 12, 8))) == []
