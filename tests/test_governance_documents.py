"""The information governance pack says what staff read and what the program does, in the same words and numbers."""

import re
from pathlib import Path

import pytest

from teamhealth.failures import CopyShared, FolderShared
from teamhealth.services.backup import back_up
from teamhealth.services.moving import copy_to_folder
from teamhealth.services.progress import unwatched
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS, RETENTION_DAYS
from teamhealth.survey.promises import on_paper, who_opens
from teamhealth.ui.questionnaire.idle import THROW_AWAY_AFTER
from tests.ui.office import office

DOCS = Path(__file__).parent.parent / "docs"
PACK = DOCS / "information-governance"


def _text(path: Path) -> str:
    return " ".join(path.read_text(encoding="utf-8").replace("’", "'").split())


def test_the_pack_lists_its_documents() -> None:
    listed = _text(PACK / "README.md")
    assert all(f"({each.name})" in listed for each in PACK.glob("*.md") if each.name != "README.md")


@pytest.mark.parametrize(
    ("custody", "left"),
    [
        (Custody(CustodyKind.LEAD, one_time_codes=True), ""),
        (Custody(CustodyKind.CHOSEN, "[role]"), "here, "),
    ],
    ids=["lead", "chosen"],
)
def test_the_notice_says_who_opens_the_answers_as_the_first_page_does(custody: Custody, left: str) -> None:
    told = who_opens(custody).replace("’", "'").replace(left, left.replace("here", "there"))
    assert told in _text(PACK / "privacy-notice.md")


def test_the_notice_for_a_manager_who_opens_says_confidential_not_anonymous() -> None:
    assert who_opens(Custody(CustodyKind.MANAGER)).endswith("This is confidential, not anonymous.")
    assert "This is confidential, not anonymous." in _text(PACK / "privacy-notice.md")


def test_the_notice_says_who_reads_paper_as_the_sheet_does() -> None:
    first, *_ = on_paper(Custody(CustodyKind.LEAD))
    rest = first.removeprefix("The survey lead types in what is on this sheet")
    assert rest != first
    assert f"types in what is on your sheet{rest}" in _text(PACK / "privacy-notice.md")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("information-governance/impact-assessment.md", f"{RETENTION_DAYS} days after publishing"),
        ("information-governance/impact-assessment.md", f"at least {DAYS_BETWEEN_ROUNDS} days apart"),
        ("information-governance/impact-assessment.md", f"{int(THROW_AWAY_AFTER.total_seconds()) // 60} minutes after"),
        ("information-governance/privacy-notice.md", f"{RETENTION_DAYS} days after publishing"),
        ("it-guide.md", f"{RETENTION_DAYS} days after publishing"),
        ("guide-team-managers.md", f"{RETENTION_DAYS} days after publishing"),
        ("guide-team-managers.md", f"{DAYS_BETWEEN_ROUNDS} days after closing"),
        ("guide-survey-leads.md", f"After {RETENTION_DAYS} days the program destroys"),
    ],
)
def test_days_and_minutes_are_the_programs(document: str, said: str) -> None:
    assert said in _text(DOCS / document)


def test_every_paper_says_that_results_are_not_for_performance_or_discipline() -> None:
    for name in ("rules-of-use", "privacy-notice", "requests", "../guide-hr", "../guide-team-managers"):
        assert "performance or discipline" in _text(PACK / f"{name}.md").replace("**", ""), name


def test_notice_and_requests_promise_alike_how_a_complaint_is_dealt_with() -> None:
    notice, requests = (_text(PACK / name).replace("**", "") for name in ("privacy-notice.md", "requests.md"))
    assert "acknowledge it within 30 days and answer without undue delay" in notice
    assert "Acknowledge it within 30 days" in requests
    assert "Act without undue delay" in requests
    assert "section 103 of the Data (Use and Access) Act 2025" in requests


@pytest.mark.parametrize(
    "document",
    [
        "../README.md",
        "it-guide.md",
        "protection.md",
        "guide-team-managers.md",
        "guide-survey-leads.md",
        "decisions/copies-stay-local.md",
        "decisions/README.md",
        "information-governance/impact-assessment.md",
    ],
)
def test_wherever_a_refusal_of_shared_folders_is_promised_its_limit_is_said(document: str) -> None:
    # A row of a table, a point of a list or a sentence at a time.
    said = re.split(r"(?<=[.:;]) |\n\n|\n\||\n- ", (DOCS / document).read_text(encoding="utf-8"))
    promised = [
        " ".join(each.split())
        for each in said
        if re.search(r"synced|OneDrive", each) and re.search(r"refuse[sd]|none is made|[Nn]o copy of all data", each)
    ]
    assert promised
    for each in promised:
        assert re.search(r"as far as (it|the program) can tell", each), each


def test_the_assessment_counts_only_what_the_program_refuses(tmp_path: Path) -> None:
    assert "synced and network folders refused, for the data and for copies of it" in _text(
        PACK / "impact-assessment.md"
    )
    synced = tmp_path / "OneDrive - Exampleshire"
    synced.mkdir()
    with office(tmp_path / "data") as workspace:
        with pytest.raises(CopyShared):
            back_up(workspace, synced / "all.thcopy")
        with pytest.raises(FolderShared):
            copy_to_folder(workspace, synced, unwatched)
