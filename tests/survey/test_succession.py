"""A team's identity survives renaming; merging, dividing and closing are told with the names there were."""

import random

import pytest

from teamhealth.failures import SpecInvalid
from teamhealth.services.lead_survey import make_lead_survey
from teamhealth.survey.identities import Identities, identities_of
from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import Descent, EarlierTeam, Lineage, lineage_problem
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.spec import ServiceSpec, SurveySpec, TeamSpec
from teamhealth.survey.succession import Succession, former_problems, succession
from tests.invented import core_questionnaire

ALDER, BEECH, ELDER = (TeamId(each * 32) for each in "abe")
EARLIER = {
    each: EarlierTeam(each, name, "Spring 2026")
    for each, name in ((ALDER, "Alder"), (BEECH, "Beech"), (ELDER, "Elder"))
}
KNOWN = Identities(teams={"alder": ALDER, "beech": BEECH, "elder": ELDER}, earlier=EARLIER)


def spec(*teams: TeamSpec, closed: tuple[str, ...] = ()) -> SurveySpec:
    return SurveySpec(
        name="Autumn 2026 team health",
        organisation="Exampleshire Council",
        round_name="Autumn 2026",
        services=(ServiceSpec("Early Help", teams),),
        questionnaires=(core_questionnaire(),),
        comments=CommentsChoice.NOT_ASKED,
        closed=closed,
    )


def found(asked: SurveySpec, known: Identities = KNOWN) -> Succession:
    assert not list(former_problems(asked, known))
    result = succession(asked, known, random.Random(1).randbytes)
    assert lineage_problem(result.lineage, frozenset(result.teams)) is None
    return result


def test_a_team_that_keeps_its_name_keeps_its_identity_and_nothing_is_told() -> None:
    assert found(spec(TeamSpec(" ALDER ", 8), TeamSpec("Beech", 6))).teams == (ALDER, BEECH)
    assert found(spec(TeamSpec("Alder", 8))).lineage == Lineage()


def test_a_renamed_team_keeps_its_identity_and_its_old_name_is_told() -> None:
    result = found(spec(TeamSpec("Hawthorn", 8, formerly=("Alder",))))
    assert result.teams == (ALDER,)
    assert result.lineage == Lineage(earlier=(EARLIER[ALDER],))


def test_a_team_renamed_in_the_window_is_known_by_its_identity() -> None:
    result = found(spec(TeamSpec("Hawthorn", 8, id=ALDER)))
    assert result.teams == (ALDER,)
    assert result.lineage.earlier == (EARLIER[ALDER],)


def test_an_old_name_that_another_team_takes_does_not_make_it_the_old_team() -> None:
    result = found(spec(TeamSpec("Hawthorn", 8, id=ALDER), TeamSpec("Alder", 6)))
    assert result.teams[0] == ALDER
    assert result.teams[1] not in EARLIER


def test_a_row_typed_over_with_another_teams_name_is_that_team() -> None:
    assert found(spec(TeamSpec("Beech", 8, id=ALDER))).teams == (BEECH,)


def test_two_teams_that_merge_into_a_new_one_are_its_predecessors() -> None:
    result = found(spec(TeamSpec("Hazel", 12, formerly=("Alder", "Beech"))))
    assert result.teams[0] not in EARLIER
    assert result.lineage.descents == (Descent(result.teams[0], (ALDER, BEECH)),)
    assert result.lineage.named((ALDER, BEECH)) == (EARLIER[ALDER], EARLIER[BEECH])


def test_a_team_that_takes_another_in_goes_on() -> None:
    result = found(spec(TeamSpec("Alder", 12, formerly=("Beech",))))
    assert result.teams == (ALDER,)
    assert result.lineage.descents == (Descent(ALDER, (ALDER, BEECH)),)


def test_a_divided_team_goes_on_only_where_it_keeps_its_name() -> None:
    kept = found(spec(TeamSpec("Alder", 6), TeamSpec("Hazel", 6, formerly=("Alder",))))
    assert kept.teams[0] == ALDER
    assert kept.lineage.descents == (Descent(kept.teams[1], (ALDER,)),)
    both = found(spec(TeamSpec("Hazel", 6, formerly=("Alder",)), TeamSpec("Rowan", 6, formerly=("Alder",))))
    assert ALDER not in both.teams
    assert [each.predecessors for each in both.lineage.descents] == [(ALDER,), (ALDER,)]


def test_a_closed_team_is_told() -> None:
    result = found(spec(TeamSpec("Alder", 8), closed=("Elder",)))
    assert result.lineage == Lineage(closed=(ELDER,), earlier=(EARLIER[ELDER],))


def test_merging_that_was_said_before_the_round_is_told_through_every_step() -> None:
    known = Identities(
        teams=KNOWN.teams, earlier=EARLIER, successors={ELDER: BEECH, BEECH: ALDER}, closed=(TeamId("d" * 32),)
    )
    result = found(spec(TeamSpec("Alder", 14)), known)
    assert result.lineage.descents == (Descent(ALDER, (ALDER, ELDER, BEECH)),)
    assert result.lineage.closed == (TeamId("d" * 32),)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (spec(TeamSpec("Hazel", 8, formerly=("Oak",))), "services[1].teams[1].formerly"),
        (spec(TeamSpec("Alder", 8), closed=("Oak",)), "closed"),
        (spec(TeamSpec("Alder", 8), closed=("alder",)), "closed"),
    ],
)
def test_a_team_that_was_not_there_or_goes_on_is_refused_by_its_key(asked: SurveySpec, key: str) -> None:
    with pytest.raises(SpecInvalid) as caught:
        make_lead_survey(asked, KNOWN, entropy=random.Random(1).randbytes, progress=lambda *_: None)
    assert caught.value.problems[0].startswith(f"{key}: ")


def test_an_earlier_survey_gives_names_and_round() -> None:
    from tests.invented import survey

    known = identities_of(survey())
    team: Team = survey().teams[0]
    assert known.earlier[team.id] == EarlierTeam(team.id, team.name, survey().wave.name)


@pytest.mark.parametrize(
    "lineage",
    [
        Lineage(earlier=(EarlierTeam(BEECH, "Beech", "Spring 2026"),)),
        Lineage(closed=(BEECH,), earlier=(EARLIER[BEECH], EARLIER[BEECH])),
        Lineage(closed=(BEECH,), earlier=(EarlierTeam(BEECH, "Bee\u202ech", "Spring 2026"),)),
        Lineage(closed=(BEECH,), earlier=(EarlierTeam(BEECH, "Beech", ""),)),
    ],
)
def test_names_of_nobody_spoken_of_or_that_cannot_be_shown_are_refused(lineage: Lineage) -> None:
    assert lineage_problem(lineage, frozenset({ALDER})) is not None
