"""A survey lead's own computer: setting a survey up, its files, and a second lead who can step in."""

from functools import partial
from pathlib import Path

from teamhealth.exchange.key_file import KeyFile, read_key, write_key
from teamhealth.exchange.survey_file import CodeHashes, SurveyFile, read_survey, write_survey
from teamhealth.failures import (
    FileUnwritable,
    KeyElsewhere,
    KeyOfAnotherSurvey,
    PassphraseTheSame,
    SurveyFileChanged,
    SurveyFileDiffers,
)
from teamhealth.sealing.costs import STRONG, KeyCost
from teamhealth.sealing.keys import WrappedKey
from teamhealth.sealing.lead_key import LeadSecret, unwrap_secret, wrap_secret
from teamhealth.sealing.passphrase import normalise
from teamhealth.services.earlier_rounds import check_rounds, known_identities
from teamhealth.services.lead_survey import LeadSurvey, make_lead_survey, promises_hash
from teamhealth.services.progress import Progress
from teamhealth.services.surveys import stored_survey
from teamhealth.services.tries import by_passphrase
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import codes as code_table
from teamhealth.storage import keys as key_table
from teamhealth.storage import surveys
from teamhealth.storage.database import transaction
from teamhealth.survey.ids import Entropy, SurveyId
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.spec import SurveySpec


def create_lead_survey(workspace: Workspace, spec: SurveySpec, passphrase: str, progress: Progress) -> LeadSurvey:
    """Make a survey, wrap its key with the passphrase, and store all of it on the lead's computer.

    The codes are in what is returned, and in the clear nowhere else.

    Raises
    ------
    SpecInvalid, SurveyUnfit, TooLittleMemory
        As for ``make_lead_survey``; nothing is stored.
    TooSoonForTeam
        If a team's last round is less than 60 days ago.
    """
    check_rounds(workspace, spec)
    with workspace.database.connect() as store:
        known = known_identities(store, spec)
    made = make_lead_survey(
        spec,
        known,
        entropy=workspace.entropy,
        progress=progress,
        code_cost=workspace.code_cost,
        seal_cost=workspace.seal_cost,
    )
    wrapped = wrap_secret(made.secret, passphrase, workspace.key_cost, workspace.entropy)
    _store(workspace, made.file, wrapped)
    return made


def adopt_survey(workspace: Workspace, survey_path: Path, key_path: Path, passphrase: str) -> SurveyId:
    """Take a survey over on a second lead's computer, from the survey file and the key file.

    Raises
    ------
    FileUnreadable
        If one of the files cannot be read.
    KeyOfAnotherSurvey, WrongPassphrase, TooLittleMemory
        If the key does not open, or is another survey's.
    SurveyFileDiffers
        If the survey is on this computer already.
    """
    file, key = read_survey(survey_path), read_key(key_path)
    check_key(file, open_key(key, passphrase))
    with workspace.database.connect() as store:
        if surveys.load(store, file.survey.id) is not None:
            raise SurveyFileDiffers
    _store(workspace, file, key.wrapped)
    return file.survey.id


def survey_file_of(workspace: Workspace, survey_id: str) -> SurveyFile:
    """Return what the survey file holds, headcounts as they are now."""
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        lock = code_table.lock_of(store, stored.survey.id)
        digests = code_table.digests(store, stored.survey.id)
    hashes = None
    if lock is not None:
        hashes = CodeHashes(lock.salt, lock.operations, lock.memory_bytes, tuple(sorted(digests)))
    return SurveyFile(stored.survey, stored.public_key, hashes)


def export_survey_file(workspace: Workspace, survey_id: str, path: Path) -> None:
    """Write the survey file for laptops; KeyElsewhere on a computer that is not the lead's."""
    _check_lead(workspace, survey_id)
    write_survey(survey_file_of(workspace, survey_id), path)


