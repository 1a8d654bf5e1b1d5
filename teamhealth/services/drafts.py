"""A survey while it is being set up: kept as a draft, checked, and never holding a passphrase or PIN."""

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from teamhealth.failures import NoSuchSurvey
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import drafts as draft_table
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.ids import new_id
from teamhealth.survey.policy import SMALLEST_THRESHOLD, CommentsChoice, ReleasePolicy
from teamhealth.survey.spares import SPARE_CODES


@dataclass(frozen=True, slots=True)
class DraftTeam:
    """A team of a survey with several teams; ``service`` may be '', and ``id`` is '' for a team without a past."""

    name: str = ""
    headcount: int | None = None
    answering_recipients: int = 0
    service: str = ""
    id: str = ""

    def asked_for_comments(self, policy: ReleasePolicy) -> bool:
        """Return whether so many people as have been filled in are asked for comments."""
        return policy.comments_asked(self.headcount or 0, self.answering_recipients)


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been filled in so far; ``headcount`` None is an empty field.

    ``modules`` are ids of questionnaires beside the core one; ``language`` is of the translations that are asked in
    place of the program's own, '' for none. ``teams`` and codes are for a survey that is sealed
    for its lead; any other has one team.
    """

    id: str
    title: str = ""
    custody: CustodyKind | None = None
    role: str = ""
    organisation: str = ""
    round_name: str = ""
    service: str = ""
    team: str = ""
    headcount: int | None = None
    answering_recipients: int = 0
    comments: CommentsChoice | None = None
    threshold: int = SMALLEST_THRESHOLD
    planned_closing: date | None = None
    safeguarding_route: str = ""
    modules: tuple[str, ...] = ()
    teams: tuple[DraftTeam, ...] = ()
    one_time_codes: bool = True
    spare_codes: int = SPARE_CODES
    language: str = ""


def new_draft(workspace: Workspace) -> Draft:
    """Return an empty draft; nothing is stored yet."""
    return Draft(new_id(workspace.entropy))


def save_draft(workspace: Workspace, draft: Draft) -> None:
    """Store a draft, in place of an earlier state of the same one."""
    with workspace.database.connect() as store:
        draft_table.save(store, draft.id, msgspec.json.encode(draft, order="sorted"))


def load_draft(workspace: Workspace, draft_id: str) -> Draft:
    """Return a stored draft; NoSuchSurvey if there is none."""
    with workspace.database.connect() as store:
        document = draft_table.load(store, draft_id)
    if document is None:
        raise NoSuchSurvey(draft_id)
    return msgspec.json.decode(document, type=Draft)


def list_drafts(workspace: Workspace) -> tuple[Draft, ...]:
    """Return all drafts, by title."""
    with workspace.database.connect() as store:
        found = [msgspec.json.decode(document, type=Draft) for _, document in draft_table.all_drafts(store)]
    return tuple(sorted(found, key=lambda draft: (draft.title, draft.id)))


def delete_draft(workspace: Workspace, draft_id: str) -> None:
    """Delete a draft; deleting one that is not there is no error."""
    with workspace.database.connect() as store:
        ask_still_wanted()
        draft_table.delete(store, draft_id)


def titled(draft: Draft) -> Draft:
    """Return the draft with a title made from its round, unless it has one."""
    if draft.title.strip() or not draft.round_name.strip():
        return draft
    return replace(draft, title=f"{draft.round_name.strip()} team health")
