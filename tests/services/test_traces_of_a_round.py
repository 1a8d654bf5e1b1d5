"""A whole round on two computers: what was withheld, hidden or typed to open it is in no file of any place."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from teamhealth.services.backup import back_up
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.plan_files import empty_plan, write_plan_sheet
from teamhealth.services.progress import unwatched
from teamhealth.services.results_files import (
    results_csv,
    results_json,
    results_table,
    write_figures,
    write_meeting_sheet,
    write_results,
    write_team_report,
)
from teamhealth.services.returns import add_returns
from teamhealth.services.travelling import write_part
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import Workspace
from tests.services.council import WORDS, collected, named
from tests.storage.rooms import folder_bytes

# Alder is shown, and one of its comments withheld; Beech has too few.
WITHHELD, SHOWN, OF_A_HIDDEN_TEAM = "Alder 2", "Alder 4", "Beech 1"


@dataclass(frozen=True)
class Round:
    """Where its files lie, how it was made, and every file before its answers were opened."""

    folder: Path
    made: LeadSurvey
    sealed: dict[str, bytes]


@pytest.fixture
def done(
    lead: Workspace,
    laptop: Workspace,
    made: tuple[LeadSurvey, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Round:
    """Hold a round from slips to everything that is made of its results; whoever writes elsewhere writes here, too."""
    for variable in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    answers = {"Alder": [4, 2, 5, 3, 4, 1], "Beech": [3, 3, 4]}
    returned = collected(laptop, *made, answers, tmp_path / "laptop.threturn")
    survey = made[0].survey
    add_returns(lead, survey.id, [returned], unwatched)
    sealed = _every_file(tmp_path)
    opened = open_returns(lead, survey.id, WORDS, unwatched)
    withheld = frozenset(each.key for each in opened.comments if each.text == WITHHELD)
    assert withheld
    publication = publish(lead, opened, withheld, unwatched)
    alder = named(survey, "Alder")
    write_results(publication, tmp_path / "all.thresults")
    write_part(tmp_path / "all.thresults", "Alder", tmp_path / "alder.thresults")
    write_team_report(publication, alder, tmp_path / "alder.pdf")
    write_meeting_sheet(publication, alder, tmp_path / "meeting.pdf")
    write_figures((publication,), tmp_path / "figures.xlsx")
    write_plan_sheet(empty_plan(publication, alder), tmp_path / "plan.xlsx")
    for write in (results_csv, results_json, results_table):
        (tmp_path / f"{write.__name__}.txt").write_bytes(write((publication,)))
    verify_published(lead, survey.id, WORDS, unwatched)
    back_up(lead, tmp_path / "all.thcopy")
    return Round(tmp_path, made[0], sealed)


def _every_file(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def _holding(files: dict[str, bytes], *words: str) -> set[str]:
    spelt = [each.encode(code) for each in words for code in ("utf-8", "utf-16-le")]
    return {name for name, content in files.items() if any(each in content for each in spelt)}


def test_no_comment_is_in_any_file_before_it_was_opened(done: Round) -> None:
    assert {"laptop.threturn", "autumn.thsurvey"} <= set(done.sealed)
    assert _holding(done.sealed, SHOWN, WITHHELD, OF_A_HIDDEN_TEAM) == set()


def test_a_withheld_comment_and_those_of_a_hidden_team_are_nowhere_and_a_shown_one_is_where_results_are(
    done: Round,
) -> None:
    files = _every_file(done.folder)
    assert {"all.thresults", "alder.thresults", "results_table.txt"} <= _holding(files, SHOWN)
    assert _holding(files, WITHHELD, OF_A_HIDDEN_TEAM) == set()


def test_neither_passphrase_nor_code_is_in_any_file_and_nothing_is_left_at_home(done: Round) -> None:
    files = _every_file(done.folder)
    slips = [code for codes in done.made.slips.values() for code in codes] + list(done.made.spares)
    assert len(slips) > len("Alder")
    bare = [code.replace("-", "").replace(" ", "") for code in slips]
    assert _holding(files, WORDS, *slips, *bare) == set()
    assert folder_bytes(done.folder / "home") == {}