def export_key_copy(workspace: Workspace, survey_id: str, passphrase: str, second_passphrase: str, path: Path) -> None:
    """Write a key file for a second lead, wrapped with their own passphrase.

    Raises
    ------
    WrongPassphrase, TriedTooSoon, TooLittleMemory, KeyElsewhere
        Nothing is written.
    PassphraseTheSame
        If the second lead's is the first one's: then there is one secret, not two.
    FileUnwritable
        If the file cannot be written.
    Cancelled
        If whoever waits for it has given up; nothing is written then.
    """
    _check_differs(passphrase, second_passphrase)
    secret = lead_secret(workspace, survey_id, passphrase)
    # Stretching a passphrase is one step that cannot be cut; there are two.
    ask_still_wanted()
    wrapped = wrap_secret(secret, second_passphrase, workspace.key_cost, workspace.entropy)
    write_key(KeyFile(secret.survey, wrapped), path)


def copy_key(
    source: Path, passphrase: str, second_passphrase: str, target: Path, *, entropy: Entropy, cost: KeyCost = STRONG
) -> None:
    """Write a copy of a key file under another passphrase, without any survey on this computer.

    Raises
    ------
    FileUnwritable
        'there' if the file exists: it could be the only key to a survey.
    PassphraseTheSame
        If both passphrases are the same; nothing is written.
    FileUnreadable, WrongPassphrase, TooLittleMemory, KeyOfAnotherSurvey
        If the key does not open; nothing is written.
    """
    if target.exists():
        raise FileUnwritable(target, "there")
    _check_differs(passphrase, second_passphrase)
    secret = open_key(read_key(source), passphrase)
    write_key(KeyFile(secret.survey, wrap_secret(secret, second_passphrase, cost, entropy)), target)


def open_key(key: KeyFile, passphrase: str) -> LeadSecret:
    """Return what a key file holds.

    Raises
    ------
    WrongPassphrase, TooLittleMemory
        If it does not open.
    KeyOfAnotherSurvey
        If another survey's key was put into the file.
    """
    secret = unwrap_secret(key.wrapped, passphrase)
    if secret.survey != key.survey:
        raise KeyOfAnotherSurvey
    return secret


def check_key(file: SurveyFile, secret: LeadSecret) -> None:
    """Check that a secret belongs to a survey file.

    Raises
    ------
    KeyOfAnotherSurvey
        If it is not of the file's survey and public key.
    SurveyFileChanged
        If the file promises or asks other things than when the key was made; headcounts and names may change.
    """
    if secret.survey != file.survey.id or secret.pair.public != file.public_key:
        raise KeyOfAnotherSurvey
    if secret.promises is not None and secret.promises != promises_hash(file.survey):
        raise SurveyFileChanged


def lead_secret(workspace: Workspace, survey_id: str, passphrase: str) -> LeadSecret:
    """Return a survey's secret on its lead's computer.

    Raises
    ------
    WrongPassphrase, TriedTooSoon, TooLittleMemory
        Nothing is lost, and the answers stay sealed.
    KeyElsewhere
        If this is not the lead's computer, or the key has been destroyed.
    """
    _check_lead(workspace, survey_id)
    with workspace.database.connect() as store:
        if not key_table.has_wrapped(store, SurveyId(survey_id)):
            raise KeyElsewhere
        wrapped = key_table.load_wrapped(store, SurveyId(survey_id))
    return by_passphrase(workspace, SurveyId(survey_id), partial(unwrap_secret, wrapped, passphrase))


def _check_differs(first: str, second: str) -> None:
    if normalise(first) == normalise(second):
        raise PassphraseTheSame


def _check_lead(workspace: Workspace, survey_id: str) -> None:
    with workspace.database.connect() as store:
        if stored_survey(store, survey_id).role is not SurveyRole.LEAD:
            raise KeyElsewhere


def _store(workspace: Workspace, file: SurveyFile, wrapped: WrappedKey) -> None:
    with workspace.database.connect() as store, transaction(store):
        surveys.save(store, file.survey, file.public_key, workspace.today(), SurveyRole.LEAD)
        key_table.save(store, file.survey.id, wrapped, None)
        if file.codes is not None:
            code_table.save(store, file.survey.id, file.codes.lock, frozenset(file.codes.hashes), workspace.entropy)
        ask_still_wanted()
