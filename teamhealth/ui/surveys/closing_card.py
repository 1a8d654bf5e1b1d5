"""A planned closing day, and where staff report a safeguarding concern."""

from datetime import date

from teamhealth.services.draft_checks import Problem, closing_problems
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date, missing_day_words, read_date
from teamhealth.ui.surveys.form_parts import Target, field_target, snug
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import line_field, show_example

_LONGEST_DAY = 40


class ClosingCard(Card):
    """A reminder, and a route; both can stay empty."""

    def __init__(self, today: date, theme: Theme) -> None:
        super().__init__(None, "closing", theme=theme)
        snug(self, theme)
        self._today = today
        self.day = line_field(
            tr("Planned closing day"),
            "planned_closing",
            hint=tr("A reminder. Nothing closes by itself."),
            longest=_LONGEST_DAY,
            theme=theme,
        )
        show_example(self.day, _example())
        self.day.input.editingFinished.connect(self._on_day_left)
        self.day.error.mended.connect(self._on_day_mended)
        self.content.addWidget(self.day)
        self.route = line_field(
            tr("Where safeguarding concerns go"),
            "safeguarding_route",
            hint=tr("Staff read: ‘This is not a way to report a safeguarding concern: use …’"),
            longest=80,
            theme=theme,
        )
        show_example(self.route, tr("your council’s safeguarding route"))
        self.content.addWidget(self.route)

    @property
    def day_value(self) -> date | None:
        """The planned day; None for none, or for words that are not a day."""
        return read_date(self.day.input.text())

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the day as it was typed."""
        typed = self.day.input.text().strip()
        if typed and self.day_value is None:
            words = tr("Write the day as ‘{day}’, or leave it empty.", day=_example())
            return (Problem("planned_closing", " ".join((missing_day_words(typed), words)).strip()),)
        return closing_problems(self.day_value, self._today)

    def show_values(self, day: date | None, route: str) -> None:
        """Show what a draft holds."""
        self.day.input.setText("" if day is None else long_date(day))
        self.route.input.setText(route)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {"planned_closing": field_target(self.day), "safeguarding_route": field_target(self.route)}

    def _on_day_left(self) -> None:
        day = self.day_value
        if day is not None and self.day.input.text() != long_date(day):
            self.day.input.setText(long_date(day))
        wrong = next((problem.text for problem in self.problems()), None)
        # In its place: what stands below must not move while it is being pressed.
        self.day.hint.setHidden(wrong is not None)
        self.day.set_error(wrong)

    def _on_day_mended(self) -> None:
        self.day.hint.show()


def _example() -> str:
    return long_date(date(2026, 12, 4))
