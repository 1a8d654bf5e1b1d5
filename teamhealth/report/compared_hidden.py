"""The teams of a comparison that are not shown: each in a row with its reason, many as names in columns."""

from collections.abc import Iterator, Mapping, Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.heat_cell import CellSize, hidden_cell
from teamhealth.publication.compared import Compared, Row, RowKind
from teamhealth.publication.compared_words import fewer_words
from teamhealth.report import styles
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_if_one_page, kept_with_next
from teamhealth.report.name_columns import MOST_IN_A_SENTENCE, name_columns
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph, rich_paragraph
from teamhealth.report.tables import Cell, Look, table
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.name_order import name_order

_NAME, _ROW, _INSET = 140.0, 19.0, 2.5
_BELOW = 8.0
# So few names of an area of service would leave most of a row of columns empty below its heading.
_FEW = 3


def hidden_teams(compared: Compared) -> Iterator[Flowable]:
    """Yield the teams that are not shown, from A to Z, each with the reason; nothing if all are."""
    hidden = compared.of(RowKind.HIDDEN)
    if len(hidden) > MOST_IN_A_SENTENCE:
        yield from kept_if_one_page(list(_listed(hidden, several=compared.several_services)))
    elif hidden:
        yield _rows(hidden)


def _listed(rows: Sequence[Row], *, several: bool) -> Iterator[Flowable]:
    """Yield the names of many, by reason and, where there are ``several``, by area of service."""
    yield heading(tr("Teams that are not shown"), 2, styles.FRONT_SECTION)
    reasons: dict[int, dict[str, list[str]]] = {}
    for row in rows:
        if row.team is not None:
            groups = reasons.setdefault(row.team.needed, {})
            groups.setdefault(row.service if several else "", []).append(row.name)
    for needed, groups in reasons.items():
        count = sum(len(names) for names in groups.values())
        said = trn(
            "Fewer than {k} answers, or none, came in from {count} team:",
            "Fewer than {k} answers, or none, came in from each of {count} teams:",
            count,
            k=needed,
        )
        yield kept_with_next(paragraph(said, styles.QUIET))
        ordered = {service: groups[service] for service in sorted(groups, key=name_order)}
        if several and all(len(names) <= _FEW for names in ordered.values()):
            yield rich_paragraph(_run_on(ordered), styles.TIGHT)
        else:
            yield from name_columns(ordered)


def _run_on(groups: Mapping[str, Sequence[str]]) -> str:
    """Return 'Early Help: Elm; Fostering: Ash, Oak.' as markup, for few names of each of many areas of service."""
    said = "; ".join(f"{strong(service)}: {markup(', '.join(names))}" for service, names in groups.items())
    return f"{said}."


def _rows(rows: Sequence[Row]) -> Flowable:
    width = CONTENT_WIDTH - _NAME
    body: list[list[Cell]] = [
        [
            cell_text(markup(tr("Teams that are not shown")), styles.COLUMN_HEAD),
            cell_text(markup(tr("Why")), styles.COLUMN_HEAD),
        ]
    ]
    for row in rows:
        if row.team is not None:
            words = fewer_words(row.team)
            band = hidden_cell(words, CellSize(width, _ROW), tr("{team}: {words}.", team=row.name, words=words))
            body.append([cell_text(strong(row.name), styles.TIGHT), PlacedFigure(band)])
    look = Look(above=_INSET, below=_INSET, between=0, header_rule=palette.INK, rule=palette.CARD)
    made = table(body, [_NAME, width], look)
    made.spaceAfter = _BELOW
    return made
