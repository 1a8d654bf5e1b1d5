"""A team beside its own earlier figure: the latest, of the very same items, through whatever it was merged from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.consistency import problems
from teamhealth.publication.types import Change, Publication, Verdict
from teamhealth.survey.ids import OrganisationId, SurveyId, TeamId, WaveId
from teamhealth.survey.lineage import Descent, Lineage
from teamhealth.survey.organisation import Organisation, Wave
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.answers import many_teams, random_people, same_answer, team_id

FIVE = (9, 9, 9, 9, 9)


def in_round(number: int, headcounts: Sequence[int] = FIVE) -> Survey:
    wave = Wave(WaveId(f"{number:032x}"), f"Round {number}")
    return replace(many_teams(headcounts), id=SurveyId(f"{number + 10:032x}"), wave=wave)


def published(
    asked: Survey,
    responses: Sequence[Response],
    earlier: Sequence[Publication] = (),
    lineage: Lineage | None = None,
) -> Publication:
    measures = measure(score(responses, asked), asked)
    day = date(2026, 1, 1).replace(month=int(asked.wave.id, 16))
    return release(measures, asked, (), day, earlier=earlier, lineage=lineage or Lineage())


def everybody(asked: Survey, people: int = 8) -> list[Response]:
    return [each for n, team in enumerate(asked.teams) for each in random_people(asked, people, n, team.id)]


def alike(asked: Survey, code: int, first: int = 4) -> list[Response]:
    """Return answers of which the first team's are all alike."""
    rest = [each for each in everybody(asked) if each.team != asked.teams[0].id]
    return [*[same_answer(asked, code, asked.teams[0].id)] * first, *rest]


def change(publication: Publication, team: int = 0) -> Change | None:
    return publication.teams[team].domains[0].change


def test_a_first_round_has_no_change() -> None:
    assert change(published(in_round(1), everybody(in_round(1)))) is None


def test_the_latest_round_in_which_the_team_was_shown_counts() -> None:
    first = published(in_round(1), alike(in_round(1), 5, 8))
    hidden = published(in_round(2), alike(in_round(2), 5, 4))
    now = published(in_round(3), alike(in_round(3), 1, 8), [hidden, first])
    found = change(now)
    assert found is not None
    assert found.wave.name == "Round 1"
    assert found.comparison.other == first.teams[0].domains[0].score
    assert found.comparison.verdict is Verdict.BELOW
    assert found.comparison.would_show is None
    later = change(now, 1)
    assert later is not None
    assert later.wave.name == "Round 2"
    assert problems(now) == ()


def test_the_same_answers_are_within_chance_and_say_what_would_show() -> None:
    first = published(in_round(1), everybody(in_round(1)))
    found = change(published(in_round(2), everybody(in_round(2)), [first]))
    assert found is not None
    assert found.comparison.verdict is Verdict.WITHIN_CHANCE
    assert 10 < (found.comparison.would_show or 0) < 60


def test_with_four_shown_teams_nothing_is_tested() -> None:
    four = (9, 9, 9, 9)
    first = published(in_round(1, four), alike(in_round(1, four), 5, 8))
    found = change(published(in_round(2), alike(in_round(2), 1, 8), [first]))
    assert found is not None
    assert found.comparison.verdict is Verdict.NOT_TESTED


def test_a_merged_team_stands_beside_its_predecessors_together() -> None:
    first = published(in_round(1), everybody(in_round(1)))
    merged = Lineage((Descent(team_id(0), (team_id(0), team_id(4))),), (team_id(4),))
    four = in_round(2, FIVE[:4])
    now = published(four, everybody(four), [first], merged)
    one, other = (first.teams[place].domains[0].score for place in (0, 4))
    assert one is not None
    assert other is not None
    found = change(now)
    assert found is not None
    assert found.comparison.other.points == (one.points + other.points + 1) // 2
    assert now.lineage == merged
    assert problems(now) == ()


def test_a_predecessor_that_was_hidden_leaves_no_comparison() -> None:
    first = published(in_round(1), alike(in_round(1), 5, 4))
    merged = Lineage((Descent(team_id(1), (team_id(0), team_id(1))),))
    assert change(published(in_round(2), everybody(in_round(2)), [first], merged), 1) is None


def _reworded(asked: Survey, language: str = "en-GB", name: str = "team-health") -> Survey:
    """Return a survey whose first question is asked in other words, of a questionnaire in this language."""
    core = asked.questionnaires[0]
    first = core.domains[0]
    item = replace(first.items[0], text="I would ask this quite differently.")
    domains = (replace(first, items=(item, *first.items[1:])), *core.domains[1:])
    other = replace(core, id=name, domains=domains, language=language)
    return replace(asked, questionnaires=(other, *asked.questionnaires[1:]))


def test_a_theme_that_is_asked_in_other_words_has_no_change_and_a_translation_has() -> None:
    then = _reworded(in_round(1))
    earlier = published(then, everybody(then))
    now = published(in_round(3), everybody(in_round(3)), [earlier])
    assert now.teams[0].domains[0].change is None
    assert now.teams[0].domains[1].change is not None
    welsh = _reworded(in_round(1), language="cy")
    translated = published(in_round(3), everybody(in_round(3)), [published(welsh, everybody(welsh))])
    assert translated.teams[0].domains[0].change is not None
    elsewhere = _reworded(in_round(1), language="cy", name="another")
    unlike = published(in_round(3), everybody(in_round(3)), [published(elsewhere, everybody(elsewhere))])
    assert unlike.teams[0].domains[0].change is None


def test_another_councils_round_other_items_and_the_same_round_do_not_count() -> None:
    first = published(in_round(1), everybody(in_round(1)))
    elsewhere = replace(first, survey=replace(first.survey, organisation=Organisation(OrganisationId("8" * 32), "B")))
    questionnaire = first.survey.questionnaires[0]
    domain = questionnaire.domains[0]
    fewer = replace(questionnaire, domains=(replace(domain, items=domain.items[1:]), *questionnaire.domains[1:]))
    reworded = replace(first, survey=replace(first.survey, questionnaires=(fewer,)))
    again = replace(first, survey=replace(first.survey, wave=in_round(2).wave))
    for other in (elsewhere, reworded, again):
        assert change(published(in_round(2), everybody(in_round(2)), [other])) is None


@pytest.mark.parametrize(
    "lineage",
    [
        Lineage((Descent(TeamId("9" * 32), (team_id(0),)),)),
        Lineage((Descent(team_id(0), ()),)),
        Lineage((Descent(team_id(0), (team_id(1), team_id(1))),)),
        Lineage((), (team_id(0),)),
        Lineage((), (TeamId("9" * 32),) * 2),
    ],
)
def test_a_lineage_that_cannot_be_is_refused(lineage: Lineage) -> None:
    with pytest.raises(ValueError, match=r"a (descent|closed team)"):
        published(in_round(2), everybody(in_round(2)), (), lineage)
