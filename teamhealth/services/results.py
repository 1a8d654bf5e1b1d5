"""Publications on this computer and in results files: what there is of them, and each by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from teamhealth.exchange import results_file
from teamhealth.failures import FileUnreadable, NoSuchSurvey, NoSuchTeam
from teamhealth.publication.types import Publication, TeamResult
from teamhealth.services.stored_results import older_surveys, read_all_stored, read_stored
from teamhealth.services.workspace import Workspace
from teamhealth.storage import publications, returns
from teamhealth.storage.database import Store
from teamhealth.storage.survey_outlines import SurveyOutline
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.policy import SMALLEST_THRESHOLD


@dataclass(frozen=True, slots=True)
class PublishedTeam:
    """A team of a published survey, shown or not; ``late`` where it was published later, by itself.

    ``needed`` is from how many answers it is shown; ``waiting`` that something came later and is not published yet.
    """

    id: str
    name: str
    shown: bool
    answered: int | None
    headcount: int
    late: bool = False
    needed: int = SMALLEST_THRESHOLD
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class PublishedArea:
    """An area of service of a published survey, or with '' for ``service`` the council; how many teams it shows."""

    service: str
    name: str
    shown: int


@dataclass(frozen=True, slots=True)
class PublishedSurvey:
    """A published survey, its teams, and where there are several what they stand in: the council, areas of service.

    ``from_file`` is true of results that are not on this computer, but in a results file that is open; ``older`` of
    those that an earlier version made, of which no team is known.
    """

    id: str
    title: str
    round_name: str
    published: date
    teams: tuple[PublishedTeam, ...]
    areas: tuple[PublishedArea, ...] = ()
    from_file: bool = False
    older: bool = False


def list_published(workspace: Workspace) -> tuple[PublishedSurvey, ...]:
    """Return all publications, the newest first; teams that were published later stand with their survey's others.

    Of what an earlier version made there is title and day.
    """
    with workspace.database.connect() as store:
        found = read_all_stored(document for _, document in publications.all_publications(store))
        late = {(survey, team): document for survey, team, document in publications.all_late(store)}
        waiting = frozenset(
            (survey, team)
            for survey in (SurveyId(each.survey.id) for each in found)
            for team in returns.late_teams(store, survey) - returns.hidden_later(store, survey)
        )
    there = {SurveyId(each.survey.id) for each in found}
    shown = {where: read_stored(document).teams[0] for where, document in late.items() if where[0] in there}
    made = [*(_published(each, shown, waiting) for each in found), *map(_older, older_surveys(workspace))]
    return tuple(sorted(made, key=lambda each: (each.published, each.title), reverse=True))


def list_opened(opened: Sequence[Publication], stored: Sequence[PublishedSurvey]) -> tuple[PublishedSurvey, ...]:
    """Return what was opened from results files, the newest first, without what this computer has anyway."""
    newest_first = sorted(opened, key=_how_new, reverse=True)
    there = {(survey.id, team.id) for survey in stored for team in survey.teams}
    return tuple(
        replace(_published(each, {}), from_file=True)
        for each in newest_first
        if not there.issuperset((each.survey.id, team.id) for team in each.teams)
    )


def load_publication(workspace: Workspace, survey_id: str, team_id: str | None = None) -> Publication:
    """Return a survey's publication, or the one of its own that a team has which came later.

    Raises
    ------
    NoSuchSurvey
        If the survey has none.
    ResultsOlder
        If an earlier version made it.
    """
    with workspace.database.connect() as store:
        document = publications.load_late(store, SurveyId(survey_id), TeamId(team_id)) if team_id else None
        if document is None:
            document = publications.load(store, SurveyId(survey_id))
    if document is None:
        raise NoSuchSurvey(survey_id)
    return read_stored(document)


def all_published(store: Store) -> list[Publication]:
    """Return all publications of an open database that this version reads, those of teams that came late too."""
    documents = [document for _, document in publications.all_publications(store)]
    return read_all_stored([*documents, *(document for _, _, document in publications.all_late(store))])


def earlier_rounds(workspace: Workspace, publication: Publication) -> tuple[Publication, ...]:
    """Return the same organisation's earlier rounds, the newest first; none for results that are not kept here."""
    with workspace.database.connect() as store:
        stored = all_published(store)
    if publication not in stored:
        return ()
    facts = publication.survey
    before = [
        each
        for each in stored
        if each.survey.organisation.id == facts.organisation.id and each.survey.published < facts.published
    ]
    return tuple(sorted(before, key=lambda each: each.survey.published, reverse=True))


def read_results(path: Path) -> Publication:
    """Return the publication in a results file; FileUnreadable says what is wrong with any other."""
    return results_file.read_results(path)


def read_area_results(path: Path) -> Publication:
    """Return the publication in a results file that speaks for all its teams.

    Raises
    ------
    FileUnreadable
        'part' for one team's part, 'late' for results of a team that was published later; else as above.
    """
    publication = results_file.read_whole_results(path)
    if publication.after is not None:
        raise FileUnreadable(path, "late")
    return publication


def organisations_in(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return whose results there are in these files, each once; what is no results file, or gone, is passed over."""
    found = []
    for path in paths:
        try:
            found.append(results_file.read_results(path).survey.organisation.name)
        except FileUnreadable:
            continue
    return tuple(dict.fromkeys(found))


def team_named(publication: Publication, name: str) -> TeamResult:
    """Return the team of this name, in any case; NoSuchTeam tells the names there are."""
    for team in publication.teams:
        if team.name.casefold() == name.strip().casefold():
            return team
    raise NoSuchTeam(name, tuple(team.name for team in publication.teams))


def _how_new(publication: Publication) -> tuple[date, str]:
    return publication.survey.published, publication.survey.title


def _published(
    publication: Publication,
    late: Mapping[tuple[SurveyId, TeamId], TeamResult],
    waiting: frozenset[tuple[SurveyId, TeamId]] = frozenset(),
) -> PublishedSurvey:
    facts = publication.survey
    teams = []
    for team in publication.teams:
        where = SurveyId(facts.id), TeamId(team.id)
        own = late.get(where)
        said = own or team
        known = said.answered, said.headcount, own is not None, said.needed, where in waiting
        teams.append(PublishedTeam(team.id, said.name, said.shown, *known))
    return PublishedSurvey(
        facts.id,
        facts.title,
        facts.wave.name,
        facts.published,
        tuple(teams),
        _areas(publication),
    )


def _older(survey: SurveyOutline) -> PublishedSurvey:
    return PublishedSurvey(survey.id, survey.title, "", survey.published or date.min, (), older=True)


def _areas(publication: Publication) -> tuple[PublishedArea, ...]:
    if len(publication.teams) < 2:
        return ()
    services = publication.services if len(publication.services) > 1 else ()
    council = PublishedArea("", publication.survey.organisation.name, sum(team.shown for team in publication.teams))
    return (council, *(PublishedArea(each.id, each.name, sum(team.shown for team in each.teams)) for each in services))
