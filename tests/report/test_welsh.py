"""Documents of a questionnaire in Welsh: longer words and sentences stand whole and over nothing else."""

import re
import subprocess
from dataclasses import replace

import pytest

from teamhealth.report.comparison import comparison
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.paper_questionnaire import paper_questionnaire
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.team import team_report
from tests.invented import TEAM_ID
from tests.report import pdf_checks as checks
from tests.report import samples
from tests.report.page_grid import welsh_documents
from tests.report.test_gates import validator_problems
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
    """Return the words of every element of a document, by the language that it says they are of."""
    run = subprocess.run(["pdfinfo", "-struct-text", "-"], input=content, capture_output=True, check=True)
    own: list[list[str]] = []
    for line in run.stdout.decode().splitlines():
        if re.match(r"\s*[A-Z]\w*( \(\w+\))?:?$", line):
            own.append([])
        elif line.strip().startswith('"'):
            own[-1].append(line.strip().strip('"').strip())
    found: dict[str, list[str]] = {}
    with checks.opened(content) as pdf:
        # The first of what poppler tells is the document itself, as is the first of the tree.
        for element, said in zip(checks.elements(pdf), own, strict=True):
            found.setdefault(str(element.get("/Lang", "")), []).extend(words for words in said if words)
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
    asked = of_the_questionnaire()
    assert [words for words in found[""] if words in asked] == []
    # Trends of all teams name a theme only inside a heading in English.
    if name != "Welsh trends":
        assert len([words for words in found["cy"] if words in asked]) > 3
    assert [words for words in found.get("cy", ()) if re.search(r"\b(the|of|and|theme|teams)\b", words)] == []


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
