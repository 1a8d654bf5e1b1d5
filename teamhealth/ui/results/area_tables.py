"""An area of service or the council as tables of words: themes, teams, shared concerns, items."""

from teamhealth.figures.sentences import comparison_words
from teamhealth.publication.area import Area, ItemCount
from teamhealth.publication.compared import Compared, Row, RowKind
from teamhealth.publication.compared_words import answered_words, fewer_words, row_name, short_words
from teamhealth.publication.share_spans import share_text
from teamhealth.publication.shared_average import by_average_text
from teamhealth.publication.staying import base_text, no_shares_text
from teamhealth.publication.types import ItemWord, ShownScore
from teamhealth.publication.words import lean_of, others_text, score_text
from teamhealth.report.standards import Standards
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.results.table_rows import Table, without_empty_columns


def area_tables(area: Area, compared: Compared, standards: Standards) -> tuple[Table, ...]:
    """Return every table that has rows; hidden teams stand last, by name."""
    tables = (_themes(area), teams_table(compared), _shared(area, standards), _items(area))
    return tuple(table for table in tables if table.rows)


def teams_table(compared: Compared) -> Table:
    """Return a row a team, and a column a theme: the score, and how it stands beside the others."""
    several = compared.several_services
    threshold = compared.publication.survey.policy.threshold
    where = (tr("Area of service"),) if several else ()
    headers = (tr("Team"), *where, tr("Answered"), *(domain.title for domain in compared.domains))
    rows = tuple(
        (
            row_name(row, several=several),
            *service_cell(row, several=several),
            answered_words(row, threshold),
            *(_score_words(row, domain) for domain in compared.domains),
        )
        for row in compared.rows
    )
    return Table("compare_themes", tr("Teams"), headers, rows)


def service_cell(row: Row, *, several: bool) -> tuple[str, ...]:
    """Return the cell of a team's area of service, where there are ``several``; other rows have it in their name."""
    if not several:
        return ()
    return (row.service if row.kind in (RowKind.TEAM, RowKind.HIDDEN) else "",)


def _themes(area: Area) -> Table:
    rows = tuple(_theme_row(area, each) for each in area.domains)
    headers = (tr("Theme"), tr("Service"), tr("Council"), tr("What it says"), others_text())
    return without_empty_columns(Table("area_themes", tr("Themes"), headers, rows))


def _theme_row(area: Area, domain: Domain) -> tuple[str, ...]:
    total = area.total(domain.id)
    others = area.others_score(domain.id)
    return (
        domain.title,
        _score(total) if area.service is not None else "",
        _score(area.council_total(domain.id)),
        lean_of(domain, total) if total is not None else tr("not shown"),
        score_text(others) if others is not None else "",
    )


def _score(score: ShownScore | None) -> str:
    return score_text(score) if score is not None else tr("not shown")


def _shared(area: Area, standards: Standards) -> Table:
    headers = (tr("What the teams said"), tr("Teams"), tr("Employer standard"), tr("Ofsted condition"))
    none = tr("none named")
    rows = []
    for each in area.shared(ItemWord.CONCERN):
        bears = standards.of(each.item.id)
        teams = trn("{concern} of {count} team", "{concern} of {count} teams", each.teams, concern=each.concern)
        rows.append((each.item.concern, teams, bears.employer or none, bears.ofsted or none))
    note = by_average_text(area, [each.item.id for each in area.shared(ItemWord.CONCERN)])
    return Table("area_shared", tr("Concerns that several teams share"), headers, tuple(rows), note)


def _items(area: Area) -> Table:
    headers = (tr("Theme"), tr("Question"), tr("What was asked"), tr("Strength"), tr("Mixed"), tr("Concern"),
               tr("Favourable"), tr("Teams counted"))  # fmt: skip
    counts = area.item_counts()
    shown = any(each.teams for each in counts)
    rows = tuple(_item_row(each) for each in counts) if shown else ()
    note = no_shares_text() if any(each.total is None for each in counts) else ""
    return Table("area_items", tr("Questions"), headers, rows, note)


def _item_row(count: ItemCount) -> tuple[str, ...]:
    share = share_text(count.total, count.span) if count.total is not None else tr("not shown")
    numbers = (count.strength, count.mixed, count.concern)
    said = (count.domain.title, count.item.label, count.item.text)
    return (*said, *(str(each) for each in numbers), share, base_text(count))


def _score_words(row: Row, domain: Domain) -> str:
    score = row.score(domain.id)
    if score is None:
        if row.kind is RowKind.TEAM:
            return short_words()
        return fewer_words(row.team) if row.team is not None else tr("not shown")
    comparison = row.comparison(domain.id)
    if comparison is None:
        return score_text(score)
    words = comparison_words(domain, score, comparison)
    return tr("{score}: {words}", score=score_text(score), words=words)
