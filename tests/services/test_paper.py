"""A survey lead's pile: sealed as an interview would have been, all or nothing, and never too many."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import EveryoneAnswered, KeyElsewhere, SurveyNotOpen
from teamhealth.sealing.envelope import unseal
from teamhealth.services.laptop import open_survey_file
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.paper import seal_pile, unlock_paper
from teamhealth.services.progress import unwatched
from teamhealth.services.workspace import Workspace
from teamhealth.storage import returns
from teamhealth.survey.paper import PaperForm, PaperPile
from teamhealth.survey.response import Response
from tests.services.conftest import Clock
from tests.services.council import PIN, WORDS, answer, computer, set_up, spec


def pile_of(answers: Sequence[Response]) -> PaperPile:
    forms = tuple(PaperForm(each.team, each.code, each.answers, each.comments) for each in answers)
    return PaperPile(forms, forms, second_time=True)


def test_a_form_is_sealed_as_an_interview_is_and_marked_as_read_before(lead: Workspace, tmp_path: Path) -> None:
    made, _ = set_up(lead, tmp_path)
    team = made.survey.teams[0].id
    asked = [
        answer(made.survey, team, code, 1 + number, "Quieter rooms") for number, code in enumerate(made.slips[team][:5])
    ]
    added = seal_pile(lead, made.survey.id, pile_of(asked), unwatched)
    assert (added.new, added.known) == (5, 0)
    with lead.database.connect() as store:
        envelopes = returns.envelopes(store, made.survey.id)
    opened = {each.code: each for each in (unseal(sealed, made.secret.pair) for _, sealed in envelopes)}
    assert opened == {each.code: replace(each, elsewhere=True) for each in asked}


def test_no_more_answers_than_people_where_there_are_no_codes(lead: Workspace, tmp_path: Path) -> None:
    survey = set_up(lead, tmp_path, spec(codes=False))[0].survey
    alder, _, cedar = (team.id for team in survey.teams)
    # One team of the pile has too many: nothing of the other is taken either.
    crowd = [answer(survey, alder, None), *[answer(survey, cedar, None)] * 6]
    with pytest.raises(EveryoneAnswered):
        seal_pile(lead, survey.id, pile_of(crowd), unwatched)
    with lead.database.connect() as store:
        assert returns.counts(store, survey.id) == {}
    seal_pile(lead, survey.id, pile_of(crowd[:4]), unwatched)
    with pytest.raises(EveryoneAnswered):
        seal_pile(lead, survey.id, pile_of(crowd[1:4]), unwatched)


def test_nothing_is_added_to_a_team_that_was_opened(lead: Workspace, tmp_path: Path) -> None:
    survey = set_up(lead, tmp_path, spec(codes=False))[0].survey
    alder, beech, _ = (team.id for team in survey.teams)
    seal_pile(lead, survey.id, pile_of([answer(survey, alder, None)] * 5), unwatched)
    open_returns(lead, survey.id, WORDS, unwatched)
    with pytest.raises(SurveyNotOpen):
        seal_pile(lead, survey.id, pile_of([answer(survey, beech, None), answer(survey, alder, None)]), unwatched)
    # A team of which nothing was there can come later, as with returns.
    assert seal_pile(lead, survey.id, pile_of([answer(survey, beech, None)] * 5), unwatched).new == 5


def test_a_laptop_that_collects_for_a_lead_keys_no_forms(lead: Workspace, tmp_path: Path, clock: Clock) -> None:
    made, path = set_up(lead, tmp_path)
    with computer(tmp_path / "laptop", clock, 2) as laptop:
        open_survey_file(laptop, path, PIN)
        with pytest.raises(KeyElsewhere):
            seal_pile(laptop, made.survey.id, PaperPile(), unwatched)
        with pytest.raises(KeyElsewhere):
            unlock_paper(laptop, made.survey.id, WORDS)
