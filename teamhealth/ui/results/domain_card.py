"""A domain's card: score, range bar, what it says, what stands beside it, and its items."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.figures.comparator import Comparator
from teamhealth.figures.palette import FAVOURABLE, TEAL, UNFAVOURABLE, WHITE, domain_colour
from teamhealth.figures.range_bar import average_words, flagged_sentence, range_bar
from teamhealth.figures.sentences import change_line, rest_line
from teamhealth.figures.shapes import Figure
from teamhealth.figures.weight import Weight
from teamhealth.publication.compared_words import short_text
from teamhealth.publication.types import Cap, Comparison, DomainResult, ShownScore, Verdict
from teamhealth.publication.words import agreement_text, lean, likely_text, score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.contrast import set_sheet, shown
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.hidden_card import HiddenCard
from teamhealth.ui.results.item_row import ItemRow
from teamhealth.ui.results.shown_domains import ShownDomain
from teamhealth.ui.theme import AXIS, BODY, CAPTION, RADIUS_CARD, SCORE, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.flow import Ends, Flow
from teamhealth.ui.widgets.icons import IconView, section_icon
from teamhealth.ui.widgets.text import label

_CAPPED = 20
_GAP_COLOURS = {Verdict.ABOVE: FAVOURABLE, Verdict.BELOW: UNFAVOURABLE}
_SCORE_ROW = 45
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DomainCard(Card):
    """One card; its link, Enter, Space, a click on a concern or a double click asks for its items in detail."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(
        self, shown: ShownDomain, flag: Comparator | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(None, f"card_{shown.domain.id}", theme=theme, parent=parent)
        self.shown = shown
        self._theme = theme
        self._marked = False
        self._ringed = False
        self.setAccessibleName(card_sentence(shown, flag))
        self.setAccessibleDescription(
            trn(
                "Press Enter to see its {count} question in detail.",
                "Press Enter to see its {count} questions in detail.",
                len(shown.items),
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.content.setContentsMargins(theme.px(9), theme.px(8), theme.px(9), theme.px(7))
        self.content.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(5), 0, 0, 0)
        head.setSpacing(0)
        way_in = _way_in(shown.domain, theme)
        way_in.clicked.connect(partial(self.opened.emit, shown.domain.id))
        head.addLayout(_title_row(shown.domain, way_in, theme))
        fill_head(head, shown, flag, theme)
        self.content.addLayout(head)
        self.content.addSpacing(theme.px(5))
        self.content.addWidget(rule(name=f"rule_{shown.domain.id}"))
        self.content.addSpacing(theme.px(5))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self.rows = tuple(ItemRow(item, shown.tier, theme) for item in shown.items)
        for each in self.rows:
            rows.addWidget(each)
        self.content.addLayout(rows)
        self.content.addStretch(1)

    def show_flag(self, flag: Comparator | None) -> None:
        """Let the flag stand for something else."""
        self.setAccessibleName(card_sentence(self.shown, flag))
        bar = self.findChild(FittedFigure, f"range_{self.shown.domain.id}")
        if bar is not None and self.shown.result is not None:
            bar.draw_by(partial(_draw_range, self.shown.domain, self.shown.result, flag))
            bar.say(average_words(self.shown.domain, self.shown.result, flag))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the card on Enter or Space."""
        if event.key() in _OPENING_KEYS and not event.isAutoRepeat():
            self.opened.emit(self.shown.domain.id)
            event.accept()
            return
        super().keyPressEvent(event)

    def mark(self, marked: bool) -> None:
        """Show, or no longer show, that this is the card 'Copy chart' would copy."""
        self._marked = marked
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the card for 'Copy chart'."""
        super().focusInEvent(event)
        self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        self.chosen.emit(self.shown.domain.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the mark when the keyboard moves on."""
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark, where the focus ring does not say it already."""
        super().paintEvent(event)
        if not self._marked or self._ringed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown(TEAL), 2))
        radius = self._theme.px(RADIUS_CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card where a concern was clicked: an action is added to the plan there."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        concerns = [row for row in self.rows if row.concern and row.geometry().contains(at)]
        if concerns and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.shown.domain.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card."""
        self.opened.emit(self.shown.domain.id)
        super().mouseDoubleClickEvent(event)


def card_sentence(shown: ShownDomain, flag: Comparator | None) -> str:
    """Return what the card's head shows, in words."""
    if shown.result is None:
        return tr("{title}: questions only, without a score.", title=shown.domain.title)
    return flagged_sentence(shown.domain, shown.result, flag)


def fill_head(head: QVBoxLayout, shown: ShownDomain, flag: Comparator | None, theme: Theme) -> None:
    """Add score and range bar, and the lines below them."""
    domain, result = shown.domain, shown.result
    if result is None:
        words = tr("Questions only: this theme has no score of its own.")
        head.addWidget(label(words, theme.font(CAPTION), tone="muted", name=f"unscored_{domain.id}"))
        return
    if result.score is None:
        head.addSpacing(theme.px(6))
        head.addWidget(HiddenCard(short_text(), theme, name=f"hidden_{domain.id}", small=True))
        return
    head.addLayout(_score_row(domain, result, result.score, flag, theme))
    head.addLayout(_lean_row(domain, result, result.score, theme))
    if result.rest is not None:
        head.addWidget(_beside(rest_line(domain, result), result.rest, f"rest_{domain.id}", theme))
    if not shown.followed:
        return
    change = result.change.comparison if result.change is not None else None
    words = change_line(domain, result, asked_anew=shown.asked_anew)
    head.addWidget(_beside(words, change, f"change_{domain.id}", theme))


def _beside(words: str, comparison: Comparison | None, name: str, theme: Theme) -> QLabel:
    """Return a line of comparison: muted, or strong and coloured where the gap is more than chance."""
    colour = _GAP_COLOURS.get(comparison.verdict) if comparison is not None else None
    made = label(words, theme.font(AXIS, Weight.SEMIBOLD if colour else Weight.REGULAR), tone="muted", name=name)
    if colour:
        set_sheet(made, f"color: {colour};")
    return made


def _way_in(domain: Domain, theme: Theme) -> Button:
    """Return the link to the items, for those who would not think of Enter; Tab passes it, as the card has the keys."""
    made = link_button(tr("Look closer"), f"open_{domain.id}", theme=theme, size=CAPTION)
    made.setAccessibleName(tr("Look closer at {title}", title=domain.title))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _title_row(domain: Domain, way_in: Button, theme: Theme) -> QLayout:
    """Return the domain's icon on its colour, its title, and the way in to its items."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(6))
    tile = domain_colour(domain.id)
    icon = IconView(section_icon(domain.id), theme.px(16), WHITE, tile=tile, tile_size=theme.px(24), radius=theme.px(6))
    row.addWidget(icon)
    row.addWidget(label(domain.title, theme.font(BODY, Weight.SEMIBOLD), name=f"title_{domain.id}"), 1)
    row.addWidget(way_in)
    return row


def _score_row(
    domain: Domain, result: DomainResult, score: ShownScore, flag: Comparator | None, theme: Theme
) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    size = SCORE if score.cap is Cap.EXACT else _CAPPED
    number = label(score_text(score), theme.font(size, Weight.BOLD), name=f"score_{domain.id}", wrap=False)
    number.setFixedHeight(theme.px(_SCORE_ROW))
    row.addWidget(number)
    draw = partial(_draw_range, domain, result, flag)
    # Everything else of it stands in words beside and below it.
    says = average_words(domain, result, flag)
    row.addWidget(FittedFigure(draw, f"range_{domain.id}", least=130, most=420, theme=theme, says=says), 1)
    return row


def _draw_range(domain: Domain, result: DomainResult, flag: Comparator | None, width: float) -> Figure:
    return range_bar(domain, result, flag, width=width)


def _lean_row(domain: Domain, result: DomainResult, score: ShownScore, theme: Theme) -> QLayout:
    last = Ends.LAST_RIGHT if result.likely is not None else Ends.FREE
    row = Flow(theme, gap=4, below=0, ends=last)
    words = label(lean(score), theme.font(CAPTION, Weight.SEMIBOLD), name=f"lean_{domain.id}", wrap=False)
    row.addWidget(words)
    if result.agreement is not None:
        agreement = tr("· {agreement}", agreement=agreement_text(result.agreement))
        name = f"agreement_{domain.id}"
        row.addWidget(label(agreement, theme.font(AXIS), tone="muted", name=name, wrap=False))
    if result.likely is not None:
        row.addWidget(label(likely_text(result.likely), theme.font(AXIS), name=f"likely_{domain.id}", wrap=False))
    return row
