"""The information governance pack says what staff read and what the program does, in the same words and numbers."""

import re
from pathlib import Path

import pytest
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit

from teamhealth.exchange.results_file import write_results
from teamhealth.failures import CopyShared, FolderShared
from teamhealth.services.backup import back_up
from teamhealth.services.moving import copy_to_folder
from teamhealth.services.progress import unwatched
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS, RETENTION_DAYS
from teamhealth.survey.promises import on_paper, who_opens
from teamhealth.ui.questionnaire.idle import THROW_AWAY_AFTER
from tests.cli.lead_office import ran
from tests.invented import publication
from tests.report.samples import with_comments
from tests.report.test_team import text_of
from tests.ui.office import office

DOCS = Path(__file__).parent.parent / "docs"
PACK = DOCS / "information-governance"


def _text(path: Path) -> str:
    return " ".join(path.read_text(encoding="utf-8").replace("’", "'").split())


def _rows(name: str) -> list[str]:
    return [row for row in (PACK / name).read_text(encoding="utf-8").splitlines() if row.startswith("|")]


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


def test_the_notice_is_one_page_with_room_for_what_the_council_fills_in() -> None:
    # As documents.css prints it on A4, in letters as wide as Arial's: with all its points, of which a survey keeps two.
    size, width, height = 9.5, (210 - 2 * 16) * mm, (297 - 2 * 16) * mm
    title, *paragraphs = re.split(r"\n\n|\n(?=- )", (PACK / "privacy-notice.md").read_text(encoding="utf-8").strip())
    lines = [
        len(
            simpleSplit(
                re.sub(r"[*]+|\n", lambda found: " " if found[0] == "\n" else "", each), "Helvetica", size, width
            )
        )
        for each in paragraphs
    ]
    gaps = sum(not each.startswith("- ") for each in paragraphs)
    filled = 17 * 1.25 * 2 + size * (sum(lines) * 1.35 + gaps * 0.5)
    assert title == "# Privacy notice for staff: the team questionnaire"
    assert filled <= height - 6 * size * 1.35


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


def test_notice_assessment_and_requests_agree_that_no_copy_outlives_the_answers_for_a_request() -> None:
    requests = _text(PACK / "requests.md").replace("**", "")
    assert "No copy is kept past that date for a request" in requests
    assert "make a copy" not in requests.lower()
    kept = next(row for row in _rows("impact-assessment.md") if row.startswith("| copies of all data"))
    assert "no longer than what is in them" in kept
    assert f"fall due {RETENTION_DAYS} days after publishing" in _text(PACK / "privacy-notice.md")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("protection.md", "A survey that nobody has closed has no retention date"),
        ("information-governance/impact-assessment.md", "of one that nobody has closed, until somebody does"),
        ("it-guide.md", "One that nobody has closed keeps them until somebody does"),
        ("guide-team-managers.md", "Nothing closes by itself, so close it."),
        ("protection.md", "the key file, and a second lead's, until whoever has it deletes it"),
        (
            "information-governance/impact-assessment.md",
            "files of them: returns, the lead's key file and that of a second",
        ),
        ("information-governance/rules-of-use.md", "Key files, returns and copies are deleted by whoever has them"),
        ("information-governance/privacy-notice.md", "[Role] deletes files of them"),
        ("information-governance/requests.md", "destroys returns and key of one that was not opened"),
    ],
)
def test_what_the_program_never_destroys_by_itself_is_said(document: str, said: str) -> None:
    assert said in _text(DOCS / document)


@pytest.mark.parametrize("of", ["make a copy first", "have a copy of all data made"])
def test_no_copy_is_asked_for_while_a_team_answers(of: str) -> None:
    versions = _text(DOCS / "it-guide.md").split("## New versions")[1].split("## Building")[0]
    sentence = next(each for each in versions.split(". ") if of in each)
    assert "before the first answer or after closing" in sentence or "not while a team answers" in sentence


