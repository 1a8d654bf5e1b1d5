"""The head of a comparison: which round and area of service, themes or items, tables, and the PDF."""

from collections.abc import Sequence

from teamhealth.texts.catalogue import tr
from teamhealth.ui.choices_bar import ChoicesBar, choice_box
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.switch import Switch

THEMES, ITEMS = 0, 1


class CompareBar(ChoicesBar):
    """Rounds and areas of service to choose from, where there are several."""

    def __init__(self, rounds: Sequence[str], services: Sequence[str], theme: Theme) -> None:
        self.rounds = choice_box(rounds, "compare_round", tr("Round"), theme, most=170)
        self.services = choice_box(services, "compare_service", tr("Area of service"), theme, most=210)
        self.modes = Switch((tr("Themes"), tr("All questions")), "compare_mode", tr("What is compared"), theme)
        super().__init__("compare", tr("Compare teams"), (self.rounds, self.services, self.modes), theme)
