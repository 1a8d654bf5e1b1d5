"""A laptop in questionnaire mode for each test."""

import pytest

from tests.ui.questionnaire.laptop import Laptop


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()
