"""Where workforce figures of one team or service are typed, with the rates that follow from them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from teamhealth.services.draft_checks import Problem
from teamhealth.services.workforce import EnteredFigures
from teamhealth.services.workforce_form import FiguresForm, example_day, figures_of, form_problems
from teamhealth.services.workforce_typed import typed_rates
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.survey.workforce import WorkforceFigures
from teamhealth.survey.workforce_checks import FIELDS
from teamhealth.survey.workforce_reference import Reference
from teamhealth.survey.workforce_words import field_title
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.problems.error_summary import ErrorSummary
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.fields import Field, line_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.side_by_side import SideBySide
from teamhealth.ui.widgets.text import hint, strong
from teamhealth.ui.workforce.figure_tables import number_text
from teamhealth.ui.workforce.rates_card import RatesCard

_NARROW_BELOW = 900
_PAIRS = (
    ("people", "in_post"),
    ("establishment", "vacancies"),
    ("agency", "leavers"),
    ("cases", "case_holders"),
    ("days_lost", "working_days"),
)


class EntryPage(Page):
    """``saved`` carries (Unit, WorkforceFigures), ``deleted`` (Unit, date); ``left`` goes back."""

    saved = Signal(object, object)
    deleted = Signal(object, object)
    left = Signal()

    def __init__(self, entered: Sequence[EnteredFigures], references: Sequence[Reference], today: date) -> None:
        super().__init__(tr("Enter workforce figures"), "workforce_entry", crumb=tr("Workforce figures"))
        self._entered = entered
        self._today = today
        self._units = _units(entered)
        self._showing: WorkforceFigures | None = None
        self._warned: FiguresForm | None = None
        self.summary = ErrorSummary("entry_problems", self.theme)
        self.body.addWidget(self.summary)
        names = [words for _, words in self._units]
        self.unit = ComboBox(names, "entry_unit", tr("Team or service"), theme=self.theme)
        self.count = ComboBox([], "entry_count", tr("Count"), theme=self.theme)
        self.day = line_field(
            tr("Counted on"), "entry_as_of", hint=tr("Such as {day}.", day=example_day()), longest=40, theme=self.theme
        )
        self.numbers = {each: line_field(field_title(each), f"entry_{each}", longest=20, theme=self.theme)
                        for each in FIELDS}  # fmt: skip
        self.rates = RatesCard(references, today, self.theme)
        self._lay_out()
        self._listen()
        self._show_unit()
        self.start_at(self.unit)

    @property
    def chosen(self) -> Unit:
        """The team or service that is chosen."""
        return self._units[self.unit.currentIndex()][0]

    def form(self) -> FiguresForm:
        """Return what stands in the fields."""
        typed = {name: field.input.text() for name, field in self.numbers.items()}
        return FiguresForm(self.chosen.kind, self.day.input.text(), typed)

    def _lay_out(self) -> None:
        theme = self.theme
        left = Card(None, "entry_card", theme=theme)
        for words, box in ((tr("Team or service"), self.unit), (tr("Count"), self.count)):
            label = strong(words, name=f"{box.objectName()}_label", theme=theme)
            label.setBuddy(box)
            left.content.addWidget(label)
            left.content.addWidget(box)
        left.content.addWidget(self.day)
        full_time = tr("Full-time equivalents, the year up to that day. Leave empty what you do not know.")
        left.content.addWidget(hint(full_time, name="entry_note", theme=theme))
        for first, second in _PAIRS:
            left.content.addLayout(SideBySide(theme, self.numbers[first], self.numbers[second]))
        columns = ((left, 55), (column("entry_right", (self.rates,), theme), 45))
        self.body.addWidget(Columns(columns, theme, narrow_below=_NARROW_BELOW, name="entry_columns"))
        self.body.addStretch(1)
        bar = self.bottom_bar()
        self.save = primary_button(tr("Save the figures"), "entry_save", theme=theme)
        self.leave = secondary_button(tr("Leave without saving"), "entry_leave", theme=theme)
        self.delete = secondary_button(tr("Delete this count"), "entry_delete", theme=theme)
        for button in (self.save, self.leave):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.delete)

    def _listen(self) -> None:
        self.unit.currentIndexChanged.connect(self._show_unit)
        self.count.currentIndexChanged.connect(self._show_count)
        for field in (self.day, *self.numbers.values()):
            field.input.textChanged.connect(self._show_rates)
            field.error.mended.connect(self._on_mended)
        self.save.clicked.connect(self._on_save_clicked)
        self.leave.clicked.connect(self.left)
        self.crumb_followed.connect(self.left)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.summary.followed.connect(self._on_problem_followed)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save_clicked)

    def _counts(self) -> tuple[WorkforceFigures, ...]:
        return next((found for each in self._entered if (found := each.of(self.chosen))), ())

    def _show_unit(self) -> None:
        """List the counts of the chosen unit, the newest first; a new one is begun."""
        self.count.blockSignals(True)
        self.count.clear()
        self.count.addItems([tr("A new count"), *(long_date(each.as_of) for each in self._counts())])
        self.count.blockSignals(False)
        service = self.chosen.kind is UnitKind.SERVICE
        for name in ("days_lost", "working_days"):
            self.numbers[name].setVisible(service)
        self._show_count()

    def _show_count(self) -> None:
        place = self.count.currentIndex()
        self._showing = self._counts()[place - 1] if place > 0 else None
        self.day.input.setText(long_date(self._showing.as_of) if self._showing else "")
        for name, field in self.numbers.items():
            field.input.setText(number_text(self._showing, name) if self._showing else "")
        self.delete.setVisible(self._showing is not None)
        self._say(())
        self._show_rates()

    def _show_rates(self) -> None:
        self._warned = None
        typed = figures_of(self.form(), self._today)
        self.rates.show_rates(typed_rates(self._entered, self.chosen, typed), typed, self.chosen.kind)

    def _say(self, problems: Sequence[Problem]) -> None:
        words = {each.field: each.text for each in problems}
        for name, field in self._fields().items():
            field.set_error(words.get(name))
        self.summary.show_problems(problems)

    def _fields(self) -> dict[str, Field[QLineEdit]]:
        return {"as_of": self.day, **self.numbers}

    def _on_save_clicked(self) -> None:
        form = self.form()
        problems = form_problems(form, self._today)
        blocking = [each for each in problems if each.blocking]
        if blocking or (problems and self._warned != form):
            self._say(blocking or problems)
            # A doubt is said once: pressing again means that it is right.
            self._warned = None if blocking else form
            return
        self.saved.emit(self.chosen, figures_of(form, self._today))

    def _on_delete_clicked(self) -> None:
        if self._showing is not None:
            self.deleted.emit(self.chosen, self._showing.as_of)

    def _on_problem_followed(self, name: str) -> None:
        lead_to(self._fields()[name].input)

    def _on_mended(self) -> None:
        self.summary.keep({name for name, field in self._fields().items() if field.error.text})


def _units(entered: Sequence[EnteredFigures]) -> tuple[tuple[Unit, str], ...]:
    """Return every service and team that goes on, with its words: teams under their service."""
    found: list[tuple[Unit, str]] = []
    for each in entered:
        for service in each.units.services:
            if service.service.ending is not None:
                continue
            found.append((service.service, tr("{service} (whole service)", service=service.service.name)))
            found += [
                (team, tr("{team}, {service}", team=team.name, service=service.service.name))
                for team in service.teams
                if team.ending is None
            ]
    return tuple(found)
