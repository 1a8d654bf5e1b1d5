"""Large radio choices: a circle, words, perhaps more words below, and the key that chooses it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QHoverEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import (
    BODY,
    CHOICE,
    CHOICE_HEIGHT,
    HINT,
    RADIUS_CARD,
    TIGHT_CHOICE_HEIGHT,
    Theme,
    current_theme,
)
from teamhealth.ui.theme_sheet import darker
from teamhealth.ui.widgets.keycap import KEY_SIZE, paint_key
from teamhealth.ui.widgets.naming import named

_SIDE = 22
_WORDS_AT = 68
_SMALL_WORDS_AT = 63


class Choice(QRadioButton):
    """One answer of several; ``detail`` is a second paragraph, ``small`` is the size of the opt-outs.

    Put choices into a ``ChoiceGroup``, which makes them exclusive.
    """

    def __init__(
        self,
        text: str,
        name: str,
        *,
        key: str = "",
        detail: str = "",
        small: bool = False,
        compact: bool = False,
        theme: Theme | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme or current_theme()
        self._words = text
        self._detail = detail
        self._key = key
        self._small = small
        self._size = BODY if compact else 18 if small else CHOICE
        self._height = 38 if compact else 50 if small else CHOICE_HEIGHT
        self._tight = False
        self._rests_at: QPoint | None = None
        named(self, name, text)
        self.setAccessibleDescription(detail)
        self.setProperty("ringRadius", self._theme.px(RADIUS_CARD))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Radio buttons that exclude each other lose Tab but for the chosen one, and those that do not are check
        # boxes to a screen reader. A radio button in a group of its own is neither.
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The words beside the circle."""
        return self._words

    def set_words(self, text: str, key: str = "") -> None:
        """Change words and key, so that one row serves one question after another."""
        self._words, self._key = text, key
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_dense(self, *, dense: bool) -> None:
        """Make the row lower where a question has many answers."""
        if not self._small:
            self._height = 46 if dense else CHOICE_HEIGHT
            self.updateGeometry()

    def set_tight(self, *, tight: bool) -> None:
        """Make the row no higher than its words need, where large text leaves little room."""
        self._tight = tight
        self.updateGeometry()

    def await_pointer(self) -> None:
        """Show no shade until the pointer moves: where it only happened to rest, nobody has pointed at anything."""
        self._rests_at = QCursor.pos()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Take note of a pointer that moves here."""
        moved = isinstance(event, QHoverEvent) and event.globalPosition().toPoint() != self._rests_at
        if moved and self._rests_at is not None:
            self._rests_at = None
            self.update()
        return super().event(event)

    def nextCheckState(self) -> None:
        """Stay chosen when chosen again."""
        self.setChecked(True)

    def hitButton(self, pos: QPoint) -> bool:
        """Let the whole row be clicked."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the words wrap."""
        return QSize(self._theme.px(160), self._theme.px(self._least))

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped words need."""
        px = self._theme.px
        words, detail = self._word_rects(width)
        around = 22 if self._detail else 4 if self._tight else 10
        return max(px(self._least), words.height() + detail.height() + px(around))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, circle, words and key."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_edge(painter)
        words, detail = self._word_rects(self.width())
        top = (self.height() - words.height() - detail.height()) // 2
        middle = top + min(words.height(), px(self._size * 1.4)) // 2 if self._detail else self.height() // 2
        self._paint_circle(painter, middle)
        painter.setPen(shown(palette.INK if self.isEnabled() else palette.CONTROL))
        painter.setFont(self._theme.font(self._size, Weight.SEMIBOLD if self._bold else Weight.REGULAR))
        painter.drawText(words.translated(0, top), Qt.TextFlag.TextWordWrap, self._words)
        if self._detail:
            painter.setPen(shown(palette.INK_2))
            painter.setFont(self._theme.font(HINT))
            painter.drawText(detail.translated(0, top + words.height()), Qt.TextFlag.TextWordWrap, self._detail)
        if self._key:
            size = px(KEY_SIZE + (4 if self._least >= CHOICE_HEIGHT else -4 if self._tight else 0))
            rect = QRectF(self.width() - size - px(20), (self.height() - size) / 2, size, size)
            paint_key(painter, rect, self._key, self._theme)
        painter.end()

    @property
    def _least(self) -> int:
        return TIGHT_CHOICE_HEIGHT if self._tight else self._height

    @property
    def _bold(self) -> bool:
        return self.isChecked() or bool(self._detail)

    @property
    def _words_left(self) -> int:
        if self._size == BODY:
            return self._theme.px(50)
        return self._theme.px(_SMALL_WORDS_AT if self._small else _WORDS_AT)

    def _word_rects(self, width: int) -> tuple[QRect, QRect]:
        """Return the boxes of words and detail, both from y = 0."""
        px = self._theme.px
        room = width - self._words_left - (px(64) if self._key else px(16))
        box = QRect(self._words_left, 0, max(room, px(60)), 10_000)
        # Measured in the heavier cut, so that choosing never changes the height.
        bold = QFontMetrics(self._theme.font(self._size, Weight.SEMIBOLD))
        words = QRect(box.topLeft(), bold.boundingRect(box, Qt.TextFlag.TextWordWrap, self._words).size())
        words.setWidth(box.width())
        if not self._detail:
            return words, QRect()
        plain = QFontMetrics(self._theme.font(HINT))
        detail = QRect(box.topLeft(), plain.boundingRect(box, Qt.TextFlag.TextWordWrap, self._detail).size())
        detail.setWidth(box.width())
        return words, detail

    def _paint_edge(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        width = 3 if chosen else 2
        fill = palette.TEAL_TINT if chosen else palette.PAPER if self._small else palette.CARD
        if self.underMouse() and self._rests_at is None and self.isEnabled() and not chosen:
            fill = darker(fill)
        painter.setPen(QPen(shown(palette.TEAL if chosen else palette.CONTROL), width))
        painter.setBrush(shown(fill))
        inset = width / 2
        radius = self._theme.px(RADIUS_CARD) - inset
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_circle(self, painter: QPainter, middle: int) -> None:
        px = self._theme.px
        diameter = px(20 if self._size == BODY else 24 if self._small or self._tight else 30)
        left = px(16 if self._size == BODY else 25 if self._small or self._tight else _SIDE)
        rect = QRectF(left, middle - diameter / 2, diameter, diameter).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(shown(palette.TEAL if self.isChecked() else palette.CONTROL), 2))
        painter.setBrush(shown(palette.CARD))
        painter.drawEllipse(rect)
        if self.isChecked():
            inner = diameter * 0.22
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown(palette.TEAL))
            painter.drawEllipse(rect.adjusted(inner, inner, -inner, -inner))
