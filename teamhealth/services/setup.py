"""From a checked draft to a survey that collects."""

from dataclasses import replace

from teamhealth.failures import DraftIncomplete, TooSoonForTeam
from teamhealth.resources import resource
from teamhealth.sealing.envelope import check_fits
from teamhealth.sealing.keys import new_key_pair, wrap
from teamhealth.sealing.passphrase import suggest
from teamhealth.sealing.pin import lock_pin
from teamhealth.services.draft_checks import Problem, find_problems, secret_problems
from teamhealth.services.drafts import Draft, titled
from teamhealth.services.earlier_rounds import check_rounds, known_identities
from teamhealth.services.lead_survey import survey_of
from teamhealth.services.modules import asked_in, fit_problems
from teamhealth.services.progress import Progress
from teamhealth.services.questionnaires import program_questionnaires
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import drafts as draft_table
from teamhealth.storage import keys as key_table
from teamhealth.storage import surveys
from teamhealth.storage.database import Store, transaction
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.policy import SHARES_FROM, CommentsChoice, ReleasePolicy
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questions import lay_out
from teamhealth.survey.spec import ServiceSpec, SurveySpec, TeamSpec, spec_problems
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.texts.role_words import role_in_sentence

STEPS = 4


def core_questionnaire() -> Questionnaire:
    """Return the core questionnaire; QuestionnaireInvalid if its file, or a module's beside it, was damaged."""
    return program_questionnaires()[0]


def suggest_passphrase(workspace: Workspace) -> str:
    """Return five words drawn at random from the program's list."""
    word_list = resource("words.txt").read_text(encoding="utf-8").split()
    return suggest(word_list, workspace.entropy)


def check_draft(workspace: Workspace, draft: Draft) -> tuple[Problem, ...]:
    """Return everything that is wrong with a draft, the time since the team's last round included."""
    problems = list(find_problems(draft, workspace.today()))
    spec = _spec(workspace, draft)
    try:
        check_rounds(workspace, spec)
    except TooSoonForTeam as failure:
        problems.append(Problem("team", _too_soon_text(failure)))
    return (*problems, *_question_problems(workspace, draft, spec))


def preview_survey(workspace: Workspace, draft: Draft) -> Survey:
    """Return the survey that a draft would become, for a look; gaps are filled with plain words.

    Of several teams one is looked at: the first that is asked for comments, if any is.
    """
    draft = _seen_as(draft)
    filled = replace(
        titled(draft),
        custody=draft.custody or CustodyKind.MANAGER,
        comments=draft.comments or CommentsChoice.FROM_THRESHOLD,
        organisation=draft.organisation or tr("Your organisation"),
        round_name=draft.round_name or tr("This round"),
        team=draft.team or tr("Your team"),
        headcount=draft.headcount or max(draft.threshold, SHARES_FROM) + draft.answering_recipients,
    )
    with workspace.database.connect() as store:
        return _survey(workspace, store, filled)


def _seen_as(draft: Draft) -> Draft:
    """Return a draft of several teams as that of the one which is looked at."""
    policy = ReleasePolicy(draft.threshold, draft.comments or CommentsChoice.FROM_THRESHOLD)
    # Where no team is, any of them shows what staff will see, once it is known how many people each has.
    known = draft.teams if all(team.headcount for team in draft.teams) else ()
    team = next((team for team in draft.teams if team.asked_for_comments(policy)), next(iter(known), None))
    if team is None:
        return draft
    return replace(draft, team=team.name, headcount=team.headcount, answering_recipients=team.answering_recipients)


def create_survey(workspace: Workspace, draft: Draft, passphrase: str, pin: str, progress: Progress) -> SurveyId:
    """Make a key pair, lock it with the passphrase, and store survey, keys and PIN in one transaction.

    Raises
    ------
    DraftIncomplete
        If anything blocking is left; nothing has been stored then.
    TooSoonForTeam
        If the team's last round is less than 60 days ago.
    SurveyUnfit
        If a full response would not fit an envelope.
    """
    checked = titled(draft)
    found = (*find_problems(checked, workspace.today()), *secret_problems(passphrase, passphrase, pin, pin))
    blocking = tuple((problem.field, problem.text) for problem in found if problem.blocking)
    if blocking:
        raise DraftIncomplete(blocking)
    progress(0, STEPS)
    check_rounds(workspace, _spec(workspace, checked))
    with workspace.database.connect() as store:
        survey = _survey(workspace, store, checked)
    check_fits(lay_out(survey), survey.id, survey.teams[0].id)
    progress(1, STEPS)
    pair = new_key_pair()
    wrapped = wrap(pair.private, passphrase, workspace.key_cost, workspace.entropy)
    progress(2, STEPS)
    locked = lock_pin(pin, workspace.pin_cost, workspace.entropy)
    progress(3, STEPS)
    with workspace.database.connect() as store, transaction(store):
        surveys.save(store, survey, pair.public, workspace.today())
        key_table.save(store, survey.id, wrapped, locked)
        draft_table.delete(store, draft.id)
        ask_still_wanted()
    return survey.id


def _survey(workspace: Workspace, store: Store, draft: Draft) -> Survey:
    """Make the survey, with the identities of an organisation, service and team that are known by name."""
    spec = _spec(workspace, draft)
    custody = Custody(
        draft.custody or CustodyKind.MANAGER,
        role_in_sentence(draft.role) if draft.custody is CustodyKind.CHOSEN else "",
        one_time_codes=draft.one_time_codes and draft.custody is CustodyKind.LEAD,
    )
    return replace(survey_of(spec, known_identities(store, spec), workspace.entropy), custody=custody)


def _spec(workspace: Workspace, draft: Draft) -> SurveySpec:
    """Return what a draft of a single team describes."""
    team = TeamSpec(draft.team, draft.headcount or 0, draft.answering_recipients)
    return SurveySpec(
        name=titled(draft).title,
        organisation=draft.organisation,
        round_name=draft.round_name,
        services=(ServiceSpec(draft.service.strip() or draft.organisation, (team,)),),
        questionnaires=asked_in(workspace, draft),
        comments=draft.comments or CommentsChoice.FROM_THRESHOLD,
        threshold=draft.threshold,
        safeguarding_route=draft.safeguarding_route,
        planned_closing=draft.planned_closing,
    )


def _question_problems(workspace: Workspace, draft: Draft, spec: SurveySpec) -> tuple[Problem, ...]:
    found = [each for each in spec_problems(spec) if each.key == "questionnaires"]
    if found:
        return tuple(Problem(each.key, each.text) for each in found)
    return fit_problems(preview_survey(workspace, draft))


def _too_soon_text(failure: TooSoonForTeam) -> str:
    return tr(
        "{team} answered less than 60 days ago. A new round can start on {day}.",
        team=failure.team,
        day=failure.earliest,
    )
