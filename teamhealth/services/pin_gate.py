"""The way out of questionnaire mode: the PIN, which must open even when the database cannot be reached any more."""

from datetime import datetime, timedelta

from teamhealth.failures import TriedTooSoon, WrongPin
from teamhealth.sealing.pin import pin_opens
from teamhealth.sealing.tries import wait_after
from teamhealth.services.collect import check_pin
from teamhealth.services.workspace import Workspace
from teamhealth.storage import keys as key_table
from teamhealth.survey.ids import SurveyId


class PinGate:
    """Checks the PIN of one survey; the locked PIN is taken along when questionnaire mode starts.

    Parameters
    ----------
    workspace : Workspace
    survey_id : str
        NoSuchSurvey if it has no PIN.
    """

    def __init__(self, workspace: Workspace, survey_id: str) -> None:
        self._workspace = workspace
        self._survey_id = survey_id
        self._failures = 0
        self._not_before: datetime | None = None
        with workspace.database.connect() as store:
            self._locked = key_table.load_pin(store, SurveyId(survey_id))

    def __call__(self, pin: str) -> bool:
        """Return whether the PIN is right; WrongPin or TriedTooSoon while tries are slowed down."""
        try:
            return check_pin(self._workspace, self._survey_id, pin)
        except (WrongPin, TriedTooSoon):
            raise
        except Exception:  # Nobody may be locked in, whatever is wrong with the database; tries are then counted here.
            return self._without_database(pin)

    def _without_database(self, pin: str) -> bool:
        now = self._workspace.clock()
        if self._not_before is not None and now < self._not_before:
            raise TriedTooSoon(max(1, round((self._not_before - now).total_seconds())))
        if pin_opens(self._locked, pin):
            return True
        self._failures += 1
        wait = wait_after(self._failures)
        self._not_before = now + timedelta(seconds=wait)
        if wait:
            raise WrongPin(wait)
        return False
