"""Comments being read, each with a switch of its own: which of them are withheld, and stopping before all were read."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel

from teamhealth.services.opened import Opened
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opening.comment_row import CommentRow
from teamhealth.ui.opening.opened_page import OpenedPage
from teamhealth.ui.opening.stop_prompt import stop_reading
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.text import body

# After any of these, more of a comment may be on the screen than before.
MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Paint)
_SCREENFUL = 0.85


class Reading(OpenedPage):
    """``read`` carries the keys of the withheld comments as a frozenset."""

    read = Signal(object)

    def __init__(self, opened: Opened, subtitle: str) -> None:
        super().__init__(tr("Read the comments"), "comments_page", opened, subtitle)
        self.rows: list[CommentRow] = []

    @property
    def withheld(self) -> frozenset[str]:
        """The keys of the comments that are withheld, of every team."""
        return frozenset(row.key for row in self.rows if row.withheld)

    def scroll_on(self) -> None:
        """Show what lies below; what was the last line is still there, at the top."""
        bar = self.scroller.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * _SCREENFUL))

    def ask_to_stop(self) -> None:
        """Leave all sealed; ask first if choices would be lost by it."""
        stop_reading(self, self.withheld, self.stopped)


def look_for_names(name: str, theme: Theme) -> QLabel:
    """Return what to look for, which stands above comments: each is shown unless it is withheld."""
    words = tr(
        "Look for a comment that names a person, or plainly points to one by its language or by what happened."
        " Withhold it: every other comment is published word for word."
    )
    return body(words, name=name, theme=theme)
