"""Notes: something to know, to be careful about, that went wrong, or that was done; an icon and words."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.theme import (
    BODY,
    CONTENT_MARGIN,
    HINT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Theme,
    current_theme,
)
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.text import label, set_text


class NoteKind(StrEnum):
    """What a note is for."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    SUCCESS = "success"


_LOOKS = {
    NoteKind.INFO: (IconName.INFORMATION, palette.TEAL, "ink"),
    NoteKind.WARNING: (IconName.WARNING, palette.WARNING_TEXT, "warning"),
    NoteKind.ERROR: (IconName.WARNING, palette.ERROR, "ink"),
    NoteKind.SUCCESS: (IconName.CHECK, palette.SUCCESS_TEXT, "success"),
}


# What a note needs at the least for something beside its words.
_NARROW_BELOW = 360


class Note(QFrame):
    """A note; more widgets may be added to ``content``, below its words, which are what is heard of it."""

    def __init__(
        self,
        kind: NoteKind,
        text: str,
        name: str = "note",
        *,
        title: str = "",
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = theme or current_theme()
        icon, colour, tone = _LOOKS[kind]
        self._row = row = QHBoxLayout(self)
        side, top = theme.px(SPACE_16), theme.px(SPACE_12)
        row.setContentsMargins(side, top, side, top)
        row.setSpacing(theme.px(SPACE_12))
        self._icon = IconView(icon, theme.px(20), colour)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.px(SPACE_4))
        self.title = label(title, theme.font(BODY, Weight.SEMIBOLD), tone=tone, name=f"{name}_title")
        self.words = label(text, theme.font(HINT if kind is NoteKind.INFO else BODY), tone=tone, name=f"{name}_text")
        self.content.addWidget(self.title)
        self.content.addWidget(self.words)
        row.addLayout(self.content, 1)
        named(self, name, "", f"note-{kind.value}")
        self._told = ""
        self._beside: QWidget | None = None
        self._stands_below, self._narrow_below = False, theme.px(_NARROW_BELOW)
        self.say(kind, text, title)

    @property
    def told(self) -> str:
        """Title and words."""
        return self._told

    def setVisible(self, visible: bool) -> None:
        """Show or hide the note; one that comes up on a page that is there already is said aloud."""
        # With its page, Qt shows what nobody has hidden.
        comes_up = visible and self.isHidden() and self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        super().setVisible(visible)
        if comes_up and self.isVisible():
            announce(self, self._told)

    def add_beside(self, widget: QWidget) -> None:
        """Put something beside the words, such as what closes the note; below them where the note is narrow."""
        self._beside = widget
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the words below them, or back."""
        super().resizeEvent(event)
        below = self.width() < self._narrow_below
        if self._beside is not None and below is not self._stands_below:
            self._stands_below = below
            (self._row if below else self.content).removeWidget(self._beside)
            if below:
                self.content.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._row.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, kind: NoteKind, text: str, title: str = "") -> None:
        """Change kind and words."""
        icon, colour, tone = _LOOKS[kind]
        self._icon.show_icon(icon, colour)
        restyle(self, "kind", f"note-{kind.value}")
        for each, words in ((self.title, title), (self.words, text)):
            set_text(each, words)
            restyle(each, "tone", tone)
            each.setVisible(bool(words))
        before, self._told = self._told, f"{title} {text}".strip()
        if self.isVisible() and self._told != before:
            announce(self, self._told)


class NoteShelf(QFrame):
    """A place above a page that takes no room while everything on it is hidden."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, "")
        self._column = QVBoxLayout(self)
        side = theme.px(CONTENT_MARGIN)
        self._column.setContentsMargins(side, theme.px(SPACE_12), side, 0)
        self._column.setSpacing(theme.px(SPACE_8))
        self.hide()

    def stand(self, note: QFrame, place: int) -> None:
        """Take a note, as the one that stands at a place from the top; -1 is the foot."""
        self._column.insertWidget(place, note)
        note.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with what stands on it."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        children = self.findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.setVisible(any(not child.isHidden() for child in children))


def note_shelf(name: str, notes: Sequence[QFrame], theme: Theme) -> QFrame:
    """Return a place for notes above a page; it is shown while one of them is."""
    shelf = NoteShelf(name, theme)
    for place, note in enumerate(notes):
        shelf.stand(note, place)
    return shelf
