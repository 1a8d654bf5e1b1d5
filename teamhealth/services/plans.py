"""Retention plans on this computer: begun from results, filled with actions, beside the next round of the team."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from teamhealth.failures import NoSuchPlan, ResultsOlder
from teamhealth.publication import part as parts
from teamhealth.publication.part import Part, part_of
from teamhealth.publication.plan_document import read_plan, write_plan
from teamhealth.publication.planned import Planned, concerns_of, later_round
from teamhealth.publication.taken_part import taken
from teamhealth.publication.types import Publication
from teamhealth.services.results import all_published
from teamhealth.services.rounds import together
from teamhealth.services.workspace import Workspace
from teamhealth.settings.canonical import Flaw, NotCanonical
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import plans
from teamhealth.storage.database import Store, transaction
from teamhealth.storage.plans import StoredPlan
from teamhealth.storage.refusals import DocumentDamaged
from teamhealth.survey.ids import SurveyId, TeamId, new_id
from teamhealth.survey.plan import Action, ActionId, Plan, with_action, without_action
from teamhealth.texts.name_order import name_order


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan in the list: whose it is, after which round, and the plan itself; ``service`` is the team's area."""

    plan: Plan
    team_name: str
    service: str
    survey_title: str
    round_name: str
    published: date


@dataclass(frozen=True, slots=True)
class TeamWithoutPlan:
    """A shown team of published results on this computer that has no plan yet, and how many concerns it has."""

    survey_id: str
    team_id: str
    team_name: str
    service: str
    survey_title: str
    round_name: str
    concerns: int
    organisation: str
    published: date


def start_plan(workspace: Workspace, publication: Publication, team_id: str) -> Planned:
    """Begin a team's plan after a survey, wherever its results came from; the one there is, if there is one.

    Raises
    ------
    KeyError
        If the publication has no such team.
    TeamHidden
        If the team is not shown by itself: there is nothing to answer.
    """
    concerns_of(publication, team_id)
    survey, team = SurveyId(publication.survey.id), TeamId(team_id)
    with workspace.database.connect() as store, transaction(store):
        if plans.load(store, survey, team) is None:
            results = parts.write_part(_without_comments(part_of(publication, team_id)))
            plans.save(store, StoredPlan(survey, team, write_plan(Plan(survey, team)), results))
        ask_still_wanted()
    return load_planned(workspace, survey, team)


def load_planned(workspace: Workspace, survey_id: str, team_id: str) -> Planned:
    """Return a plan with the results that it answers and the newest later round; NoSuchPlan if there is none."""
    with workspace.database.connect() as store:
        plan, part = _read(_stored(store, survey_id, team_id))
        rounds = all_published(store)
    later = later_round(part.publication, plan.team, rounds)
    return Planned(plan, taken(part.publication, part.whole), later, part.whole)


def list_plans(workspace: Workspace) -> tuple[PlanSummary, ...]:
    """Return all plans, those after the newest results first; none that answer what an earlier version made."""
    found = []
    with workspace.database.connect() as store:
        for stored in plans.all_plans(store):
            with suppress(ResultsOlder):
                found.append(_summary(*_read(stored)))
    newest_first = sorted(found, key=lambda each: (each.survey_title, name_order(each.team_name)))
    return tuple(sorted(newest_first, key=lambda each: each.published, reverse=True))


def teams_without_plan(workspace: Workspace, others: Sequence[Publication] = ()) -> tuple[TeamWithoutPlan, ...]:
    """Return the shown teams of published surveys, here or in results files, without a plan, newest results first."""
    with workspace.database.connect() as store:
        planned = {(stored.survey, stored.team) for stored in plans.all_plans(store)}
        rounds = sorted(together(all_published(store), others), key=lambda each: each.survey.published, reverse=True)
    return tuple(team for each in rounds for team in teams_of(each) if (each.survey.id, team.team_id) not in planned)


def teams_of(publication: Publication) -> tuple[TeamWithoutPlan, ...]:
    """Return the shown teams of a publication, to choose one to plan for."""
    facts = publication.survey
    return tuple(
        TeamWithoutPlan(
            facts.id,
            team.id,
            team.name,
            service.name,
            facts.title,
            facts.wave.name,
            len(concerns_of(publication, team.id)),
            facts.organisation.name,
            facts.published,
        )
        for service in publication.services
        for team in service.teams
        if team.shown
    )


def published_team(
    workspace: Workspace, survey_id: str, team_id: str, others: Sequence[Publication] = ()
) -> Publication:
    """Return the publication, here or of others from results files, that shows a team of a survey; else KeyError."""
    with workspace.database.connect() as store:
        for each in together(all_published(store), others):
            if each.survey.id == survey_id and any(team.id == team_id and team.shown for team in each.teams):
                return each
    raise KeyError(team_id)


def new_action_id(workspace: Workspace) -> ActionId:
    """Return an identity for an action that is being added."""
    return ActionId(new_id(workspace.entropy))


def save_action(workspace: Workspace, plan: Plan, action: Action) -> Plan:
    """Add an action to a stored plan, or store it in place of the one of the same id; returns the plan as it is then.

    Raises
    ------
    NoSuchPlan
        If the plan is not on this computer.
    ValueError
        If the action is not sound; nothing is stored then.
    """
    return _change(workspace, plan, lambda stored: with_action(stored, action))


def remove_action(workspace: Workspace, plan: Plan, action_id: str) -> Plan:
    """Take an action out of a stored plan; NoSuchPlan, or KeyError if it is not there any more."""
    return _change(workspace, plan, lambda stored: without_action(stored, action_id))


def replace_plan(workspace: Workspace, plan: Plan) -> Plan:
    """Store a whole plan, such as one from a spreadsheet, in place of the one of the same survey and team."""
    return _change(workspace, plan, lambda _: plan)


def delete_plan(workspace: Workspace, survey_id: str, team_id: str) -> None:
    """Delete a plan; the results that it answers stay where they are."""
    with workspace.database.connect() as store, transaction(store):
        plans.delete(store, SurveyId(survey_id), TeamId(team_id))


def _change(workspace: Workspace, plan: Plan, change: Callable[[Plan], Plan]) -> Plan:
    with workspace.database.connect() as store, transaction(store):
        stored = _stored(store, plan.survey, plan.team)
        changed = change(_read(stored)[0])
        plans.save(store, StoredPlan(stored.survey, stored.team, write_plan(changed), stored.results))
    return changed


def _without_comments(part: Part) -> Part:
    """Leave people's own words out of what is kept: a plan needs none of them."""
    (service,) = part.publication.services
    teams = tuple(replace(team, comments=()) for team in service.teams)
    return replace(part, publication=replace(part.publication, services=(replace(service, teams=teams),)))


def _stored(store: Store, survey_id: str, team_id: str) -> StoredPlan:
    stored = plans.load(store, SurveyId(survey_id), TeamId(team_id))
    if stored is None:
        raise NoSuchPlan(team_id)
    return stored


def _read(stored: StoredPlan) -> tuple[Plan, Part]:
    try:
        return read_plan(stored.document), parts.read_part(stored.results)
    except NotCanonical as error:
        if error.flaw is Flaw.OLDER:
            raise ResultsOlder from None
        raise DocumentDamaged("plan") from error


def _summary(plan: Plan, part: Part) -> PlanSummary:
    facts = part.publication.survey
    # A plan is kept with one team's part, which is of one service.
    name, (service,) = part.publication.team(plan.team).name, part.publication.services
    return PlanSummary(plan, name, service.name, facts.title, facts.wave.name, facts.published)
