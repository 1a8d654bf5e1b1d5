"""Opening a closed survey, reading its comments, and publishing once and for all.

Scoring loads pandas, so it is imported when a survey is published, not when the window opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from teamhealth.analysis.validity import fits_survey
from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.disclosure.tiers import comments_shown, team_shown
from teamhealth.failures import EnvelopeDamaged, SurveyNotClosed, SurveyPublished, WrongPassphrase
from teamhealth.publication.document import read_document, write_document
from teamhealth.publication.types import Publication
from teamhealth.sealing.envelope import unseal
from teamhealth.sealing.keys import KeyPair, unwrap
from teamhealth.services.progress import Progress
from teamhealth.services.surveys import stored_survey
from teamhealth.services.tries import attempt
from teamhealth.services.workspace import Workspace
from teamhealth.storage import box, publications, surveys
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import transaction
from teamhealth.storage.keys import Lock
from teamhealth.storage.surveys import SurveyState
from teamhealth.survey.ids import TeamId
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class CommentToRead:
    """A comment that will be shown unless it is withheld; ``key`` names it while it is being read."""

    key: str
    team: TeamId
    question: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A survey whose answers are open in memory; only ``publish`` looks at the responses.

    ``answered`` counts the team's answers, ``damaged`` the envelopes that did not open, ``shown`` says whether the
    team will be shown.
    """

    survey: Survey
    answered: int
    damaged: int
    shown: bool
    comments: tuple[CommentToRead, ...]
    _responses: tuple[Response, ...]

    def __repr__(self) -> str:
        """Name the survey and no answer."""
        return f"Opened({self.survey.id})"


def open_answers(workspace: Workspace, survey_id: str, passphrase: str, progress: Progress) -> Opened:
    """Open every envelope of a closed survey in memory.

    Raises
    ------
    SurveyNotClosed, SurveyPublished
        If it is not the time.
    WrongPassphrase, TriedTooSoon, TooLittleMemory
        Nothing is lost, and the answers stay sealed.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        if stored.state is SurveyState.COLLECTING:
            raise SurveyNotClosed(survey_id)
        if stored.state is SurveyState.PUBLISHED:
            raise SurveyPublished(survey_id)
        wrapped = key_table.load_wrapped(store, stored.survey.id)
        envelopes = box.envelopes(store, stored.survey.id)
    progress(0, len(envelopes) + 1)
    private: list[bytes] = []

    def opens() -> bool:
        try:
            private.append(unwrap(wrapped, passphrase))
        except WrongPassphrase:
            return False
        return True

    wait = attempt(workspace, stored.survey.id, Lock.PASSPHRASE, opens)
    if wait is not None:
        raise WrongPassphrase(wait)
    pair = KeyPair(stored.public_key, private[0])
    responses: list[Response] = []
    for number, (team_id, envelope) in enumerate(envelopes, 1):
        progress(number, len(envelopes) + 1)
        response = _unseal_one(envelope, pair, stored.survey, team_id)
        if response is not None:
            responses.append(response)
    return opened_from(stored.survey, responses, len(envelopes))


def publish(workspace: Workspace, opened: Opened, withheld: frozenset[str], progress: Progress) -> Publication:
    """Score, put through the release rules, and store the frozen publication.

    Parameters
    ----------
    workspace : Workspace
    opened : Opened
    withheld : frozenset of str
        Keys of the comments that name a person; only their number is kept.
    progress : Progress

    Raises
    ------
    SurveyPublished
        If it has been published before; that publication stands.
    """
    progress(0, 2)
    publication = publication_of(opened, withheld, workspace.today())
    document = write_document(publication)
    # What could not be read again must never be stored as final.
    read_document(document)
    progress(1, 2)
    with workspace.database.connect() as store, transaction(store):
        publications.save(store, opened.survey.id, document)
        surveys.publish(store, opened.survey.id, workspace.today())
    return publication


def publication_of(opened: Opened, withheld: frozenset[str], published: date) -> Publication:
    """Score what was opened and put it through the release rules; nothing is stored."""
    from teamhealth.analysis.measures import measure
    from teamhealth.analysis.scoring import score
    from teamhealth.disclosure.release import release

    measures = measure(score(opened._responses, opened.survey), opened.survey)
    return release(measures, opened.survey, _reviewed(opened, withheld), published)


def _unseal_one(envelope: bytes, pair: KeyPair, survey: Survey, team_id: TeamId) -> Response | None:
    """Return the response, or None if the envelope is damaged, was moved here, or answers what was not asked."""
    try:
        response = unseal(envelope, pair)
    except EnvelopeDamaged:
        return None
    mine = response.survey == survey.id and response.team == team_id
    return response if mine and fits_survey(response, survey) else None


def opened_from(survey: Survey, responses: Sequence[Response], envelopes: int) -> Opened:
    """Lay responses out for reading their comments; of ``envelopes`` the others were damaged."""
    team = survey.teams[0]
    answered = len(responses)
    to_read = _comments(survey, responses) if comments_shown(survey.policy, team, answered) else ()
    return Opened(
        survey=survey,
        answered=answered,
        damaged=envelopes - answered,
        shown=team_shown(survey.policy, team, answered),
        comments=to_read,
        _responses=tuple(responses),
    )


def _comments(survey: Survey, responses: Sequence[Response]) -> tuple[CommentToRead, ...]:
    """Return all comments by team and question, each question's in the order of its bytes."""
    found = []
    for team in survey.teams:
        for questionnaire in survey.questionnaires:
            for question in questionnaire.comments:
                texts = [
                    response.comments[question.id]
                    for response in responses
                    if response.team == team.id and question.id in response.comments
                ]
                found += [
                    CommentToRead(f"{team.id}/{question.id}/{number}", team.id, question.id, text)
                    for number, text in enumerate(sorted(texts, key=str.encode))
                ]
    return tuple(found)


def _reviewed(opened: Opened, withheld: frozenset[str]) -> tuple[ReviewedComments, ...]:
    reviewed = []
    for team in opened.survey.teams:
        for questionnaire in opened.survey.questionnaires:
            for question in questionnaire.comments:
                mine = [each for each in opened.comments if each.team == team.id and each.question == question.id]
                kept = tuple(each.text for each in mine if each.key not in withheld)
                if mine:
                    reviewed.append(ReviewedComments(team.id, question.id, kept, len(mine) - len(kept)))
    return tuple(reviewed)
