"""How far somebody is: one bar a section, as long as it has questions, and 'Question 22 of 32'."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from teamhealth.figures import palette
from teamhealth.survey.interview import Interview
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import Theme
from teamhealth.ui.theme_sheet import darker
from teamhealth.ui.widgets.naming import named

_HEIGHT = 10
_GAP = 7


class ProgressView(QWidget):
    """The bars of all sections."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lengths: tuple[int, ...] = ()
        self._position = 0
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named(self, "progress", tr("Progress"))

    def show_interview(self, interview: Interview) -> None:
        """Show where an interview is."""
        self._lengths = tuple(len(section.questions) for section in interview.sections)
        self._position = interview.position + 1
        total = sum(self._lengths)
        self.setAccessibleName(tr("Question {number} of {count}", number=self._position, count=total))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        if not self._lengths:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._theme.px(_GAP)
        unit = (self.width() - 1 - gap * (len(self._lengths) - 1)) / sum(self._lengths)
        left, before = 0.5, 0
        for length in self._lengths:
            rect = QRectF(left, 0.5, unit * length, self.height() - 1)
            self._paint_bar(painter, rect, min(max(self._position - before, 0), length) / length)
            left += unit * length + gap
            before += length
        painter.end()

    def _paint_bar(self, painter: QPainter, rect: QRectF, filled: float) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.fillPath(shape, shown(darker(palette.PAPER)))
        done = QPainterPath()
        done.addRect(QRectF(rect.left(), rect.top(), rect.width() * filled, rect.height()))
        painter.fillPath(shape.intersected(done), shown(palette.TEAL))
        painter.setPen(QPen(shown(palette.CONTROL), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
