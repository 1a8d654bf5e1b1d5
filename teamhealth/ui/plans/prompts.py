"""The modal questions about a plan: whether to delete it, take an action out, or leave what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.publication.planned import Planned
from teamhealth.services.plan_sheet_changes import SheetChanges
from teamhealth.survey.plan import Action
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list
from teamhealth.ui.prompt_window import PromptWindow


class PlanPrompt(PromptWindow):
    """Asks before something is given up; the way out has the focus."""

    def __init__(self, parent: QWidget, name: str, title: str, words: str, *, go: str, leave: str) -> None:
        super().__init__(parent, name, title, words, go=go, leave=leave)
        self.go.clicked.connect(self.accept)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)


def delete_plan_prompt(parent: QWidget, planned: Planned) -> PlanPrompt:
    """Return the question before a plan is deleted."""
    words = trn(
        "{count} action of {team} will be gone. The results stay.",
        "{count} actions of {team} will be gone. The results stay.",
        len(planned.plan.actions),
        team=planned.team.name,
    )
    return PlanPrompt(
        parent,
        "delete_plan_prompt",
        tr("Delete this plan?"),
        words,
        go=tr("Delete the plan"),
        leave=tr("Keep the plan"),
    )


def remove_action_prompt(parent: QWidget, action: Action) -> PlanPrompt:
    """Return the question before an action is taken out."""
    return PlanPrompt(
        parent,
        "remove_action_prompt",
        tr("Take this action out of the plan?"),
        tr("‘{what}’ will be gone.", what=action.what),
        go=tr("Take it out"),
        leave=tr("Keep the action"),
    )


def unsaved_prompt(parent: QWidget) -> PlanPrompt:
    """Return the question before a form is left in which something was typed."""
    return PlanPrompt(
        parent,
        "unsaved_prompt",
        tr("Leave without saving?"),
        tr("What you typed for this action will be lost."),
        go=tr("Leave without saving"),
        leave=tr("Go on writing"),
    )


def changes_words(changes: SheetChanges) -> str:
    """Return '1 new action, 2 changed and 1 gone'."""
    parts = []
    if changes.new:
        parts.append(trn("{count} new action", "{count} new actions", changes.new))
    if changes.changed:
        parts.append(trn("{count} action changed", "{count} actions changed", changes.changed))
    if changes.gone:
        parts.append(trn("{count} action gone", "{count} actions gone", changes.gone))
    return and_list(parts) or tr("Nothing has changed")


def taken_words(changes: SheetChanges) -> str:
    """Return what is said once a spreadsheet was taken in."""
    if not changes.any:
        return tr("The spreadsheet holds nothing that is new here.")
    return tr("Taken in: {changes}.", changes=changes_words(changes))
