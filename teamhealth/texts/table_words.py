"""What people read when a table from another program cannot be taken in."""

from teamhealth import failures
from teamhealth.texts.catalogue import tr
from teamhealth.texts.folder_words import Three
from teamhealth.texts.problem_list import below


def table_invalid(failure: failures.TableInvalid) -> Three:
    """Return the words for TableInvalid."""
    return (
        below(tr("{file} cannot be taken in.", file=failure.file), failure.problems),
        tr("Nothing of it has been taken, and nothing here has changed."),
        tr("Put these right in the file and try again."),
    )
