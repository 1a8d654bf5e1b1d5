"""Which custody the survey has that a page is about, for help on that page."""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from teamhealth.survey.custody import Custody


@runtime_checkable
class OfOneSurvey(Protocol):
    """A page of one survey, which knows who opens its answers."""

    @property
    def survey_custody(self) -> Custody | None:
        """Who opens the answers; None where it is about no survey, or several."""


def custody_shown(shown: Iterable[QWidget]) -> Custody | None:
    """Return the custody of the survey that the innermost page is about; None where it is about none, or several."""
    found = [each.survey_custody for each in shown if isinstance(each, OfOneSurvey)]
    return next((each for each in reversed(found) if each is not None), None)
