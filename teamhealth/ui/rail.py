"""The rail at the left: where one can go, narrow with tooltips on a narrow window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet, shown
from teamhealth.ui.theme import BODY, CAPTION, FOCUS_MARGIN, HINT, ROW_HEIGHT, SPACE_8, SPACE_12, SPACE_20, Theme
from teamhealth.ui.widgets.icons import IconName, IconView, draw_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import scroll_area
from teamhealth.ui.widgets.painted import PaintedWords
from teamhealth.ui.widgets.text import label

WIDE, NARROW = 192, 64
# What is left beside an icon where there is a bar too.
_BESIDE_BAR = 5
_BRAND = 62
_LEAST_WIDTH = 24
# An entry gives way before the rail scrolls; words on two lines need the whole of it.
_LEAST_HEIGHT = 28
_WORDS_AT, _WORDS_END = 41, 4
MARK = "#8CCBD0"


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: the room's id, its words and icon; ``last`` entries stand at the foot."""

    id: str
    words: str
    icon: IconName
    last: bool = False


class RailEntry(QPushButton):
    """One place to go; shown as chosen by fill, a white bar and bold words."""

    def __init__(self, place: Place, theme: Theme) -> None:
        super().__init__(place.words)
        self.place = place
        self._theme = theme
        self._narrow = False
        self.setCheckable(True)
        # One of several, which arrow keys change: a radio button to a screen reader, not a check box.
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        named(self, f"rail_{place.id}", place.words)

    def show_narrow(self, narrow: bool) -> None:
        """Show the icon alone, with the words as a tooltip, or both."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setToolTip(self.place.words if narrow else "")
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Take the rail's width, whatever the words need, and become lower where the window is low."""
        two_lines = not self._narrow and not self._fits_a_line(self._theme.px(WIDE) - 2 * SPACE_12)
        return QSize(self._theme.px(_LEAST_WIDTH), self._theme.px(ROW_HEIGHT if two_lines else _LEAST_HEIGHT))

    def sizeHint(self) -> QSize:
        """Ask for no more: words that are too long for a line stand on two, in the size of a hint."""
        return QSize(self._theme.px(_LEAST_WIDTH), self._theme.px(ROW_HEIGHT))

    def _fits_a_line(self, width: int) -> bool:
        bold = QFontMetrics(self._theme.font(BODY, Weight.SEMIBOLD))
        return bold.horizontalAdvance(self.text()) <= width - self._theme.px(_WORDS_AT + _WORDS_END)

    def _draw_words(self, painter: QPainter, room: QRectF) -> None:
        weight = Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._theme.font(BODY, weight))
        if painter.fontMetrics().horizontalAdvance(self.text()) > room.width():
            painter.setFont(self._theme.font(HINT, weight))
            flags |= int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.text())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draw the fill under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take it away again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill, bar, icon and words."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(shown(palette.RAIL_SELECTED))
            painter.drawRoundedRect(box, px(8), px(8))
        if self.isChecked():
            painter.setBrush(shown(palette.WHITE))
            painter.drawRoundedRect(QRectF(0, box.height() * 0.21, px(4), box.height() * 0.58), 2, 2)
        colour = palette.WHITE if self.isChecked() else palette.RAIL_TEXT
        side = min(px(20), 24) if self._narrow else px(20)
        left = (box.width() - side) / 2 if self._narrow else px(10)
        draw_icon(painter, self.place.icon, QRectF(left, (box.height() - side) / 2, side, side), colour)
        if not self._narrow:
            painter.setPen(shown(colour))
            self._draw_words(painter, box.adjusted(px(_WORDS_AT), 0, -px(_WORDS_END), 0))
        painter.end()


class _Brand(PaintedWords):
    """The program's sign and name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        # Less what the ring of the first entry takes.
        self.setFixedHeight(theme.px(_BRAND) - FOCUS_MARGIN)
        named(self, "rail_brand", tr("Team Health"))

    def show_narrow(self, narrow: bool) -> None:
        """Show the sign alone, or with the name."""
        self._narrow = narrow
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw two circles and two squares, and the name."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - px(24)) / 2 if self._narrow else SPACE_12 + px(9)
        draw_sign(painter, QPointF(left, px(_BRAND) / 2 - px(12)), px(24))
        if not self._narrow:
            painter.setFont(self._theme.font(18, Weight.SEMIBOLD))
            painter.setPen(shown(palette.WHITE))
            words = QRectF(SPACE_12 + px(44), 0, self.width() - 2 * SPACE_12 - px(44), px(_BRAND))
            flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(words, flags, tr("Team Health"))
        painter.end()


def draw_sign(painter: QPainter, at: QPointF, size: float) -> None:
    """Draw the program's sign: four people, no two places alike."""
    part = size * 0.46
    far = size - part
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, colour, radius in (
        (0.0, 0.0, palette.WHITE, part / 2),
        (far, 0.0, MARK, part / 4),
        (0.0, far, MARK, part / 4),
        (far, far, palette.WHITE, part / 2),
    ):
        painter.setBrush(shown(colour))
        painter.drawRoundedRect(QRectF(at.x() + x, at.y() + y, part, part), radius, radius)


