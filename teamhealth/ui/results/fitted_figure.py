"""A figure that is drawn again for the width it is given, so that its text keeps its size."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from teamhealth.figures.shapes import Figure
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.figure_view import FigureView


class FittedFigure(FigureView):
    """Asks ``draw(width)`` for a figure of at least ``least`` and at most ``most`` pixels before scaling."""

    def __init__(
        self,
        draw: Callable[[float], Figure],
        name: str,
        *,
        least: float,
        most: float,
        theme: Theme,
        says: str | None = None,
    ) -> None:
        super().__init__(draw(least), name, theme=theme, says=says)
        self._draw = draw
        self._theme = theme
        self._least, self._most = least, most
        self._height = self.figure.height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(most))

    def sizeHint(self) -> QSize:
        """Return the widest that the figure becomes."""
        return QSize(self._theme.px(self._most), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest that can be read."""
        return QSize(self._theme.px(self._least), self._theme.px(self._height))

    def draw_by(self, draw: Callable[[float], Figure]) -> None:
        """Show another figure from now on."""
        self._draw = draw
        figure = draw(max(self.width() / self._theme.scale, self._least))
        self._height = figure.height
        self.show_figure(figure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the figure for the new width."""
        super().resizeEvent(event)
        figure = self._draw(max(self.width() / self._theme.scale, self._least))
        self.show_figure(figure)
        if figure.height != self._height:
            # What needs two lines where it is narrow leaves an empty one where it is wide.
            self._height = figure.height
            self.updateGeometry()
