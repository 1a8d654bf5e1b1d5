"""A comparison as tables of words: themes, then the items of each theme, and what is compared with what."""

from teamhealth.figures.sentences import comparison_words
from teamhealth.publication.compared import Compared, Row, RowKind
from teamhealth.publication.compared_words import answered_words, fewer_words, row_name
from teamhealth.publication.words import score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.ui.compare.model import item_columns
from teamhealth.ui.results.table_rows import Table


def compared_tables(compared: Compared) -> tuple[Table, ...]:
    """Return a table of all themes, and one of each theme's items."""
    several = compared.service is None and len(compared.publication.services) > 1
    threshold = compared.publication.survey.policy.threshold
    headers = (tr("Team"), tr("Answered"), *(domain.title for domain in compared.domains))
    rows = tuple(
        (
            row_name(row, several=several),
            answered_words(row, threshold),
            *(_score_words(row, domain) for domain in compared.domains),
        )
        for row in compared.rows
    )
    found = [Table("compare_themes", tr("Themes"), headers, rows)]
    for questionnaire in compared.publication.survey.questionnaires:
        found += [_items(compared, domain, several=several) for domain in questionnaire.domains if domain.items]
    return tuple(found)


def _items(compared: Compared, domain: Domain, *, several: bool) -> Table:
    columns = item_columns(compared, domain.id)
    kinds = (RowKind.TEAM, RowKind.HIDDEN, RowKind.SERVICE, RowKind.COUNCIL)
    rows = tuple(
        (row_name(row, several=several), *(column.words(row) for column in columns)) for row in compared.of(*kinds)
    )
    return Table(f"compare_items_{domain.id}", domain.title, (tr("Team"), *(each.title for each in columns)), rows)


def _score_words(row: Row, domain: Domain) -> str:
    score = row.score(domain.id)
    if score is None:
        return fewer_words(row.team) if row.team is not None else tr("not shown")
    comparison = row.comparison(domain.id)
    if comparison is None:
        return score_text(score)
    words = comparison_words(domain, score, comparison)
    return tr("{score}: {words}", score=score_text(score), words=words)
