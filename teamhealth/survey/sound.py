"""Whether a survey that came from elsewhere is one that could have been set up: ids, names, numbers, questions."""

import re
from collections.abc import Iterator, Sequence

from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.lineage import lineage_problem
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import SMALLEST_THRESHOLD
from teamhealth.survey.readable import problem_with_text
from teamhealth.survey.survey import Survey

LONGEST_NAME = 60
LONGEST_TITLE = 200
LARGEST_HEADCOUNT = 200
MOST_TEAMS = 10_000
_ID = re.compile(r"[0-9a-f]{32}")


def survey_problems(survey: Survey) -> tuple[str, ...]:
    """Return what is wrong with a survey's frame; its questionnaires are for their own rules."""
    found = list(_identities(survey))
    found += _names(survey)
    found += _numbers(survey)
    if survey.custody.role and survey.custody.kind is not CustodyKind.CHOSEN:
        found.append("there is a role where none belongs")
    if survey.custody.one_time_codes and survey.custody.kind is not CustodyKind.LEAD:
        found.append("there are codes where the laptop holds the key")
    wrong = lineage_problem(survey.lineage, frozenset(team.id for team in survey.teams))
    return (*found, wrong) if wrong else tuple(found)


def _identities(survey: Survey) -> Iterator[str]:
    services = [service.id for service in survey.services]
    teams = [team.id for team in survey.teams]
    if not all(_ID.fullmatch(each) for each in (survey.id, survey.organisation.id, survey.wave.id, *services, *teams)):
        yield "an id is not of 32 hexadecimal digits"
    if len(set(services)) != len(services) or len(set(teams)) != len(teams):
        yield "a service or a team is there twice"
    if not 1 <= len(teams) <= MOST_TEAMS or not all(service.teams for service in survey.services):
        yield "there is no team, or a service without one, or there are too many"


def _names(survey: Survey) -> Iterator[str]:
    names = [survey.organisation.name, survey.wave.name]
    names += [service.name for service in survey.services]
    names += [team.name for team in survey.teams]
    if any(problem_with_text(name, LONGEST_NAME) for name in names) or problem_with_text(survey.title, LONGEST_TITLE):
        yield "a name cannot be shown"
    if survey.safeguarding_route and problem_with_text(survey.safeguarding_route, LONGEST_TITLE):
        yield "the safeguarding route cannot be shown"
    if repeated([team.name for team in survey.teams]) or repeated([service.name for service in survey.services]):
        yield "two teams or two services have the same name"


def _numbers(survey: Survey) -> Iterator[str]:
    if not SMALLEST_THRESHOLD <= survey.policy.threshold <= LARGEST_HEADCOUNT:
        yield "the threshold is not possible"
    if not all(_possible(team) for team in survey.teams):
        yield "a headcount is not possible"


def _possible(team: Team) -> bool:
    return 1 <= team.headcount <= LARGEST_HEADCOUNT and 0 <= team.answering_recipients <= team.headcount


def repeated(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that stand there twice or more, in any case and spacing."""
    seen: set[str] = set()
    twice = []
    for name in names:
        plain = " ".join(name.split()).casefold()
        if plain in seen:
            twice.append(name)
        seen.add(plain)
    return tuple(twice)
