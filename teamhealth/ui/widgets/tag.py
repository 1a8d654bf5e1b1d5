"""Status tags: an icon and words on a tint, so that colour is never the only cue."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import CAPTION, Theme, current_theme
from teamhealth.ui.widgets.icons import IconName, draw_icon, fill_rounded
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.painted import PaintedWords


class TagKind(StrEnum):
    """The states of a survey."""

    DRAFT = "draft"
    COLLECTING = "collecting"
    READY = "ready"
    PUBLISHED = "published"
    CLOSED = "closed"


_LOOKS = {
    TagKind.DRAFT: (IconName.DRAFT, palette.DRAFT_TEXT, palette.DRAFT_TINT),
    TagKind.COLLECTING: (IconName.HALF_CIRCLE, palette.COLLECTING_TEXT, palette.COLLECTING_TINT),
    TagKind.READY: (IconName.FLAG, palette.WARNING_TEXT, palette.WARNING_TINT),
    TagKind.PUBLISHED: (IconName.CHECK, palette.SUCCESS_TEXT, palette.SUCCESS_TINT),
    TagKind.CLOSED: (IconName.LOCK, palette.DRAFT_TEXT, palette.DRAFT_TINT),
}


def tag_words(kind: TagKind) -> str:
    """Return what a tag of this kind says unless told otherwise."""
    return {
        TagKind.DRAFT: tr("Draft"),
        TagKind.COLLECTING: tr("Collecting"),
        TagKind.READY: tr("Ready to close"),
        TagKind.PUBLISHED: tr("Published"),
        TagKind.CLOSED: tr("Closed"),
    }[kind]


class Tag(PaintedWords):
    """One tag; not focusable."""

    def __init__(
        self, kind: TagKind, text: str | None = None, *, name: str = "tag", theme: Theme | None = None
    ) -> None:
        super().__init__()
        self._theme = theme or current_theme()
        self._kind = kind
        self._text = text or tag_words(kind)
        self.setFont(self._theme.font(CAPTION, Weight.SEMIBOLD))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        named(self, name, self._text)

    def text(self) -> str:
        """Return the words on the tag."""
        return self._text

    def show_kind(self, kind: TagKind) -> None:
        """Show another state, in that state's own words."""
        self._kind = kind
        self._text = tag_words(kind)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        words = QFontMetrics(self.font()).horizontalAdvance(self._text)
        return QSize(self._theme.px(42) + words, self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint, icon and words."""
        icon, ink, tint = _LOOKS[self._kind]
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), tint, px(6))
        size = px(16)
        draw_icon(painter, icon, QRectF(px(9), (self.height() - size) / 2, size, size), ink)
        painter.setPen(shown(ink))
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        painter.drawText(px(32), (self.height() + metrics.ascent() - metrics.descent()) // 2, self._text)
        painter.end()
