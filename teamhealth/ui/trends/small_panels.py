"""One theme of all teams as small panels; arrows move between teams, Enter shows a team's themes."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import change_words
from teamhealth.figures.shapes import Figure
from teamhealth.figures.trend import trend_panel
from teamhealth.figures.weight import Weight
from teamhealth.publication.lines import Line
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet, shown
from teamhealth.ui.theme import AXIS, HINT, RADIUS_CARD, Theme
from teamhealth.ui.trends.model import Index, LinesModel
from teamhealth.ui.widgets.figure_pictures import FigurePictures
from teamhealth.ui.widgets.naming import named

_LEAST, _HEIGHT, _WORDS, _GAP, _SIDE = 262, 172, 44, 6, 8


class PanelCells(QStyledItemDelegate):
    """Draws a card a team: name, what the newest change was found to be, and the panel."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._found = theme.font(HINT, Weight.SEMIBOLD), theme.font(AXIS)
        self._pictures = FigurePictures(theme.scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a place in the grid."""
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card, with a ring where the keyboard is."""
        model = index.model()
        if not isinstance(model, LinesModel):
            return
        team, line = model.entries[index.row()]
        px = self._theme.px
        card = QRect(option.rect).adjusted(px(_GAP), px(_GAP), -px(_GAP), -px(_GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown(palette.LINE), 1))
        painter.setBrush(shown(palette.CARD))
        painter.drawRoundedRect(QRectF(card), px(RADIUS_CARD), px(RADIUS_CARD))
        inside = card.adjusted(px(_SIDE), px(4), -px(_SIDE), -px(4))
        self._write(painter, inside, team.name, line, team.ended)
        room = inside.adjusted(0, px(_WORDS), 0, 0)
        draw = partial(_draw, team.name, line)
        ratio = painter.device().devicePixelRatioF()
        key = (team.id, line.domain.id)
        painter.drawPixmap(room.topLeft(), self._pictures.picture(key, room.size(), ratio, draw))
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shown(palette.FOCUS), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(QPointF(card.topLeft()), card.size().toSizeF()).adjusted(-3.5, -3.5, 3.5, 3.5)
            painter.drawRoundedRect(ring, px(RADIUS_CARD) + 3, px(RADIUS_CARD) + 3)
        painter.restore()

    def _write(self, painter: QPainter, inside: QRect, name: str, line: Line, ended: str) -> None:
        words = tr("No more since {round}", round=ended) if ended else change_words(line)
        half = self._theme.px(_WORDS) // 2
        # Long names of teams often begin alike and differ at their end.
        right, middle = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
        lines = ((self._name, palette.INK, name, 0, middle), (self._found, palette.INK_2, words, half, right))
        for font, colour, text, down, cut in lines:
            painter.setFont(font)
            painter.setPen(shown(colour))
            room = QRect(inside.left(), inside.top() + down, inside.width(), half)
            fitting = QFontMetrics(font).elidedText(text, cut, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)


class SmallPanels(QListView):
    """As many panels beside each other as can be read; ``team_opened`` names a team."""

    team_opened = Signal(str)

    def __init__(self, model: LinesModel, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = model
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(PanelCells(theme, self))
        named(self, "small_panels", tr("{theme}: all teams", theme=model.domain.title))
        self.setAccessibleDescription(tr("Arrow keys move between teams. Enter shows all themes of a team."))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_sheet(self, "QListView { border: none; background: transparent; }")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.doubleClicked.connect(self._on_opened)
        if model.rowCount():
            self.setCurrentIndex(model.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among as many panels as can be read."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2
        across = max(1, room // self._theme.px(_LEAST))
        self.setGridSize(QSize(room // across, self._theme.px(_HEIGHT + 2 * _GAP)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a team on Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._on_opened(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_opened(self, index: Index) -> None:
        if index.isValid():
            self.team_opened.emit(self._lines.entries[index.row()][0].id)


def _draw(team: str, line: Line, width: float, height: float) -> Figure:
    return trend_panel(team, line, width, height, small=True)
