"""Modal questions of surveys: close, rename, delete a draft, correct a headcount, set a new PIN, leave in mid-work."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.services.collect import Collection, close_survey, correct_headcount, reset_pin
from teamhealth.services.draft_checks import secret_problems
from teamhealth.services.drafts import delete_draft
from teamhealth.services.progress import Progress
from teamhealth.services.survey_list import SurveySummary
from teamhealth.services.surveys import rename_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.organisation import LARGEST_HEADCOUNT, LONGEST_NAME
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.widgets.fields import line_field, spin_field
from teamhealth.ui.widgets.focus import lead_to

PIN_FIELD = "prompt_pin"


def close_words(answered: int, headcount: int, *, lead: bool = False) -> str:
    """Return what is asked before closing; with a survey ``lead``, other laptops may collect as well."""
    missing = headcount - answered
    if missing <= 0:
        return tr("Everyone has answered. Closing is final.")
    if lead:
        return trn(
            "{count} person has not answered here, and will not be able to on this laptop. Closing is final.",
            "{count} people have not answered here, and will not be able to on this laptop. Closing is final.",
            missing,
        )
    return trn(
        "{count} person will not be able to answer. Closing is final.",
        "{count} people will not be able to answer. Closing is final.",
        missing,
    )


class ClosePrompt(PromptWindow):
    """Asks before a survey is closed for good; below the threshold 'Keep open' is the default."""

    def __init__(self, parent: QWidget, workspace: Workspace, collection: Collection) -> None:
        answered, headcount = collection.answered, collection.team.headcount
        lead = collection.role is SurveyRole.LAPTOP
        words = close_words(answered, headcount, lead=lead)
        below = answered < collection.needed
        if below and not lead:
            words += " " + trn(
                "With fewer than {count} answer, nothing can be shown.",
                "With fewer than {count} answers, nothing can be shown.",
                collection.needed,
            )
        super().__init__(
            parent,
            "close_prompt",
            tr("Close with {answered} of {headcount}?", answered=answered, headcount=headcount),
            words,
            go=tr("Close survey"),
            leave=tr("Keep open"),
        )
        self._workspace = workspace
        self._survey_id = collection.survey.id
        self.pin = line_field(tr("Manager PIN"), PIN_FIELD, secret=True, longest=8, theme=self.theme)
        self.fields.addWidget(self.pin)
        self.go.clicked.connect(self._on_go_clicked)
        if below:
            self.swap_default()
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pin.input.returnPressed.connect(self._on_go_clicked)
            self.pin.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_failed(self, error: Exception) -> None:
        """Say what is wrong; the focus goes back to the PIN."""
        super().on_failed(error)
        lead_to(self.pin.input)
        self.pin.input.selectAll()

    def _on_go_clicked(self) -> None:
        self.attempt(_in_one_step(close_survey, self._workspace, self._survey_id, self.pin.input.text()), tr("Closing"))


class RenamePrompt(PromptWindow):
    """Asks for a survey's new title."""

    def __init__(self, parent: QWidget, workspace: Workspace, summary: SurveySummary) -> None:
        super().__init__(
            parent,
            "rename_prompt",
            tr("Rename this survey"),
            tr("What was published before keeps its old title."),
            go=tr("Rename"),
            leave=tr("Keep the title"),
        )
        self._workspace = workspace
        self._survey_id = summary.id
        self.title = line_field(tr("Title"), "prompt_title", longest=LONGEST_NAME, theme=self.theme)
        self.title.input.setText(summary.title)
        self.title.input.selectAll()
        self.fields.addWidget(self.title)
        self.go.clicked.connect(self._on_go_clicked)
        self.title.input.returnPressed.connect(self._on_go_clicked)
        self.title.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        title = self.title.input.text().strip()
        if not title:
            self.title.refuse(tr("Enter a title."))
            return
        self.attempt(_in_one_step(rename_survey, self._workspace, self._survey_id, title), tr("Renaming"))


class DeletePrompt(PromptWindow):
    """Asks before a draft is deleted."""

    def __init__(self, parent: QWidget, workspace: Workspace, summary: SurveySummary) -> None:
        super().__init__(
            parent,
            "delete_prompt",
            tr("Delete this draft?"),
            tr("‘{title}’ will be gone. Nobody has answered it.", title=summary.title),
            go=tr("Delete draft"),
            leave=tr("Keep the draft"),
        )
        self._work = _in_one_step(delete_draft, workspace, summary.id)
        self.go.clicked.connect(self._on_go_clicked)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        self.attempt(self._work, tr("Deleting"))


