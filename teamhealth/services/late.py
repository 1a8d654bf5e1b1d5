"""Publishing a team that came later by itself; it enters no total."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.failures import NoSuchSurvey, TeamHidden
from teamhealth.publication.document import write_document
from teamhealth.publication.types import Publication
from teamhealth.services.opened import Opened, reviewed, with_origin
from teamhealth.services.progress import Progress
from teamhealth.services.stored_results import read_stored
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import publications, surveys
from teamhealth.storage.database import transaction
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.survey import Survey
from teamhealth.texts.name_order import name_order

if TYPE_CHECKING:
    from teamhealth.analysis.measures import Measures


class LateRelease(Protocol):
    """The release rules for a team by itself, with the first publication's spread and certainty."""

    def __call__(
        self,
        *,
        measures: "Measures",
        survey: Survey,
        team: TeamId,
        comments: Sequence[ReviewedComments],
        published: date,
        first: Publication,
    ) -> Publication:
        """Return a publication of that team alone."""


def release_by_rules(
    *,
    measures: "Measures",
    survey: Survey,
    team: TeamId,
    comments: Sequence[ReviewedComments],
    published: date,
    first: Publication,
) -> Publication:
    """Put a late team through the product's release rules."""
    from teamhealth.disclosure.late import release_late

    own = [each for each in comments if each.team == team]
    return release_late(measures.team(team), survey, own, published, first)


def publish_late(
    workspace: Workspace,
    opened: Opened,
    team_id: str,
    withheld: frozenset[str],
    *,
    release: LateRelease = release_by_rules,
    progress: Progress,
) -> Publication:
    """Score a team that came later, put it through the release rules by itself, and store its publication.

    Parameters
    ----------
    workspace : Workspace
    opened : Opened
        From ``open_late_team``.
    team_id : str
    withheld : frozenset of str
        Keys of the comments that name a person.
    release : callable
        The rules.
    progress : Progress

    Raises
    ------
    SurveyPublished
        If the team has been published before; that publication stands.
    """
    progress(0, 2)
    with workspace.database.connect() as store:
        document = publications.load(store, opened.survey.id)
        if document is None:
            raise NoSuchSurvey(opened.survey.id)
        day = surveys.step_day(store, opened.survey.id, workspace.today())
    first = read_stored(document)
    publication = late_publication_of(opened, team_id, withheld, published=day, first=first, release=release)
    progress(1, 2)
    with workspace.database.connect() as store, transaction(store):
        publications.save_late(store, opened.survey.id, TeamId(team_id), write_document(publication))
        ask_still_wanted()
    progress(2, 2)
    return publication


def late_publication_of(
    opened: Opened,
    team_id: str,
    withheld: frozenset[str],
    *,
    published: date,
    first: Publication,
    release: LateRelease = release_by_rules,
) -> Publication:
    """Score a team that came later and put it through the release rules by itself; nothing is stored.

    Raises
    ------
    TeamHidden
        If too few of its answers count.
    """
    from teamhealth.analysis.measures import measure
    from teamhealth.analysis.scoring import score

    if not any(team.shown for team in opened.teams if team.id == team_id):
        raise TeamHidden(opened.survey.team(TeamId(team_id)).name)
    measures = measure(score(opened._responses, opened.survey), opened.survey)
    comments = reviewed(opened, withheld)
    released = release(
        measures=measures,
        survey=opened.survey,
        team=TeamId(team_id),
        comments=comments,
        published=published,
        first=first,
    )
    return with_origin(released, opened)


def load_late(workspace: Workspace, survey_id: str, team_id: str) -> Publication:
    """Return the publication of a team that came later; NoSuchSurvey if there is none."""
    with workspace.database.connect() as store:
        document = publications.load_late(store, SurveyId(survey_id), TeamId(team_id))
    if document is None:
        raise NoSuchSurvey(survey_id)
    return read_stored(document)


def late_publications(workspace: Workspace, survey_id: str) -> tuple[Publication, ...]:
    """Return the publications of a survey's teams that came later, by the teams' names."""
    with workspace.database.connect() as store:
        found = [document for survey, _, document in publications.all_late(store) if survey == survey_id]
    return tuple(sorted(map(read_stored, found), key=lambda each: name_order(each.teams[0].name)))
