"""For every test: what is logged or said of a failure holds no secret; and golden files are found beside it."""

from collections.abc import Generator, Iterator
from functools import cache

import pytest
from hypothesis import settings
from nacl.pwhash import argon2id

from tests.golden import Golden
from tests.secrets_watch import SecretsWatch, look_at_report, watched

_WATCH = SecretsWatch()
# Before any screen or command has taken hold of the words.
watched(_WATCH)
# A busy machine takes longer for one example than any deadline allows; speed is measured by `.ci/bench`.
settings.register_profile("teamhealth", deadline=None)
settings.load_profile("teamhealth")


@pytest.fixture(scope="session", autouse=True)
def every_key_derived_once() -> Iterator[None]:
    """Keep what was derived: the same words, salt and cost give the same key, and many tests open one file.

    At their full cost, which commands have no way to lower, a derivation takes half a second.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argon2id, "kdf", cache(argon2id.kdf))
        yield


@pytest.fixture
def secrets_watch() -> SecretsWatch:
    """Return the watch over this run, for the test that shows that it sees something."""
    return _WATCH


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "teardown":
        look_at_report(_WATCH, report)
    return report


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden texts and pictures anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return the golden files beside the test that asks."""
    return Golden(request.path.parent / "golden", update=bool(request.config.getoption("--update-golden")))
