"""Simulations of several minutes run on demand only."""

import os

import pytest

needs_time = pytest.mark.skipif(
    os.environ.get("TEAMHEALTH_SLOW") != "1", reason="takes minutes: set TEAMHEALTH_SLOW=1 to run it"
)
