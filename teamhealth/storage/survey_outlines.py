"""What a list, and the end of a survey's time, need of each survey: read without the types of its questions.

Those types take longer to load than a list of surveys takes to show, and the list is what each start begins with.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from teamhealth.settings.light_json import read_json
from teamhealth.storage.library import Store
from teamhealth.storage.refusals import DocumentDamaged
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.policy import RETENTION_DAYS, CommentsChoice, ReleasePolicy
from teamhealth.survey.role import SurveyRole

if TYPE_CHECKING:
    from teamhealth.storage.surveys import StoredSurvey

SELECT = "SELECT document, state, public_key, created, closed, published, role, sha256 FROM survey"
SurveyRow = tuple[bytes, str, bytes, str, str | None, str | None, str, str | None]


class SurveyState(StrEnum):
    """The three states; there is no way back."""

    COLLECTING = "collecting"
    CLOSED = "closed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class OutlinedTeam:
    """A team by its name and how many it has, as in the whole survey."""

    id: TeamId
    name: str
    headcount: int
    answering_recipients: int


@dataclass(frozen=True, slots=True)
class SurveyOutline:
    """A stored survey without its questions; ``questionnaires`` are their titles."""

    id: SurveyId
    title: str
    questionnaires: tuple[str, ...]
    custody: Custody
    policy: ReleasePolicy
    teams: tuple[OutlinedTeam, ...]
    planned_closing: date | None
    state: SurveyState
    closed: date | None
    published: date | None
    role: SurveyRole

    @property
    def retention_day(self) -> date | None:
        """The day from which key and envelopes are destroyed; None while the survey collects."""
        return retention_day(self.closed, self.published)


def retention_day(closed: date | None, published: date | None) -> date | None:
    """Return the day from which key and envelopes of a survey are destroyed; None while it collects."""
    ended = published or closed
    return ended + timedelta(days=RETENTION_DAYS) if ended else None


def all_outlines(store: Store) -> tuple[SurveyOutline, ...]:
    """Return all surveys in the order of their identities, which are random."""
    return tuple(_outlined(row) for row in store.execute(f"{SELECT} ORDER BY id").fetchall())


def secrets_left(store: Store, survey_id: SurveyId) -> bool:
    """Return whether a survey's key or PIN is here: each has one or both from its first day until it is destroyed."""
    found = "SELECT 1 FROM wrapped_key WHERE survey = ? UNION ALL SELECT 1 FROM pin WHERE survey = ?"
    return store.execute(found, (survey_id, survey_id)).fetchone() is not None


def outline_of(stored: "StoredSurvey") -> SurveyOutline:
    """Return the outline of a survey that was read as a whole."""
    survey = stored.survey
    return SurveyOutline(
        id=survey.id,
        title=survey.title,
        questionnaires=tuple(each.title for each in survey.questionnaires),
        custody=survey.custody,
        policy=survey.policy,
        teams=tuple(
            OutlinedTeam(each.id, each.name, each.headcount, each.answering_recipients) for each in survey.teams
        ),
        planned_closing=survey.planned_closing,
        state=stored.state,
        closed=stored.closed,
        published=stored.published,
        role=stored.role,
    )


def hash_of(document: bytes, public_key: bytes) -> str:
    """Return what tells a damaged or exchanged row: both parts that answers are sealed by, in one hash."""
    return hashlib.sha256(bytes(public_key) + bytes(document)).hexdigest()


def day_of(text: str | None) -> date | None:
    """Return a day that is kept as text."""
    return date.fromisoformat(text) if text else None


def _outlined(row: SurveyRow) -> SurveyOutline:
    document, state, public_key, _created, closed, published, role, sha256 = row
    if sha256 is None:
        # Rows of an older version have no hash until they are next written: only the whole shows whether it is sound.
        from teamhealth.storage.surveys import stored_in

        return outline_of(stored_in(row))
    if sha256 != hash_of(document, public_key):
        raise DocumentDamaged("survey")
    try:
        survey = read_json(bytes(document))
        return SurveyOutline(
            id=SurveyId(survey["id"]),
            title=survey["title"],
            questionnaires=tuple(each["title"] for each in survey["questionnaires"]),
            custody=_custody(survey["custody"]),
            policy=ReleasePolicy(survey["policy"]["threshold"], CommentsChoice(survey["policy"]["comments"])),
            teams=tuple(_team(team) for service in survey["services"] for team in service["teams"]),
            planned_closing=day_of(survey.get("planned_closing")),
            state=SurveyState(state),
            closed=day_of(closed),
            published=day_of(published),
            role=SurveyRole(role),
        )
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise DocumentDamaged("survey") from None


def _custody(kept: dict[str, Any]) -> Custody:
    return Custody(CustodyKind(kept["kind"]), kept.get("role", ""), kept.get("one_time_codes", False))


def _team(kept: dict[str, Any]) -> OutlinedTeam:
    return OutlinedTeam(TeamId(kept["id"]), kept["name"], kept["headcount"], kept.get("answering_recipients", 0))
