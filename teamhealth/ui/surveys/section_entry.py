"""One section in the preview's list: its icon on its colour, its title, how many questions."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import trn
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, HINT, ROW_HEIGHT, Theme
from teamhealth.ui.widgets.icons import IconName, draw_icon, fill_rounded, section_icon
from teamhealth.ui.widgets.naming import named

_OWN = {"welcome": IconName.LOCK, "check": IconName.CHECK}


class SectionEntry(QPushButton):
    """Chosen by fill, edge and bold words."""

    def __init__(self, number: int, section_id: str, title: str, count: str, theme: Theme) -> None:
        super().__init__(title)
        self._section_id = section_id
        self._count = count
        self._theme = theme
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(ROW_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        questions = trn("{count} question", "{count} questions", int(count)) if count else ""
        named(self, f"section_{number}", ", ".join(part for part in (title, questions) if part))

    def minimumSizeHint(self) -> QSize:
        """Let the words be cut where there is little room."""
        return QSize(self._theme.px(120), self._theme.px(ROW_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill, icon, title and count."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(shown(palette.TEAL), 2))
            painter.setBrush(shown(palette.TEAL_TINT))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(6), px(6))
        middle = box.height() / 2
        tile = QRectF(px(11), middle - px(12), px(24), px(24))
        fill_rounded(painter, tile, palette.domain_colour(self._section_id), px(5))
        icon = _OWN.get(self._section_id) or section_icon(self._section_id)
        draw_icon(painter, icon, tile.adjusted(px(4), px(4), -px(4), -px(4)), palette.WHITE)
        font = self._theme.font(BODY, Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR)
        painter.setFont(font)
        painter.setPen(shown(palette.INK))
        words = box.adjusted(px(45), 0, -px(26), 0)
        fitting = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), fitting)
        painter.setFont(self._theme.font(HINT))
        painter.setPen(shown(palette.INK_2))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box.adjusted(0, 0, -px(11), 0), right, self._count)
        painter.end()
