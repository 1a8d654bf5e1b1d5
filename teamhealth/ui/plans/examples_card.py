"""Examples from elsewhere for the concern that an action is to answer, beside its form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.report.evidence import Evidence
from teamhealth.texts.catalogue import tr
from teamhealth.ui.plans.example_box import ExampleBox
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint


class ExamplesCard(Card):
    """``taken`` carries the words of an example; the card is hidden for what nobody has published an example of."""

    taken = Signal(str)

    def __init__(self, evidence: Evidence, theme: Theme) -> None:
        super().__init__(tr("Examples from elsewhere"), "action_examples", theme=theme)
        self._evidence, self._theme = evidence, theme
        self._list: QWidget | None = None
        self.content.addWidget(
            hint(tr("They are no instructions: ask the team first."), name="action_examples_note", theme=theme)
        )

    def show_concern(self, item_id: str | None) -> None:
        """Show the examples for an item; of something else there are none."""
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        found = self._evidence.examples_for((item_id,)) if item_id is not None else ()
        self.setVisible(bool(found))
        if not found:
            return
        self._list = QWidget()
        named(self._list, "action_examples_list", "")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(SPACE_12))
        for number, example in enumerate(found):
            box = ExampleBox(example, f"action_example_{number}", self._theme, ask=tr("Begin with these words"))
            box.asked.connect(self.taken)
            column.addWidget(box)
        self.content.addWidget(self._list)
