"""Which surveys the list shows: all, those that need somebody, or the published ones."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.services.survey_list import SurveyStatus, SurveySummary
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.surveys.row_words import needs_action
from teamhealth.ui.theme import HINT, RADIUS_INPUT, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.naming import named

_HEIGHT = 30


class ShownRows(StrEnum):
    """What may be shown of the list."""

    ALL = "all"
    NEEDS_ACTION = "needs_action"
    PUBLISHED = "published"


def is_among(summary: SurveySummary, which: ShownRows) -> bool:
    """Return whether a survey is one of those."""
    if which is ShownRows.NEEDS_ACTION:
        return needs_action(summary)
    return which is ShownRows.ALL or summary.status is SurveyStatus.PUBLISHED


def none_words(which: ShownRows) -> str:
    """Return what stands in the list's place where no survey is one of those."""
    if which is ShownRows.PUBLISHED:
        return tr("Nothing has been published yet.")
    return tr("No survey under way needs you today.")


def _words(which: ShownRows, count: int) -> str:
    return {
        ShownRows.ALL: tr("All {count}", count=count),
        ShownRows.NEEDS_ACTION: tr("Needs action {count}", count=count),
        ShownRows.PUBLISHED: tr("Published {count}", count=count),
    }[which]


class FilterChip(QPushButton):
    """One choice: filled and bold while it is chosen."""

    def __init__(self, which: ShownRows, count: int, theme: Theme) -> None:
        super().__init__(_words(which, count))
        self.which = which
        self._bold = theme.font(HINT, Weight.SEMIBOLD)
        self._room = theme.px(2 * SPACE_12)
        named(self, f"home_filter_{which.value}", self.text())
        self.setAccessibleDescription(tr("Chooses which surveys are listed"))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(theme.font(HINT))
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", theme.px(RADIUS_INPUT))
        set_sheet(
            self,
            f"QPushButton {{ background: {palette.CARD}; color: {palette.INK}; border: 1px solid {palette.CONTROL};"
            f" border-radius: {theme.px(RADIUS_INPUT)}px; padding: 0; }}"
            f"QPushButton:hover {{ background: {palette.TEAL_TINT}; }}"
            f"QPushButton:checked {{ background: {palette.TEAL}; color: {palette.WHITE}; border-color: {palette.TEAL};"
            f" font-weight: 600; }}",
        )

    def sizeHint(self) -> QSize:
        """Return room for the words in bold, so that choosing moves nothing."""
        return QSize(QFontMetrics(self._bold).horizontalAdvance(self.text()) + self._room, self.height())


class HomeFilter(QWidget):
    """Three chips in a row, one of them chosen; arrow keys choose, as among radio buttons."""

    chosen = Signal(object)

    def __init__(self, summaries: tuple[SurveySummary, ...], theme: Theme) -> None:
        super().__init__()
        named(self, "home_filter", tr("Which surveys are listed"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_8))
        self.chips = tuple(
            FilterChip(which, sum(is_among(summary, which) for summary in summaries), theme) for which in ShownRows
        )
        for chip in self.chips:
            self._group.addButton(chip)
            row.addWidget(chip)
        self.chips[0].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def way(self) -> tuple[int, ...]:
        """Which of the chips is chosen."""
        return (next(place for place, chip in enumerate(self.chips) if chip.isChecked()),)

    def show_way(self, way: tuple[int, ...]) -> None:
        """Choose the chip that was chosen before."""
        self.chips[way[0]].setChecked(True)

    def _on_toggled(self, chip: QAbstractButton, checked: bool) -> None:
        if checked and isinstance(chip, FilterChip):
            self.chosen.emit(chip.which)
