"""Examples from elsewhere for the concern that an action is to answer, beside its form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.report.evidence import Evidence
from teamhealth.texts.catalogue import tr
from teamhealth.ui.plans.example_box import ExampleBox
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint, set_text


class ExamplesCard(Card):
    """``taken`` carries the words of an example; where nobody has published one, the card says so."""

    taken = Signal(str)

    def __init__(self, evidence: Evidence, theme: Theme) -> None:
        super().__init__(tr("Examples from elsewhere"), "action_examples", theme=theme)
        self._evidence, self._theme = evidence, theme
        self._list: QWidget | None = None
        self._note = hint("", name="action_examples_note", theme=theme)
        self.content.addWidget(self._note)

    def show_concern(self, item_id: str | None) -> None:
        """Show the examples for an item; of something else there are none."""
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        found = self._evidence.examples_for((item_id,)) if item_id is not None else ()
        set_text(self._note, _note(item_id, bool(found)))
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


def _note(item_id: str | None, found: bool) -> str:
    if found:
        return tr("They are no instructions: ask the team first.")
    if item_id is None:
        return tr("Choose what people told us, and what others have tried stands here.")
    return tr("We know of none for this concern. Ask the team what would help.")
