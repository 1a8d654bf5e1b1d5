"""A survey without codes, and one return a team."""

from pathlib import Path

import pytest

from tests.cli.lead_office import OTHER_WORDS, ran, survey_in, write_answers
from tests.cli.running import SMALL, run_here
from tests.services.council import WORDS
from tests.survey.spec_text import GOOD


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a survey without codes and one return a team; returns the folder."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "pass").write_text(WORDS + "\n")
    (folder / "pass2").write_text(OTHER_WORDS)
    (folder / "SPEC.toml").write_text(GOOD.replace("[[services]]", "one_time_codes = false\n\n[[services]]", 1))
    made = ("survey", "new", folder / "SPEC.toml", "--out", folder, "--passphrase-file", folder / "pass")
    assert ran(*made) == 0
    for team, people in {"Alder": 7, "Beech": 4}.items():
        write_answers(folder, {team: people}, folder / f"{team}.csv")
        table = ("answers", "import", survey_in(folder), folder / f"{team}.csv", "--out", folder / f"{team}.threturn")
        assert ran(*table) == 0
    return folder


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do the headless demonstration once; returns its folder."""
    folder = tmp_path_factory.mktemp("demo")
    assert run_here("demo", "--headless", folder / "out", "--data-dir", folder / "data", *SMALL) == 0
    return folder / "out"
