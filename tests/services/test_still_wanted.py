"""Whoever stops something that is kept finds everything as it was: nothing half written, and nothing half stored."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from teamhealth.failures import Cancelled
from teamhealth.services.collect import close_survey, correct_headcount, reset_pin
from teamhealth.services.deleting import delete_results
from teamhealth.services.destroying import destroy_now
from teamhealth.services.documents import Document, area_documents, documents_of_plan, team_documents
from teamhealth.services.drafts import delete_draft, save_draft
from teamhealth.services.laptop import export_return, open_survey_file, take_in_return
from teamhealth.services.late import publish_late
from teamhealth.services.lead import create_lead_survey, export_key_copy, export_survey_file
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.papers import Paper, write_paper, write_poster_of, write_questionnaire
from teamhealth.services.plan_files import write_plan_sheet
from teamhealth.services.plans import start_plan
from teamhealth.services.progress import unwatched
from teamhealth.services.results_files import write_figures, write_results
from teamhealth.services.returns import add_returns, take_out_returns
from teamhealth.services.setup import create_survey
from teamhealth.services.surveys import rename_survey
from teamhealth.services.units import close_unit, list_units, merge_units, rename_unit
from teamhealth.services.workforce import import_references
from teamhealth.services.workforce_import import plan_import, take_in
from teamhealth.services.workspace import Workspace
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.settings.still_wanted import ask_still_wanted, wanted_while
from teamhealth.survey.custody import CustodyKind
from tests.exchange.tables_of_others import INDICATORS
from tests.invented import TEAM_ID, publication
from tests.rounds import council
from tests.services.conftest import Clock
from tests.services.council import PIN as LAPTOP_PIN
from tests.services.council import WORDS as LEAD_WORDS
from tests.services.council import collected, computer, spec
from tests.services.journeys import PIN, WORDS, answered, created, draft, published
from tests.services.stopping import stopped_everywhere

HEADS = "Service,Team,Date,People,In post,Vacancies,Agency,Leavers,Cases,Case holders\n"
ROWS = "Early Help,Alder,30/09/2026,9,8.5,1.5,1,2,104,7\nEarly Help,Beech,30/09/2026,7,6.5,0.5,0,1,90,6\n"
SECOND = "amber lantern river plough"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


def test_starting_a_plan(workspace: Workspace, files: Path) -> None:
    assert stopped_everywhere(workspace, files, lambda: start_plan(workspace, publication(6), TEAM_ID)) > 0


def test_taking_workforce_figures_in(lead: Workspace, made: tuple[LeadSurvey, Path], files: Path) -> None:
    (files / "hr.csv").write_text(HEADS + ROWS, encoding="utf-8")
    planned = plan_import(lead, files / "hr.csv")
    assert stopped_everywhere(lead, files, lambda: take_in(lead, planned)) > 1


def test_taking_the_dfes_file_in(lead: Workspace, made: tuple[LeadSurvey, Path], files: Path) -> None:
    assert stopped_everywhere(lead, files, lambda: import_references(lead, INDICATORS)) > 0


def test_locking_the_key_for_a_second_lead(lead: Workspace, made: tuple[LeadSurvey, Path], files: Path) -> None:
    path, survey = files / "second.thkey", made[0].survey.id
    assert stopped_everywhere(lead, files, lambda: export_key_copy(lead, survey, LEAD_WORDS, SECOND, path)) > 1
    assert path.exists()


def test_a_sealed_return_out_and_in(
    laptop: Workspace, made: tuple[LeadSurvey, Path], files: Path, tmp_path: Path, clock: Clock
) -> None:
    other = tmp_path / "return.threturn"
    with computer(tmp_path / "other", clock, 9) as second:
        collected(second, *made, {"Alder": [4, 5]}, other)
    survey = open_survey_file(laptop, made[1], LAPTOP_PIN)
    assert stopped_everywhere(laptop, files, lambda: take_in_return(laptop, survey, other)) > 0
    assert stopped_everywhere(laptop, files, lambda: export_return(laptop, survey, files / "out.threturn")) > 0


def test_opening_a_survey_file(laptop: Workspace, made: tuple[LeadSurvey, Path], files: Path) -> None:
    assert stopped_everywhere(laptop, files, lambda: open_survey_file(laptop, made[1], LAPTOP_PIN)) > 0


def test_deleting_results_and_destroying_answers(workspace: Workspace, files: Path) -> None:
    survey = created(workspace)
    answered(workspace, survey, [4, 3, 5, 2, 4, 4])
    published(workspace, survey)
    assert stopped_everywhere(workspace, files, lambda: destroy_now(workspace, survey)) > 0
    assert stopped_everywhere(workspace, files, lambda: delete_results(workspace, survey)) > 0


def test_a_survey_from_its_making_to_its_publishing(workspace: Workspace, files: Path) -> None:
    begun = draft(workspace)
    save_draft(workspace, begun)
    made: list[str] = []

    def make() -> None:
        made.append(create_survey(workspace, begun, WORDS, PIN, unwatched))

    assert stopped_everywhere(workspace, files, make) > 0
    survey = made[-1]
    answered(workspace, survey, [4, 3, 5, 2, 4, 4])
    for use_case in (
        partial(rename_survey, workspace, survey, "Another name"),
        partial(reset_pin, workspace, survey, WORDS, "1357"),
        partial(close_survey, workspace, survey, "1357"),
    ):
        assert stopped_everywhere(workspace, files, use_case) > 0
    opened = open_answers(workspace, survey, WORDS, unwatched)
    assert stopped_everywhere(workspace, files, lambda: publish(workspace, opened, frozenset(), unwatched)) > 0


def test_a_leads_survey_from_its_making_to_a_late_team(
    lead: Workspace, files: Path, tmp_path: Path, clock: Clock
) -> None:
    whole = spec({"Alder": 7, "Beech": 7})
    made: list[LeadSurvey] = []

    def make() -> None:
        made.append(create_lead_survey(lead, whole, LEAD_WORDS, unwatched))

    assert stopped_everywhere(lead, files, make) > 0
    survey = made[-1].survey
    path = tmp_path / "a.thsurvey"
    export_survey_file(lead, survey.id, path)
    returns = [tmp_path / "first.threturn", tmp_path / "late.threturn"]
    for seed, (name, file) in enumerate(zip(("Alder", "Beech"), returns, strict=True)):
        with computer(tmp_path / name, clock, 20 + seed) as laptop:
            collected(laptop, made[-1], path, {name: [4, 3, 5, 2, 4, 4, 3]}, file)
    early, late = ([each] for each in returns)
    assert stopped_everywhere(lead, files, lambda: add_returns(lead, survey.id, early, unwatched)) > 0
    assert stopped_everywhere(lead, files, lambda: take_out_returns(lead, survey.id)) > 0
    add_returns(lead, survey.id, early, unwatched)
    # Whoever stops while answers are being opened can still add a return: nothing has been seen.
    assert stopped_everywhere(lead, files, lambda: open_returns(lead, survey.id, LEAD_WORDS, unwatched)) > 0
    publish(lead, open_returns(lead, survey.id, LEAD_WORDS, unwatched), frozenset(), unwatched)
    add_returns(lead, survey.id, late, unwatched)
    team = survey.teams[1].id
    assert stopped_everywhere(lead, files, lambda: open_late_team(lead, survey.id, team, LEAD_WORDS, unwatched)) > 0
    opened = open_late_team(lead, survey.id, team, LEAD_WORDS, unwatched)
    assert (
        stopped_everywhere(lead, files, lambda: publish_late(lead, opened, team, frozenset(), progress=unwatched)) > 0
    )


def test_what_is_kept_of_teams(lead: Workspace, made: tuple[LeadSurvey, Path], files: Path) -> None:
    alder, beech, cedar = list_units(lead)[0].teams
    for use_case in (
        partial(rename_unit, lead, alder, "Elder"),
        partial(merge_units, lead, (beech, cedar), "Grove"),
        partial(close_unit, lead, alder),
        partial(correct_headcount, lead, made[0].survey.id, made[0].survey.teams[0].id, 9),
    ):
        assert stopped_everywhere(lead, files, use_case) > 0


def test_a_draft(workspace: Workspace, files: Path) -> None:
    begun = draft(workspace)
    save_draft(workspace, begun)
    assert stopped_everywhere(workspace, files, lambda: delete_draft(workspace, begun.id)) > 0


def _file_writers(workspace: Workspace, folder: Path) -> dict[str, Callable[[], object]]:
    whole = council(2, 1)[-1]
    team = next(each.id for each in whole.teams if each.shown)
    planned = start_plan(workspace, whole, team)
    documents: list[Document] = [
        *team_documents(workspace, whole, team),
        *area_documents(workspace, whole, None),
        *documents_of_plan(workspace, planned),
    ]
    written: dict[str, Callable[[], object]] = {
        each.id: partial(each.write, folder / f"{each.id}.pdf", unwatched, False) for each in documents
    }
    for ending in ("xlsx", "csv", "json"):
        written[ending] = partial(write_figures, (whole,), folder / f"figures.{ending}")
    written["results"] = partial(write_results, whole, folder / "a.thresults")
    written["sheet"] = partial(write_plan_sheet, planned, folder / "plan.xlsx")
    return written


def test_every_document_and_file_of_results(workspace: Workspace, files: Path) -> None:
    writers = _file_writers(workspace, files)
    asked = {}
    for name, write in writers.items():
        # A long document asks often; that each place leaves nothing is seen at some of them.
        asked[name] = _stopped_at_some(files, write)
        for each in files.iterdir():
            each.unlink()
    assert all(count > 0 for count in asked.values()), asked
    # A page is made of many pieces, and nobody waits for all of them.
    assert all(asked[each] > 10 for each in ("team", "council", "compare", "pack", "plan")), asked


def _stopped_at_some(files: Path, write: Callable[[], object]) -> int:
    asked = 0

    def count() -> None:
        nonlocal asked
        asked += 1

    with wanted_while(count):
        write()
    for each in files.iterdir():
        each.unlink()
    for place in {1, asked // 2, asked}:
        left = iter(range(max(1, place) - 1))

        def stop(left: object = left) -> None:
            if next(left, None) is None:  # type: ignore[call-overload]
                raise Cancelled

        with wanted_while(stop), pytest.raises(Cancelled):
            write()
        assert list(files.iterdir()) == []
    return asked


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_of_a_survey(made: tuple[LeadSurvey, Path], files: Path, paper: Paper) -> None:
    assert _stopped_at_some(files, partial(write_paper, made[0], paper, files / "paper.pdf")) > 1


def test_the_papers_of_a_survey_that_is_here(workspace: Workspace, files: Path) -> None:
    survey = created(workspace, custody=CustodyKind.CHOSEN, role="Practice educator")
    for write in (write_questionnaire, write_poster_of):
        assert _stopped_at_some(files, partial(write, workspace, survey, files / "paper.pdf")) > 1
        for each in files.iterdir():
            each.unlink()


def test_what_was_there_before_stays_where_the_new_one_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"before")

    def give_up() -> None:
        raise Cancelled

    with wanted_while(give_up), pytest.raises(Cancelled):
        write_atomically(path, b"after")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.csv", b"before")]


def test_whoever_gives_up_in_one_thread_stops_nothing_in_another() -> None:
    def give_up() -> None:
        raise Cancelled

    went_on: list[bool] = []

    def elsewhere() -> None:
        ask_still_wanted()
        went_on.append(True)

    with wanted_while(give_up):
        other = threading.Thread(target=elsewhere)
        other.start()
        other.join()
    ask_still_wanted()
    assert went_on == [True]
