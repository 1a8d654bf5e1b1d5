import pytest
from hypothesis import given

from teamhealth.figures.compared_sentences import cell_sentence, item_cell_sentence, row_sentence
from teamhealth.figures.heat_cell import CellSize
from teamhealth.figures.heat_map import row_cell
from teamhealth.figures.sentences import change_line, comparison_words, domain_sentence, item_figure_sentence, rest_line
from teamhealth.figures.shapes import Figure, Text
from teamhealth.publication.compared import Row, RowKind, compare
from teamhealth.publication.types import (
    Agreement,
    Cap,
    Change,
    Comparison,
    DomainResult,
    ItemResult,
    ItemWord,
    ShownScore,
    Span,
    Verdict,
)
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave
from tests.figures.strategies import domain_results
from tests.invented import core_questionnaire
from tests.rounds import council

STABILITY, _, BUREAUCRACY, _ = core_questionnaire().domains
SPRING = Wave(WaveId("6" * 32), "Spring 2026")


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (Comparison(ShownScore(54), Verdict.WITHIN_CHANCE, 24), "within chance (24 would show)"),
        (Comparison(ShownScore(54), Verdict.WITHIN_CHANCE, 31), "too few answers to tell"),
        (Comparison(ShownScore(54), Verdict.WITHIN_CHANCE), "within chance"),
        (Comparison(ShownScore(54), Verdict.NOT_TESTED), "not tested"),
        (Comparison(ShownScore(30), Verdict.ABOVE), "22 above, more than chance"),
        (Comparison(ShownScore(80), Verdict.BELOW), "28 below, more than chance"),
        (Comparison(ShownScore(94, Cap.OR_MORE), Verdict.BELOW), "at least 42 below, more than chance"),
    ],
)
def test_comparison_claims_no_more_than_was_found(comparison: Comparison, words: str) -> None:
    assert comparison_words(STABILITY, ShownScore(52), comparison) == words


@pytest.mark.parametrize(
    ("verdict", "other", "words"),
    [(Verdict.ABOVE, 25, "lighter by 12, more than chance"), (Verdict.BELOW, 49, "heavier by 12, more than chance")],
)
def test_burden_is_lighter_or_heavier(verdict: Verdict, other: int, words: str) -> None:
    assert comparison_words(BUREAUCRACY, ShownScore(37), Comparison(ShownScore(other), verdict)) == words


def test_domain_sentence_says_everything_its_card_shows() -> None:
    result = DomainResult(
        "bureaucracy",
        ShownScore(37),
        likely=Span(30, 44),
        agreement=Agreement.ALIKE,
        rest=Comparison(ShownScore(43), Verdict.WITHIN_CHANCE, 22),
        change=Change(SPRING, Comparison(ShownScore(41), Verdict.WITHIN_CHANCE, 25)),
    )
    assert domain_sentence(BUREAUCRACY, result) == (
        "Bureaucracy burden: 37 of 100, leans negative: heavy. Likely range 30 to 44. Mostly alike. "
        "Other teams: 43, within chance (22 would show). Spring 2026: 41, within chance (25 would show)."
    )


def test_first_round_says_so_and_claims_no_other_teams() -> None:
    result = DomainResult("stability", ShownScore(52))
    assert change_line(STABILITY, result) == "No change to show yet."
    assert not rest_line(STABILITY, result)


def test_word_alone_is_the_sentence_of_the_questionnaire() -> None:
    cover = STABILITY.items[4]
    assert item_figure_sentence(cover, ItemResult("st5", ItemWord.CONCERN)) == "Absence overloads those who remain."
    assert item_figure_sentence(cover, ItemResult("st5", ItemWord.MIXED)) == "Cover: mixed."


@given(domain_results())
def test_burden_is_never_higher_lower_up_or_down(result: DomainResult) -> None:
    words = domain_sentence(BUREAUCRACY, result).lower()
    assert not any(word in words for word in ("higher", "lower", " up", " down", "above", "below"))


def test_a_theme_without_a_score_says_so_of_the_theme_and_not_of_the_team() -> None:
    whole = council()[-1]
    compared = compare(whole)
    domain = compared.domains[0]
    team = next(row.team for row in compared.rows if row.kind is RowKind.TEAM)
    hidden = next(row.team for row in compared.rows if row.kind is RowKind.HIDDEN)
    size = CellSize(130, 24)
    of_theme, of_team = (
        row_cell(Row(kind, each.name, team=each), domain, size)
        for kind, each in ((RowKind.TEAM, team), (RowKind.HIDDEN, hidden))
        if each is not None
    )
    name = f"{team.name if team else ''}, {domain.title}"
    assert of_theme.sentence == f"{name}: not shown: too few people answered enough of these questions."
    assert "Too few answered" in _written(of_theme)
    assert of_team.sentence.endswith(": not shown: fewer than 5 answers, or none.")
    assert "Too few answered" not in _written(of_team)


def _written(figure: Figure) -> list[str]:
    return [each.text for each in figure.shapes if isinstance(each, Text)]


@pytest.mark.parametrize("services", [1, 2, 3])
def test_an_average_is_heard_with_its_area(services: int) -> None:
    whole = council(services=services)[-1]
    compared = compare(whole)
    domain = compared.domains[0]
    rows = [row for row in compared.rows if row.kind is RowKind.SERVICE]
    said = [cell_sentence(row, domain) for row in rows]
    assert rows
    assert len(set(said)) == len(said)
    for row, words in zip(rows, said, strict=True):
        assert words.startswith(f"{row.service}: average, {domain.title}: ")
        assert row_sentence(row, 5).startswith(f"{row.service}: average, ")
        item = domain.items[0]
        assert item_cell_sentence(row, item, None).startswith(f"{row.service}: average, {item.label}: ")
