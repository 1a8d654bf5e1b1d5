"""The scaffold of a page: breadcrumb, title, actions, a body that scrolls downwards, and a bar at the bottom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Theme, current_theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.focus import hand_on
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, heading, set_text

if TYPE_CHECKING:
    from teamhealth.survey.custody import Custody

# A stretch beside which a stretch of 1 gets nothing.
_ALL = 10_000
# Of a page's width, for a title that would need more.
_TITLE_SHARE = 0.45
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class Ground(QWidget):
    """The content of a scroll area; as high as its words need at the width it has.

    Qt would else take the height that wrapped words need at their narrowest, and scroll without need.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from it."""
        least = super().minimumSizeHint()
        layout = self.layout()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least


class Page(QWidget):
    """A page of the main window.

    Put widgets into ``action_row`` (top right), ``body`` (scrolls vertically only) and, after ``bottom_bar()``,
    into the bar. The page is named ``name``; its title ``<name>_title``; its breadcrumb is ``crumb``, if it has one.
    While it is shown, it scrolls by whichever keys nothing else in its window wants.
    """

    crumb_followed = Signal()
    # Python empties what it collects before Qt takes the window down, which is told to every filter.
    _listened_to: QWidget | None = None

    def __init__(
        self,
        title: str,
        name: str,
        *,
        subtitle: str = "",
        crumb: str = "",
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme or current_theme()
        named(self, name, title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.action_row = Flow(self.theme, gap=SPACE_12)
        self.title = heading(title, 1, name=f"{name}_title", theme=self.theme)
        self._title_row = QHBoxLayout()
        self._title_row.setSpacing(self.theme.px(SPACE_12))
        self.subtitle = body(subtitle, tone="muted", name=f"{name}_subtitle", theme=self.theme)
        if not subtitle:
            self.subtitle.hide()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill_head(crumb, name)
        self._column.addLayout(self._head)
        self.content: QWidget = Ground()
        named(self.content, f"{name}_content", "", "page")
        self.body = QVBoxLayout(self.content)
        margin = self.theme.px(CONTENT_MARGIN)
        self.body.setContentsMargins(margin, self.theme.px(SPACE_8), margin, margin)
        self.body.setSpacing(self.theme.px(SPACE_12))
        self.scroller = scroll_area(self.content, f"{name}_scroll")
        self._column.addWidget(self.scroller, 1)
        self._bottom: QHBoxLayout | None = None
        self._first: QWidget | None = None
        self._survey_custody: Custody | None = None

    @property
    def survey_custody(self) -> "Custody | None":
        """Who opens the answers of the survey that the page is about; None where it is about none, or several."""
        return self._survey_custody

    @property
    def first(self) -> QWidget | None:
        """What has the focus when the page comes up."""
        return self._first

    def start_at(self, widget: QWidget) -> None:
        """Give the focus to a widget when the page gets it.

        A focus proxy would do that too, but Tab would then skip everything that stands before it.
        """
        self._first = widget

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on."""
        super().focusInEvent(event)
        if self._first is not None:
            hand_on(self._first, event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys that nothing else in the window took, wherever its focus is."""
        super().showEvent(event)
        self._fit_head()
        # A screen reader goes by what lies above what: the head's actions, the content, the bar at the bottom.
        self.scroller.raise_()
        if self._bottom is not None and (bar := self._bottom.parentWidget()) is not None:
            bar.raise_()
        self._stop_listening()
        self._listened_to = self.window()
        self._listened_to.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions beside the title, or below it."""
        super().resizeEvent(event)
        self._fit_head()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the keys to the page that comes."""
        super().hideEvent(event)
        self._stop_listening()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll by a key that came all the way up to the window."""
        if watched is self._listened_to and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return scroll_by_key(self.scroller, event)
        return super().eventFilter(watched, event)

    def lead_back_on_escape(self) -> None:
        """Follow the breadcrumb on Escape, too; for a page on which nothing is typed that could be lost."""
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.crumb_followed)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change title and subtitle."""
        set_text(self.title, title)
        set_text(self.subtitle, subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def stand_beside_title(self, widget: QWidget) -> None:
        """Put something small beside the title, which takes the width of its words and wraps where that is not left."""
        self.title.setMaximumWidth(self.title.fontMetrics().horizontalAdvance(self.title.text()) + 2)
        self._title_row.setStretch(0, _ALL)
        self._title_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._title_row.addStretch(1)

    def bottom_bar(self) -> QHBoxLayout:
        """Return the layout of the bar at the bottom, made at the first call."""
        if self._bottom is None:
            bar = QFrame()
            named(bar, f"{self.objectName()}_bar", "", "bar")
            self._bottom = QHBoxLayout(bar)
            margin, top = self.theme.px(CONTENT_MARGIN), self.theme.px(SPACE_8)
            self._bottom.setContentsMargins(margin, top, margin, top)
            self._bottom.setSpacing(self.theme.px(SPACE_12))
            self._column.addWidget(bar)
        return self._bottom

    def _stop_listening(self) -> None:
        if self._listened_to is not None and isValid(self._listened_to):
            self._listened_to.removeEventFilter(self)
        self._listened_to = None

    def _fill_head(self, crumb: str, name: str) -> None:
        margin = self.theme.px(CONTENT_MARGIN)
        self._head.setContentsMargins(margin, self.theme.px(SPACE_16), margin, self.theme.px(SPACE_4))
        words = QVBoxLayout()
        words.setSpacing(0)
        if crumb:
            self.crumb = link_button(crumb, f"{name}_crumb", theme=self.theme)
            self.crumb.clicked.connect(self.crumb_followed)
            words.addWidget(self.crumb)
        words.addLayout(self._title_row)
        self._title_row.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._head.addLayout(words, 1)
        self._head.addLayout(self.action_row)
        self._fit_head()

    def _fit_head(self) -> None:
        """Put the actions below the title where they would leave it too little room."""
        wanted = self.title.fontMetrics().horizontalAdvance(self.title.text())
        words = min(wanted, round(self.width() * _TITLE_SHARE))
        around = 2 * self.theme.px(CONTENT_MARGIN) + self.theme.px(SPACE_16)
        narrow = not self.action_row.isEmpty() and words + self.action_row.sizeHint().width() + around > self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(down if narrow else across)
        self._head.setSpacing(self.theme.px(SPACE_8 if narrow else SPACE_16))


def scroll_area(content: QWidget, name: str, area: QScrollArea | None = None) -> QScrollArea:
    """Return an area (a new one by default) that scrolls its content downwards only, and never takes the focus."""
    area = area or QScrollArea()
    named(area, name, "")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName(content.objectName() or f"{name}_content")
    if content.property("kind") is None:
        content.setProperty("kind", "page")
    area.setWidget(content)
    return area


def scroll_by_key(area: QScrollArea, event: QKeyEvent) -> bool:
    """Scroll as an arrow key, Page Up, Page Down, Home or End says; return whether it did."""
    action = _SCROLLS.get(Qt.Key(event.key()))
    bar = area.verticalScrollBar()
    if action is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not bar.maximum():
        return False
    bar.triggerAction(action)
    return True
