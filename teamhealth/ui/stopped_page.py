"""What a room shows whose reading was stopped before it had anything to show."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from teamhealth.texts.catalogue import tr
from teamhealth.ui.room import Room
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body


class StoppedPage(Page):
    """``again`` asks to read once more."""

    again = Signal()

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, f"{name}_stopped")
        card = Card(tr("Nothing was read"), f"{name}_stopped_card", theme=self.theme)
        words = tr("You stopped it. Nothing has changed.")
        card.content.addWidget(body(words, name=f"{name}_stopped_words", theme=self.theme))
        go = primary_button(tr("Read again"), f"{name}_read_again", theme=self.theme)
        go.clicked.connect(self.again)
        self.action_row.addWidget(go)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.start_at(go)


def show_stopped(pages: Room, title: str, name: str, again: Callable[[], None]) -> None:
    """Show it in a room that has no page yet."""
    page = StoppedPage(title, name)
    page.again.connect(again)
    pages.show_page(page)
