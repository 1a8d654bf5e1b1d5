"""The team report and the meeting sheet say all that is released, and nothing else."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from teamhealth.failures import FileUnwritable, TeamHidden
from teamhealth.publication.document import publication_hash
from teamhealth.publication.items_said import favourable_text, item_sentence, listed_sentence
from teamhealth.publication.types import (
    Cap,
    DomainResult,
    ItemResult,
    ItemWord,
    Publication,
    ShownScore,
    Span,
    Tier,
    Verdict,
)
from teamhealth.publication.words import find_item, score_text, span_text
from teamhealth.report.meeting import meeting_sheet, write_meeting_sheet
from teamhealth.report.team import team_report, write_team_report
from tests.invented import TEAM_ID, publication
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.survey.test_lineage_words import MERGED


def text_of(content: bytes) -> str:
    """Return the document's words, spaces and line ends made one space."""
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


def pages_of(content: bytes) -> list[str]:
    """Return the words of each page, a line for each of the page's."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode().split("\f")[:-1]


def report_text(whole: Publication) -> str:
    return text_of(team_report(whole, TEAM_ID, samples.evidence()))


@pytest.mark.parametrize("answered", [5, 6, 8, 12])
def test_report_says_every_released_figure(answered: int) -> None:
    whole = publication(answered)
    words, team = report_text(whole), whole.teams[0]
    for domain in team.domains:
        assert domain.score is not None
        assert domain.likely is not None
        assert domain.worst is not None
        assert score_text(domain.score) in words
        assert span_text(domain.likely) in words
        assert span_text(domain.worst) in words
    for item in team.items:
        asked = find_item(whole.survey.questionnaires, item.item)
        assert asked.label in words
        if item.word is not ItemWord.MIXED:
            assert listed_sentence(asked, item) in words
        if item.favourable is not None and answered < 10:
            assert favourable_text(item) in words
        if item.split is not None:
            assert f"{item.split.unfavourable} {item.split.neutral} {item.split.favourable}" in words
    for result in team.comments:
        assert all(comment in words for comment in result.comments)
    assert f"{answered} of {answered + 1} people answered" in words
    assert "7 December 2026" in words
    assert publication_hash(whole) in words.replace(" ", "")
    assert "The team’s to share" in words


def test_small_team_gets_words_only() -> None:
    words = report_text(publication(6))
    assert "%" not in words.split("All 28 questions")[1].split("Where the time goes")[0]
    assert "mostly alike" not in words
    assert "two at most" not in words.lower()


def test_lists_are_in_questionnaire_order_and_say_so() -> None:
    whole = publication(6)
    words = report_text(whole)
    concerns = [
        item_sentence(find_item(whole.survey.questionnaires, item.item), item)
        for item in whole.teams[0].items
        if item.word is ItemWord.CONCERN
    ]
    places = [words.index(concern) for concern in concerns]
    assert places == sorted(places)
    assert "not ranked. True on the whole, not of everybody. The other 11 questions are mixed." in words


def test_first_round_says_so_and_later_ones_show_both_comparisons() -> None:
    assert "There is no change to show yet." in report_text(publication(6))
    later = report_text(samples.compared(6))
    assert "No change to show yet" not in later
    assert "57 then" in later
    assert "others 25" in later
    assert "within chance (28)" in later
    assert "more than chance" in later


def test_a_merged_team_says_what_it_was_formed_from() -> None:
    assert "Formed from Alder and Beech since Spring 2026." in report_text(replace(publication(6), lineage=MERGED))


def test_the_round_is_said_once_where_the_title_of_the_survey_holds_it() -> None:
    whole = publication(6)
    facts = replace(whole.survey, title="Autumn 2026 team health")
    assert "Survey: Autumn 2026 team health. Run by" in report_text(replace(whole, survey=facts))
    other = replace(whole.survey, title="How we work")
    assert "Survey: How we work, Autumn 2026. Run by" in report_text(replace(whole, survey=other))


def test_low_response_is_warned_of() -> None:
    warning = "Many of the team did not answer: take care."
    assert warning in report_text(publication(6, 11))
    assert warning not in report_text(publication(6, 10))


def test_answers_that_were_not_collected_sealed_are_told_with_the_method() -> None:
    words = "Some answers were not collected sealed: they came from paper or from another program."
    whole = publication(6)
    assert words not in report_text(whole)
    assert words in report_text(replace(whole, survey=replace(whole.survey, elsewhere=True)))


def test_why_something_is_not_tested_is_said_once_where_it_is_and_nowhere_else() -> None:
    whole = samples.compared(8)
    told = report_text(whole)
    assert "not tested: too few" not in told
    assert told.count("A change is ‘not tested’ where too few teams were shown in either round.") == 1
    assert told.count("or where the test’s other teams are not those printed beside it.") == 1
    tested = [
        replace(each, change=None, rest=None if each.rest and each.rest.verdict is Verdict.NOT_TESTED else each.rest)
        for each in whole.teams[0].domains
    ]
    assert "‘not tested’" not in report_text(samples.with_team(whole, replace(whole.teams[0], domains=tuple(tested))))


def test_licence_and_source_of_a_questionnaire_are_printed_with_the_method() -> None:
    whole = publication(6)
    assert "Licence" not in report_text(whole)
    (asked,) = whole.survey.questionnaires
    told = replace(asked, licence="CC BY 4.0", source="Exampleshire Council")
    words = report_text(replace(whole, survey=replace(whole.survey, questionnaires=(told,))))
    assert "Team health, version 1.0. Source: Exampleshire Council. Licence: CC BY 4.0." in words


def test_capped_and_hidden_figures_are_told_as_such() -> None:
    whole = publication(6)
    team = whole.teams[0]
    capped = DomainResult("stability", ShownScore(94, Cap.OR_MORE), Span(90, 100), Span(88, 100))
    hidden = DomainResult("morale", None)
    items = (ItemResult(team.items[0].item, None), *team.items[1:])
    words = report_text(samples.with_team(whole, replace(team, domains=(capped, hidden), items=items)))
    assert "94 or more" in words
    assert "not shown" in words
    assert "One question is not shown." in words


def test_bands_of_time_are_headed_by_what_they_are_of() -> None:
    whole = publication(12)
    assert "Share of time People" in report_text(whole)
    (asked,) = whole.survey.questionnaires
    hours = replace(
        asked.scale("share_of_time"), options=("None", "Up to 2 hours", "Up to 5 hours", "10 hours", "More", "Most")
    )
    scales = tuple(hours if each.id == hours.id else each for each in asked.response_scales)
    facts = replace(whole.survey, questionnaires=(replace(asked, response_scales=scales),))
    told = report_text(replace(whole, survey=facts))
    assert "Time People" in told
    assert "Share of time" not in told


def test_comments_stand_on_a_page_after_all_figures() -> None:
    content = team_report(publication(6), TEAM_ID, samples.evidence())
    with checks.opened(content) as pdf:
        last = len(pdf.pages)
    run = subprocess.run(
        ["pdftotext", "-f", str(last), "-l", str(last), "-", "-"], input=content, capture_output=True, check=True
    )
    words = " ".join(run.stdout.decode().split())
    assert words.index("In people’s own words") < words.index("A single form for visit and case note.")
    assert "1 comment was left out." in words
    assert "How the figures are made" not in words


def test_comments_are_word_for_word_and_never_markup() -> None:
    words = report_text(samples.with_comments(publication(9), *samples.HOSTILE, *samples.WELSH))
    assert "<img src='/etc/passwd'/> <b>never closed & <a href='x'>" in words
    assert "</para><para>&#0; &amp; %s {0} {name}" in words
    assert "smile □ and □□□ and evil and bell" in words
    assert samples.WELSH[0] in words
    assert "x" * 1000 in re.sub(r"\s", "", words)


def test_no_comments_no_page_for_them() -> None:
    assert "own words" not in report_text(samples.without_comments(publication(6)))


def test_examples_stand_beside_concerns_only_and_name_their_source() -> None:
    words = report_text(publication(6))
    assert "Examples, not instructions." in words
    assert "Hackney put small units" in words
    assert "A Blueprint for Children’s Social Care (Frontline, CPI, BCG, Buurtzorg Britain & Ireland), 2019" in words
    assert "Hampshire" not in words
    assert "No question is shown as a concern" in report_text(samples.one_sided(publication(6), ItemWord.STRENGTH))


def test_report_without_evidence_has_no_such_sections() -> None:
    words = text_of(team_report(publication(6), TEAM_ID, None))
    assert "What others have tried" not in words
    assert "How the figures are made" in words


def test_same_publication_gives_the_same_bytes_dated_as_published() -> None:
    first, again = (team_report(publication(12), TEAM_ID, samples.evidence()) for _ in range(2))
    assert first == again
    with checks.opened(first) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20261207000000Z"
        assert str(pdf.docinfo.get("/Author", "")) == ""


def test_environment_does_not_change_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = team_report(publication(6), TEAM_ID, None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert team_report(publication(6), TEAM_ID, None) == usual


def test_another_publication_has_another_identity() -> None:
    whole = publication(6)
    later = replace(whole, survey=replace(whole.survey, published=date(2026, 12, 8)))
    ids = {identity(team_report(each, TEAM_ID, None)) for each in (whole, later)}
    assert len(ids) == 2


def identity(content: bytes) -> bytes:
    with checks.opened(content) as pdf:
        return bytes(pdf.trailer.ID[0])


def test_hidden_team_has_no_document(tmp_path: Path) -> None:
    whole = publication(4)
    assert whole.teams[0].tier is Tier.HIDDEN
    target = tmp_path / "out.pdf"
    with pytest.raises(TeamHidden):
        write_team_report(whole, TEAM_ID, target, None)
    with pytest.raises(TeamHidden):
        write_meeting_sheet(whole, TEAM_ID, target)
    assert list(tmp_path.iterdir()) == []


def test_documents_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_team_report(publication(6), TEAM_ID, tmp_path / "report.pdf", None)
    assert (tmp_path / "report.pdf").read_bytes() == team_report(publication(6), TEAM_ID, None)
    with pytest.raises(FileUnwritable):
        write_meeting_sheet(publication(6), TEAM_ID, tmp_path / "missing" / "sheet.pdf")


def test_unknown_team_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        team_report(publication(6), "0" * 32, None)


@pytest.mark.parametrize("word", ItemWord)
def test_meeting_sheet_is_one_page_whatever_was_said(word: ItemWord) -> None:
    content = meeting_sheet(samples.one_sided(publication(6), word), TEAM_ID)
    with checks.opened(content) as pdf:
        assert len(pdf.pages) == 1
    words = text_of(content)
    assert "Nobody guesses, here or later, who said what." in words
    assert "What we agree" in words
    assert "Page 1 of 1" in words


def test_front_page_holds_all_that_belongs_there_however_long_the_name() -> None:
    content = team_report(publication(6, 11, team_name=samples.LONG_NAME), TEAM_ID, samples.evidence())
    run = subprocess.run(["pdftotext", "-l", "1", "-", "-"], input=content, capture_output=True, check=True)
    words = " ".join(run.stdout.decode().split())
    assert samples.LONG_NAME in words
    assert "How to read this page." in words
    assert "All 28 questions" not in words


def test_lines_do_not_run_into_each_other_for_a_reader() -> None:
    content = meeting_sheet(publication(6), TEAM_ID)
    run = subprocess.run(["pdfinfo", "-struct-text", "-"], input=content, capture_output=True, check=True)
    spoken = run.stdout.decode()
    assert "safeguarding route" in spoken
    assert "safeguardingroute" not in spoken


def test_squares_are_explained_where_there_are_any() -> None:
    words = "A square stands for a character"
    assert words not in report_text(publication(9))
    assert words in report_text(samples.with_comments(publication(9), "Tea \U0001f642"))
