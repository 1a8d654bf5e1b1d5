"""Passphrase and PIN tries, slowed down after five wrong ones."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

from teamhealth.failures import DiskFull, TriedTooSoon, WrongPassphrase
from teamhealth.sealing.tries import wait_after
from teamhealth.services.workspace import Workspace
from teamhealth.storage import keys as key_table
from teamhealth.storage.keys import Lock
from teamhealth.survey.ids import SurveyId

T = TypeVar("T")


def attempt(workspace: Workspace, survey_id: SurveyId, lock: Lock, opens: Callable[[], bool]) -> int | None:
    """Make one try.

    Parameters
    ----------
    workspace : Workspace
    survey_id : SurveyId
    lock : Lock
        PASSPHRASE or PIN; each is counted by itself.
    opens : callable
        The try itself.

    Returns
    -------
    int or None
        None if it opened; else for how many seconds the next try is refused.

    Raises
    ------
    TriedTooSoon
        If an earlier wrong try still has to be waited for; nothing was tried.
    """
    now = workspace.clock()
    with workspace.database.connect() as store:
        record = key_table.tries(store, survey_id, lock)
    if record.not_before is not None and now < record.not_before:
        # A clock that was set back must not lock anybody out for longer than the longest wait.
        left = (record.not_before - now).total_seconds()
        if left <= wait_after(record.failures):
            raise TriedTooSoon(max(1, round(left)))
    if opens():
        # Nobody is locked in by a full disk: what is left is that a next wrong try counts as one more.
        with suppress(DiskFull), workspace.database.connect() as store:
            key_table.clear_tries(store, survey_id, lock)
        return None
    wait = wait_after(record.failures + 1)
    with workspace.database.connect() as store:
        key_table.record_failure(store, survey_id, lock, now + timedelta(seconds=wait))
    return wait


def by_passphrase(workspace: Workspace, survey_id: SurveyId, unlock: Callable[[], T]) -> T:
    """Return what ``unlock`` opens with the passphrase that somebody typed, which counts as a try.

    Raises
    ------
    WrongPassphrase
        With how long to wait before the next try.
    TriedTooSoon
        If an earlier wrong try still has to be waited for; nothing was tried.
    """
    found: list[T] = []

    def opens() -> bool:
        try:
            found.append(unlock())
        except WrongPassphrase:
            return False
        return True

    wait = attempt(workspace, survey_id, Lock.PASSPHRASE, opens)
    if wait is not None:
        raise WrongPassphrase(wait)
    return found[0]