def test_a_published_comment_that_names_a_child_is_graded_alike_and_no_way_out_is_promised() -> None:
    assessed = next(row for row in _rows("impact-assessment.md") if "tells of a child" in row)
    assert "high for a child or family" in assessed
    assert "(requests.md)" in assessed
    graded = next(row for row in _rows("requests.md") if row.startswith("| a child or family"))
    assert graded.split("|")[2].strip() == "**high**"
    requests = _text(PACK / "requests.md")
    assert "yes, small" not in requests
    assert "takes no single comment out of what is published" in requests
    assert "delete all results of that survey" in requests


@pytest.mark.parametrize(
    ("document", "holds"),
    [("team", True), ("council", False), ("csv", False), ("json", False), ("text", True)],
)
def test_the_pack_says_in_which_documents_comments_stand(
    document: str, holds: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results, out = tmp_path / "R.thresults", tmp_path / "R.pdf"
    words = "Fewer forms before a visit."
    held = with_comments(publication(8), words)
    write_results(held, results)
    if document in ("team", "council"):
        named = ("--team", held.teams[0].name) if document == "team" else ("--council",)
        assert ran("report", results, *named, "--out", out) == 0
        found = words in text_of(out.read_bytes())
    else:
        assert ran("results", results, *(() if document == "text" else ("--format", document))) == 0
        found = words in capsys.readouterr().out
    assert found is holds


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


def test_no_paper_promises_that_nothing_leaves_the_council_where_the_guide_for_it_lets_files_go_by_mail() -> None:
    assert "by e-mail, by Teams or through SharePoint, where the [impact assessment]" in _text(DOCS / "it-guide.md")
    for name in ("impact-assessment", "privacy-notice", "requests", "rules-of-use", "README"):
        said = re.sub(r"\[[^]]*\]", "", _text(PACK / f"{name}.md"))
        assert not re.search(r"[Nn]othing leaves|[Nn]o transfers|none outside", said), name


def test_who_hosts_the_mail_and_where_is_for_the_council_to_fill_in_and_asked() -> None:
    processor = next(row for row in _rows("impact-assessment.md") if row.startswith("| Processor"))
    assert re.search(r"e-mail, Teams or SharePoint.*processor of the council.*\[provider, contract", processor)
    assessment = _text(PACK / "impact-assessment.md")
    assert "it is a transfer: [what allows it under chapter V UK GDPR]" in assessment
    asked = assessment.split("| question to ask IT")[1].split("## 4")[0]
    assert asked.count("| [ ] |") == 5
    notice = _text(PACK / "privacy-notice.md")
    assert "by [e-mail / Teams / SharePoint], which [provider] hosts for the council in [country]" in notice
    # Inspectors are recipients wherever the pack lets them be shown something.
    for name in ("impact-assessment", "privacy-notice", "requests"):
        assert "nspectors" in _text(PACK / f"{name}.md"), name


def test_the_month_for_a_request_is_counted_by_the_article_in_force_and_its_clock_may_stop() -> None:
    requests = _text(PACK / "requests.md").replace("**", "")
    assert "12(3)" not in requests
    access = requests.split("## Subject access")[1].split("## Erasure")[0]
    for each in (
        "within one month",
        "article 12A",
        "5 February 2026",
        "SI 2026/82",
        "The clock stops",
        "article 15(1A)",
    ):
        assert each in access, each
    assert "checked with your data protection officer" in access
    assert "or hear by then why it takes longer" in _text(PACK / "privacy-notice.md")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("appropriate policy document", "[which, date]"),
        ("article 30", "[entry, date]"),
        ("article 14", "[Council decides which"),
        ("article 36", "[not needed, because; or date and outcome]"),
        ("SIRO", "information asset owner: [role]"),
        ("equality duty", "[Equality impact assessment: date, or why none is needed.]"),
        ("recognised legitimate interests, (ea)", "annex 1"),
    ],
)
def test_what_a_data_protection_officer_asks_stands_in_the_assessment_with_a_place_to_answer(
    asked: str, answered: str
) -> None:
    section = next(
        each for each in _text(PACK / "impact-assessment.md").replace("**", "").split(" ## ") if asked in each
    )
    assert answered in section
