"""One domain's items in detail: the healthy label, what was asked, the figures in words, the figure."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.figures.comparator import Comparator
from teamhealth.figures.item_figure import item_figure
from teamhealth.figures.item_state import item_state
from teamhealth.figures.sentences import count_words
from teamhealth.figures.weight import Weight
from teamhealth.publication.items_said import item_sentence
from teamhealth.publication.types import ItemWord, Tier
from teamhealth.publication.words import item_word_text
from teamhealth.survey.questionnaire import Item
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised
from teamhealth.ui.results.domain_card import fill_head
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.item_row import draw_item
from teamhealth.ui.results.shown_domains import ShownDomain, ShownItem
from teamhealth.ui.theme import BODY, HINT, LINK_HEIGHT, SPACE_4, SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.buttons import Button, ButtonKind
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, hint, label

_FIGURE, _HEAD = 150, 480


class PlanLink(Button):
    """Stands at a concern, and asks for an action that answers it; ``asked`` carries the item."""

    asked = Signal(str)

    def __init__(self, item: Item, theme: Theme) -> None:
        super().__init__(tr("Add to plan"), f"add_to_plan_{item.id}", ButtonKind.LINK, theme)
        self._item_id = item.id
        font = theme.font(HINT)
        font.setUnderline(True)
        self.setFont(font)
        self.setFixedHeight(theme.px(LINK_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # As the item is called beside it, whatever its sentences say.
        self.setAccessibleName(tr("Add to plan: {item}", item=item.label))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.asked.emit(self._item_id)


def domain_page(
    shown: ShownDomain,
    team_name: str,
    flag: Comparator | None,
    theme: Theme,
    *,
    plan_asked: Callable[[str], None] | None = None,
) -> Page:
    """Return the page of a domain; its breadcrumb leads back to the team, a concern's link to the team's plan."""
    domain = shown.domain
    page = Page(domain.title, f"detail_{domain.id}", subtitle=domain.question, crumb=team_name, theme=theme)
    top = Card(None, f"detail_card_{domain.id}", theme=theme)
    narrow = QWidget()
    narrow.setObjectName(f"detail_head_{domain.id}")
    narrow.setMaximumWidth(theme.px(_HEAD))
    head = QVBoxLayout(narrow)
    head.setContentsMargins(0, 0, 0, 0)
    head.setSpacing(theme.px(SPACE_4))
    fill_head(head, shown, flag, theme)
    top.content.addWidget(narrow)
    if domain.direction_note:
        top.content.addWidget(hint(domain.direction_note, name=f"direction_{domain.id}", theme=theme))
    page.body.addWidget(top)
    page.body.addWidget(_items_card(shown, theme, plan_asked))
    page.body.addStretch(1)
    return page


def _items_card(shown: ShownDomain, theme: Theme, plan_asked: Callable[[str], None] | None) -> Card:
    items = Card(None, f"detail_items_{shown.domain.id}", theme=theme)
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(SPACE_16))
    grid.setVerticalSpacing(theme.px(SPACE_12))
    grid.setColumnStretch(1, 3)
    grid.setColumnStretch(2, 2)
    for number, each in enumerate(shown.items):
        if number:
            grid.addWidget(rule(name=f"detail_rule_{each.item.id}"), 2 * number - 1, 0, 1, 3)
        sign, asked, found = _cells(each, shown, theme)
        if plan_asked is not None and each.result.word is ItemWord.CONCERN:
            link = PlanLink(each.item, theme)
            link.asked.connect(plan_asked)
            _add(found, link)
        for column, widget in enumerate((sign, asked, found)):
            grid.addWidget(widget, 2 * number, column, Qt.AlignmentFlag.AlignTop)
    items.content.addLayout(grid)
    return items


def _cells(each: ShownItem, shown: ShownDomain, theme: Theme) -> tuple[QWidget, QWidget, QWidget]:
    item, result = each.item, each.result
    sign = FigureView(item_state(result.word), f"detail_state_{item.id}", theme=theme, says="")
    asked = _column(
        label(item.label, theme.font(BODY, Weight.SEMIBOLD), name=f"detail_label_{item.id}"),
        hint(tr("Asked: “{text}”", text=item.text), name=f"detail_asked_{item.id}", theme=theme),
    )
    if item.reverse:
        reversed_words = tr("Asked the other way round: disagreeing is the healthy answer.")
        _add(asked, hint(reversed_words, name=f"detail_reversed_{item.id}", theme=theme))
    found = _column(body(capitalised(_word(each)), name=f"detail_word_{item.id}", theme=theme))
    if count_words(result):
        words = label(count_words(result), theme.font(HINT), tone="muted", name=f"detail_counts_{item.id}")
        _add(found, words)
        _add(found, _drawn(each, shown, theme))
    elif result.word is not None and shown.tier is not Tier.WORDS:
        _add(found, label(tr("a word only"), theme.font(HINT), tone="muted", name=f"detail_counts_{item.id}"))
    elif item_figure(item, result, shown.tier) is not None:
        _add(found, _drawn(each, shown, theme))
    return sign, asked, found


def _drawn(each: ShownItem, shown: ShownDomain, theme: Theme) -> FittedFigure:
    """Return an item's figure; the words above it say all that it shows."""
    figure = partial(draw_item, each, shown.tier)
    return FittedFigure(figure, f"detail_figure_{each.item.id}", least=_FIGURE, most=360, theme=theme, says="")


def _word(each: ShownItem) -> str:
    """Return 'concern: people wait for sign-off ...', 'mixed' or 'not shown'."""
    word = each.result.word
    if word is None:
        return tr("not shown")
    sentence = item_sentence(each.item, each.result)
    stands_out = sentence in {each.item.strength, each.item.concern}
    return (
        tr("{word}: {sentence}", word=item_word_text(word), sentence=sentence) if stands_out else item_word_text(word)
    )


def _column(*labels: QLabel) -> QWidget:
    made = QWidget()
    made.setObjectName(f"{labels[0].objectName()}_column")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for each in labels:
        column.addWidget(each)
    return made


def _add(column: QWidget, widget: QWidget) -> None:
    layout = column.layout()
    if layout is not None:
        layout.addWidget(widget)
