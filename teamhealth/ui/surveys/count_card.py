"""How many have answered, in a number and in dots; while a survey collects, it is all that is known."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from teamhealth.figures.shapes import Figure
from teamhealth.figures.weight import Weight
from teamhealth.services.collect import Collection
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.dots import count_figure, count_sentence
from teamhealth.ui.surveys.icon_lines import icon_line
from teamhealth.ui.theme import COUNT, SPACE_12, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text

_NARROWEST = 200


class _Dots(FigureView):
    """A figure that is drawn anew for each width, and keeps no card from becoming narrower than it was drawn for."""

    def __init__(self, figure: Figure, name: str, theme: Theme) -> None:
        super().__init__(figure, name, theme=theme)
        self._least = theme.px(_NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest that it is drawn for."""
        return QSize(self._least, self.sizeHint().height())


class CountCard(Card):
    """Shows the count of a team; ``head`` is the row of the number, for what else belongs there.

    Parameters
    ----------
    now : Collection
        The first count.
    only : str
        What else is known, which is nothing.
    name : str
        What the names of the parts begin with.
    theme : Theme
        The look.
    """

    def __init__(self, now: Collection, only: str, name: str, theme: Theme) -> None:
        super().__init__(None, f"{name}_count", theme=theme)
        named(self, f"{name}_count", tr("How many have answered"), "card")
        self._theme = theme
        self._now = now
        self.content.setContentsMargins(*(theme.px(SPACE_24), theme.px(SPACE_16)) * 2)
        self._number = label("", theme.font(COUNT, Weight.BOLD), name=f"{name}_answered", wrap=False)
        self._of = label("", theme.font(24, Weight.SEMIBOLD), name=f"{name}_of", wrap=False)
        self._of.setContentsMargins(0, 0, 0, theme.px(8))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(SPACE_12))
        self.head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        self.head.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(self.head)
        self._dots = _Dots(self._figure(), f"{name}_dots", theme)
        self.content.addWidget(self._dots)
        self.content.addLayout(icon_line(IconName.EYE_OFF, only, f"{name}_only_counts", theme))

    def show_count(self, now: Collection) -> None:
        """Show a team's count."""
        self._now = now
        set_text(self._number, str(now.answered))
        said = count_sentence(now.answered, now.team.headcount)
        set_text(self._of, said.removeprefix(str(now.answered)).strip())
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
        inside = self.contentsRect().width() - 2 * self._theme.px(SPACE_24)
        room = max(self._theme.px(_NARROWEST), inside)
        now = self._now
        return count_figure(now.answered, now.team.headcount, now.needed, room / self._theme.scale)
