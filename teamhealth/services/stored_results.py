"""Publications as they lie in the database; one that an earlier version made is told apart, and stays unread.

What a figure means, and which may stand beside which, changes with the version of a publication. So an earlier one is
not shown as if this version had made it; nor does it keep those beside it from being shown.
"""

from collections.abc import Iterable

from teamhealth.failures import ResultsOlder
from teamhealth.publication.document import NotAPublication, read_document
from teamhealth.publication.outline import is_older
from teamhealth.publication.types import Publication
from teamhealth.services.workspace import Workspace
from teamhealth.settings.canonical import Flaw
from teamhealth.storage import publications
from teamhealth.storage.survey_outlines import SurveyOutline, all_outlines


def read_stored(document: bytes) -> Publication:
    """Return a stored publication.

    Raises
    ------
    ResultsOlder
        If an earlier version made it; it stays as it is.
    """
    try:
        return read_document(document)
    except NotAPublication as error:
        if error.flaw is Flaw.OLDER:
            raise ResultsOlder from None
        raise


def read_all_stored(documents: Iterable[bytes]) -> list[Publication]:
    """Return those of stored publications that this version reads."""
    found = []
    for document in documents:
        try:
            found.append(read_stored(document))
        except ResultsOlder:
            continue
    return found


def older_surveys(workspace: Workspace) -> tuple[SurveyOutline, ...]:
    """Return the surveys whose results an earlier version made, the newest first."""
    with workspace.database.connect() as store:
        older = {survey for survey, document in publications.all_publications(store) if is_older(document)}
        found = [each for each in all_outlines(store) if each.id in older] if older else []
    return tuple(sorted(found, key=_day, reverse=True))


def _day(survey: SurveyOutline) -> tuple[str, str]:
    return (survey.published.isoformat() if survey.published is not None else "", survey.title)
