"""The head of a page that shows many teams or rounds: title, what to look at, tables, and the PDF."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import CONTENT_MARGIN, HINT, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import heading, set_text

_LEAST_BOX = 12
_LIST_EDGE, _WIDEST_LIST = 40, 520


class ChoicesBar(QWidget):
    """Title at the left and choices at the right; below each other where the width does not suffice."""

    def __init__(self, name: str, title: str, choices: Sequence[QWidget], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        named(self, f"{name}_bar", title)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        side = theme.px(CONTENT_MARGIN)
        self._box.setContentsMargins(side, theme.px(SPACE_12), side, theme.px(SPACE_8))
        self._box.setSpacing(theme.px(SPACE_8))
        self.subtitle = ElidedLabel("", theme.font(HINT), tone="muted", name=f"{name}_subtitle")
        self.files = link_button(tr("Open results files"), f"{name}_files", theme=theme)
        self.tables = secondary_button(tr("Show as tables"), f"{name}_tables", theme=theme)
        self.report = primary_button(tr("Export PDF"), f"{name}_pdf", IconName.PRINTER, theme=theme)
        self._title = heading(title, 1, name=f"{name}_title", theme=theme)
        words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        words.addWidget(self._title)
        below = QHBoxLayout()
        below.setSpacing(theme.px(SPACE_12))
        below.addWidget(self.subtitle)
        below.addWidget(self.files)
        below.addStretch(1)
        words.addLayout(below, 1)
        self._words, self._below = words, below
        self._box.addLayout(words, 1)
        self._row = Flow(theme, gap=SPACE_8)
        for widget in (*choices, self.tables, self.report):
            self._row.addWidget(widget)
        self._box.addLayout(self._row)

    def minimumSizeHint(self) -> QSize:
        """Return the least height; the width is the window's to choose."""
        return QSize(self._theme.px(300), super().minimumSizeHint().height())

    def say(self, words: str) -> None:
        """Say what is shown, below the title."""
        set_text(self.subtitle, words)

    def fit(self, width: int) -> None:
        """Put the choices below the title, or beside it, as the width allows."""
        words = [each.sizeHint().width() for each in (self._title, self._below)]
        margin = self._theme.px(CONTENT_MARGIN)
        narrow = self._row.sizeHint().width() + max(words) + 3 * margin > width
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if narrow else across)
        # The title's line is all its own there, and the page needs the height.
        gap = self._theme.px(SPACE_12)
        beside = narrow and sum(words) + gap + 2 * margin <= width
        self._words.setDirection(across if beside else down)
        self._words.setSpacing(gap if beside else 0)


class ChoiceBox(ComboBox):
    """A list to choose from that is as wide as what is chosen, so that a page's head stays on one line."""

    def __init__(self, choices: Sequence[str], name: str, accessible: str, theme: Theme) -> None:
        super().__init__(choices, name, accessible, theme=theme)
        self.currentTextChanged.connect(self._on_chosen)

    def to_show(self) -> list[str]:
        """Return what is chosen; the list that opens shows the others."""
        return [self.currentText()]

    def _on_chosen(self) -> None:
        self.updateGeometry()


def choice_box(choices: Sequence[str], name: str, accessible: str, theme: Theme, *, most: int) -> ComboBox:
    """Return a list to choose from, at most so many pixels wide, and not there at all with one choice or none."""
    made = ChoiceBox(choices, name, accessible, theme)
    if len(choices) < 2:
        made.hide()
    made.setMinimumContentsLength(_LEAST_BOX)
    made.setMaximumWidth(theme.px(most))
    # The list that opens shows whole names, however narrow the box.
    widest = max((made.fontMetrics().horizontalAdvance(each) for each in choices), default=0)
    made.view().setMinimumWidth(min(widest + theme.px(_LIST_EDGE), theme.px(_WIDEST_LIST)))
    return made
