"""The page after sending: thanks, no count, no answers; it clears itself."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.promises import after_sending
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.contrast import shown
from teamhealth.ui.questionnaire.column import QUESTION_WIDTH, Column
from teamhealth.ui.theme import CAPTION, SPACE_8, SPACE_12, SPACE_20, SPACE_24, Theme
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName, IconView, draw_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.painted import PaintedWords
from teamhealth.ui.widgets.steps import numbered_list
from teamhealth.ui.widgets.text import heading, label, set_text

_CARD_WIDTH = 680
# A stretch beside which a stretch of 1 gets nothing, until the card is as wide as it may be.
_MOST = 1000
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class LargeTick(PaintedWords):
    """A tick in a circle."""

    def __init__(self, diameter: int) -> None:
        super().__init__()
        self.setFixedSize(diameter, diameter)
        named(self, "tick", tr("Done"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown(palette.SUCCESS_TEXT), 3))
        painter.setBrush(shown(palette.SUCCESS_TINT))
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawEllipse(rect)
        inset = rect.width() * 0.18
        draw_icon(painter, IconName.CHECK, rect.adjusted(inset, inset, -inset, -inset), palette.SUCCESS_TEXT, 2.8)
        painter.end()


class DonePage(Column):
    """Thanks, what happens to the answers, and what to do now."""

    next_person_asked = Signal()

    def __init__(self, survey: Survey, theme: Theme, *, practice: bool, alone: bool = False) -> None:
        super().__init__("done_page", tr("Thank you"), QUESTION_WIDTH, theme)
        # With large text the room goes to the words and the button.
        self._large = theme.scale > 1
        self._narrow = self._low = False
        self._alone = alone
        self.content.addSpacing(self._gap(SPACE_24 + 12))
        self._tick = LargeTick(theme.px(112))
        self.content.addWidget(self._tick, 0, _CENTRE)
        if self._large:
            self._tick.hide()
        self.content.addSpacing(0 if self._large else theme.px(SPACE_20))
        if practice:
            title, words = tr("Thank you. This was a preview."), tr("Nothing was sent and nothing was kept.")
        else:
            title, words = tr("Thank you. Your answers are sealed."), after_sending(survey.custody)
        self._title = label(title, theme.font(36 if self._large else 42, Weight.BOLD), name="done_title", align=_CENTRE)
        self._title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.content.addWidget(self._title)
        self.content.addSpacing(theme.px(SPACE_8))
        self.content.addWidget(label(words, theme.font(20), tone="muted", name="done_words", align=_CENTRE))
        self.content.addSpacing(self._gap(SPACE_24 + 6))
        self.content.addLayout(self._last_things())
        self.content.addSpacing(self._gap(SPACE_24 + 2))
        after = tr("Finish") if alone else tr("Ready for the next person")
        go = tr("Start again") if practice else after
        self.ready = primary_button(go, "ready", theme=theme, large=True)
        # It has the focus when the page comes up: a screen reader says the thanks there.
        self.ready.setAccessibleDescription(self._title.accessibleName())
        self.ready.setFixedHeight(theme.px(56))
        self.ready.clicked.connect(self.next_person_asked)
        self.content.addWidget(self.ready, 0, _CENTRE)
        self.content.addSpacing(self._gap(SPACE_12))
        self.content.addLayout(self._clearing())
        self.content.addStretch(1)

    @property
    def first(self) -> QWidget:
        """Where the focus starts: the title where the button lies below the fold, so that the thanks are seen."""
        return self._title if self._narrow or self._large else self.ready

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the tick out where room is scarce."""
        self._narrow = narrow
        self._tick.setHidden(self._narrow or self._low or self._large)

    def set_low(self, *, low: bool) -> None:
        """Leave the tick out where the button would lie below the fold."""
        super().set_low(low=low)
        self._low = low
        self.set_narrow(narrow=self._narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make room for the next person on Enter, wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.next_person_asked.emit()
        else:
            super().keyPressEvent(event)

    def show_seconds(self, seconds: int) -> None:
        """Say when the page clears itself."""
        words = trn(
            "This page clears itself in {count} second.", "This page clears itself in {count} seconds.", seconds
        )
        set_text(self._seconds, words)

    def _gap(self, size: int) -> int:
        return self.theme.px(size / 2 if self._large else size)

    def _last_things(self) -> QHBoxLayout:
        theme = self.theme
        card = Card(None, "last_things", theme=theme, kind="large-card")
        side = theme.px(30)
        top = theme.px(SPACE_12 if self._large else SPACE_20)
        card.content.setContentsMargins(side, top, side, top)
        card.content.setSpacing(theme.px(SPACE_12))
        card.setMaximumWidth(theme.px(_CARD_WIDTH))
        card.content.addWidget(heading(tr("Two last things"), 2, name="last_things_title", theme=theme))
        things = (
            tr("Please do not tell others what you answered. That protects everyone."),
            self._what_now(),
        )
        card.content.addWidget(numbered_list(things, name="last_thing", theme=theme))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, _MOST)
        row.addStretch(1)
        return row

    def _what_now(self) -> str:
        if self._alone:
            return tr("Send the sealed file to your manager or the survey lead. Only the survey lead can open it.")
        return tr("Pass the laptop to the next person, or back to your manager.")

    def _clearing(self) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        self._seconds = label("", theme.font(CAPTION + 1), tone="muted", name="clears", wrap=False)
        row.addStretch(1)
        row.addWidget(IconView(IconName.CLOCK, theme.px(18), palette.INK_2))
        row.addWidget(self._seconds)
        row.addStretch(1)
        return row
