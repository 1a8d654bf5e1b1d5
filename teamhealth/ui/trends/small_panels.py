"""One theme of all teams as small panels; arrows move between teams, Enter shows a team's themes."""

from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import apart_words
from teamhealth.figures.shapes import Figure
from teamhealth.figures.trend import trend_panel
from teamhealth.figures.weight import Weight
from teamhealth.publication.lines import Line, TeamLines
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet, shown
from teamhealth.ui.theme import AXIS, HINT, RADIUS_CARD, Theme
from teamhealth.ui.trends.model import Index, LinesModel
from teamhealth.ui.widgets.figure_pictures import FigurePictures
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.whole_rows import BY_KEY, WholeRows

_LEAST, _PANEL, _NAME, _GAP, _SIDE, _AROUND = 262, 120, 22, 6, 8, 4
# How far words beside a name stay from it, at the least.
_BETWEEN = 12
# How many times its least height a panel may become, where the window has room.
_MOST_TIMES = 1.6
# How high a list is at the least that scrolls its panels itself.
_LEAST_LIST = 330


class PanelCells(QStyledItemDelegate):
    """Draws a card a team: name, what the newest change was found to be unless within chance, and the panel."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._found = theme.font(HINT, Weight.SEMIBOLD), theme.font(AXIS)
        self._pictures = FigurePictures(theme.scale)
        self._found_height = theme.px(_NAME)

    def fit(self, lines: LinesModel, width: int) -> int:
        """Give what was found as many lines as it needs in a card of a width; return the card's least height.

        None if it has room beside every name: where little was found, most cards would have an empty line.
        """
        px = self._theme.px
        said = [(team.name, found_words(team, line)) for team, line in lines.entries]
        beside = all(self._has_room_beside(name, words, width) for name, words in said if words)
        self._found_height = 0 if beside else max(px(_NAME), *(self.needed(words, width) for _, words in said))
        return px(_NAME) + self._found_height + px(_PANEL + 2 * (_GAP + _AROUND))

    def _has_room_beside(self, name: str, words: str, width: int) -> bool:
        taken = QFontMetrics(self._name).horizontalAdvance(name) + QFontMetrics(self._found).horizontalAdvance(words)
        return taken + self._theme.px(_BETWEEN) <= width - 2 * self._theme.px(_GAP + _SIDE)

    @property
    def found_height(self) -> int:
        """How much room below the name the words for what was found have in every card; none if they stand beside."""
        return self._found_height

    def needed(self, words: str, width: int) -> int:
        """Return how high words stand in a card of a width."""
        room = QRect(0, 0, width - 2 * self._theme.px(_GAP + _SIDE), 0)
        return QFontMetrics(self._found).boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()

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
        inside = card.adjusted(px(_SIDE), px(_AROUND), -px(_SIDE), -px(_AROUND))
        self._write(painter, inside, team.name, found_words(team, line))
        room = inside.adjusted(0, px(_NAME) + self._found_height, 0, 0)
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

    def _write(self, painter: QPainter, inside: QRect, name: str, found: str) -> None:
        left, wrap = int(Qt.AlignmentFlag.AlignLeft), int(Qt.TextFlag.TextWordWrap)
        # Long names of teams often begin alike and differ at their end.
        cut = QFontMetrics(self._name).elidedText(name, Qt.TextElideMode.ElideMiddle, inside.width())
        room = QRect(inside.left(), inside.top(), inside.width(), self._theme.px(_NAME))
        painter.setFont(self._name)
        painter.setPen(shown(palette.INK))
        painter.drawText(room, left | int(Qt.AlignmentFlag.AlignVCenter), cut)
        painter.setFont(self._found)
        painter.setPen(shown(palette.INK_2))
        if not self._found_height:
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), found)
            return
        room = QRect(inside.left(), room.bottom() + 1, inside.width(), self._found_height)
        painter.drawText(room, left | wrap | int(Qt.AlignmentFlag.AlignTop), found)


class SmallPanels(QListView):
    """As many panels beside each other as can be read; ``team_opened`` names a team."""

    team_opened = Signal(str)

    def __init__(self, model: LinesModel, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = model
        self.rows = WholeRows(self)
        self._across, self._least = 1, theme.px(_PANEL)
        model.setParent(self)
        self.setModel(model)
        self.cells = PanelCells(theme, self)
        self.setItemDelegate(self.cells)
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
        self.doubleClicked.connect(self._on_opened)
        if model.rowCount():
            self.setCurrentIndex(model.index(0))

    def stand(self, whole: bool) -> None:
        """Be as high as all panels, or scroll them."""
        self.rows.stand(whole, self._rows() * self._least if whole else self._theme.px(_LEAST_LIST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among as many panels as can be read, and the height where all of them have room."""
        super().resizeEvent(event)
        # Qt lays out beside a bar that may be needed, whether it is there or not.
        bar = self.verticalScrollBar().sizeHint().width() if not self.rows.whole else 0
        room = self.maximumViewportSize().width() - bar - 2
        self._across = max(1, room // self._theme.px(_LEAST))
        self._least = self.cells.fit(self._lines, room // self._across)
        share = self.viewport().height() // self._rows()
        high = max(self._least, min(share, round(self._least * _MOST_TIMES)))
        self.setGridSize(QSize(room // self._across, high))
        self.stand(self.rows.whole)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring the ring into view."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.rows.follow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the ring into view, where a key led here."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY:
            self.rows.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a team on Enter or Space, and go a page away by what is seen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._on_opened(self.currentIndex())
            event.accept()
        elif (away := self.rows.page_away(event.key())).isValid():
            self.setCurrentIndex(away)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _rows(self) -> int:
        return max(1, ceil(self._lines.rowCount() / self._across))

    def _on_opened(self, index: Index) -> None:
        if index.isValid():
            self.team_opened.emit(self._lines.entries[index.row()][0].id)


def found_words(team: TeamLines, line: Line) -> str:
    """Return what the newest change of a team was found to be unless within chance, or since when there is no team."""
    return tr("No more since {round}", round=team.ended) if team.ended else apart_words(line)


def _draw(team: str, line: Line, width: float, height: float) -> Figure:
    return trend_panel(team, line, width, height, small=True)
