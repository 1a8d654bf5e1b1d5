"""From a draft with several teams to a survey that is sealed for its lead."""

from collections.abc import Sequence
from dataclasses import replace

from teamhealth.failures import TooSoonForTeam
from teamhealth.sealing.passphrase import LEAST_WORDS, normalise, words
from teamhealth.services.draft_checks import Problem
from teamhealth.services.drafts import Draft, DraftTeam, titled
from teamhealth.services.earlier_rounds import check_rounds, known_identities
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.modules import asked_in, fit_problems
from teamhealth.services.progress import Progress
from teamhealth.services.setup import preview_survey
from teamhealth.services.workspace import Workspace
from teamhealth.storage import drafts as draft_table
from teamhealth.survey.lineage_words import closed_sentence, origin_sentence
from teamhealth.survey.organisation import LONGEST_NAME
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.readable import problem_with_text
from teamhealth.survey.spec import ServiceSpec, SurveySpec, TeamSpec, spec_problems
from teamhealth.survey.succession import succession
from teamhealth.texts.catalogue import tr


def lead_spec(workspace: Workspace, draft: Draft) -> SurveySpec:
    """Return what a draft describes; a team without a service is in one named after the organisation."""
    named = titled(draft)
    return SurveySpec(
        name=named.title,
        organisation=draft.organisation,
        round_name=draft.round_name,
        services=tuple(
            ServiceSpec(name, tuple(_team_spec(draft.teams[place]) for place in places))
            for name, places in _services(draft).items()
        ),
        questionnaires=asked_in(workspace, draft),
        comments=draft.comments or CommentsChoice.FROM_THRESHOLD,
        threshold=draft.threshold,
        one_time_codes=draft.one_time_codes,
        spare_codes=draft.spare_codes,
        safeguarding_route=draft.safeguarding_route,
        planned_closing=draft.planned_closing,
    )


def lead_problems(workspace: Workspace, draft: Draft, rows: Sequence[int] = ()) -> tuple[Problem, ...]:
    """Return what is wrong with a draft, each at its field; a team's field is 'team_' and its place.

    A team without a name is told by its number in ``rows``, where each team stands in the form, else by its place. The
    closing day is left out: what was typed for it may be no day, which only the form knows.
    """
    found = _at_fields(workspace, draft, rows)
    if not any(problem.blocking for problem in found):
        found += fit_problems(preview_survey(workspace, draft))
        try:
            check_rounds(workspace, lead_spec(workspace, draft))
        except TooSoonForTeam as failure:
            place = next(at for at, team in enumerate(draft.teams) if team.name.strip() == failure.team)
            words_said = tr(
                "{team} answered less than 60 days ago. A new round can start on {day}.",
                team=failure.team,
                day=failure.earliest,
            )
            found.append(Problem(f"team_{place}", words_said))
    return tuple(found)


def lineage_sentences(workspace: Workspace, draft: Draft) -> tuple[str, ...]:
    """Return what the new round will tell of earlier teams: renamed, merged and closed ones, by the teams' names."""
    spec = lead_spec(workspace, draft)
    with workspace.database.connect() as store:
        found = succession(spec, known_identities(store, spec), workspace.entropy)
    told = [
        tr("{team}: {origin}", team=team.name, origin=origin)
        for team, team_id in zip(spec.teams, found.teams, strict=True)
        if (origin := origin_sentence(found.lineage, team_id)) is not None
    ]
    closed = closed_sentence(found.lineage)
    return (*told, closed) if closed else tuple(told)


def teams_never_shown(workspace: Workspace, draft: Draft) -> tuple[str, ...]:
    """Return the names of the teams that can never be shown by themselves, where there are others."""
    spec = lead_spec(workspace, draft)
    warned = {problem.key for problem in spec_problems(spec) if not problem.blocking}
    return tuple(
        team.name
        for number, service in enumerate(spec.services, 1)
        for place, team in enumerate(service.teams, 1)
        if f"services[{number}].teams[{place}].headcount" in warned
    )


def passphrase_problems(passphrase: str, repeated: str, unlike: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with a passphrase that is typed twice, and must be another than ``unlike``."""
    if words(passphrase) < LEAST_WORDS:
        return (Problem("passphrase", tr("The passphrase needs {count} words or more.", count=LEAST_WORDS)),)
    if normalise(passphrase) != normalise(repeated):
        return (Problem("passphrase_repeated", tr("The two passphrases do not match.")),)
    if normalise(passphrase) == normalise(unlike):
        return (Problem("passphrase", tr("That is your own passphrase. Let them choose one that you do not know.")),)
    return ()


def create_from_draft(workspace: Workspace, draft: Draft, passphrase: str, progress: Progress) -> LeadSurvey:
    """Make the survey, store it on the lead's computer and let the draft go.

    Raises
    ------
    SpecInvalid, SurveyUnfit, TooSoonForTeam, TooLittleMemory
        Nothing is stored.
    """
    made = create_lead_survey(workspace, lead_spec(workspace, draft), passphrase, progress)
    with workspace.database.connect() as store:
        draft_table.delete(store, draft.id)
    return made


def _at_fields(workspace: Workspace, draft: Draft, rows: Sequence[int]) -> list[Problem]:
    fields = {"name": "round_name", "round": "round_name", "comments_from": "comments", "services": "team_0"}
    fields |= {"teams": "team_0", "spare_codes": "spare_codes"}
    for number, places in enumerate(_services(draft).values(), 1):
        for place, row in enumerate(places, 1):
            for key in ("name", "headcount", "recipients_answering"):
                fields[f"services[{number}].teams[{place}].{key}"] = f"team_{row}"
        named = draft.teams[places[0]].service.strip()
        fields[f"services[{number}].name"] = f"team_{places[0]}" if named else "organisation"
    found: dict[str, Problem] = {}
    for problem in spec_problems(lead_spec(workspace, draft)):
        if problem.key == "name" and not draft.round_name.strip():
            # The title is made from the round, of which it is said itself.
            continue
        if problem.key == "comments_from" and not problem.blocking:
            # Said beside the choice itself.
            continue
        field = fields.get(problem.key, problem.key)
        before = found.get(field)
        if before is None:
            found[field] = Problem(field, _of_team(field, problem.text, draft, rows), problem.blocking)
        elif problem.blocking and before.blocking and field.startswith("team_"):
            found[field] = replace(before, text=f"{before.text} {problem.text}")
    if draft.comments is None:
        found.setdefault("comments", Problem("comments", tr("Choose from how many answers comments are shown.")))
    return list(found.values())


def _of_team(field: str, words: str, draft: Draft, rows: Sequence[int]) -> str:
    """Return the words with the team or its number before them: a list of all that is wrong stands at no row."""
    digits = field.removeprefix("team_")
    if digits == field or (len(draft.teams) < 2 and tuple(rows) in {(), (1,)}):
        return words
    place = int(digits)
    number = rows[place] if place < len(rows) else place + 1
    name = draft.teams[place].name.strip()
    if problem_with_text(name, LONGEST_NAME):
        # What is wrong with a name is no name to go by.
        name = ""
    return tr("{team}: {words}", team=name or tr("Team {number}", number=number), words=words)


def _services(draft: Draft) -> dict[str, list[int]]:
    """Return the places of teams in the draft, by service."""
    grouped: dict[str, list[int]] = {}
    for place, team in enumerate(draft.teams):
        grouped.setdefault(team.service.strip() or draft.organisation.strip(), []).append(place)
    return grouped


def _team_spec(team: DraftTeam) -> TeamSpec:
    return TeamSpec(team.name, team.headcount or 0, team.answering_recipients, id=team.id)
