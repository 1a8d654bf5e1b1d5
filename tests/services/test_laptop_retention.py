"""What a laptop collected for a survey lead is destroyed there when its time is over."""

from pathlib import Path

from teamhealth.services.collect import close_survey
from teamhealth.services.destroying import what_remains
from tests.services.conftest import Clock
from tests.services.council import PIN, collected, computer, set_up


def test_a_laptops_sealed_answers_are_destroyed_ninety_days_after_closing(tmp_path: Path) -> None:
    clock = Clock()
    with computer(tmp_path / "lead", clock, 1) as lead:
        made, path = set_up(lead, tmp_path)
    survey = made.survey.id
    with computer(tmp_path / "laptop", clock, 2) as laptop:
        collected(laptop, made, path, {"Alder": [4] * 6, "Beech": [3] * 5}, tmp_path / "r")
        close_survey(laptop, survey, PIN)
        assert what_remains(laptop, survey).answers
    for days, kept in ((89, True), (1, False)):
        clock.move(days=days)
        with computer(tmp_path / "laptop", clock, 3) as laptop:
            assert what_remains(laptop, survey).answers is kept


def test_a_clock_that_is_set_back_at_closing_destroys_nothing_at_the_next_right_start(tmp_path: Path) -> None:
    clock = Clock()
    with computer(tmp_path / "lead", clock, 1) as lead:
        made, path = set_up(lead, tmp_path)
    survey, right = made.survey.id, clock.now
    with computer(tmp_path / "laptop", clock, 2) as laptop:
        collected(laptop, made, path, {"Alder": [4] * 6, "Beech": [3] * 5}, tmp_path / "r")
    # As after an empty battery.
    clock.now = right.replace(year=2024)
    with computer(tmp_path / "laptop", clock, 3) as laptop:
        close_survey(laptop, survey, PIN)
    clock.now = right
    for days, kept in ((0, True), (89, True), (1, False)):
        clock.move(days=days)
        with computer(tmp_path / "laptop", clock, 4) as laptop:
            assert what_remains(laptop, survey).answers is kept
