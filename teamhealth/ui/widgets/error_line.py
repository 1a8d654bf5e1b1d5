"""What is wrong with a field or a group of choices: colour, an icon and words; no room while nothing is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.theme import HINT, SPACE_8, Theme
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label, set_text


class ErrorLine(QWidget):
    """The words are a label named ``name``, '<field>_error'; ``mended`` when that field has been changed since."""

    mended = Signal()

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.field = name.removesuffix("_error")
        named(self, f"{name}_line", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_8))
        row.addWidget(IconView(IconName.WARNING, theme.px(18), palette.ERROR), 0, Qt.AlignmentFlag.AlignTop)
        self._words = label("", theme.font(HINT, Weight.SEMIBOLD), tone="error", name=name)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said to be wrong; '' for nothing."""
        return self._words.accessibleName()

    def say(self, text: str | None) -> None:
        """Say what is wrong, or take it back with None."""
        set_text(self._words, text or "")
        self.setVisible(bool(text))

    def mend(self) -> None:
        """Take back what was said: it was said of what has been changed since."""
        if self.text:
            self.say(None)
            self.mended.emit()
