"""What a draft needs next, from its document as it is stored: a list of surveys loads no types for it."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from teamhealth.survey.custody import CustodyKind


class DraftStep(Enum):
    """What is missing first, in the order of the set-up page; at last only the secrets, which no draft keeps."""

    CUSTODY = auto()
    ROLE = auto()
    ORGANISATION = auto()
    ROUND = auto()
    TEAM = auto()
    TEAMS = auto()
    EACH_TEAM = auto()
    HEADCOUNT = auto()
    EACH_HEADCOUNT = auto()
    TOO_FEW = auto()
    COMMENTS = auto()
    SECRETS = auto()
    PASSPHRASE = auto()


def next_step(draft: Mapping[str, object], threshold: int) -> DraftStep:
    """Return what a stored draft lacks first; ``threshold`` is the fewest answers that it shows."""
    lead = draft.get("custody") == CustodyKind.LEAD.value
    of_teams = _of_teams(draft.get("teams")) if lead else _of_team(draft, threshold)
    secrets = DraftStep.PASSPHRASE if lead else DraftStep.SECRETS
    comments = None if draft.get("comments") else DraftStep.COMMENTS
    return _of_round(draft) or of_teams or comments or secrets


def _of_round(draft: Mapping[str, object]) -> DraftStep | None:
    if not draft.get("custody"):
        return DraftStep.CUSTODY
    if draft["custody"] == CustodyKind.CHOSEN.value and not _filled(draft, "role"):
        return DraftStep.ROLE
    if not _filled(draft, "organisation"):
        return DraftStep.ORGANISATION
    return None if _filled(draft, "round_name") else DraftStep.ROUND


def _of_team(draft: Mapping[str, object], threshold: int) -> DraftStep | None:
    if not _filled(draft, "team"):
        return DraftStep.TEAM
    headcount, recipients = draft.get("headcount"), draft.get("answering_recipients")
    if not isinstance(headcount, int):
        return DraftStep.HEADCOUNT
    return DraftStep.TOO_FEW if headcount < threshold + (recipients if isinstance(recipients, int) else 0) else None


def _of_teams(teams: object) -> DraftStep | None:
    rows = [each for each in teams if isinstance(each, Mapping)] if isinstance(teams, Sequence) else []
    if not any(_filled(each, "name") for each in rows):
        return DraftStep.TEAMS
    if not all(_filled(each, "name") for each in rows):
        return DraftStep.EACH_TEAM
    return None if all(each.get("headcount") for each in rows) else DraftStep.EACH_HEADCOUNT


def _filled(draft: Mapping[str, object], field: str) -> bool:
    return bool(str(draft.get(field) or "").strip())