class HeadcountPrompt(PromptWindow):
    """Asks how many people are in the team now."""

    def __init__(self, parent: QWidget, workspace: Workspace, collection: Collection) -> None:
        words = tr("Leave out whoever will receive the report. It can be corrected until the survey closes.")
        super().__init__(
            parent,
            "headcount_prompt",
            tr("Correct the headcount"),
            words,
            go=tr("Save the headcount"),
            leave=tr("Leave it as it is"),
        )
        self._workspace = workspace
        self._collection = collection
        people = tr("People in {team}", team=collection.team.name)
        self.headcount = spin_field(people, "prompt_headcount", 0, LARGEST_HEADCOUNT, theme=self.theme)
        self.headcount.input.setValue(collection.team.headcount)
        self.headcount.describe(words)
        self.fields.addWidget(self.headcount)
        self.go.clicked.connect(self._on_go_clicked)
        self.headcount.input.returnPressed.connect(self._on_go_clicked)
        self.headcount.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_failed(self, error: Exception) -> None:
        """Say what is wrong; the focus goes back to the number."""
        super().on_failed(error)
        lead_to(self.headcount.input)

    def _on_go_clicked(self) -> None:
        team = self._collection.team
        headcount = self.headcount.input.value()
        work = _in_one_step(correct_headcount, self._workspace, self._collection.survey.id, team.id, headcount)
        self.attempt(work, tr("Saving"))


class PinPrompt(PromptWindow):
    """Sets a new PIN with the passphrase; no answers are touched."""

    def __init__(self, parent: QWidget, workspace: Workspace, collection: Collection) -> None:
        custody = collection.survey.custody
        words = tr("A new PIN needs the passphrase. No answers are lost.")
        if custody.kind is CustodyKind.CHOSEN:
            words += " " + tr("Ask {role} to type it, and look away.", role=custody.role)
        super().__init__(
            parent, "pin_prompt", tr("Set a new PIN"), words, go=tr("Set the new PIN"), leave=tr("Keep the old PIN")
        )
        self._workspace = workspace
        self._survey_id = collection.survey.id
        self.passphrase = line_field(tr("Passphrase"), "prompt_passphrase", secret=True, theme=self.theme)
        self.pin = line_field(tr("New PIN"), PIN_FIELD, secret=True, longest=8, theme=self.theme)
        self.repeated = line_field(tr("New PIN once more"), "prompt_pin_repeated", secret=True, longest=8,
                                   theme=self.theme)  # fmt: skip
        for field in (self.passphrase, self.pin, self.repeated):
            self.fields.addWidget(field)
        self.go.clicked.connect(self._on_go_clicked)
        self.repeated.input.returnPressed.connect(self._on_go_clicked)
        self.passphrase.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_failed(self, error: Exception) -> None:
        """Say what is wrong; the focus goes back to the passphrase."""
        super().on_failed(error)
        lead_to(self.passphrase.input)

    def _on_go_clicked(self) -> None:
        pin, repeated = self.pin.input.text(), self.repeated.input.text()
        wrong = {problem.field: problem.text for problem in secret_problems("", "", pin, repeated)}
        self.pin.set_error(wrong.get("pin"))
        self.repeated.set_error(wrong.get("pin_repeated"))
        for field, key in ((self.pin, "pin"), (self.repeated, "pin_repeated")):
            if key in wrong:
                lead_to(field.input)
                self.fit()
                return
        work = _in_one_step(reset_pin, self._workspace, self._survey_id, self.passphrase.input.text(), pin)
        self.attempt(work, tr("Checking the passphrase"))


class LeavePrompt(PromptWindow):
    """Asks before the program is left while work is going on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            "leave_prompt",
            tr("Close the program now?"),
            tr("Something is still being done. If you stop it now, nothing is changed."),
            go=tr("Stop it and close"),
            leave=tr("Carry on"),
        )
        self.go.clicked.connect(self.accept)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)


def _in_one_step(use_case: Callable[..., None], *arguments: object) -> Callable[[Progress], None]:
    """Return a use case that knows no progress as work for a task."""

    def work(progress: Progress) -> None:
        progress(0, 0)
        use_case(*arguments)

    return work
