"""Documents of a questionnaire in Welsh: longer words and sentences stand whole and over nothing else."""

import re
from dataclasses import replace

import pytest

from teamhealth.report.comparison import comparison
from teamhealth.report.foreign_spans import ForeignSpans
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.paper_questionnaire import paper_questionnaire
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.team import team_report
from teamhealth.survey.foreign_words import foreign_words
from tests.invented import TEAM_ID
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.heard import glued_words
from tests.report.laid_out import pieces
from tests.report.page_grid import welsh_documents
from tests.report.test_gates import bare, pack, validator_problems
from tests.report.test_slips import WORDS, lead_survey
from tests.report.test_team import text_of
from tests.report.welsh import in_welsh
from tests.rounds import council

PRINTS = {"ordinary": ORDINARY, "large": LARGE}


@pytest.mark.parametrize("print_", PRINTS)
@pytest.mark.parametrize("name", welsh_documents())
def test_welsh_stands_inside_the_page_and_over_nothing(name: str, print_: str) -> None:
    assert checks.place_problems(welsh_documents()[name](PRINTS[print_])) == []


@pytest.mark.parametrize("sheet", PRINTS.values())
def test_a_long_name_of_a_theme_has_a_row_as_high_as_it_needs(sheet: Sheet) -> None:
    found, _ = checks.words(team_report(in_welsh(samples.compared(8)), TEAM_ID, None, sheet))
    at = next(place for place, each in enumerate(found) if each.text == "Theme")
    head = found[at]
    name, end = (next(each for each in found[at:] if each.text == word) for word in ("Sefydlogrwydd", "gweithlu"))
    assert end.top > name.bottom - 3
    assert name.top - head.top >= 17 * sheet.scale


def test_no_theme_is_broken_inside_a_word_above_its_column() -> None:
    words = text_of(comparison(in_welsh(council()[-1]))).partition("Ashdown")[0]
    for title in ("Sefydlogrwydd", "biwrocratiaeth", "seicolegol"):
        assert title in words


def test_what_people_said_is_said_in_welsh() -> None:
    words = text_of(meeting_sheet(in_welsh(samples.compared(8)), TEAM_ID))
    assert "Mae teuluoedd yn cadw’r un gweithiwr" in words


def words_by_language(content: bytes) -> dict[str, list[str]]:
    """Return the words of a document, by the language that they are said to be of; figures are heard as their alt."""
    with checks.opened(content) as pdf:
        languages = [str(each.get("/Lang", "")) for each in checks.elements(pdf)]
    found: dict[str, list[str]] = {}
    for each in pieces(content):
        language = next((languages[number - 1] for _, number in reversed(each.path) if languages[number - 1]), "")
        if each.role != "Figure" and each.words.strip():
            found.setdefault(language, []).append(each.words.strip())
    return found


def of_the_questionnaire() -> set[str]:
    """Return the texts of the questionnaire in Welsh."""
    [asked] = in_welsh(samples.compared(8)).survey.questionnaires
    items = [each for item in asked.items for each in (item.label, item.text, item.strength, item.concern)]
    others = [each.text for each in asked.comments] + [each.label for each in asked.banded_items]
    return {*items, *others, *(domain.title for domain in asked.domains)}


@pytest.mark.parametrize("print_", PRINTS)
@pytest.mark.parametrize("name", welsh_documents())
def test_what_is_welsh_says_so_and_nothing_else_does(name: str, print_: str) -> None:
    content = welsh_documents()[name](PRINTS[print_])
    assert validator_problems(content, archived=False) == []
    found = words_by_language(content)
    # A text that a page's end parts is no more that text.
    asked = sorted({each[1:] for each in of_the_questionnaire()}, key=len)
    assert [words for words in found[""] if any(text in words for text in asked)] == []
    assert len([words for words in found["cy"] if any(text in words for text in asked)]) > 3
    assert [words for words in found["cy"] if re.search(r"\b(the|of|and|theme|teams)\b", words)] == []


