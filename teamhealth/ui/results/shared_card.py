"""The concerns that several teams share, each with what it bears on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from teamhealth.figures import palette
from teamhealth.figures.paper_area import teams_of
from teamhealth.publication.area import Area, ItemCount
from teamhealth.publication.shared_average import by_average_text
from teamhealth.publication.types import ItemWord
from teamhealth.report.standards import Standards
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_8, SPACE_16, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.icons import IconView, section_icon
from teamhealth.ui.widgets.text import body, caption, hint

_MOST = 8


def shared_card(area: Area, standards: Standards, theme: Theme) -> Card:
    """Return the card; by number of teams, then in the order asked."""
    card = Card(tr("Concerns that several teams share"), "shared_concerns", theme=theme)
    every = area.shared(ItemWord.CONCERN)
    found = every[:_MOST]
    if not found:
        words = tr("No question is shown as a concern in two teams or more.")
        card.content.addWidget(hint(words, name="shared_none", theme=theme))
        return card
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(SPACE_16))
    grid.setVerticalSpacing(theme.px(SPACE_8))
    for column, share in ((1, 5), (3, 6)):
        grid.setColumnStretch(column, share)
    for row, each in enumerate(found):
        _add_row(grid, row, each, standards, theme)
    card.content.addLayout(grid)
    note = tr("Concerns by number of teams, then in the order asked. Beside each what it bears on.")
    averaged = by_average_text(area, [each.item.id for each in found])
    note = f"{averaged} {note}" if averaged else note
    if len(every) > len(found):
        cut = tr("{count} of {all} are shown; ‘Show as tables’ has all.", count=len(found), all=len(every))
        note = f"{cut} {note}"
    card.content.addWidget(caption(note, name="shared_note", theme=theme))
    return card


def _add_row(grid: QGridLayout, row: int, count: ItemCount, standards: Standards, theme: Theme) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    item = count.item
    tile = palette.domain_colour(count.domain.id)
    icon = IconView(
        section_icon(count.domain.id), theme.px(14), palette.WHITE, tile=tile, tile_size=theme.px(20),
        radius=theme.px(5),
    )  # fmt: skip
    grid.addWidget(icon, row, 0, middle)
    grid.addWidget(body(item.concern, name=f"shared_{item.id}", theme=theme), row, 1, middle)
    figure = teams_of(count.concern, count.teams, palette.UNFAVOURABLE)
    grid.addWidget(FigureView(figure, f"shared_{item.id}_teams", theme=theme), row, 2, middle)
    bears = standards.of(item.id)
    words = [tr("Employer standard {words}", words=bears.employer)] if bears.employer else []
    words += [tr("Ofsted: {words}", words=bears.ofsted)] if bears.ofsted else []
    said = ". ".join(words) or tr("none named")
    grid.addWidget(hint(said, name=f"shared_{item.id}_bears", theme=theme), row, 3, middle)
