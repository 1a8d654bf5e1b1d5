"""Show or Withhold: two halves of one switch beside a comment."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import HINT, Theme
from teamhealth.ui.widgets.icons import IconName, button_icon
from teamhealth.ui.widgets.naming import named


class WithholdSwitch(QWidget):
    """``withheld`` carries whether the comment is withheld now."""

    withheld = Signal(bool)

    def __init__(self, name: str, comment: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        named(self, name, tr("Show or withhold"))
        self.show_half = self._half(tr("Show"), f"{name}_show", "left", comment)
        self.withhold_half = self._half(tr("Withhold"), f"{name}_withhold", "right", comment)
        self._group = QButtonGroup(self)
        self._group.addButton(self.show_half)
        self._group.addButton(self.withhold_half)
        self.show_half.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.show_half)
        row.addWidget(self.withhold_half)
        self.withhold_half.toggled.connect(self._on_toggled)
        self._mark()

    def _half(self, words: str, name: str, side: str, comment: str) -> QPushButton:
        px = self._theme.px
        half = QPushButton(words)
        named(half, name, words)
        half.setAccessibleDescription(comment)
        half.setCheckable(True)
        half.setAutoExclusive(True)
        half.setAutoDefault(False)
        half.setCursor(Qt.CursorShape.PointingHandCursor)
        half.setFont(self._theme.font(HINT, Weight.SEMIBOLD))
        half.setIconSize(QSize(px(16), px(16)))
        half.setFixedHeight(px(36))
        words_width = half.fontMetrics().horizontalAdvance(words) + px(16 + 2 * 10 + 8)
        half.setFixedWidth(max(px(82 if side == "left" else 104), words_width))
        other = "right" if side == "left" else "left"
        set_sheet(
            half,
            f"QPushButton {{ background: {palette.CARD}; color: {palette.INK}; border: 2px solid {palette.TEAL};"
            f" border-{other}-width: {1 if side == 'left' else 0}px; padding: 0 {px(10)}px;"
            f" border-top-{side}-radius: {px(8)}px; border-bottom-{side}-radius: {px(8)}px; }}"
            f"QPushButton:checked {{ background: {palette.TEAL}; color: {palette.WHITE}; }}",
        )
        return half

    def _mark(self) -> None:
        size = self._theme.px(16)
        for half in (self.show_half, self.withhold_half):
            if half.isChecked():
                half.setIcon(button_icon(IconName.CHECK, size, palette.WHITE, palette.WHITE))
            else:
                half.setIcon(QIcon())

    def _on_toggled(self, checked: bool) -> None:
        self._mark()
        self.withheld.emit(checked)
