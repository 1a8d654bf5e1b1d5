"""One action as a card that opens its form: what, owner, day, measure and status."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.measured import Measured, action_words, measure_of, measured
from teamhealth.publication.planned import Planned
from teamhealth.survey.plan import Action
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.ui.contrast import shown
from teamhealth.ui.plans.status_tag import status_tag
from teamhealth.ui.theme import RADIUS_BUTTON, SPACE_4, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import Button, ButtonKind
from teamhealth.ui.widgets.text import hint, strong


class ActionCard(Button):
    """Enter or Space opens the action's form; ``opened`` carries its id."""

    opened = Signal(str)

    def __init__(self, planned: Planned, action: Action, today: date, theme: Theme) -> None:
        super().__init__("", f"action_{action.id}", ButtonKind.QUIET, theme)
        self.action = action
        self._theme = theme
        self.setProperty("ringRadius", theme.px(RADIUS_BUTTON))
        measure = measure_of(action)
        shown = measured(planned, measure) if measure is not None else None
        facts = _facts(action, shown)
        self.setAccessibleName(". ".join([action.what, action_words(action, today), *facts]) + ".")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(SPACE_12), theme.px(SPACE_8)) * 2)
        column.setSpacing(theme.px(SPACE_4))
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_8))
        head.addWidget(strong(action.what, name=f"action_what_{action.id}", theme=theme), 1)
        tag = status_tag(action, today, f"action_status_{action.id}", theme)
        head.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for number, line in enumerate(_lines(facts)):
            column.addWidget(hint(line, name=f"action_fact_{number}_{action.id}", theme=theme))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._on_clicked)

    def hasHeightForWidth(self) -> bool:
        """Be as high as the wrapped words need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size of the words, which a push button would not look at."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a width that words wrap to."""
        return QSize(self._theme.px(220), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card's edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown(palette.CONTROL), 1))
        painter.setBrush(shown(palette.PAPER if self.underMouse() else palette.CARD))
        radius = self._theme.px(RADIUS_BUTTON)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        painter.end()

    def _on_clicked(self) -> None:
        self.opened.emit(self.action.id)


def _facts(action: Action, shown: Measured | None) -> list[str]:
    due = tr("Due {day}", day=long_date(action.due)) if action.due else tr("No day set")
    facts = [tr("Owner: {owner}", owner=action.owner), due]
    if shown is None:
        return facts
    facts.append(tr("Measure: {measure}", measure=shown.title))
    if len(shown.sides) > 1:
        facts += [tr("{round}: {words}", round=side.round_name, words=side.words) for side in shown.sides]
    if shown.found:
        facts.append(shown.found.rstrip("."))
    return facts


def _lines(facts: list[str]) -> list[str]:
    """Return owner, day and measure on one line, and what the measure says then and now on lines of their own."""
    return ["  ·  ".join(facts[:3]), *facts[3:]]