def test_welsh_words_inside_an_english_sentence_are_a_span_of_their_own() -> None:
    content = team_report(in_welsh(samples.compared(8)), TEAM_ID, None)
    found = [each for each in pieces(content) if each.inside("Span")]
    told = [each.words.strip() for each in found]
    # The headline, whose sentence goes on in English, and whose first letter is that of a sentence; lower comes first.
    assert told[:2] == ["Morâl", "‘Sefydlogrwydd y gweithlu’"]
    assert {each.path[-2][0] for each in found} >= {"P"}
    with checks.opened(content) as pdf:
        spans = [each for each in checks.elements(pdf) if checks.role(each) == "Span"]
        assert {str(each.Lang) for each in spans if "/Lang" in each} == {"cy"}
        assert checks.parent_tree_problems(pdf) == []
    assert glued_words(content) == []


def test_marking_languages_moves_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    for make in welsh_documents().values():
        marked = checks.words(make(ORDINARY))
        with monkeypatch.context() as patched:
            patched.setattr(ForeignSpans, "of", lambda *_: ())
            plain = checks.words(make(ORDINARY))
        assert [each.text for each in marked[0]] == [each.text for each in plain[0]]
        for one, other in zip(marked[0], plain[0], strict=True):
            assert (one.page, one.left, one.top) == pytest.approx((other.page, other.left, other.top), abs=0.05)


def test_a_figure_whose_words_are_mostly_welsh_says_so() -> None:
    whole = in_welsh(bare())
    found: dict[str, list[str]] = {}
    with checks.opened(team_report(whole, TEAM_ID, None)) as pdf:
        for each in checks.elements(pdf):
            if checks.role(each) == "Figure":
                found.setdefault(str(each.get("/Lang", "")), []).append(str(each.Alt))
    assert "Sefydlogrwydd y gweithlu: not shown." in found["cy"]
    spans = ForeignSpans(foreign_words(whole.survey.questionnaires))
    assert all(spans.most_of(words) == "cy" for words in found["cy"])
    assert not any(spans.most_of(words) for words in found[""])


def test_a_pack_of_two_languages_marks_what_is_of_the_other() -> None:
    """The core questions in Welsh, a module in English: neither is taken for the other."""
    whole = samples.with_modules(in_welsh(samples.compared(8)), "relationship-practice.toml")
    core, module = whole.survey.questionnaires
    content = pack("", whole, ORDINARY)
    assert validator_problems(content, archived=True) == []
    found = words_by_language(content)
    welsh, english = ([item.label for item in each.items] for each in (core, module))
    assert {each for each in english if any(each in words for words in found[""])} == set(english)
    assert not any(each[1:] in words for each in welsh for words in found[""])
    assert not any(each in words for each in english for words in found["cy"])


@pytest.mark.parametrize("sheet", PRINTS.values())
def test_the_questionnaire_on_paper_asks_in_welsh_and_tells_in_english(sheet: Sheet) -> None:
    survey = lead_survey("Tîm Tŷ Ŵyl")
    asked = in_welsh(samples.compared(8)).survey.questionnaires
    content = paper_questionnaire(replace(survey, questionnaires=asked), WORDS, sheet)
    found = words_by_language(content)
    questions = [each for questionnaire in asked for item in questionnaire.items for each in (item.text,)]
    numbered = {re.sub(r"^\d+\.? ", "", words) for words in found["cy"]}
    assert {*questions, "Mwy nag 80%"} <= {words.strip() for words in numbered}
    assert any("Cytuno’n gryf" in words for words in found["cy"])
    assert not any("Cytuno’n gryf" in words for words in found[""])
    assert "How to fill it in" in found[""]
    assert not {re.sub(r"^\d+\. ", "", words) for words in found[""]} & set(questions)


def test_a_document_of_a_questionnaire_in_english_names_no_other_language() -> None:
    assert set(words_by_language(team_report(samples.compared(8), TEAM_ID, None))) == {""}
