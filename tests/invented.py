"""Invented surveys and publications for tests; every name is an invented place."""

from datetime import date
from functools import cache

from teamhealth.publication.item_counts import count_table
from teamhealth.publication.types import (
    FORMAT_VERSION,
    Agreement,
    Atom,
    AtomKind,
    AtomScore,
    BandCount,
    BandedResult,
    CommentsResult,
    DomainResult,
    FavourableCount,
    ItemResult,
    ItemWord,
    Publication,
    ServiceResult,
    ShownScore,
    Span,
    Split,
    SurveyFacts,
    TeamResult,
    Tier,
)
from teamhealth.resources import resource
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import OrganisationId, ServiceId, SurveyId, TeamId, WaveId
from teamhealth.survey.organisation import Organisation, Service, Team, Wave
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.survey import Survey

TEAM_ID = TeamId("1" * 32)
SURVEY_ID = SurveyId("2" * 32)
SCORES = {"stability": (52, 44, 60), "morale": (57, 50, 64), "bureaucracy": (37, 30, 44), "safety": (68, 61, 75)}


@cache
def core_questionnaire() -> Questionnaire:
    """Return the core questionnaire of the product: read once a run, as nothing of it can be changed."""
    return read_questionnaire(resource("questionnaires", "team-health.toml"))


def survey(
    headcount: int = 9,
    *,
    custody: Custody | None = None,
    comments: CommentsChoice = CommentsChoice.FROM_THRESHOLD,
    team_name: str = "Northgate",
    threshold: int = 5,
) -> Survey:
    """Return a survey of one invented team."""
    team = Team(TEAM_ID, team_name, headcount)
    return Survey(
        id=SURVEY_ID,
        title="Autumn 2026 team health",
        organisation=Organisation(OrganisationId("3" * 32), "Exampleshire Council"),
        wave=Wave(WaveId("4" * 32), "Autumn 2026"),
        services=(Service(ServiceId("5" * 32), "Help and Protection", (team,)),),
        questionnaires=(core_questionnaire(),),
        custody=custody or Custody(CustodyKind.MANAGER),
        policy=ReleasePolicy(threshold, comments),
        safeguarding_route="the council's safeguarding line",
        planned_closing=date(2026, 12, 4),
    )


def publication(answered: int = 6, headcount: int | None = None, *, team_name: str = "Northgate") -> Publication:
    """Return a plausible publication of one team, of the tier that ``answered`` people allow."""
    asked = survey(headcount or answered + 1, team_name=team_name)
    facts = SurveyFacts(
        id=asked.id,
        title=asked.title,
        organisation=asked.organisation,
        wave=asked.wave,
        custody=asked.custody,
        policy=asked.policy,
        questionnaires=asked.questionnaires,
        published=date(2026, 12, 7),
    )
    team = _team_result(asked, answered)
    service = asked.services[0]
    scores = tuple(
        AtomScore(result.domain, result.score, answered) for result in team.domains if result.score is not None
    )
    atoms = (Atom(AtomKind.TEAM, service.id, scores, TEAM_ID),) if team.shown else ()
    whole = (ServiceResult(service.id, service.name, (team,)),)
    return Publication(FORMAT_VERSION, facts, whole, atoms, left_out=not team.shown)


def _team_result(asked: Survey, answered: int) -> TeamResult:
    team = asked.teams[0]
    if answered < 5:
        return TeamResult(team.id, team.name, team.headcount, Tier.HIDDEN)
    tier = Tier.WORDS if answered < 8 else Tier.SHARES if answered < 10 else Tier.SPLITS
    questionnaire = asked.questionnaires[0]
    return TeamResult(
        id=team.id,
        name=team.name,
        headcount=team.headcount,
        tier=tier,
        answered=answered,
        domains=tuple(_domain(domain.id, answered) for domain in questionnaire.domains),
        items=tuple(_item(number, item.id, tier, answered) for number, item in enumerate(questionnaire.items)),
        banded=tuple(
            _banded(number, item.id, tier, answered) for number, item in enumerate(questionnaire.banded_items)
        ),
        comments=(
            CommentsResult(
                "change",
                ("A single form for visit and case note.", "More business support on duty days.", "Quieter rooms."),
                1,
            ),
            CommentsResult("keep", ("Group supervision on Tuesdays.", "The way we cover for each other."), 0),
        ),
    )


def _domain(domain_id: str, answered: int) -> DomainResult:
    points, low, high = SCORES[domain_id]
    agreement = None
    if 8 <= answered <= 12:
        agreement = Agreement.ALIKE if points % 2 else Agreement.DIFFER
    return DomainResult(
        domain_id, ShownScore(points), likely=Span(low, high), worst=Span(low - 2, high + 2), agreement=agreement
    )


def _item(number: int, item_id: str, tier: Tier, answered: int) -> ItemResult:
    word = (ItemWord.MIXED, ItemWord.STRENGTH, ItemWord.CONCERN, ItemWord.MIXED, ItemWord.STRENGTH)[number % 5]
    if tier is Tier.WORDS:
        return ItemResult(item_id, word)
    # One strength is so on average only, with half of the answers favourable: of eight its counts are joined.
    favourable = 5 * answered // 8 if word is ItemWord.STRENGTH and number != 4 else answered // 2
    left = answered - favourable
    if word is ItemWord.CONCERN:
        given = Split(left, favourable - 1, 1)
    elif word is ItemWord.STRENGTH and number % 2:
        given = Split(0, 1, answered - 1)
    elif number % 3:
        given = Split(left // 2, left - left // 2, favourable)
    else:
        given = Split(1, left - 1, favourable)
    shown = count_table(answered, word, splits=tier is Tier.SPLITS).shown(given)
    if isinstance(shown, Split):
        return ItemResult(item_id, word, answered, split=shown)
    return ItemResult(item_id, word, answered, favourable=shown)


def vague(favourable: int, answered: int) -> FavourableCount:
    """Return a count that is a range at both ends and exact between, whatever word stands beside it."""
    if favourable <= 2:
        return FavourableCount(0, 2)
    if favourable >= answered - 2:
        return FavourableCount(answered - 2, answered)
    return FavourableCount(favourable, favourable)


def _banded(number: int, item_id: str, tier: Tier, answered: int) -> BandedResult:
    middle = 1 if number == 0 else 4
    if tier is not Tier.SPLITS:
        return BandedResult(item_id, middle, answered=answered if tier is Tier.SHARES else None)
    bands = (
        (BandCount(0, 1, answered - 5), BandCount(2, 2, 3), BandCount(3, 5, 2))
        if number == 0
        else (BandCount(0, 3, 3), BandCount(4, 4, answered - 5), BandCount(5, 5, 2))
    )
    return BandedResult(item_id, middle, bands, answered)
