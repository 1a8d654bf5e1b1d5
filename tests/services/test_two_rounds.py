"""Two rounds of a council whose teams merge, close and change their names between them, from slips to results."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import TooSoonForTeam
from teamhealth.publication.document import read_document, write_document
from teamhealth.publication.part import part_of
from teamhealth.publication.types import Publication
from teamhealth.services.lead import create_lead_survey, export_survey_file
from teamhealth.services.lead_drafts import lead_spec
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.next_round import copy_to_draft
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns
from teamhealth.services.units import close_unit, list_units, merge_units, rename_unit
from teamhealth.services.workspace import Workspace
from teamhealth.survey.lineage_words import closed_sentence, origin_sentence
from teamhealth.survey.units import Unit
from tests.services.conftest import Clock
from tests.services.council import WORDS, collected, named, set_up, spec

TEAMS = {"Alder": 7, "Beech": 6, "Cedar": 5, "Dogwood": 6}


@pytest.fixture
def first(lead: Workspace, laptop: Workspace, tmp_path: Path) -> Publication:
    """Publish a first round: Alder at 50 points, Beech at 100, Dogwood at 75."""
    made, path = set_up(lead, tmp_path, replace(spec(TEAMS), round_name="Spring 2026"))
    return round_of(lead, laptop, made, path, {"Alder": [3] * 7, "Beech": [5] * 6, "Dogwood": [4] * 6})


def round_of(
    lead: Workspace, laptop: Workspace, made: LeadSurvey, path: Path, answers: Mapping[str, Sequence[int]]
) -> Publication:
    survey = made.survey
    returned = collected(laptop, made, path, answers, path.with_suffix(".threturn"))
    add_returns(lead, survey.id, [returned], unwatched)
    return publish(lead, open_returns(lead, survey.id, WORDS, unwatched), frozenset(), unwatched)


def run_again(lead: Workspace, folder: Path, survey_id: str) -> tuple[LeadSurvey, Path]:
    draft = replace(copy_to_draft(lead, survey_id), title="Autumn 2026 team health", round_name="Autumn 2026")
    made = create_lead_survey(lead, lead_spec(lead, draft), WORDS, unwatched)
    path = folder / "second.thsurvey"
    export_survey_file(lead, made.survey.id, path)
    return made, path


def unit(lead: Workspace, name: str) -> Unit:
    return next(each for each in list_units(lead)[0].teams if each.name == name)


def test_a_merged_team_is_told_and_compared_with_its_teams_before(
    lead: Workspace, laptop: Workspace, first: Publication, tmp_path: Path, clock: Clock
) -> None:
    merge_units(lead, [unit(lead, "Alder"), unit(lead, "Beech")], "Hazel")
    close_unit(lead, unit(lead, "Cedar"))
    rename_unit(lead, unit(lead, "Dogwood"), "Damson")
    clock.move(days=60)
    made, path = run_again(lead, tmp_path, first.survey.id)
    now = round_of(lead, laptop, made, path, {"Hazel": [4] * 11, "Damson": [4] * 6})
    hazel, damson = named(made.survey, "Hazel"), named(made.survey, "Damson")
    assert origin_sentence(now.lineage, hazel) == "Formed from Alder and Beech since Spring 2026."
    assert origin_sentence(now.lineage, damson) == "Called Dogwood in Spring 2026."
    assert closed_sentence(now.lineage) == "Closed since Spring 2026: Cedar."
    before = [domain.change.comparison.other.points for domain in now.team(hazel).domains if domain.change]
    scores = [[domain.score.points for domain in first.team(named_then(first, name)).domains if domain.score]
              for name in ("Alder", "Beech")]  # fmt: skip
    assert before == [round_half_up(7 * alder + 6 * beech, 13) for alder, beech in zip(*scores, strict=True)]
    assert all(domain.change is not None for domain in now.team(damson).domains)
    assert read_document(write_document(now)) == now
    assert part_of(now, damson).publication.lineage == now.lineage.of_team(damson)


def test_a_new_round_waits_sixty_days_also_for_a_team_that_merged(
    lead: Workspace, laptop: Workspace, first: Publication, tmp_path: Path, clock: Clock
) -> None:
    merge_units(lead, [unit(lead, "Alder"), unit(lead, "Beech")], "Hazel")
    clock.move(days=59)
    with pytest.raises(TooSoonForTeam):
        run_again(lead, tmp_path, first.survey.id)


def test_a_team_whose_answers_are_here_is_not_asked_again_meanwhile(
    lead: Workspace, laptop: Workspace, tmp_path: Path
) -> None:
    made, path = set_up(lead, tmp_path, spec(TEAMS))
    returned = collected(laptop, made, path, {"Alder": [3]}, tmp_path / "r")
    create_lead_survey(lead, replace(spec(TEAMS), round_name="At the same time"), WORDS, unwatched)
    add_returns(lead, made.survey.id, [returned], unwatched)
    with pytest.raises(TooSoonForTeam) as caught:
        create_lead_survey(lead, replace(spec(TEAMS), round_name="And again"), WORDS, unwatched)
    assert caught.value.team == "Alder"
    others = {name: people for name, people in TEAMS.items() if name != "Alder"}
    assert create_lead_survey(lead, replace(spec(others), round_name="And again"), WORDS, unwatched)


def named_then(publication: Publication, name: str) -> str:
    return next(team.id for team in publication.teams if team.name == name)


def round_half_up(top: int, bottom: int) -> int:
    return (2 * top + bottom) // (2 * bottom)
