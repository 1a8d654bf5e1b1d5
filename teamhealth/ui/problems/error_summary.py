"""The summary above a form: every problem as a link that moves the focus to its field."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.services.draft_checks import Problem
from teamhealth.texts.catalogue import trn
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.problems.problem_frame import ProblemFrame
from teamhealth.ui.theme import BODY, LINK_HEIGHT, Theme
from teamhealth.ui.widgets.buttons import Button, ButtonKind


class ProblemLink(Button):
    """One problem; ``followed`` names its field."""

    followed = Signal(str)

    def __init__(self, problem: Problem, theme: Theme) -> None:
        super().__init__(problem.text, f"problem_{problem.field}", ButtonKind.LINK, theme)
        self.field = problem.field
        font = theme.font(BODY, Weight.SEMIBOLD)
        font.setUnderline(True)
        self.setFont(font)
        self.setMinimumHeight(theme.px(LINK_HEIGHT))
        set_sheet(self, f"color: {palette.ERROR};")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.followed.emit(self.field)


class ErrorSummary(ProblemFrame):
    """Hidden while there are no problems; takes the focus when there are."""

    followed = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(name, theme)
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._links: list[ProblemLink] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is listed."""
        return self._problems

    @property
    def texts(self) -> tuple[str, ...]:
        """The problems that are listed."""
        return tuple(link.accessibleName() for link in self._links)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List the problems and take the focus; hide without any."""
        self.list_problems(problems)
        if problems:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, fields: Collection[str]) -> None:
        """Drop the problems of all other fields: they have been changed since."""
        kept = [problem for problem in self._problems if problem.field in fields]
        if len(kept) < len(self._problems):
            self.list_problems(kept)

    def list_problems(self, problems: Sequence[Problem]) -> None:
        """List the problems, and leave the focus where it is; hide without any."""
        self._problems = tuple(problems)
        for link in self._links:
            self.words.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [ProblemLink(problem, self._theme) for problem in problems]
        before: QWidget = self
        for link in self._links:
            link.followed.connect(self.followed)
            self.words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            # They are younger than the form, and Tab would else come to them after all of it.
            QWidget.setTabOrder(before, link)
            before = link
        count = trn("There is {count} problem.", "There are {count} problems.", len(problems))
        self.setAccessibleName(" ".join((count, *(problem.text for problem in problems))))
        self.setVisible(bool(problems))
