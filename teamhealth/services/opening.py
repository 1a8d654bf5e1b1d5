"""Opening a closed survey, reading its comments, and publishing once and for all.

Scoring loads pandas, so it is imported when a survey is published, not when the window opens.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from teamhealth.analysis.validity import SurveyFit, survey_fit
from teamhealth.failures import EnvelopeDamaged, KeyElsewhere, SurveyNotClosed, SurveyPublished
from teamhealth.publication.document import read_document, write_document
from teamhealth.publication.types import Publication
from teamhealth.sealing.envelope import Unsealer, unsealer
from teamhealth.sealing.keys import KeyPair, unwrap
from teamhealth.services.opened import CommentToRead, Opened, Refused, opened_from, reviewed, with_origin
from teamhealth.services.progress import Progress
from teamhealth.services.stored_results import read_all_stored
from teamhealth.services.surveys import stored_survey
from teamhealth.services.tries import by_passphrase
from teamhealth.services.workspace import Workspace
from teamhealth.settings.collector import collector_held_back
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import box, publications, surveys
from teamhealth.storage import keys as key_table
from teamhealth.storage.database import transaction
from teamhealth.storage.survey_outlines import SurveyState
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.ids import TeamId
from teamhealth.survey.response import Response
from teamhealth.survey.role import SurveyRole

__all__ = ["CommentToRead", "Opened", "open_answers", "publication_of", "publish", "unseal_box", "unseal_one"]


def open_answers(workspace: Workspace, survey_id: str, passphrase: str, progress: Progress) -> Opened:
    """Open every envelope of a closed survey in memory.

    Raises
    ------
    SurveyNotClosed, SurveyPublished
        If it is not the time.
    KeyElsewhere
        If the key is a survey lead's, who opens all returns together.
    WrongPassphrase, TriedTooSoon, TooLittleMemory
        Nothing is lost, and the answers stay sealed.
    """
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        if stored.role is not SurveyRole.HERE:
            raise KeyElsewhere
        if stored.state is SurveyState.COLLECTING:
            raise SurveyNotClosed(survey_id)
        if stored.state is SurveyState.PUBLISHED:
            raise SurveyPublished(survey_id)
    return unseal_box(workspace, stored, passphrase, progress)


def unseal_box(workspace: Workspace, stored: StoredSurvey, passphrase: str, progress: Progress) -> Opened:
    """Open every envelope in this computer's box with the key that lies beside it.

    Raises
    ------
    NoSuchSurvey
        If the key is not here, or has been destroyed.
    WrongPassphrase, TriedTooSoon, TooLittleMemory
        Nothing is lost, and the answers stay sealed.
    """
    with workspace.database.connect() as store:
        wrapped = key_table.load_wrapped(store, stored.survey.id)
        envelopes = box.envelopes(store, stored.survey.id)
    progress(0, len(envelopes) + 1)
    private = by_passphrase(workspace, stored.survey.id, partial(unwrap, wrapped, passphrase))
    pair = KeyPair(stored.public_key, private)
    unseal, fit = unsealer(pair), survey_fit(stored.survey)
    responses: list[Response] = []
    for number, (team_id, envelope) in enumerate(envelopes, 1):
        progress(number, len(envelopes) + 1)
        response = unseal_one(envelope, team_id, unseal, fit)
        if response is not None:
            responses.append(response)
    return opened_from(stored.survey, responses, Refused(damaged=len(envelopes) - len(responses)), private)


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
    with workspace.database.connect() as store:
        earlier = read_all_stored(each for _, each in publications.all_publications(store))
        day = surveys.step_day(store, opened.survey.id, workspace.today())
    same = [each for each in earlier if each.survey.organisation.id == opened.survey.organisation.id]
    publication = publication_of(opened, withheld, day, same)
    document = write_document(publication)
    # What could not be read again must never be stored as final.
    read_document(document)
    progress(1, 2)
    with workspace.database.connect() as store, transaction(store):
        publications.save(store, opened.survey.id, document)
        surveys.publish(store, opened.survey.id, day)
        ask_still_wanted()
    return publication


@collector_held_back()
def publication_of(
    opened: Opened, withheld: frozenset[str], published: date, earlier: Sequence[Publication] = ()
) -> Publication:
    """Score what was opened and put it through the release rules beside earlier rounds; nothing is stored."""
    from teamhealth.analysis.measures import measure
    from teamhealth.analysis.scoring import score
    from teamhealth.disclosure.release import release

    survey = opened.survey
    scores = score(opened._responses, survey)
    measures = measure(scores, survey)
    comments = reviewed(opened, withheld)
    released = release(measures, survey, comments, published, scores=scores, earlier=earlier, lineage=survey.lineage)
    return with_origin(released, opened)


def unseal_one(envelope: bytes, team_id: TeamId, unseal: Unsealer, fit: SurveyFit) -> Response | None:
    """Return the response, or None if the envelope is damaged, was moved here, or answers what was not asked."""
    try:
        response = unseal(envelope)
    except EnvelopeDamaged:
        return None
    return response if response.team == team_id and fit.holds(response) else None
