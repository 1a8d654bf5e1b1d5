"""A survey lead's computer with returns of three teams, and a window on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.workspace import Workspace
from tests.services.conftest import Clock
from tests.services.council import collected, computer, set_up


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


@pytest.fixture
def whole(laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path) -> Path:
    """Return a sealed return of six in Alder and three in Beech."""
    return collected(laptop, *made, {"Alder": [4, 3, 4, 5, 2, 4], "Beech": [3, 3, 4]}, tmp_path / "laptop.threturn")
