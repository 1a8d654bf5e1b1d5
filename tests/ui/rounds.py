"""Puts invented rounds on a computer for the tests of the rooms that show them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from teamhealth.exchange.results_file import write_results
from teamhealth.publication.document import write_document
from teamhealth.publication.types import Publication
from teamhealth.services.workspace import Workspace
from teamhealth.storage import publications, surveys
from teamhealth.storage.database import transaction
from teamhealth.survey.ids import ServiceId, SurveyId, TeamId
from teamhealth.survey.organisation import Service, Team
from teamhealth.survey.survey import Survey
from tests.invented import survey


def store_rounds(workspace: Workspace, rounds: Sequence[Publication]) -> None:
    """Store publications with surveys to hang them on."""
    with workspace.database.connect() as store, transaction(store):
        for each in rounds:
            surveys.save(store, _survey_of(each), bytes(32), date(2021, 1, 1))
            publications.save(store, _survey_of(each).id, write_document(each))


def as_files(rounds: Sequence[Publication], folder: Path) -> tuple[Path, ...]:
    """Write publications as results files."""
    paths = tuple(folder / f"{number}.thresults" for number in range(len(rounds)))
    for each, path in zip(rounds, paths, strict=True):
        write_results(each, path)
    return paths


def _survey_of(publication: Publication) -> Survey:
    facts = publication.survey
    services = tuple(
        Service(ServiceId(each.id), each.name, tuple(Team(TeamId(t.id), t.name, t.headcount) for t in each.teams))
        for each in publication.services
    )
    return replace(
        survey(),
        id=SurveyId(facts.id),
        title=facts.title,
        organisation=facts.organisation,
        wave=facts.wave,
        services=services,
    )
