"""Leads from an empty draft through its check and its preview to a survey that collects."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.ui.lead.ways import LeadWays
from teamhealth.ui.room import Room

if TYPE_CHECKING:
    from teamhealth.services.drafts import Draft
    from teamhealth.ui.surveys.setup import ReadyToCheck


class SetupWays(QObject):
    """``home_asked`` goes back to the list; ``created`` carries the survey's id, ``practice_asked`` the draft."""

    home_asked = Signal()
    created = Signal(str)
    practice_asked = Signal(object)

    def __init__(self, workspace: Workspace, lead: LeadWays, room: Room) -> None:
        super().__init__(room)
        self._workspace = workspace
        self._lead = lead
        self._room = room

    def start_draft(self) -> None:
        """Show an empty set-up page."""
        from teamhealth.services.drafts import new_draft

        self.show_setup(new_draft(self._workspace))

    def copy_survey(self, survey_id: str) -> None:
        """Show the set-up page of a survey's next round."""
        from teamhealth.services.next_round import copy_to_draft

        self.show_setup(copy_to_draft(self._workspace, survey_id))

    def show_setup(self, draft: "Draft", *, again: bool = False) -> None:
        """Show the set-up page of a draft; ``again`` where it was stored before."""
        from teamhealth.ui.surveys.setup import SetupPage

        if draft.custody is CustodyKind.LEAD:
            self._lead.show_setup(draft, again=again)
            return
        page = SetupPage(self._workspace, draft)
        if again:
            page.say_opened_again()
        page.crumb_followed.connect(self.home_asked)
        page.checked.connect(self._on_checked)
        page.preview_asked.connect(self._on_preview_asked)
        page.lead_asked.connect(self._lead.show_setup)
        self._room.show_page(page)

    def _on_checked(self, ready: "ReadyToCheck") -> None:
        from teamhealth.ui.surveys.check import CheckPage

        page = CheckPage(self._workspace, ready)
        page.left.connect(self._room.lift)
        # The draft is a survey then: the form below must not be saved again.
        page.created.connect(self.created)
        self._room.lay_over(page)

    def _on_preview_asked(self, draft: "Draft") -> None:
        from teamhealth.ui.surveys.preview import PreviewPage

        page = PreviewPage(self._workspace, draft)
        page.left.connect(self._room.lift)
        page.try_asked.connect(self.practice_asked)
        self._room.lay_over(page)
