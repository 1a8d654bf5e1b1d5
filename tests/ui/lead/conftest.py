"""A survey lead's computer and a laptop of one of the teams."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.workspace import Workspace
from tests.services.conftest import Clock
from tests.services.council import computer, set_up


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def lead(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with computer(tmp_path / "lead", clock, 1) as opened:
        yield opened


@pytest.fixture
def laptop(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with computer(tmp_path / "laptop", clock, 5) as opened:
        yield opened


@pytest.fixture
def made(lead: Workspace, tmp_path: Path) -> tuple[LeadSurvey, Path]:
    return set_up(lead, tmp_path)
