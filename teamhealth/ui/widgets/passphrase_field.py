"""Where a passphrase is typed to open something: dots, and a link inside the line that shows the words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.fields import Field, empty_line, line_entry
from teamhealth.ui.widgets.show_switch import ShowSwitch


class PassphraseField(Field[QLineEdit]):
    """One line with ‘Show’ at its right end, where the words stop; ``name`` is that of the page or card."""

    def __init__(self, words: str, name: str, theme: Theme, *, hint: str = "") -> None:
        entry = line_entry(theme, secret=True)
        super().__init__(words, f"{name}_passphrase", entry, hint, theme)
        show = link_button(tr("Show"), f"{name}_show", theme=theme)
        self._switch = ShowSwitch(show, (entry,))
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, theme.px(SPACE_12), 0)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        entry.setTextMargins(0, 0, show.sizeHint().width() + theme.px(SPACE_12), 0)

    def forget(self) -> None:
        """Throw the passphrase away, and show dots for the next one."""
        empty_line(self.input)
        self._switch.reveal(False)
