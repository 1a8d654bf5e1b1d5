"""The card of a comparison: which theme's questions, the table, and the key below it or above."""

from teamhealth.ui.compare.legend import CompareLegend
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.theme import SPACE_8, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox


class CompareCard(Card):
    """``themes`` chooses whose questions the table shows; hidden while it shows themes."""

    def __init__(self, themes: ComboBox, table: CompareTable, legend: CompareLegend, theme: Theme) -> None:
        super().__init__(None, "compare_card", theme=theme)
        px = theme.px
        self.table, self._legend = table, legend
        self.content.setContentsMargins(px(SPACE_8), px(4), px(SPACE_8), px(SPACE_8))
        themes.setMaximumWidth(px(260))
        self.content.addWidget(themes)
        self.content.addWidget(table, 1)
        self.content.addWidget(legend)

    def stand(self, whole: bool) -> None:
        """Let the table stand whole, with the key above it: below, it would be beyond all teams."""
        place = 1 if whole else 2
        if self.content.indexOf(self._legend) != place:
            self.content.insertWidget(place, self._legend)
            # A screen reader reads it where it stands.
            (self.table if whole else self._legend).raise_()
        self.table.stand(whole)

    def least_height(self) -> int:
        """Return how high the card has to be, at the width that it has."""
        layout = self.layout()
        if layout is None:
            return self.minimumHeight()
        layout.activate()
        wraps = layout.hasHeightForWidth()
        return layout.totalMinimumHeightForWidth(self.width()) if wraps else layout.totalMinimumSize().height()