class Rail(QFrame):
    """The places and, at the foot, that nothing leaves the laptop; ``chosen`` names a place."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        named(self, "rail", tr("Where to go"), "rail")
        self._brand = _Brand(theme)
        self._entries = {place.id: RailEntry(place, theme) for place in places}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(SPACE_12))
        layout.setSpacing(2)
        layout.addWidget(self._brand)
        self._narrow = False
        self._area = scroll_area(self._listed(), "rail_scroll")
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        layout.addWidget(self._area, 1)
        for entry in self._entries.values():
            self._group.addButton(entry)
            entry.installEventFilter(self)
        self._group.buttonClicked.connect(self._on_button_clicked)
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        set_sheet(self._rule, f"background: {palette.RAIL_SELECTED};")
        named(self._rule, "rail_rule", "")
        offline = tr("Works offline. Nothing leaves this laptop unless you export it.")
        self._lock = IconView(IconName.LOCK, theme.px(18), palette.RAIL_TEXT)
        self._offline = label(offline, theme.font(CAPTION), tone="rail", name="works_offline")
        self._foot = QHBoxLayout()
        self._foot.setSpacing(theme.px(SPACE_8))
        self._foot.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._foot.addWidget(self._offline, 1)
        layout.addSpacing(theme.px(SPACE_12) - FOCUS_MARGIN)
        across = QHBoxLayout()
        across.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        across.addWidget(self._rule)
        layout.addLayout(across)
        layout.addSpacing(theme.px(SPACE_12))
        layout.addLayout(self._foot)
        layout.addSpacing(theme.px(SPACE_20 - SPACE_12))
        self.show_narrow(False)

    def show_narrow(self, narrow: bool) -> None:
        """Shrink to icons with tooltips, or show words."""
        self._narrow = narrow
        self._leave_room_at_sides()
        self.setFixedWidth(NARROW if narrow else self._theme.px(WIDE))
        self._brand.show_narrow(narrow)
        for entry in self._entries.values():
            entry.show_narrow(narrow)
        self._offline.setVisible(not narrow)
        self._lock.setToolTip(self._offline.text() if narrow else "")
        left = (NARROW - self._lock.width()) // 2 if narrow else SPACE_12 + self._theme.px(10)
        self._foot.setContentsMargins(left, 0, 0 if narrow else SPACE_12, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show an entry that the arrow keys come to."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, RailEntry):
            self._area.ensureWidgetVisible(watched, 0, SPACE_8)
        return super().eventFilter(watched, event)

    def _on_range_changed(self) -> None:
        self._leave_room_at_sides()

    def _leave_room_at_sides(self) -> None:
        """Keep icons whole beside the bar that a low window needs: they move together, and keep room for the ring."""
        bar = self._narrow and self._area.verticalScrollBar().maximum() > 0
        side = _BESIDE_BAR if bar else SPACE_12
        places = self._area.widget()
        if places is not None and (column := places.layout()) is not None:
            column.setContentsMargins(side, FOCUS_MARGIN, side, FOCUS_MARGIN)

    def mark(self, place_id: str) -> None:
        """Show which place is on the screen."""
        self._entries[place_id].setChecked(True)
        # Qt does so only once an entry has had the focus.
        for entry in self._entries.values():
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _listed(self) -> QWidget:
        """Return the entries, those that are last at the foot."""
        content = QWidget()
        named(content, "rail_places", "", "page")
        column = QVBoxLayout(content)
        # Room for the ring of what has the focus.
        column.setContentsMargins(SPACE_12, FOCUS_MARGIN, SPACE_12, FOCUS_MARGIN)
        column.setSpacing(2)
        for last in (False, True):
            for place, entry in ((each.place, each) for each in self._entries.values()):
                if place.last is last:
                    column.addWidget(entry)
            if not last:
                column.addStretch(1)
        return content

    def _on_button_clicked(self, button: RailEntry) -> None:
        self.chosen.emit(button.place.id)
