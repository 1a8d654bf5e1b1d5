"""The field for a one-time code: groups what is typed or pasted, in any case."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import CODE, RADIUS_INPUT, Theme
from teamhealth.ui.widgets.naming import named

CHARACTERS = 11
_GROUP_STARTS = (4, 8)


class CodeEntry(QLineEdit):
    """Shows '7K3Q-M2XT-9AB' whichever way it is typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "code", tr("Your one-time code"))
        font = theme.font(CODE, Weight.SEMIBOLD)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme.px(2))
        self.setFont(font)
        self._theme = theme
        self.set_tight(tight=False)
        self.setProperty("ringRadius", theme.px(RADIUS_INPUT))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # No suggestions and no memory of what was typed: the next person sits at the same keyboard.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        self.textEdited.connect(self._on_edited)

    def set_tight(self, *, tight: bool) -> None:
        """Be no higher than what is typed needs, or stand at ease."""
        self.setMinimumHeight(self._theme.px(56 if tight else 72))

    @property
    def typed(self) -> int:
        """How many of the characters are there."""
        return len(_kept(self.text()))

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key that was pressed elsewhere is meant for the code."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        return event.matches(QKeySequence.StandardKey.Paste) or bool(not held and _kept(event.text()))

    def _on_edited(self, text: str) -> None:
        before = len(_kept(text[: self.cursorPosition()]))
        grouped = group(text)
        if grouped != text:
            self.setText(grouped)
            self.setCursorPosition(_place(grouped, before))


def group(text: str) -> str:
    """Return letters and figures in capitals and groups, as they are printed on a slip; anything else is left out."""
    kept = _kept(text)[:CHARACTERS]
    return "".join(f"-{each}" if at in _GROUP_STARTS else each for at, each in enumerate(kept))


def _kept(text: str) -> str:
    return "".join(each for each in text.upper() if each.isalnum() and each.isascii())


def _place(grouped: str, characters: int) -> int:
    """Return the place after so many characters of a grouped code."""
    seen = 0
    for at, each in enumerate(grouped):
        if seen == characters:
            return at + 1 if each == "-" else at
        seen += each != "-"
    return len(grouped)
