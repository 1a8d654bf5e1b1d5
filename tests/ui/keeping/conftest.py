"""A workspace for the screens of surveys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from teamhealth.services.workspace import Workspace
from tests.ui.office import office


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        yield opened
