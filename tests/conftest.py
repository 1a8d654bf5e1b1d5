"""For every test: what is logged or said of a failure holds no secret; and golden files are found beside it."""

from collections.abc import Iterator

import pytest

from tests.golden import Golden
from tests.secrets_watch import SecretsWatch, watched

_WATCH = SecretsWatch()
# Before any screen or command has taken hold of the words.
watched(_WATCH)


@pytest.fixture
def secrets_watch() -> SecretsWatch:
    """Return the watch over this run, for the test that shows that it sees something."""
    return _WATCH


@pytest.fixture(autouse=True)
def nothing_secret_is_said() -> Iterator[None]:
    _WATCH.take_found()
    yield
    assert _WATCH.take_found() == []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden texts and pictures anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return the golden files beside the test that asks."""
    return Golden(request.path.parent / "golden", update=bool(request.config.getoption("--update-golden")))
