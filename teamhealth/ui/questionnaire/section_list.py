"""The list of sections on the check page; arrows move in it, and the one with the focus is shown."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.survey.interview import Interview
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.section_row import SectionRow
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.naming import named


class SectionList(QWidget):
    """Rows of sections; ``section_chosen`` carries a section's id."""

    section_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "sections", tr("Sections"))
        self._theme = theme
        self._rows: tuple[SectionRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def rows(self) -> tuple[SectionRow, ...]:
        """The rows from the top."""
        return self._rows

    def show_interview(self, interview: Interview) -> None:
        """Show an interview's sections."""
        for each in self._rows:
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._rows = tuple(
            SectionRow(section, interview.answered_in(section), self._theme) for section in interview.sections
        )
        for each in self._rows:
            self._column.addWidget(each)
            # Else Qt shows it only after this, and what is not shown cannot be given the focus.
            each.show()
            each.installEventFilter(self)
            each.clicked.connect(self._on_clicked)

    def mark(self, section: str) -> SectionRow:
        """Mark the section that is shown, and return its row."""
        for each in self._rows:
            each.setChecked(each.section.id == section)
        return next(each for each in self._rows if each.section.id == section)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys and Enter of any row."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0}
        step = steps.get(Qt.Key(event.key()))
        place = next((number for number, each in enumerate(self._rows) if each is watched), None)
        if step is None or place is None:
            return False
        row = self._rows[(place + step) % len(self._rows)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.section_chosen.emit(row.section.id)
        return True

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, SectionRow):
            self.section_chosen.emit(row.section.id)
