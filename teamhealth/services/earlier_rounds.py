"""What this computer knows of earlier rounds when a new one is set up: identities, names, endings, and the 60 days."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from teamhealth.failures import TooSoonForTeam
from teamhealth.services.workspace import Workspace
from teamhealth.storage import box, organisations, returns, surveys, units
from teamhealth.storage.database import Store
from teamhealth.storage.survey_outlines import SurveyState
from teamhealth.storage.surveys import StoredSurvey
from teamhealth.survey.identities import Identities, plain
from teamhealth.survey.ids import OrganisationId, TeamId
from teamhealth.survey.lineage import EarlierTeam
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.spec import SurveySpec
from teamhealth.survey.succession import former_problems, succession
from teamhealth.survey.survey import Survey
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.texts.dates import long_date


def known_identities(store: Store, spec: SurveySpec) -> Identities:
    """Return what is known of a spec's organisation, by its name; nothing if there is none of it.

    Closed teams of services that the new round does not ask are not spoken of.
    """
    found = organisations.find_organisation(store, spec.organisation.strip())
    if found is None:
        return Identities()
    wave = organisations.find_wave(store, found.id, spec.round_name)
    services = {plain(service.name) for service in spec.services}
    all_services = units.all_units(store, UnitKind.SERVICE, found.id)
    teams = units.all_units(store, UnitKind.TEAM, found.id)
    rounds = _rounds(store, found.id)
    earlier = {
        team.id: EarlierTeam(team.id, team.name, each.survey.wave.name) for each in rounds for team in each.survey.teams
    }
    told = {team for each in rounds for team in _told(each)}
    new = [team for team in teams if team.ending is not None and team.id in earlier and team.id not in told]
    asked = {service.id for service in all_services if plain(service.name) in services}
    return Identities(
        organisations={plain(found.name): found.id},
        waves={plain(spec.round_name): wave} if wave else {},
        services=_live(all_services),
        teams=_live(teams),
        earlier=earlier,
        successors={TeamId(each.id): TeamId(each.ending.successor) for each in new
                    if each.ending is not None and each.ending.successor is not None},
        closed=tuple(TeamId(each.id) for each in new
                     if each.ending is not None and each.ending.successor is None and each.parent in asked),
    )  # fmt: skip


def check_rounds(workspace: Workspace, spec: SurveySpec) -> None:
    """Raise TooSoonForTeam if a team, or one that it came out of, was asked less than 60 days ago.

    A survey that still collects counts as asked today once an answer of the team is here.
    """
    with workspace.database.connect() as store:
        known = known_identities(store, spec)
        if any(former_problems(spec, known)):
            # Told when the survey is made.
            return
        found = succession(spec, known, workspace.entropy)
        teams = [
            (team.name, (team_id, *found.lineage.predecessors(team_id)))
            for team, team_id in zip(spec.teams, found.teams, strict=True)
        ]
        _check_days_between(store, teams, workspace.today())


def check_survey_file(store: Store, survey: Survey, today: date) -> None:
    """Raise TooSoonForTeam if a team of a lead's survey was asked here by somebody else less than 60 days ago.

    The same lead's rounds were told apart when the survey was made; on what day a laptop closed one says little. A
    team that this computer asked by itself, or another lead, has another identity, so it is known by its names.
    """
    for each in surveys.all_surveys(store):
        organisation = each.survey.organisation
        of_the_same_lead = each.role is SurveyRole.LAPTOP and organisation.id == survey.organisation.id
        if of_the_same_lead or plain(organisation.name) != plain(survey.organisation.name):
            continue
        day = _asked_on(store, each, today)
        for service in survey.services:
            for team in service.teams:
                if _asks(each.survey, service.name, team.name):
                    _check_day(team.name, day, today)


def _asks(survey: Survey, service: str, team: str) -> bool:
    """Return whether a survey asks a team of this name and service, or of no service but the organisation."""
    places = {plain(service), plain(survey.organisation.name)}
    return any(
        plain(own.name) == plain(team) for each in survey.services if plain(each.name) in places for own in each.teams
    )


def _asked_on(store: Store, stored: StoredSurvey, today: date) -> date | None:
    """Return when a survey was closed; today if it still collects and an answer is here; None if it asked nobody yet.

    Of another lead's survey that is open here nobody can tell whether that lead has ended it.
    """
    if stored.closed is not None or stored.role is SurveyRole.LAPTOP:
        return stored.closed
    return today if box.counts(store, stored.survey.id) else None


def _check_day(team: str, last: date | None, today: date) -> None:
    earliest = last + timedelta(days=DAYS_BETWEEN_ROUNDS) if last is not None else today
    if today < earliest:
        raise TooSoonForTeam(team.strip(), long_date(earliest))


def _check_days_between(store: Store, teams: Iterable[tuple[str, Sequence[TeamId]]], today: date) -> None:
    now = _being_asked(store)
    for name, identities in teams:
        days = [day for each in identities if (day := surveys.last_round(store, each)) is not None]
        days += [today for each in identities if each in now]
        _check_day(name, max(days, default=None), today)


def _being_asked(store: Store) -> set[TeamId]:
    """Return the teams of which answers lie here that nobody has closed yet."""
    found: set[TeamId] = set()
    for each in surveys.all_surveys(store):
        if each.state is SurveyState.COLLECTING:
            found |= set(box.counts(store, each.survey.id)) | set(returns.counts(store, each.survey.id))
    return found


def _rounds(store: Store, organisation: OrganisationId) -> list[StoredSurvey]:
    """Return an organisation's surveys, the newest last."""
    mine = [each for each in surveys.all_surveys(store) if each.survey.organisation.id == organisation]
    return sorted(mine, key=lambda each: (each.created, each.survey.id))


def _told(stored: StoredSurvey) -> set[TeamId]:
    """Return the earlier teams whose end a survey has told already."""
    lineage = stored.survey.lineage
    here = {team.id for team in stored.survey.teams}
    return {*lineage.closed, *(team for each in lineage.descents for team in each.predecessors)} - here


def _live(units_there: Sequence[Unit]) -> dict[str, str]:
    return {plain(each.name): each.id for each in units_there if each.ending is None}
