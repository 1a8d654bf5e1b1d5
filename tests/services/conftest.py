"""A workspace in a temporary folder, with cheap keys and a clock that tests move."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from teamhealth.sealing.costs import KeyCost
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.workspace import Workspace, open_workspace

CHEAP = KeyCost(operations=1, memory_bytes=8192)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 2, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Move the clock on by a timedelta's arguments."""
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    """Return a clock at 9 o'clock on 2 November 2026."""
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """Open a workspace with cheap keys."""
    with open_workspace(
        tmp_path / "data", clock=clock, entropy=Random(7).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as opened:
        yield opened


@pytest.fixture
def lead(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """Open a survey lead's computer."""
    # It knows the clock of this module.
    from tests.services.council import computer

    with computer(tmp_path / "lead", clock, 1) as opened:
        yield opened


@pytest.fixture
def made(lead: Workspace, tmp_path: Path) -> tuple[LeadSurvey, Path]:
    """Return a survey that the lead has set up, and its file."""
    from tests.services.council import set_up

    return set_up(lead, tmp_path)


@pytest.fixture
def laptop(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """Open a laptop that collects for the lead."""
    # It knows the clock of this module.
    from tests.services.council import computer

    with computer(tmp_path / "laptop", clock, 5) as opened:
        yield opened


@pytest.fixture
def copied(workspace: Workspace, tmp_path: Path) -> Path:
    """Return a copy of one survey with two answers; a third has come since."""
    from teamhealth.services.backup import back_up
    from tests.services.journeys import answered, created

    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2])
    back_up(workspace, tmp_path / "copy")
    answered(workspace, survey_id, [5])
    return tmp_path / "copy"
