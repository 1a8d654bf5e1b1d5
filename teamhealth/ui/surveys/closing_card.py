"""A planned closing day, and where staff report a safeguarding concern."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.form_parts import Target, field_target, snug
from teamhealth.ui.theme import BUTTON_HEIGHT, Theme, current_theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import Field, line_field


class ClosingCard(Card):
    """A reminder, and a route; both can stay empty."""

    def __init__(self, today: date, theme: Theme) -> None:
        super().__init__(None, "closing", theme=theme)
        snug(self, theme)
        self.day = day_field(
            tr("Planned closing day"), "planned_closing", today, hint=tr("A reminder. Nothing closes by itself."),
            theme=theme,
        )  # fmt: skip
        self.content.addWidget(self.day)
        self.route = line_field(
            tr("Where safeguarding concerns go"),
            "safeguarding_route",
            hint=tr("Staff read: ‘This is not a way to report a safeguarding concern: use …’"),
            longest=80,
            theme=theme,
        )
        self.route.input.setPlaceholderText(tr("your council’s safeguarding route"))
        self.content.addWidget(self.route)

    @property
    def day_value(self) -> date | None:
        """The planned day; None for none."""
        chosen = self.day.input.date()
        if chosen <= self.day.input.minimumDate():
            return None
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_values(self, day: date | None, route: str) -> None:
        """Show what a draft holds."""
        entry = self.day.input
        if day is None:
            entry.setDate(entry.minimumDate())
        else:
            entry.setDate(QDate(day.year, day.month, day.day))
        self.route.input.setText(route)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {
            "planned_closing": Target(self.day.set_error, self.day.input),
            "safeguarding_route": field_target(self.route),
        }


class DayEdit(QDateEdit):
    """A day that Tab leaves at once: Qt would go from day to month to year, and never on from 'No day planned'."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next field, or the one before."""
        return QWidget.focusNextPrevChild(self, forward)


def day_field(words: str, name: str, today: date, *, hint: str = "", theme: Theme | None = None) -> Field[QDateEdit]:
    """Return a field of a day; its least day, a month ago, stands for none."""
    theme = theme or current_theme()
    entry: QDateEdit = DayEdit()
    entry.setCalendarPopup(True)
    entry.setDisplayFormat("d MMMM yyyy")
    entry.setMinimumDate(QDate(today.year, today.month, today.day).addMonths(-1))
    entry.setSpecialValueText(tr("No day planned"))
    entry.setDate(entry.minimumDate())
    # Fusion draws the button's edge over the field's own.
    entry.setStyleSheet("QDateEdit::drop-down { border: none; width: 24px; }")
    entry.setMinimumHeight(theme.px(BUTTON_HEIGHT))
    return Field(words, name, entry, hint, theme)
