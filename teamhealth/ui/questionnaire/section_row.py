"""A row of the section list on the check page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.questions import Section
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import CAPTION, RADIUS_CARD, ROW_HEIGHT, Theme
from teamhealth.ui.widgets.icons import draw_icon, fill_rounded, section_icon
from teamhealth.ui.widgets.language import speak
from teamhealth.ui.widgets.naming import named


class SectionRow(QPushButton):
    """A section's icon, title and how much of it was answered; checked while its answers are shown."""

    def __init__(self, section: Section, answered: int, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.section = section
        self._count = tr("{answered} of {count}", answered=answered, count=len(section.questions))
        named(self, f"section_{section.id}", f"{section.title}, {self._count}", "plain")
        speak(self, section.language)
        self.setCheckable(True)
        # One of several to a screen reader; in a group of its own Tab comes to each.
        self.setAutoExclusive(True)
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)
        self.setAutoDefault(False)
        self.setProperty("ringRadius", theme.px(RADIUS_CARD))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a row's size."""
        return QSize(self._theme.px(286), self._theme.px(ROW_HEIGHT + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(shown(palette.LINE), 1))
            painter.setBrush(shown(palette.CARD))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        tile = QRectF(px(13), (self.height() - px(24)) / 2, px(24), px(24))
        fill_rounded(painter, tile, palette.domain_colour(self.section.id), px(6))
        draw_icon(painter, section_icon(self.section.id), tile.adjusted(px(5), px(5), -px(5), -px(5)), palette.WHITE)
        count_font = self._theme.font(CAPTION + 1)
        count_width = QFontMetrics(count_font).horizontalAdvance(self._count)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(count_font)
        painter.setPen(shown(palette.INK_2))
        painter.drawText(self.rect().adjusted(0, 0, -px(14), 0), middle | Qt.AlignmentFlag.AlignRight, self._count)
        font = self._theme.font(16, Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR)
        words = self.rect().adjusted(px(47), 0, -count_width - px(22), 0)
        title = QFontMetrics(font).elidedText(self.section.title, Qt.TextElideMode.ElideRight, words.width())
        painter.setFont(font)
        painter.setPen(shown(palette.INK))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.end()
