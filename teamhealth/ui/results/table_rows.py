"""The dashboard's figures as tables of words: themes, items, time use, comments."""

from dataclasses import dataclass

from teamhealth.figures.sentences import band_words, change_line, count_words, rest_line
from teamhealth.publication.items_said import item_sentence
from teamhealth.publication.types import DomainResult, ItemResult, SurveyFacts, TeamResult, Tier
from teamhealth.publication.words import (
    agreement_text,
    find_domain,
    find_item,
    item_word_text,
    lean_of,
    score_text,
    span_text,
)
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.ui.results.team_words import find_banded, find_comment_question


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the headers of its columns, and rows of as many words; ``note`` says above them what needs saying."""

    id: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def team_tables(facts: SurveyFacts, team: TeamResult, asked_anew: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Return every table that has rows; none at all for a hidden team.

    ``asked_anew`` are the themes whose questions changed since the team was last shown.
    """
    if not team.shown:
        return ()
    tables = (
        theme_table(facts, team, asked_anew),
        item_table(facts, team),
        time_table(facts, team),
        comment_table(facts, team),
    )
    return tuple(table for table in tables if table.rows)


def theme_table(facts: SurveyFacts, team: TeamResult, asked_anew: frozenset[str] = frozenset()) -> Table:
    """Return a row a theme: score, lean, likely range, and what stands beside them."""
    headers = (
        tr("Theme"),
        tr("Score, 0 to 100"),
        tr("What it says"),
        tr("Likely range"),
        tr("Answers"),
        tr("Beside other teams"),
        tr("Since the earlier round"),
    )
    rows = tuple(
        _theme_row(find_domain(facts.questionnaires, result.domain), result, asked_anew=result.domain in asked_anew)
        for result in team.domains
    )
    return _filled(without_empty_columns(Table("themes", tr("Themes"), headers, rows)), tr("not shown"))


def item_table(facts: SurveyFacts, team: TeamResult) -> Table:
    """Return a row an item, in the order asked; where it has a word but no numbers, a cell says so."""
    headers = (tr("Theme"), tr("Question"), tr("What was asked"), tr("Word"), tr("What it says"), tr("Answers"))
    results = {result.item: result for result in team.items}
    rows = []
    for questionnaire in facts.questionnaires:
        for domain in questionnaire.domains:
            rows += [
                _item_row(facts, domain, results[item.id], team.tier) for item in domain.items if item.id in results
            ]
    return without_empty_columns(Table("items", tr("Questions"), headers, tuple(rows)))


def time_table(facts: SurveyFacts, team: TeamResult) -> Table:
    """Return a row a banded question."""
    headers = (tr("Question"), tr("What was asked"), tr("Answers"), tr("Published figure"))
    rows = []
    for result in team.banded:
        banded, scale = find_banded(facts.questionnaires, result.item)
        reference = banded.reference.label if banded.reference else tr("none")
        rows.append((banded.label, banded.text, band_words(scale, result), reference))
    return Table("time", tr("Where the time goes"), headers, tuple(rows))


def comment_table(facts: SurveyFacts, team: TeamResult) -> Table:
    """Return a row a comment, word for word, in the order published."""
    headers = (tr("Question"), tr("Comment"))
    rows = tuple(
        (find_comment_question(facts.questionnaires, asked.question).text, comment)
        for asked in team.comments
        for comment in asked.comments
    )
    return Table("comments", tr("Comments"), headers, rows)


def _theme_row(domain: Domain, result: DomainResult, *, asked_anew: bool) -> tuple[str, ...]:
    if result.score is None:
        return (domain.title, tr("not shown"), "", "", "", "", "")
    return (
        domain.title,
        score_text(result.score),
        lean_of(domain, result.score),
        span_text(result.likely) if result.likely else "",
        agreement_text(result.agreement),
        rest_line(domain, result),
        change_line(domain, result, asked_anew=asked_anew),
    )


def _item_row(facts: SurveyFacts, domain: Domain, result: ItemResult, tier: Tier) -> tuple[str, ...]:
    item = find_item(facts.questionnaires, result.item)
    if result.word is None:
        hidden = tr("not shown")
        return (domain.title, item.label, item.text, hidden, hidden, "" if tier is Tier.WORDS else hidden)
    # Where a team is shown in words only, no row has numbers, and the column is left out.
    counts = count_words(result) or ("" if tier is Tier.WORDS else tr("a word only"))
    return (domain.title, item.label, item.text, item_word_text(result.word), item_sentence(item, result), counts)


def _filled(table: Table, words: str) -> Table:
    rows = tuple(tuple(cell or words for cell in row) for row in table.rows)
    return Table(table.id, table.title, table.headers, rows)


def without_empty_columns(table: Table) -> Table:
    """Return a table without the columns that no row has words for."""
    kept = [place for place in range(len(table.headers)) if any(row[place] for row in table.rows)]
    headers = tuple(table.headers[place] for place in kept)
    return Table(table.id, table.title, headers, tuple(tuple(row[place] for place in kept) for row in table.rows))
