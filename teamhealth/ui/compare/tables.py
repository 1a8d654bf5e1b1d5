"""A comparison as tables of words: themes, then the items of each theme, and what is compared with what."""

from teamhealth.publication.compared import Compared, RowKind
from teamhealth.publication.compared_words import row_name
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.ui.compare.model import item_columns
from teamhealth.ui.results.area_tables import service_cell, teams_table
from teamhealth.ui.results.table_rows import Table


def compared_tables(compared: Compared) -> tuple[Table, ...]:
    """Return a table of all themes, and one of each theme's items."""
    several = compared.several_services
    found = [teams_table(compared)]
    for questionnaire in compared.publication.survey.questionnaires:
        found += [_items(compared, domain, several=several) for domain in questionnaire.domains if domain.items]
    return tuple(found)


def _items(compared: Compared, domain: Domain, *, several: bool) -> Table:
    columns = item_columns(compared, domain.id)
    kinds = (RowKind.TEAM, RowKind.HIDDEN, RowKind.SERVICE, RowKind.COUNCIL)
    rows = tuple(
        (
            row_name(row, several=several),
            *service_cell(row, several=several),
            *(column.words(row) for column in columns),
        )
        for row in compared.of(*kinds)
    )
    where = (tr("Area of service"),) if several else ()
    headers = (tr("Team"), *where, *(each.title for each in columns))
    return Table(f"compare_items_{domain.id}", domain.title, headers, rows)
