"""The page over answers that waited in a window that was set aside: sent again unseen, or shown to whose they are."""

from PySide6.QtCore import Signal

from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.message_page import MessagePage
from teamhealth.ui.questionnaire.not_saved import thrown_away_in
from teamhealth.ui.theme import BODY, SPACE_16, Theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.buttons import Button, primary_button, secondary_button
from teamhealth.ui.widgets.text import label, set_text


class ReturnedPage(MessagePage):
    """Whoever comes back has the PIN, and is not whoever has answered: nothing of the answers is shown to them."""

    send_asked = Signal()
    show_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        title = tr("Somebody’s answers are not sent yet")
        super().__init__("returned_page", title, "", theme)
        self._left = label("", theme.font(BODY), tone="muted", name="returned_left")
        before_row = self.content.indexOf(self.row)
        self.content.insertWidget(before_row, self._left)
        self.content.insertSpacing(before_row + 1, theme.px(SPACE_16))
        self.send = primary_button(tr("Send them again"), "returned_send", theme=theme, large=True)
        self._show = secondary_button(tr("Show them to whoever gave them"), "returned_show", theme=theme, large=True)
        self.send.clicked.connect(self.send_asked)
        self._show.clicked.connect(self.show_asked)
        self._fill_row(self.send, self._show)

    def open(self, *, may_send: bool) -> None:
        """Offer to send what was ready to be sent; the rest somebody has to go on with."""
        self.send.setVisible(may_send)
        hidden = tr("They stay hidden from you.")
        if may_send:
            words = tr("Send them again as they are, or hand the laptop back to whoever was answering.")
        else:
            words = tr("Hand the laptop back to whoever was answering.")
        set_text(self.words, f"{hidden} {words}")
        set_text(self._left, "")

    @property
    def first(self) -> Button:
        """Where the focus starts."""
        return self._show if self.send.isHidden() else self.send

    def say_not_saved(self, advice: str) -> None:
        """Say that they were not saved this time either."""
        set_text(self.words, " ".join((tr("They were not saved."), advice)))
        announce(self, self.words.text())

    def show_seconds(self, seconds: int) -> None:
        """Say how long is left."""
        set_text(self._left, thrown_away_in(seconds))
