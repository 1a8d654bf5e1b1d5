"""One concern of a plan: what people told us, examples from elsewhere, and what we will do."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.sentences import count_words
from teamhealth.figures.weight import Weight
from teamhealth.publication.planned import Concern, Planned
from teamhealth.report.evidence import Example
from teamhealth.survey.plan import Action
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.plans.action_card import ActionCard
from teamhealth.ui.plans.example_box import ExampleBox
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.item_row import draw_item
from teamhealth.ui.results.shown_domains import ShownItem
from teamhealth.ui.theme import BODY, SPACE_4, SPACE_8, SPACE_12, SPACE_20, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.icons import IconView, section_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint, label

NARROW_BELOW = 860
SHARES = (27, 26, 47)
_FIGURE_LEAST, _FIGURE_MOST = 196, 260


class ConcernRow(Columns):
    """Three columns, under each other where it is narrow.

    ``action_opened`` carries an action's id; ``action_asked`` the concern, and the words that an action begins with.
    """

    action_opened = Signal(str)
    action_asked = Signal(str, str)

    def __init__(
        self, planned: Planned, concern: Concern, examples: Sequence[Example], today: date, theme: Theme
    ) -> None:
        name = concern.item.id
        actions = planned.plan.answering(name)
        cards = [ActionCard(planned, action, today, theme) for action in actions]
        add = link_button(tr("Add an action"), f"add_{name}", theme=theme)
        add.setAccessibleName(tr("Add an action for: {concern}", concern=concern.sentence))
        boxes = _boxes(examples, actions, name, theme)
        none = hint(tr("No published example for this question yet."), name=f"no_example_{name}", theme=theme)
        super().__init__(
            (
                (_told(planned, concern, theme), SHARES[0]),
                (column(f"sources_{name}", boxes or [none], theme, gap=SPACE_12), SHARES[1]),
                (_doing(cards, add, name, theme), SHARES[2]),
            ),
            theme,
            narrow_below=NARROW_BELOW,
            name=f"concern_{name}",
            gap=SPACE_20,
        )
        self.concern = concern
        self.add = add
        for card in cards:
            card.opened.connect(self.action_opened)
        for box in boxes:
            box.asked.connect(self._on_example_asked)
        add.clicked.connect(self._on_add_clicked)

    def _on_example_asked(self, words: str) -> None:
        self.action_asked.emit(self.concern.item.id, words)

    def _on_add_clicked(self) -> None:
        self.action_asked.emit(self.concern.item.id, "")


def _boxes(examples: Sequence[Example], actions: Sequence[Action], name: str, theme: Theme) -> list[ExampleBox]:
    planned = {" ".join(action.what.split()).casefold().rstrip(".") for action in actions}
    return [
        ExampleBox(example, f"example_{name}_{number}", theme, planned=example.text.casefold().rstrip(".") in planned)
        for number, example in enumerate(examples)
    ]


def _doing(cards: Sequence[ActionCard], add: QWidget, name: str, theme: Theme) -> QWidget:
    parts: list[QWidget] = list(cards)
    if not cards:
        parts.append(hint(tr("No action yet."), name=f"no_action_{name}", theme=theme))
    made = column(f"doing_{name}", [*parts, add], theme, gap=SPACE_8)
    layout = made.layout()
    if layout is not None:
        layout.setAlignment(add, Qt.AlignmentFlag.AlignLeft)
    return made


def _told(planned: Planned, concern: Concern, theme: Theme) -> QWidget:
    item, result, name = concern.item, concern.result, concern.item.id
    made = QWidget()
    named(made, f"told_{name}", "")
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(SPACE_8))
    grid.setVerticalSpacing(theme.px(SPACE_4))
    grid.setColumnStretch(1, 1)
    icon = IconView(
        section_icon(concern.domain.id), theme.px(16), palette.WHITE,
        tile=palette.domain_colour(concern.domain.id), tile_size=theme.px(26), radius=6,
    )  # fmt: skip
    icon.setToolTip(concern.domain.title)
    grid.addWidget(icon, 0, 0, Qt.AlignmentFlag.AlignTop)
    told = label(concern.sentence, theme.font(BODY, Weight.SEMIBOLD), name=f"told_concern_{name}")
    # The sign of its theme is seen, not heard.
    told.setAccessibleName(tr("{theme}: {concern}", theme=concern.domain.title, concern=concern.sentence))
    grid.addWidget(told, 0, 1)
    grid.addWidget(hint(tr("Asked: “{text}”", text=item.text), name=f"told_asked_{name}", theme=theme), 1, 0, 1, 2)
    counts = count_words(result)
    if result.split is not None:
        draw = partial(draw_item, ShownItem(item, result), planned.team.tier)
        says = tr("{counts}.", counts=capitalised(counts))
        figure = FittedFigure(
            draw, f"told_figure_{name}", least=_FIGURE_LEAST, most=_FIGURE_MOST, theme=theme, says=says
        )
        grid.addWidget(figure, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
    elif counts:
        words = hint(tr("{counts}.", counts=capitalised(counts)), tone="ink", name=f"told_counts_{name}", theme=theme)
        grid.addWidget(words, 2, 0, 1, 2)
    grid.setRowStretch(3, 1)
    return made
