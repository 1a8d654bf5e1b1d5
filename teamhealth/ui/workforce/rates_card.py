"""The rates that follow from what is being typed, beside the reference marks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QLabel

from teamhealth.survey.units import UnitKind
from teamhealth.survey.workforce import Rate, WorkforceFigures
from teamhealth.survey.workforce_reference import Reference
from teamhealth.survey.workforce_release import LEAST_PEOPLE, ShownRates
from teamhealth.survey.workforce_why_not import WhyNot
from teamhealth.survey.workforce_words import left_out_sentence, rate_name, rate_text, reference_name, reference_text
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_8, SPACE_16, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.text import caption, hint, set_text, strong


class RatesCard(Card):
    """A row a rate: what was typed, then each reference, with the dates and what is old below."""

    def __init__(self, references: Sequence[Reference], today: date, theme: Theme) -> None:
        super().__init__(tr("Rates as you type"), "entry_rates", theme=theme)
        self._values: dict[Rate, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(SPACE_16))
        grid.setVerticalSpacing(theme.px(SPACE_8))
        grid.setColumnStretch(0, 2)
        heads = (tr("This count"), *(each.place for each in references))
        for column, head in enumerate(heads, 1):
            grid.addWidget(caption(head, name=f"rates_head_{column}", theme=theme), 0, column)
            grid.setColumnStretch(column, 1)
        for row, rate in enumerate(Rate, 1):
            grid.addWidget(hint(rate_name(rate), tone="ink", name=f"rates_name_{rate.value}", theme=theme), row, 0)
            self._values[rate] = strong("", name=f"rates_value_{rate.value}", theme=theme)
            grid.addWidget(self._values[rate], row, 1)
            for column, each in enumerate(references, 2):
                name = f"rates_{each.level.value}_{rate.value}"
                grid.addWidget(hint(reference_text(each, rate), name=name, theme=theme), row, column)
        self.content.addLayout(grid)
        dates = "; ".join(reference_name(each, today) for each in references)
        words = tr("Published by the DfE: {dates}.", dates=dates)
        self.content.addWidget(caption(words, name="rates_dates", theme=theme))
        self._limits = hint("", name="rates_limits", theme=theme)
        self.content.addWidget(self._limits)

    def show_rates(self, rates: ShownRates, figures: WorkforceFigures, kind: UnitKind) -> None:
        """Show the rates that follow from these figures, and what of it others will see."""
        for rate, shown in self._values.items():
            found = rates.rate(rate)
            said = rate_text(found)
            set_text(shown, "–" if found.why_not is WhyNot.NOT_GIVEN else said)
            shown.setAccessibleName(tr("{rate}: {value}", rate=rate_name(rate), value=said))
        set_text(self._limits, _limits(rates, figures, kind))


def _limits(rates: ShownRates, figures: WorkforceFigures, kind: UnitKind) -> str:
    if kind is UnitKind.TEAM and figures.headcount < LEAST_PEOPLE:
        return tr("With fewer than {count} people this team is shown with its service only.", count=LEAST_PEOPLE)
    if kind is UnitKind.TEAM:
        return tr("Days lost are entered for a whole service, never for a team.")
    words = tr(
        "A service’s rates follow from its teams’ counts."
        " Enter here only what is counted for the whole service, such as days lost."
    )
    return " ".join(each for each in (words, left_out_sentence(rates)) if each)
