"""Asks of each change of a plan's spreadsheet that may be older than the plan which of both stands."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.failures import PlanSheetInvalid
from teamhealth.services.plan_sheet_changes import SheetChanges, SheetQuestion
from teamhealth.texts.catalogue import tr
from teamhealth.ui.plans.prompts import changes_words
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.theme import SPACE_4, SPACE_8, SPACE_16, SPACE_48
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.choice import Choice
from teamhealth.ui.widgets.choice_group import ChoiceGroup
from teamhealth.ui.widgets.in_turns import InTurns
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import Ground, scroll_area
from teamhealth.ui.widgets.text import strong

# How much is shown of the questions at the most, and where little room is left; the rest is scrolled to.
_MOST_SHOWN, _LEAST_SHOWN = 300, 120
_HERE = 0


class SheetPrompt(PromptWindow):
    """``taken`` carries the changes as they are to be made: as chosen here, or all of them.

    What stands here is chosen at first, so that nothing is overwritten by pressing on.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget, changes: SheetChanges) -> None:
        words = tr(
            "{changes}. What follows may be newer here: choose what is to stand.", changes=changes_words(changes)
        )
        super().__init__(
            parent,
            "sheet_prompt",
            tr("Take this spreadsheet in?"),
            words,
            go=tr("Take it in as chosen"),
            leave=tr("Leave the plan as it is"),
        )
        self._changes = changes
        self._mine = set(range(len(changes.asked)))
        self._choices: list[Choice] = []
        content = Ground()
        self._rows = QVBoxLayout(content)
        # Room for the ring around what is chosen.
        self._rows.setContentsMargins(*(self.theme.px(SPACE_8),) * 4)
        self._rows.setSpacing(self.theme.px(SPACE_16))
        self._area = scroll_area(content, "sheet_prompt_scroll")
        self.fields.addWidget(self._area)
        self.every = secondary_button(tr("Take all of it in"), "sheet_prompt_all", theme=self.theme)
        self._buttons.removeWidget(self.leave)
        self._buttons.addWidget(self.every)
        self._buttons.addWidget(self.leave)
        self.go.clicked.connect(self._on_go_clicked)
        self.every.clicked.connect(self._on_every_clicked)
        InTurns(self, self._add_questions())
        if self._choices:
            self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Show as many questions as the window over which this one stands has room for."""
        self._rows.activate()
        within = self._area.viewport().width()
        wanted = min(self._rows.heightForWidth(within), self.theme.px(_MOST_SHOWN))
        self._area.setFixedHeight(wanted)
        super().fit()
        over = self.height() - self.most_height()
        if over > 0:
            self._area.setFixedHeight(max(wanted - over, self.theme.px(_LEAST_SHOWN)))
            super().fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a choice that the keyboard comes to into view, with what it is about."""
        if isinstance(watched, Choice) and event.type() is QEvent.Type.FocusIn:
            self._area.ensureWidgetVisible(watched, 0, self.theme.px(SPACE_48))
        return super().eventFilter(watched, event)

    def _add_questions(self) -> Iterator[None]:
        before: QWidget = self._area
        for place, question in enumerate(self._changes.asked):
            self._rows.addWidget(self._question(place, question))
            # Through the questions, then to the buttons, which were there first.
            for each in (*self._choices[-2:], self.go, self.every, self.leave):
                self.setTabOrder(before, each)
                before = each
            before = self._choices[-1]
            yield

    def _question(self, place: int, question: SheetQuestion) -> QWidget:
        theme, name = self.theme, f"sheet_prompt_{place}"
        made = QWidget()
        named(made, name, "")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_4))
        column.addWidget(strong(question.about, name=f"{name}_about", theme=theme))
        here = Choice(tr("Here: {words}", words=question.here), f"{name}_here", compact=True, theme=theme)
        came = Choice(tr("Spreadsheet: {words}", words=question.came), f"{name}_came", compact=True, theme=theme)
        for choice in (here, came):
            choice.setAccessibleDescription(question.about)
            choice.installEventFilter(self)
            column.addWidget(choice)
        group = ChoiceGroup((here, came), made)
        group.select(_HERE)
        group.chosen.connect(partial(self._on_chosen, place))
        self._choices += [here, came]
        return made

    def _on_chosen(self, place: int, choice: int) -> None:
        (self._mine.add if choice == _HERE else self._mine.discard)(place)

    def _on_go_clicked(self) -> None:
        try:
            chosen = self._changes.keeping([self._changes.asked[place] for place in self._mine])
        except PlanSheetInvalid as error:
            self.on_failed(error)
            return
        self._take(chosen)

    def _on_every_clicked(self) -> None:
        self._take(self._changes)

    def _take(self, changes: SheetChanges) -> None:
        self.accept()
        self.taken.emit(changes)
