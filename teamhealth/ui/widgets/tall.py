"""What is as high as its words, and scrolls them where the window has no room for all."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.naming import named

# Fewer lines than this are no better than none.
_LEAST_LINES = 3
# What a page below needs for its head.
_REST = 280


class Tall(QScrollArea):
    """Scrolls one widget whose words wrap, downwards only; never takes the focus.

    It is whole for as long as what stands below it in the window still has room for its head.
    """

    def __init__(self, content: QWidget, name: str, theme: Theme) -> None:
        super().__init__()
        self._rest = theme.px(_REST)
        named(self, name, "")
        self._content = content
        self._asked = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setObjectName(f"{name}_content")
        content.setProperty("kind", "page")
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the height that all words take at this width."""
        return QSize(super().sizeHint().width(), self._high)

    def minimumSizeHint(self) -> QSize:
        """Ask for all words, in a low window for as many as leave room below."""
        few = _LEAST_LINES * self._content.fontMetrics().lineSpacing()
        least = max(few, self.window().height() - self._rest)
        return QSize(self._content.minimumSizeHint().width(), min(least, self._high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise at another width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the words need."""
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self._fit()
        return done

    @property
    def _high(self) -> int:
        return max(self._content.heightForWidth(self.width()), 1)

    def _fit(self) -> None:
        """Let the words be as wide as there is room, and as high as they are then.

        Qt would do so by itself, but keep a bar that has come once: beside it the words are narrower, and higher.
        """
        high, wide, bar = self._high, self.width(), self.verticalScrollBar()
        whole = self.height() >= high
        bar_policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        if bar_policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar_policy)
        if not whole:
            wide -= bar.sizeHint().width()
        self._content.resize(wide, max(self._content.heightForWidth(wide), 1))
        asked = high, self.minimumSizeHint().height()
        if asked != self._asked:
            # The second depends on the window, of which no layout hears.
            self._asked = asked
            self.setMaximumHeight(high)
            self.updateGeometry()
