"""What people read when something goes wrong with a retention plan or its spreadsheet."""

from teamhealth import failures
from teamhealth.texts.catalogue import tr
from teamhealth.texts.folder_words import Three
from teamhealth.texts.problem_list import below


def no_plan(_: failures.NoSuchPlan) -> Three:
    """Return the words for NoSuchPlan."""
    return tr("There is no such plan on this computer."), "", tr("Go back to the list of plans.")


def sheet_invalid(failure: failures.PlanSheetInvalid) -> Three:
    """Return the words for PlanSheetInvalid."""
    return (
        below(tr("{file} cannot be taken in.", file=failure.file), failure.problems),
        tr("Nothing has been changed: the plan is as it was."),
        tr("Put these right in the spreadsheet, save it and try again."),
    )
