"""Every question that lies over the window until it is answered."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from teamhealth.exchange.plan_columns import Column, column_words
from teamhealth.failures import DiskFull
from teamhealth.figures.measured import state_words
from teamhealth.services.backup import BackedUp
from teamhealth.services.collect import Collection, collection
from teamhealth.services.deleting import what_goes
from teamhealth.services.plan_sheet_changes import SheetChanges, SheetQuestion
from teamhealth.services.survey_list import SurveyStatus, SurveySummary, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import TeamId
from teamhealth.survey.plan import Action, ActionId, ActionState, Plan
from teamhealth.survey.plan_merge import Clash, PlanField, PlanMerge
from teamhealth.survey.survey import Survey
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.keeping.delete_prompt import DeleteResultsPrompt
from teamhealth.ui.keeping.prompt import DestroyPrompt
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.opening.stop_prompt import StopPrompt
from teamhealth.ui.paper.stop_prompt import StopKeyingPrompt
from teamhealth.ui.paper.unlock_prompt import UnlockPaperPrompt
from teamhealth.ui.plans.prompts import remove_action_prompt, unsaved_prompt
from teamhealth.ui.plans.sheet_prompt import SheetPrompt
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.prompts import ClosePrompt, DeletePrompt, HeadcountPrompt, LeavePrompt, PinPrompt, RenamePrompt
from teamhealth.ui.returns.empty_prompt import EmptyPrompt
from teamhealth.ui.settings.copy_prompts import BackPrompt, CopyPrompt, InsteadPrompt, MovePrompt
from teamhealth.ui.units.prompts import CloseUnitPrompt, MergeUnitPrompt, RenameUnitPrompt
from teamhealth.ui.workforce.prompts import CouncilPrompt, DeleteCountPrompt, OrganisationPrompt
from tests.invented import SURVEY_ID, TEAM_ID
from tests.ui.scenes.stage import come_to_rest, empty_office, manager_of
from tests.ui.scenes.surveys import fill_list

# What is made over a manager's window on the surveys of ``fill_list``.
Made = Callable[[MainWindow, Workspace], PromptWindow]
COPY, HERE = BackedUp(surveys=3, answers=27, publications=2), BackedUp(surveys=4, answers=31, publications=2)
TEAM, OTHER = (Unit(UnitKind.TEAM, TeamId(name.lower()), name, "early-help") for name in ("Harbour", "Brookside"))
SERVICE = Unit(UnitKind.SERVICE, "early-help", "Early Help", "exampleshire")
ACTION = Action(ActionId("one"), None, "Keep the same worker for the first year", "Team manager")


def of(workspace: Workspace, status: SurveyStatus) -> SurveySummary:
    """Return the first survey of a state."""
    return next(each for each in list_surveys(workspace) if each.status is status)


def collected(workspace: Workspace) -> Collection:
    """Return what is collected of the first survey that takes answers."""
    summary = of(workspace, SurveyStatus.COLLECTING)
    return collection(workspace, summary.id)


def _chosen(workspace: Workspace) -> Survey:
    asked = collected(workspace).survey
    return replace(asked, custody=Custody(CustodyKind.CHOSEN, role="the practice lead"))


def _delete_results(window: MainWindow, workspace: Workspace) -> PromptWindow:
    published = of(workspace, SurveyStatus.PUBLISHED).id
    return DeleteResultsPrompt(window, workspace, published, what_goes(workspace, published))


def _refused(window: MainWindow, workspace: Workspace) -> PromptWindow:
    made = HeadcountPrompt(window, workspace, collected(workspace))
    made.on_failed(DiskFull(Path("Surveys")))
    return made


# What somebody typed into a plan.
GONE = tuple(f"{each} the weekly duplicate visit log" for each in ("Stop", "Shorten", "Share"))


def _sheet(window: MainWindow, _workspace: Workspace) -> PromptWindow:
    # Said when asked for, in the words of the service, so that they are in the language of the window.
    here, came = replace(ACTION, state=ActionState.DONE), replace(ACTION, state=ActionState.NOT_STARTED)
    clash = Clash(here, came, PlanField.STATE)
    field = tr("{what}: {field}", what=ACTION.what, field=column_words(Column.STATE))
    gone = [replace(ACTION, what=each) for each in GONE]
    plan = Plan(SURVEY_ID, TEAM_ID)
    asked = (
        SheetQuestion(field, state_words(here.state), state_words(came.state), clash),
        *(SheetQuestion(each.what, tr("it stays in the plan"), tr("it goes out of the plan"), each) for each in gone),
    )
    merged = PlanMerge(plan, added=(ACTION,), back=(), changed=2, gone=tuple(gone), clashes=(clash,))
    return SheetPrompt(window, SheetChanges("plan.xlsx", plan, merged, asked))


PROMPTS: Mapping[str, Made] = {
    "close": lambda window, workspace: ClosePrompt(window, workspace, collected(workspace)),
    "rename": lambda window, workspace: RenamePrompt(window, workspace, of(workspace, SurveyStatus.DRAFT)),
    "delete-draft": lambda window, workspace: DeletePrompt(window, workspace, of(workspace, SurveyStatus.DRAFT)),
    "headcount": lambda window, workspace: HeadcountPrompt(window, workspace, collected(workspace)),
    "headcount-refused": _refused,
    "pin": lambda window, workspace: PinPrompt(window, workspace, collected(workspace)),
    "leave": lambda window, _workspace: LeavePrompt(window),
    "destroy": lambda window, workspace: DestroyPrompt(window, workspace, of(workspace, SurveyStatus.CLOSED)),
    "destroy-unopened": lambda window, workspace: DestroyPrompt(
        window, workspace, of(workspace, SurveyStatus.COLLECTING), unopened=True
    ),
    "delete-results": _delete_results,
    "stop-keying": lambda window, _workspace: StopKeyingPrompt(window),
    "unlock-paper": lambda window, workspace: UnlockPaperPrompt(window, workspace, _chosen(workspace)),
    "stop-reading": lambda window, _workspace: StopPrompt(window),
    "copy": lambda window, _workspace: CopyPrompt(window),
    "move": lambda window, _workspace: MovePrompt(window),
    "copy-back": lambda window, _workspace: BackPrompt(window, COPY, HERE, asking=True),
    "copy-instead": lambda window, _workspace: InsteadPrompt(window, COPY),
    "empty-returns": lambda window, workspace: EmptyPrompt(window, workspace, of(workspace, SurveyStatus.DRAFT).id),
    "rename-team": lambda window, workspace: RenameUnitPrompt(window, workspace, TEAM),
    "merge-team": lambda window, workspace: MergeUnitPrompt(window, workspace, TEAM, [OTHER]),
    "close-team": lambda window, workspace: CloseUnitPrompt(window, workspace, TEAM),
    "close-service": lambda window, workspace: CloseUnitPrompt(window, workspace, SERVICE),
    "remove-action": lambda window, _workspace: remove_action_prompt(window, ACTION),
    "unsaved-action": lambda window, _workspace: unsaved_prompt(window),
    "sheet": _sheet,
    "whose-figures": lambda window, _workspace: OrganisationPrompt(window, ["Exampleshire Council"]),
    "council": lambda window, _workspace: CouncilPrompt(window, ["Exampleshire", "Invented Borough"]),
    "delete-count": lambda window, _workspace: DeleteCountPrompt(window, "Harbour", "31 March 2026"),
}


@contextmanager
def office_of_prompts(folder: Path, size: tuple[int, int]) -> Iterator[Callable[[str], PromptWindow]]:
    """Yield what lets a question lie over the list of surveys, by its name."""
    with empty_office(folder) as workspace:
        fill_list(workspace)
        with manager_of(workspace, size) as window:
            yield partial(_asked, window, workspace)


def _asked(window: MainWindow, workspace: Workspace, name: str) -> PromptWindow:
    asked = PROMPTS[name](window, workspace)
    asked.open()
    come_to_rest(asked)
    return asked
