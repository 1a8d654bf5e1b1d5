"""The help page: how it works, what the words mean, what is protected and what is not."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from teamhealth.figures import palette
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.help.pages import help_for
from teamhealth.ui.help.protection_card import ProtectionCard
from teamhealth.ui.help.stored import not_stored, stored
from teamhealth.ui.help.words import Topic, steps, topics
from teamhealth.ui.theme import SPACE_12
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import NumberCircle
from teamhealth.ui.widgets.text import body, heading, set_text, strong

_NARROW_BELOW = 780


class HelpPage(Page):
    """Reading only; ``back_asked`` names the place that somebody came from."""

    back_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Help"), "help", subtitle=_subtitle())
        self.place = Card(None, "help_place", theme=self.theme)
        self.place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place_title = heading("", 2, name="help_place_title", theme=self.theme)
        self._place_words = [body("", name=f"help_place_{number}", theme=self.theme) for number in range(3)]
        self._from = ""
        self._shown: tuple[str, ...] = ()
        self.back = link_button(tr("Back to where you were"), "help_back", theme=self.theme)
        self.back.clicked.connect(self._on_back_clicked)
        for each in (self._place_title, *self._place_words):
            self.place.content.addWidget(each)
        self.place.content.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.place.hide()
        self.body.addWidget(self.place)
        left = [self._steps_card(), *(self._topic_card(topic) for topic in topics())]
        self.protection = ProtectionCard(self.theme)
        columns = (
            (column("help_left", [*left[:4], self._stored_card()], self.theme), 55),
            (column("help_right", [self.protection, *left[4:]], self.theme), 45),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="help_columns"))
        self.body.addStretch(1)

    def enter(self) -> None:
        """Come here while something is being done: help on everything."""
        self.place.hide()

    def enter_again(self) -> None:
        """Begin at the top, as when somebody came."""
        self.scroller.verticalScrollBar().setValue(0)

    def show_place(self, place_id: str, shown: Collection[str] = ()) -> None:
        """Show what a page is for, what is kept there and who can see it, above everything else.

        Parameters
        ----------
        place_id : str
            The place that somebody comes from.
        shown : collection of str
            Names of what is shown there; a page among them that has help of its own is told of.
        """
        self._from, self._shown = place_id, tuple(shown)
        words = help_for(place_id, shown)
        set_text(self._place_title, words.title)
        for label, text in zip(self._place_words, (words.purpose, words.kept, words.seen), strict=True):
            set_text(label, text)
        self.place.setAccessibleName(" ".join((words.title, words.purpose, words.kept, words.seen)))
        self.place.show()
        self.scroller.verticalScrollBar().setValue(0)
        self.place.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back on Escape, where somebody came from a page."""
        if event.key() == Qt.Key.Key_Escape and not self.place.isHidden():
            self.back_asked.emit(self._from)
        else:
            super().keyPressEvent(event)

    @property
    def told(self) -> tuple[str, tuple[str, ...]] | None:
        """Of which place, and what was shown there, the card above everything else tells; None if it is not there."""
        return (self._from, self._shown) if not self.place.isHidden() else None

    def _on_back_clicked(self) -> None:
        self.back_asked.emit(self._from)

    def _steps_card(self) -> Card:
        card = Card(tr("From start to finish"), "help_steps", theme=self.theme)
        card.content.setSpacing(self.theme.px(SPACE_12))
        for number, (step, words) in enumerate(steps(), 1):
            row = QHBoxLayout()
            row.setSpacing(self.theme.px(SPACE_12))
            row.addWidget(NumberCircle(number, self.theme.px(34), palette.TEAL, filled=False, theme=self.theme))
            column_ = QVBoxLayout()
            column_.setSpacing(0)
            column_.addWidget(strong(step, name=f"help_step_{number}", theme=self.theme))
            column_.addWidget(body(words, tone="muted", name=f"help_step_{number}_words", theme=self.theme))
            row.addLayout(column_, 1)
            card.content.addLayout(row)
        return card

    def _topic_card(self, topic: Topic) -> Card:
        card = Card(topic.title, f"help_{topic.name}", theme=self.theme)
        for number, paragraph in enumerate(topic.paragraphs):
            card.content.addWidget(body(paragraph, name=f"help_{topic.name}_{number}", theme=self.theme))
        return card

    def _stored_card(self) -> Card:
        card = Card(tr("What is stored where, how long and why"), "help_stored", theme=self.theme)
        for number, each in enumerate(stored()):
            words = tr("{what}: {words}", what=each.what[0].upper() + each.what[1:], words=each.words)
            card.content.addWidget(body(words, name=f"help_stored_{number}", theme=self.theme))
        card.content.addWidget(body(not_stored(), name="help_not_stored", theme=self.theme))
        return card


def _subtitle() -> str:
    return tr("How it works, in plain words. On any page, F1 or Help shows first what that page is for.")
