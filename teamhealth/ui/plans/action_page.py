"""The form of one action: added, changed or taken out of the plan."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from teamhealth.figures.measured import measure_title, own_measure_words, state_words
from teamhealth.publication.planned import Planned
from teamhealth.report.evidence import Evidence
from teamhealth.services.action_form import ActionForm, action_problems
from teamhealth.services.draft_checks import Problem
from teamhealth.survey.plan import (
    LONGEST_ACTION,
    LONGEST_OWNER,
    Action,
    ActionState,
    Measure,
    MeasureKind,
)
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.plans.examples_card import ExamplesCard
from teamhealth.ui.problems.error_summary import ErrorSummary
from teamhealth.ui.theme import SPACE_4, SPACE_16
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.fields import Field, line_field
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import hint, strong

_NARROW_BELOW = 860
# A day by which something can be done.
_SOON = timedelta(days=60)


class ActionPage(Page):
    """``saved`` carries an ActionForm without problems; ``removed`` and ``left`` go back to the plan.

    ``doubted`` asks first, because something was typed that would be lost.
    """

    saved = Signal(object)
    removed = Signal()
    left = Signal()
    doubted = Signal()

    def __init__(self, planned: Planned, start: ActionForm | Action, evidence: Evidence, today: date) -> None:
        new = isinstance(start, ActionForm)
        title = tr("Add an action") if new else tr("Change an action")
        super().__init__(title, "action_page", crumb=tr("{team}: retention plan", team=planned.team.name))
        self._survey_custody = planned.publication.survey.custody
        theme = self.theme
        self._start = start
        self.summary = ErrorSummary("action_summary", theme)
        self._concerns, concern_words = _concerns(planned, start.concern)
        self._measures, measure_words = _measures(planned, start.measure)
        self.what = line_field(
            tr("What we will do"), "action_what", hint=tr("One thing that somebody can do and say is done."),
            longest=LONGEST_ACTION * 2, theme=theme,
        )  # fmt: skip
        self._example = start.what if new else ""
        words = tr("These are the example’s words. Write in your own what the team will do.")
        self._borrowed = hint(words, name="action_borrowed", tone="warning", theme=theme)
        self.what.add_below(self._borrowed)
        self.owner = line_field(
            tr("Owner"), "action_owner", hint=tr("A role, such as ‘Team manager’, not a name."),
            longest=LONGEST_OWNER * 2, theme=theme,
        )  # fmt: skip
        self._such_as = long_date(today + _SOON)
        how = tr("Such as {day}. Leave it empty for no day.", day=self._such_as)
        self.due = line_field(tr("Due"), "action_due", hint=how, theme=theme)
        self.concern = ComboBox(concern_words, "action_concern", tr("What people told us"), theme=theme)
        self.state = ComboBox([state_words(each) for each in ActionState], "action_state", tr("Status"), theme=theme)
        self.measure = ComboBox(measure_words, "action_measure", tr("Measure"), theme=theme)
        self.examples = ExamplesCard(evidence, theme)
        self._lay_out()
        self._show(start)
        self._add_buttons(new=new)
        self._listen()
        self._begun = self.form()
        self.start_at(self.what.input)
        if self._example:
            self.what.input.selectAll()

    @property
    def changed(self) -> bool:
        """Whether anything was typed or chosen since the form came up."""
        return self.form() != self._begun

    @property
    def start(self) -> ActionForm | Action:
        """What stood in it when the form came up."""
        return self._start

    def form(self) -> ActionForm:
        """Return what stands in the fields."""
        return ActionForm(
            concern=self._concerns[self.concern.currentIndex()],
            what=self.what.input.text(),
            owner=self.owner.input.text(),
            due=self.due.input.text(),
            state=tuple(ActionState)[self.state.currentIndex()],
            measure=self._measures[self.measure.currentIndex()],
        )

    def _lay_out(self) -> None:
        theme = self.theme
        self.body.addWidget(self.summary)
        card = Card(None, "action_card", theme=theme)
        card.content.setSpacing(theme.px(SPACE_16))
        card.content.addWidget(self._labelled(tr("What people told us"), self.concern))
        for field in (self.what, self.owner, self.due):
            card.content.addWidget(field)
        card.content.addWidget(self._labelled(tr("Status"), self.state))
        card.content.addWidget(self._labelled(tr("Measure"), self.measure))
        beside = column("action_beside", (self.examples,), theme)
        both = Columns(((card, 62), (beside, 38)), theme, narrow_below=_NARROW_BELOW, name="action_columns")
        self.body.addWidget(both)
        self.body.addStretch(1)

    def _labelled(self, words: str, box: ComboBox) -> QWidget:
        made = QWidget()
        named(made, f"{box.objectName()}_field", "")
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.theme.px(SPACE_4))
        title = strong(words, name=f"{box.objectName()}_label", theme=self.theme)
        title.setBuddy(box)
        layout.addWidget(title)
        layout.addWidget(box)
        return made

    def _show(self, start: ActionForm | Action) -> None:
        self.what.input.setText(start.what)
        self.owner.input.setText(start.owner)
        due = start.due if isinstance(start.due, str) else long_date(start.due) if start.due else ""
        self.due.input.setText(due)
        self.concern.setCurrentIndex(self._concerns.index(start.concern))
        self.state.setCurrentIndex(list(ActionState).index(start.state))
        self.measure.setCurrentIndex(self._measures.index(start.measure))
        self._on_concern_changed()
        self._on_what_changed()

    def _add_buttons(self, *, new: bool) -> None:
        bar = self.bottom_bar()
        self.save = primary_button(tr("Add it to the plan") if new else tr("Save the action"), "action_save",
                                   theme=self.theme)  # fmt: skip
        leave = tr("Back, adding nothing") if new else tr("Leave it as it was")
        self.cancel = secondary_button(leave, "action_cancel", theme=self.theme)
        bar.addWidget(self.save)
        bar.addWidget(self.cancel)
        bar.addStretch(1)
        if not new:
            remove = secondary_button(tr("Take it out of the plan"), "action_remove", theme=self.theme)
            remove.clicked.connect(self.removed)
            bar.addWidget(remove)

    def _listen(self) -> None:
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self.left)
        self.crumb_followed.connect(self._on_leaving)
        self.summary.followed.connect(self._on_problem_followed)
        self.concern.currentIndexChanged.connect(self._on_concern_changed)
        self.what.input.textChanged.connect(self._on_what_changed)
        self.examples.taken.connect(self._on_example_taken)
        for field in (self.what, self.owner, self.due):
            field.error.mended.connect(self._on_mended)
        keys = ((Qt.Key.Key_Escape, self._on_leaving), ("Ctrl+S", self._on_save_clicked))
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was said to be wrong and has not been changed since."""
        return self.summary.problems

    def tell_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong at its fields and above them; the focus stays where it is."""
        words = {problem.field: problem.text for problem in problems}
        for name, field in self._fields().items():
            field.set_error(words.get(name))
        self.summary.list_problems(problems)

    def _on_concern_changed(self) -> None:
        self.examples.show_concern(self._concerns[self.concern.currentIndex()])

    def _on_example_taken(self, words: str) -> None:
        """Begin with the words of an example: selected, so that the team's own take their place.

        They come in as if typed, so that Ctrl+Z brings back what was written before.
        """
        self._example = words
        lead_to(self.what.input)
        self.what.input.selectAll()
        self.what.input.insert(words)
        self._on_what_changed()
        self.what.input.selectAll()

    def _on_what_changed(self) -> None:
        """Say whose the words are while they are an example's."""
        borrowed = bool(self._example) and self.what.input.text() == self._example
        self._borrowed.setVisible(borrowed)
        self.what.describe(" ".join((self.what.hint.text(), self._borrowed.text() if borrowed else "")).strip())

    def _on_save_clicked(self) -> None:
        form = self.form()
        problems = action_problems(form, self._such_as)
        self.tell_problems(problems)
        if problems:
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.saved.emit(form)

    def _on_leaving(self) -> None:
        (self.doubted if self.changed else self.left).emit()

    def _on_problem_followed(self, name: str) -> None:
        lead_to(self._fields()[name].input)

    def _on_mended(self) -> None:
        self.summary.keep({name for name, field in self._fields().items() if field.error.text})

    def _fields(self) -> dict[str, Field[QLineEdit]]:
        return {"what": self.what, "owner": self.owner, "due": self.due}


def _concerns(planned: Planned, chosen: str | None) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """Return the concerns to choose from, with their words; one that an action answers already stays among them."""
    found: list[tuple[str | None, str]] = [(each.item.id, each.sentence) for each in planned.concerns]
    if chosen is not None and chosen not in {concern for concern, _ in found}:
        found.append((chosen, measure_title(planned.publication, Measure(MeasureKind.ITEM, chosen))))
    found.append((None, tr("Something else")))
    return tuple(concern for concern, _ in found), tuple(words for _, words in found)


def _measures(planned: Planned, chosen: Measure | None) -> tuple[tuple[Measure | None, ...], tuple[str, ...]]:
    """Return the measures to choose from, with their words; first that the concern itself is the measure."""
    known = list(planned.measures)
    if chosen is not None and chosen not in known:
        known.append(chosen)
    words = [measure_title(planned.publication, each) for each in known]
    return (None, *known), (own_measure_words(), *words)
