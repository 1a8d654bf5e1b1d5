"""What a survey lead decides before the first answer, and what of it is impossible."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from teamhealth.survey.asked_together import clash_sentences
from teamhealth.survey.comments_asked import not_asked_words
from teamhealth.survey.identities import plain
from teamhealth.survey.policy import SHARES_FROM, SMALLEST_THRESHOLD, CommentsChoice, ReleasePolicy
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.readable import problem_with_text
from teamhealth.survey.sound import LARGEST_HEADCOUNT, LONGEST_NAME, LONGEST_TITLE, MOST_TEAMS, repeated
from teamhealth.survey.spares import MOST_SPARE_CODES, SPARE_CODES
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr

MOST_QUESTIONS = 200


@dataclass(frozen=True, slots=True)
class TeamSpec:
    """A team: its people without those who receive the report, unless they answer, and how many of those do.

    ``formerly`` names the earlier teams that it came out of; ``id`` is its identity where that is known already.
    """

    name: str
    headcount: int
    recipients_answering: int = 0
    formerly: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class ServiceSpec:
    """An area of service and its teams."""

    name: str
    teams: tuple[TeamSpec, ...]


@dataclass(frozen=True, slots=True)
class SurveySpec:
    """A survey that is to be sealed for its lead; names are told apart in any case and spacing.

    ``closed`` names earlier teams that are no more, and whose people went to no team of this round.
    """

    name: str
    organisation: str
    round_name: str
    services: tuple[ServiceSpec, ...]
    questionnaires: tuple[Questionnaire, ...]
    comments: CommentsChoice
    threshold: int = SMALLEST_THRESHOLD
    one_time_codes: bool = True
    spare_codes: int = SPARE_CODES
    safeguarding_route: str = ""
    planned_closing: date | None = None
    closed: tuple[str, ...] = ()

    @property
    def teams(self) -> tuple[TeamSpec, ...]:
        """All teams, service by service."""
        return tuple(team for service in self.services for team in service.teams)


@dataclass(frozen=True, slots=True)
class SpecProblem:
    """A sentence at a key of the spec; one that is not blocking is a warning."""

    key: str
    text: str
    blocking: bool = True


def spec_of(survey: Survey) -> SurveySpec:
    """Return what the next round of a survey could be: all but its name, its round and its closing day."""
    return SurveySpec(
        name="",
        organisation=survey.organisation.name,
        round_name="",
        services=tuple(
            ServiceSpec(
                service.name,
                tuple(TeamSpec(team.name, team.headcount, team.answering_recipients) for team in service.teams),
            )
            for service in survey.services
        ),
        questionnaires=survey.questionnaires,
        comments=survey.policy.comments,
        threshold=survey.policy.threshold,
        one_time_codes=survey.custody.one_time_codes,
        safeguarding_route=survey.safeguarding_route,
    )


def spec_problems(spec: SurveySpec) -> tuple[SpecProblem, ...]:
    """Return everything that is impossible or doubtful, in the order of the keys."""
    return (*_names(spec), *_questions(spec), *_numbers(spec), *_all_teams(spec), *_comments(spec))


def teams_without_comments(spec: SurveySpec) -> tuple[TeamSpec, ...]:
    """Return the teams that are not asked for comments although others are: too few people are in them."""
    policy = ReleasePolicy(spec.threshold, spec.comments)
    if spec.comments is CommentsChoice.NOT_ASKED:
        return ()
    return tuple(
        team
        for team in spec.teams
        if team.headcount and not policy.comments_asked(team.headcount, team.recipients_answering)
    )


def _names(spec: SurveySpec) -> Iterator[SpecProblem]:
    for key, value, longest, missing, what in (
        ("name", spec.name, LONGEST_TITLE, tr("Enter a title for the survey."), tr("Title")),
        ("organisation", spec.organisation, LONGEST_NAME, tr("Enter the organisation’s name."), tr("Organisation")),
        ("round", spec.round_name, LONGEST_NAME, tr("Enter a name for the round, such as ‘Autumn 2026’."), tr("Round")),
    ):
        yield from _name(key, value, longest, missing, what)
    if spec.safeguarding_route.strip():
        where = tr("Where safeguarding concerns go")
        yield from _name("safeguarding_route", spec.safeguarding_route, LONGEST_TITLE, "", where)


def _name(key: str, value: str, longest: int, missing: str, what: str) -> Iterator[SpecProblem]:
    """Yield what is wrong with a name; ``what`` it is stands before words that fit any, as they are read in a list."""
    if not value.strip():
        yield SpecProblem(key, missing)
    elif len(value) > longest:
        yield SpecProblem(key, tr("{what}: use {count} characters or fewer.", what=what, count=longest))
    elif problem_with_text(value, longest):
        words = tr("{what}: there is a character in it that cannot be shown. Type it again.", what=what)
        yield SpecProblem(key, words)


def _questions(spec: SurveySpec) -> Iterator[SpecProblem]:
    if not spec.questionnaires:
        yield SpecProblem("questionnaires", tr("Choose at least one questionnaire."))
    if repeated([each.id for each in spec.questionnaires]):
        yield SpecProblem("questionnaires", tr("A questionnaire is there twice."))
        return
    for words in clash_sentences(spec.questionnaires):
        yield SpecProblem("questionnaires", words)
    if sum(each.question_count for each in spec.questionnaires) > MOST_QUESTIONS:
        yield SpecProblem("questionnaires", tr("There are more than {count} questions.", count=MOST_QUESTIONS))


def _numbers(spec: SurveySpec) -> Iterator[SpecProblem]:
    if not SMALLEST_THRESHOLD <= spec.threshold <= LARGEST_HEADCOUNT:
        yield SpecProblem("threshold", tr("The fewest answers to show cannot be below {k}.", k=SMALLEST_THRESHOLD))
    if not 0 <= spec.spare_codes <= MOST_SPARE_CODES:
        yield SpecProblem("spare_codes", tr("Choose 0 to {count} spares.", count=MOST_SPARE_CODES))


def _all_teams(spec: SurveySpec) -> Iterator[SpecProblem]:
    if not spec.teams or not all(service.teams for service in spec.services):
        yield SpecProblem("services", tr("Every service needs a team."))
    if len(spec.teams) > MOST_TEAMS:
        yield SpecProblem("services", tr("There are more than {count} teams.", count=MOST_TEAMS))
    for name in repeated([service.name for service in spec.services if service.name.strip()]):
        yield SpecProblem("services", tr("{name} is there twice.", name=name))
    known: set[str] = set()
    for number, service in enumerate(spec.services, 1):
        yield from _name(f"services[{number}].name", service.name, LONGEST_NAME, tr("Enter the area of service."),
                         tr("Area of service"))  # fmt: skip
        for place, team in enumerate(service.teams, 1):
            key = f"services[{number}].teams[{place}]"
            if team.name.strip() and plain(team.name) in known:
                yield SpecProblem(f"{key}.name", tr("Another team has the same name."))
            known.add(plain(team.name))
            yield from _team(key, team, spec)


def _team(key: str, team: TeamSpec, spec: SurveySpec) -> Iterator[SpecProblem]:
    yield from _name(f"{key}.name", team.name, LONGEST_NAME, tr("Enter the team’s name."), tr("Team"))
    if not team.headcount:
        yield SpecProblem(f"{key}.headcount", tr("Enter how many people are in the team."))
        return
    if not 1 <= team.headcount <= LARGEST_HEADCOUNT:
        yield SpecProblem(f"{key}.headcount", tr("Enter 1 to {count} people.", count=LARGEST_HEADCOUNT))
        return
    if not 0 <= team.recipients_answering <= team.headcount:
        yield SpecProblem(f"{key}.recipients_answering", tr("This cannot be more than the people in the team."))
    least = spec.threshold + team.recipients_answering
    if team.headcount < least:
        alone = len(spec.teams) == 1
        yield SpecProblem(
            f"{key}.headcount",
            tr("Results for a team of {count} can never be shown by themselves.", count=team.headcount)
            if alone
            else tr(
                "Results for a team of {count} can never be shown by themselves; "
                "they can be part of ‘Not shown, together’.",
                count=team.headcount,
            ),
            blocking=alone,
        )


def _comments(spec: SurveySpec) -> Iterator[SpecProblem]:
    small = teams_without_comments(spec)
    if small and len(small) == len(spec.teams) and spec.comments is CommentsChoice.FROM_EIGHT:
        if spec.threshold < SHARES_FROM:
            words = tr("Every team is too small for comments from {k} answers.", k=SHARES_FROM)
            yield SpecProblem("comments_from", words)
        return
    # Of a team that is never shown by itself that is said already.
    shown = [team for team in small if team.headcount >= spec.threshold + team.recipients_answering]
    if shown:
        words = tr("Comments: {words}", words=not_asked_words([team.name.strip() for team in shown]))
        yield SpecProblem("comments_from", words, blocking=False)
