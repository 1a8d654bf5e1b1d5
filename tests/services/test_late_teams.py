"""A team that comes later: opened by itself, and no answer of another is struck out by it."""

from pathlib import Path

import pytest

from teamhealth.exchange.return_file import Return, read_return, write_return
from teamhealth.failures import (
    NoTeamToPublish,
    SurveyNotClosed,
    SurveyPublished,
)
from teamhealth.publication.document import publication_hash
from teamhealth.sealing.envelope import seal
from teamhealth.services.added_file import AddOutcome, NotAddedReason
from teamhealth.services.late import load_late, publish_late
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns, late_teams
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import Workspace
from teamhealth.storage.returns import digest_of
from tests.services.council import WORDS, answer, collected, named
from tests.services.sealed_returns import part_return, publish_all, sealed_return


def test_after_opening_only_a_team_without_a_return_can_be_added(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    whole = collected(laptop, *made, {"Alder": [4] * 6, "Cedar": [2] * 5}, tmp_path / "r")
    early = part_return(whole, survey, "Alder", 5, tmp_path / "early")
    add_returns(lead, survey.id, [early], unwatched)
    publish_all(lead, survey)
    again, late, rest = add_returns(lead, survey.id, [early, whole, whole], unwatched)
    assert (again.outcome, again.reason) == (AddOutcome.NOT_ADDED, NotAddedReason.COPY)
    assert (late.outcome, late.reason, late.new) == (AddOutcome.IN_PART, NotAddedReason.LATE, 5)
    assert (rest.outcome, rest.reason) == (AddOutcome.NOT_ADDED, NotAddedReason.LATE)
    assert [(team.name, team.answers) for team in late_teams(lead, survey.id)] == [("Cedar", 5)]


def test_a_team_that_comes_later_is_opened_and_published_by_itself(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    cedar = named(survey, "Cedar")
    whole = collected(laptop, *made, {"Alder": [4] * 6, "Cedar": [2] * 5}, tmp_path / "r")
    add_returns(lead, survey.id, [part_return(whole, survey, "Alder", 6, tmp_path / "early")], unwatched)
    opened = open_returns(lead, survey.id, WORDS, unwatched)
    with pytest.raises(SurveyNotClosed):
        open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    first = publish(lead, opened, frozenset(), unwatched)
    with pytest.raises(NoTeamToPublish):
        open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    add_returns(lead, survey.id, [whole], unwatched)
    with pytest.raises(NoTeamToPublish):
        open_late_team(lead, survey.id, named(survey, "Alder"), WORDS, unwatched)
    late = open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    assert [(team.name, team.answered) for team in late.teams if team.shown] == [("Cedar", 5)]
    assert late.answered == 5
    alone = publish_late(lead, late, cedar, frozenset(), progress=unwatched)
    assert [(team.name, team.answered) for team in alone.teams] == [("Cedar", 5)]
    assert alone.after == publication_hash(first)
    assert not alone.council
    assert load_late(lead, survey.id, cedar) == alone
    with pytest.raises(SurveyPublished):
        publish_late(lead, late, cedar, frozenset(), progress=unwatched)
    with pytest.raises(NoTeamToPublish):
        open_late_team(lead, survey.id, cedar, WORDS, unwatched)


def test_a_late_team_may_be_stopped_at_and_taken_up_again_with_the_same_answers(
    lead: Workspace, laptop: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey = made[0].survey
    alder = named(survey, "Alder")
    whole = collected(laptop, *made, {"Cedar": [4] * 5, "Alder": [2] * 6}, tmp_path / "r")
    add_returns(lead, survey.id, [part_return(whole, survey, "Cedar", 5, tmp_path / "early")], unwatched)
    publish_all(lead, survey)
    add_returns(lead, survey.id, [part_return(whole, survey, "Alder", 5, tmp_path / "five")], unwatched)
    opened = open_late_team(lead, survey.id, alder, WORDS, unwatched)
    # The sixth answer came after the first look: it must not be told from the five.
    (refused,) = add_returns(lead, survey.id, [whole], unwatched)
    assert (refused.new, refused.reason) == (0, NotAddedReason.LATE)
    assert [team.name for team in late_teams(lead, survey.id)] == ["Alder"]
    again = open_late_team(lead, survey.id, alder, WORDS, unwatched)
    assert again == opened
    publish_late(lead, again, alder, frozenset(), progress=unwatched)
    assert late_teams(lead, survey.id) == ()


def test_a_team_that_comes_later_strikes_no_answer_out_of_one_that_was_opened(
    lead: Workspace, made: tuple[LeadSurvey, Path], tmp_path: Path
) -> None:
    survey, slips = made[0].survey, made[0].slips
    alder, beech, cedar = (named(survey, name) for name in ("Alder", "Beech", "Cedar"))
    add_returns(
        lead, survey.id, [sealed_return(made[0], "Alder", list(slips[alder][:6]), tmp_path / "alder")], unwatched
    )
    publish_all(lead, survey)
    honest = sealed_return(made[0], "Cedar", list(slips[cedar][:5]), tmp_path / "cedar", 2)
    add_returns(lead, survey.id, [honest], unwatched)
    opened = open_late_team(lead, survey.id, cedar, WORDS, unwatched)
    # Somebody who saw others' slips seals until the hash is lower than that of any honest envelope.
    lowest = min(digest_of(sealed) for _, sealed in read_return(honest).envelopes)
    forged = set()
    for code in (*slips[cedar][:5], *slips[alder][:6]):
        sealed = seal(answer(survey, beech, code, 5), made[0].file.public_key)
        while digest_of(sealed) >= lowest:
            sealed = seal(answer(survey, beech, code, 5), made[0].file.public_key)
        forged.add((beech, sealed))
    write_return(Return(survey.id, frozenset(forged)), tmp_path / "beech")
    add_returns(lead, survey.id, [tmp_path / "beech"], unwatched)
    assert open_late_team(lead, survey.id, beech, WORDS, unwatched).answered == 0
    assert open_late_team(lead, survey.id, cedar, WORDS, unwatched) == opened
    publish_late(lead, opened, cedar, frozenset(), progress=unwatched)
    assert len(verify_published(lead, survey.id, WORDS, unwatched)) == 2
