"""Begins the next round of a survey: its teams as they are now, under the names and in the services of today."""

from teamhealth.services.drafts import Draft, DraftTeam, save_draft
from teamhealth.services.modules import language_of, modules_of
from teamhealth.services.surveys import load_survey
from teamhealth.services.units import OrganisationUnits, units_of
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.ids import new_id
from teamhealth.survey.survey import Survey
from teamhealth.survey.units import Unit


def copy_to_draft(workspace: Workspace, survey_id: str) -> Draft:
    """Start a new draft from a survey: everything but its round, closing day, passphrase and PIN.

    Teams that have merged since stand there as one, with their people together; closed ones are left out.
    """
    survey = load_survey(workspace, survey_id)
    with workspace.database.connect() as store:
        known = units_of(store, survey.organisation)
    teams = _teams_now(survey, known)
    first = teams[0] if teams else DraftTeam()
    lead = survey.custody.kind is CustodyKind.LEAD
    draft = Draft(
        id=new_id(workspace.entropy),
        custody=survey.custody.kind,
        role=survey.custody.role,
        organisation=survey.organisation.name,
        service=first.service,
        team=first.name,
        headcount=first.headcount,
        answering_recipients=first.answering_recipients,
        comments=survey.policy.comments,
        threshold=survey.policy.threshold,
        modules=modules_of(workspace, survey),
        language=language_of(workspace, survey),
        safeguarding_route=survey.safeguarding_route,
        teams=teams if lead else (),
        one_time_codes=survey.custody.one_time_codes if lead else True,
    )
    save_draft(workspace, draft)
    return draft


def _teams_now(survey: Survey, known: OrganisationUnits) -> tuple[DraftTeam, ...]:
    units = {each.id: each for each in known.teams}
    found: dict[str, DraftTeam] = {}
    for team in survey.teams:
        unit = _heir(str(team.id), units)
        if unit is None:
            continue
        before = found.get(unit.id, DraftTeam(headcount=0))
        service = known.name_of(unit.parent)
        found[unit.id] = DraftTeam(
            unit.name,
            (before.headcount or 0) + team.headcount,
            before.answering_recipients + team.answering_recipients,
            "" if service == survey.organisation.name else service,
            unit.id,
        )
    return tuple(found.values())


def _heir(team: str, units: dict[str, Unit]) -> Unit | None:
    """Return the team that a team's people are in now; None if it has closed."""
    unit = units.get(team)
    seen: set[str] = set()
    while unit is not None and unit.ending is not None and unit.id not in seen:
        seen.add(unit.id)
        unit = units.get(unit.ending.successor or "")
    return unit
