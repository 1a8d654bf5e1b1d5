"""A survey lead's computer with returns of three teams, and a window on it."""

from pathlib import Path

import pytest

from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.workspace import Workspace
from tests.services.conftest import clock, laptop, lead, made
from tests.services.council import collected

__all__ = ["clock", "laptop", "lead", "made"]


@pytest.fixture
def whole(laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path) -> Path:
    """Return a sealed return of six in Alder and three in Beech."""
    return collected(laptop, *made, {"Alder": [4, 3, 4, 5, 2, 4], "Beech": [3, 3, 4]}, tmp_path / "laptop.threturn")
