"""A survey from elsewhere is taken only if it could have been set up."""

from dataclasses import replace

import pytest

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.organisation import Service, Team
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.survey.sound import repeated, survey_problems
from teamhealth.survey.survey import Survey
from tests.answers import many_teams
from tests.lead import lead_survey

GOOD = lead_survey(9, 6)


def _with_teams(*teams: Team) -> Survey:
    return replace(GOOD, services=(replace(GOOD.services[0], teams=teams),))


FIRST, SECOND = GOOD.teams


def test_surveys_that_were_set_up_are_sound() -> None:
    assert survey_problems(GOOD) == ()
    assert survey_problems(many_teams((9, 6, 5, 12), services=2)) == ()


@pytest.mark.parametrize(
    "survey",
    [
        replace(GOOD, id=SurveyId("x" * 32)),
        replace(GOOD, title=""),
        replace(GOOD, title="North\u202egate"),
        replace(GOOD, organisation=replace(GOOD.organisation, name="x" * 61)),
        replace(GOOD, safeguarding_route="a\u0000b"),
        replace(GOOD, policy=ReleasePolicy(4, GOOD.policy.comments)),
        replace(GOOD, policy=ReleasePolicy(201, GOOD.policy.comments)),
        replace(GOOD, custody=Custody(CustodyKind.MANAGER, one_time_codes=True)),
        replace(GOOD, custody=Custody(CustodyKind.LEAD, "a role", one_time_codes=True)),
        replace(GOOD, services=()),
        replace(GOOD, services=(*GOOD.services, Service(GOOD.services[0].id, "Other", (FIRST,)))),
        _with_teams(),
        _with_teams(FIRST, FIRST),
        _with_teams(FIRST, replace(SECOND, name=FIRST.name.upper())),
        _with_teams(replace(FIRST, headcount=0)),
        _with_teams(replace(FIRST, headcount=201)),
        _with_teams(replace(FIRST, answering_recipients=10)),
    ],
)
def test_what_nobody_could_have_set_up_is_not(survey: Survey) -> None:
    assert survey_problems(survey)


def test_names_are_the_same_in_any_case_and_spacing() -> None:
    assert repeated(["Alder", "Beech", " alder "]) == (" alder ",)
