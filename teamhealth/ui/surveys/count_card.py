"""How many have answered, in a number and in dots; while a survey collects, it is all that is known."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.figures.shapes import Figure
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.dots import count_figure, count_sentence
from teamhealth.ui.surveys.icon_lines import icon_line
from teamhealth.ui.theme import COUNT, SPACE_12, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text

_EDGE = 1
_NARROWEST = 200


class CountCard(Card):
    """The dots are drawn for the room there is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, "collecting_count", theme=theme)
        named(self, "collecting_count", tr("How many have answered"), "card")
        self._theme = theme
        self._shown = (0, 1, 0)
        self.content.setContentsMargins(*(theme.px(SPACE_24), theme.px(SPACE_16)) * 2)
        self._number = label("", theme.font(COUNT, Weight.BOLD), name="collecting_answered", wrap=False)
        self._of = label("", theme.font(24, Weight.SEMIBOLD), name="collecting_of", wrap=False)
        self._of.setContentsMargins(0, 0, 0, theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(row)
        self._dots = FigureView(self._figure(), "collecting_dots", theme=theme)
        self.content.addWidget(self._dots)
        words = tr("Until the survey closes there are only counts. No name, time or order is kept with the answers.")
        self.content.addLayout(icon_line(IconName.EYE_OFF, words, "collecting_only_counts", theme))

    def show_count(self, answered: int, headcount: int, needed: int) -> None:
        """Show ``answered`` of ``headcount`` people; ``needed`` are the fewest that anything is shown of."""
        self._shown = (answered, headcount, needed)
        set_text(self._number, str(answered))
        set_text(self._of, count_sentence(answered, headcount).removeprefix(str(answered)).strip())
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the dots for the room there is."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        figure = self._figure()
        if figure != self._dots.figure:
            self._dots.show_figure(figure)

    def _figure(self) -> Figure:
        room = max(self._theme.px(_NARROWEST), self.width() - 2 * self._theme.px(SPACE_24) - 2 * _EDGE)
        return count_figure(*self._shown, room / self._theme.scale)
