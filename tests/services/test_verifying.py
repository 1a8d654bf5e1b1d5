"""Published results are computed again from the sealed answers; whatever differs is named."""

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import AnswersDestroyed, NoSuchSurvey, ResultsDiffer, WrongPassphrase
from teamhealth.publication.document import publication_hash, write_document
from teamhealth.publication.part import part_of, part_problems
from teamhealth.publication.types import Publication
from teamhealth.services.destroying import destroy_now
from teamhealth.services.late import publish_late
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.results import load_publication
from teamhealth.services.returns import add_returns
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from tests.services.council import WORDS, collected, named
from tests.services.journeys import WORDS as OWN_WORDS
from tests.services.journeys import answered, created, published


def _with_a_late_team(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], folder: Path
) -> tuple[Publication, Publication]:
    survey = made[0].survey
    add_returns(lead, survey.id, [collected(laptop, *made, {"Alder": [4] * 6}, folder / "first")], unwatched)
    first = publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)
    add_returns(lead, survey.id, [collected(laptop, *made, {"Cedar": [2] * 5}, folder / "late")], unwatched)
    cedar = named(survey, "Cedar")
    late = open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    return first, publish_late(lead, late, cedar, frozenset(), progress=unwatched)


def _store(workspace: Workspace, publication: Publication) -> None:
    """Exchange a stored publication for another that agrees with itself, as somebody with a hex editor would."""
    document = write_document(publication)
    with sqlite3.connect(workspace.folder / DATABASE_NAME) as connection:
        connection.execute(
            "UPDATE publication SET document = ?, sha256 = ?", (document, hashlib.sha256(document).hexdigest())
        )
    connection.close()


def test_results_and_a_team_that_came_later_are_computed_again(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    first, late = _with_a_late_team(lead, laptop, made, tmp_path)
    verified = verify_published(lead, first.survey.id, WORDS, unwatched)
    assert [each.publication for each in verified] == [first, late]
    with pytest.raises(WrongPassphrase):
        verify_published(lead, first.survey.id, "some other words here", unwatched)


def test_the_hash_in_a_part_cannot_be_made_from_figures_alone(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    first, late = _with_a_late_team(lead, laptop, made, tmp_path)
    part = part_of(first, first.teams[0].id)
    assert part.publication.salt is None
    assert part.whole == publication_hash(first) != publication_hash(replace(first, salt=None))
    assert None not in {first.salt, late.salt}
    # The late team's results are handed on whole, and name the hash of the first.
    assert late.after == part.whole
    assert first.salt != late.salt
    smuggled = replace(part, publication=replace(part.publication, salt=first.salt))
    assert part_problems(smuggled) != ()


def test_exchanged_results_are_noticed(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 6)
    first = published(workspace, survey_id)
    (verified,) = verify_published(workspace, survey_id, OWN_WORDS, unwatched)
    assert verified.publication == first
    team = first.teams[0]
    forged = replace(team, name="Southgate")
    service = replace(first.services[0], teams=(forged,))
    _store(workspace, replace(first, services=(service,)))
    with pytest.raises(ResultsDiffer) as caught:
        verify_published(workspace, survey_id, OWN_WORDS, unwatched)
    assert caught.value.parts == ("Northgate",)


def test_after_destroying_nothing_is_computed_and_results_stay(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 6)
    first = published(workspace, survey_id)
    destroy_now(workspace, survey_id)
    with pytest.raises(AnswersDestroyed):
        verify_published(workspace, survey_id, OWN_WORDS, unwatched)
    assert load_publication(workspace, survey_id) == first


def test_without_results_there_is_nothing_to_verify(workspace: Workspace) -> None:
    with pytest.raises(NoSuchSurvey):
        verify_published(workspace, created(workspace), OWN_WORDS, unwatched)
