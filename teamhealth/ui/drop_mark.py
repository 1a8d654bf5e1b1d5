"""The mark over a window on which files are being dragged: they may be let go here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import H2, RADIUS_CARD, current_theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label

_EDGE = 4


class DropMark(QFrame):
    """Hidden until files come; it lies over everything and takes no press, so that what is below takes the files."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        theme = current_theme()
        words = tr("Let go to open the file here")
        named(self, "drop_mark", words, "drop-mark")
        set_sheet(
            self,
            f'QFrame[kind="drop-mark"] {{ background: transparent; border: {_EDGE}px dashed {palette.TEAL}; }}'
            f" QLabel {{ background: {palette.TEAL}; padding: {theme.px(12)}px;"
            f" border-radius: {theme.px(RADIUS_CARD)}px; }}",
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        said = label(words, theme.font(H2, Weight.SEMIBOLD), tone="white", name="drop_mark_words", wrap=False)
        column.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def come_up(self) -> None:
        """Lie over the whole window, as large as it is now."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
