"""Labels of words: always plain text, so that no comment or name can be markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy

from teamhealth.figures.weight import Weight
from teamhealth.ui.theme import BODY, CAPTION, H1, H2, HINT, QUESTION, Theme, current_theme
from teamhealth.ui.widgets.naming import named

_ZERO_WIDTH_SPACE = "\u200b"
_LONGEST_RUN = 24
_RUN_PART = 8
_HEADINGS = {0: (QUESTION, Weight.BOLD), 1: (H1, Weight.BOLD), 2: (H2, Weight.BOLD), 3: (BODY, Weight.SEMIBOLD)}


def breakable(text: str) -> str:
    """Return the words with places to break inside very long ones, such as Welsh place names and web addresses.

    A label cannot be narrower than its longest word, and would push out what stands beside it.
    """
    if len(text) <= _LONGEST_RUN:
        return text
    return " ".join(_broken(word) if len(word) > _LONGEST_RUN else word for word in text.split(" "))


def label(
    text: str,
    font: QFont,
    *,
    tone: str = "ink",
    name: str = "text",
    wrap: bool = True,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QLabel:
    """Return a label; ``tone`` is ink, muted, teal, error, warning, success, white or rail."""
    made = QLabel(breakable(text) if wrap else text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setFont(font)
    made.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
    made.setProperty("tone", tone)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(wrap)
    made.setSizePolicy(policy)
    named(made, name, text)
    return made


def heading(text: str, level: int = 1, *, name: str = "heading", theme: Theme | None = None) -> QLabel:
    """Return a heading; level 1 is the page's, 2 a card's, 3 a paragraph's, 0 the questionnaire's large one."""
    size, weight = _HEADINGS[level]
    return label(text, (theme or current_theme()).font(size, weight), name=name)


def body(text: str, *, tone: str = "ink", name: str = "text", theme: Theme | None = None) -> QLabel:
    """Return a paragraph."""
    return label(text, (theme or current_theme()).font(BODY), tone=tone, name=name)


def strong(text: str, *, tone: str = "ink", name: str = "text", theme: Theme | None = None) -> QLabel:
    """Return a paragraph in semibold."""
    return label(text, (theme or current_theme()).font(BODY, Weight.SEMIBOLD), tone=tone, name=name)


def hint(text: str, *, tone: str = "muted", name: str = "hint", theme: Theme | None = None) -> QLabel:
    """Return secondary text."""
    return label(text, (theme or current_theme()).font(HINT), tone=tone, name=name)


def caption(text: str, *, tone: str = "muted", name: str = "caption", theme: Theme | None = None) -> QLabel:
    """Return the smallest text that sentences are set in."""
    return label(text, (theme or current_theme()).font(CAPTION), tone=tone, name=name)


def set_text(which: QLabel, text: str) -> None:
    """Change a label's words, for eyes and for screen readers."""
    shown = breakable(text) if which.wordWrap() else text
    if which.text() != shown:
        which.setText(shown)
        which.setAccessibleName(text)


def _broken(word: str) -> str:
    return _ZERO_WIDTH_SPACE.join(word[at : at + _RUN_PART] for at in range(0, len(word), _RUN_PART))
