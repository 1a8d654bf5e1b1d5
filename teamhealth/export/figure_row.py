"""One released figure with all that says whose it is and what it means: a row of every tidy export."""

from dataclasses import dataclass
from enum import StrEnum

from teamhealth.publication.types import Span
from teamhealth.publication.words import find_domain
from teamhealth.survey.questionnaire import BandedItem, Questionnaire


class Level(StrEnum):
    """Whose figure it is; of the questionnaire those that tell how well it measured, and nothing of a team."""

    TEAM = "team"
    OTHER_TEAMS = "other-teams"
    SERVICE = "service"
    COUNCIL = "council"
    QUESTIONNAIRE = "questionnaire"


class Kind(StrEnum):
    """What the figure is; the same word in every language, so that files of many councils fit together."""

    PEOPLE = "people"
    ANSWERED = "answered"
    RESPONSE = "response"
    SCORE = "score"
    LEAN = "lean"
    LIKELY_LOW = "likely-low"
    LIKELY_HIGH = "likely-high"
    AGREEMENT = "agreement"
    REST_SCORE = "rest-score"
    REST_GAP = "rest-gap"
    REST_SMALLEST = "rest-smallest-gap"
    EARLIER_SCORE = "earlier-score"
    CHANGE = "change"
    SMALLEST_CHANGE = "smallest-change"
    WORD = "word"
    FAVOURABLE_PERCENT = "favourable-percent"
    FAVOURABLE = "favourable"
    NEUTRAL = "neutral"
    UNFAVOURABLE = "unfavourable"
    MIDDLE = "middle"
    BAND = "band"
    TEAMS = "teams"
    LEFT_OUT = "left-out"
    ALPHA = "alpha"
    OMEGA = "omega"
    ICC_SINGLE = "icc-1"
    ICC_MEAN = "icc-2"
    R_WG_J = "r-wg-j"
    AT_LOWEST = "at-lowest"
    AT_HIGHEST = "at-highest"
    ITEM_REST = "item-rest"
    NOT_REACHED = "not-reached"
    NOT_APPLICABLE = "does-not-apply"
    DECLINED = "prefer-not-to-say"


class Unit(StrEnum):
    """What is counted; empty where there is only a note."""

    NONE = ""
    PEOPLE = "people"
    PERCENT = "percent"
    POINTS = "points"
    TEAMS = "teams"
    HUNDREDTHS = "hundredths"


@dataclass(frozen=True, slots=True)
class Asked:
    """The theme or question that a figure is about; all empty where it is about neither."""

    questionnaire: str = ""
    theme_id: str = ""
    theme: str = ""
    item_id: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Whose figures they are; ``team`` is empty above a team, ``service`` above a service."""

    level: Level
    service: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure.

    ``value`` is None where only words may be shown: they stand in ``note``, as they do beside a value that is a
    limit, such as '6 or less'. ``span`` is the range that is told in place of a value, both ends included. ``detail``
    is the earlier round that a change looks back to, or the band counted.
    """

    place: Place
    asked: Asked
    kind: Kind
    value: int | None = None
    unit: Unit = Unit.NONE
    note: str = ""
    detail: str = ""
    span: Span | None = None


def row_cells(row: FigureRow) -> dict[str, str | int | None]:
    """Return a row under the names of its columns, in their order."""
    place, asked = row.place, row.asked
    return {
        "level": place.level.value,
        "service": place.service,
        "team": place.team,
        "questionnaire": asked.questionnaire,
        "theme_id": asked.theme_id,
        "theme": asked.theme,
        "item_id": asked.item_id,
        "item": asked.item,
        "kind": row.kind.value,
        "detail": row.detail,
        "value": row.value,
        "low": row.span.low if row.span is not None else None,
        "high": row.span.high if row.span is not None else None,
        "unit": row.unit.value,
        "note": row.note,
    }


def theme_asked(questionnaires: tuple[Questionnaire, ...], domain_id: str) -> Asked:
    """Return a theme; KeyError if no questionnaire has it."""
    domain = find_domain(questionnaires, domain_id)
    return Asked(_with_domain(questionnaires, domain_id), domain_id, domain.title)


def item_asked(questionnaires: tuple[Questionnaire, ...], item_id: str) -> Asked:
    """Return an item under its theme; KeyError if no questionnaire has it."""
    for asked in questionnaires:
        for domain in asked.domains:
            for item in domain.items:
                if item.id == item_id:
                    return Asked(_version(asked), domain.id, domain.title, item_id, item.label)
    raise KeyError(item_id)


def banded_asked(questionnaire: Questionnaire, item: BandedItem) -> Asked:
    """Return a banded question, which has no theme."""
    return Asked(_version(questionnaire), item_id=item.id, item=item.label)


def _with_domain(questionnaires: tuple[Questionnaire, ...], domain_id: str) -> str:
    return next(_version(each) for each in questionnaires if any(domain.id == domain_id for domain in each.domains))


def _version(questionnaire: Questionnaire) -> str:
    return f"{questionnaire.id} {questionnaire.version}"
