"""A team's released figures as rows: of a hidden team only that it is hidden."""

from collections.abc import Iterator

from teamhealth.export.figure_row import (
    Asked,
    FigureRow,
    Kind,
    Place,
    Unit,
    banded_asked,
    item_asked,
    theme_asked,
)
from teamhealth.figures.sentences import comparison_words
from teamhealth.publication.items_said import people_text
from teamhealth.publication.numbers import percent
from teamhealth.publication.types import (
    BandedResult,
    Cap,
    Comparison,
    DomainResult,
    ItemResult,
    ShownScore,
    Span,
    Split,
    TeamResult,
    Verdict,
)
from teamhealth.publication.words import (
    TOO_FEW_TO_TELL_ABOVE,
    agreement_text,
    band_text,
    find_domain,
    item_word_text,
    lean_of,
    low_response,
    response_percent,
    score_text,
)
from teamhealth.survey.questionnaire import Domain, Questionnaire
from teamhealth.texts.catalogue import tr

_NOTHING = Asked()
_SIGNS = {Verdict.ABOVE: 1, Verdict.BELOW: -1}


def team_figures(place: Place, team: TeamResult, questionnaires: tuple[Questionnaire, ...]) -> Iterator[FigureRow]:
    """Return a team's rows in the order of its dashboard: who answered, themes, items, banded questions."""
    if not team.shown:
        yield FigureRow(place, _NOTHING, Kind.ANSWERED, note=tr("fewer than {k}", k=team.needed))
        return
    yield FigureRow(place, _NOTHING, Kind.PEOPLE, team.headcount, Unit.PEOPLE)
    yield FigureRow(place, _NOTHING, Kind.ANSWERED, team.answered, Unit.PEOPLE)
    care = tr("Many of the team did not answer: take care.") if low_response(team) else ""
    yield FigureRow(place, _NOTHING, Kind.RESPONSE, response_percent(team), Unit.PERCENT, care)
    for domain in team.domains:
        yield from _theme(place, questionnaires, domain)
    for item in team.items:
        yield from _item(place, item_asked(questionnaires, item.item), item)
    for banded in team.banded:
        yield from _banded(place, questionnaires, banded)


def score_row(place: Place, asked: Asked, kind: Kind, score: ShownScore, detail: str = "") -> FigureRow:
    """Return a score; one at an end says so beside its number."""
    note = "" if score.cap is Cap.EXACT else score_text(score)
    return FigureRow(place, asked, kind, score.points, Unit.POINTS, note, detail)


def lean_row(place: Place, asked: Asked, domain: Domain, score: ShownScore) -> FigureRow:
    """Return what a score says."""
    return FigureRow(place, asked, Kind.LEAN, note=lean_of(domain, score))


def _theme(place: Place, questionnaires: tuple[Questionnaire, ...], result: DomainResult) -> Iterator[FigureRow]:
    asked = theme_asked(questionnaires, result.domain)
    if result.score is None:
        yield FigureRow(place, asked, Kind.SCORE, note=tr("not shown"))
        return
    domain = find_domain(questionnaires, result.domain)
    yield score_row(place, asked, Kind.SCORE, result.score)
    yield lean_row(place, asked, domain, result.score)
    if result.likely is not None:
        yield FigureRow(place, asked, Kind.LIKELY_LOW, result.likely.low, Unit.POINTS)
        yield FigureRow(place, asked, Kind.LIKELY_HIGH, result.likely.high, Unit.POINTS)
    if result.agreement is not None:
        yield FigureRow(place, asked, Kind.AGREEMENT, note=agreement_text(result.agreement))
    if result.rest is not None:
        yield score_row(place, asked, Kind.REST_SCORE, result.rest.other)
        yield _gap(place, asked, Kind.REST_GAP, (domain, result.score, result.rest))
        yield from _smallest(place, asked, Kind.REST_SMALLEST, result.rest)
    if result.change is not None:
        earlier, compared = result.change.wave.name, result.change.comparison
        yield score_row(place, asked, Kind.EARLIER_SCORE, compared.other, earlier)
        yield _gap(place, asked, Kind.CHANGE, (domain, result.score, compared), earlier)
        yield from _smallest(place, asked, Kind.SMALLEST_CHANGE, compared, earlier)


def _gap(
    place: Place, asked: Asked, kind: Kind, compared: tuple[Domain, ShownScore, Comparison], detail: str = ""
) -> FigureRow:
    """Return a gap: a number, above or below nought, only where it is more than chance."""
    domain, score, comparison = compared
    words = comparison_words(domain, score, comparison)
    if comparison.verdict not in _SIGNS:
        return FigureRow(place, asked, kind, note=words, detail=detail)
    return FigureRow(place, asked, kind, score.points - comparison.other.points, Unit.POINTS, words, detail)


def _smallest(place: Place, asked: Asked, kind: Kind, comparison: Comparison, detail: str = "") -> Iterator[FigureRow]:
    """Return the smallest gap that would have shown, where it is told."""
    smallest = comparison.would_show
    told = comparison.verdict is Verdict.WITHIN_CHANCE and smallest is not None
    if told and smallest is not None and smallest <= TOO_FEW_TO_TELL_ABOVE:
        yield FigureRow(place, asked, kind, smallest, Unit.POINTS, detail=detail)


def _item(place: Place, asked: Asked, result: ItemResult) -> Iterator[FigureRow]:
    if result.word is None:
        yield FigureRow(place, asked, Kind.WORD, note=tr("not shown"))
        return
    yield FigureRow(place, asked, Kind.WORD, note=item_word_text(result.word))
    if result.answered is None or (result.split is None and result.favourable is None):
        return
    yield FigureRow(place, asked, Kind.ANSWERED, result.answered, Unit.PEOPLE)
    if result.split is not None:
        yield from _split(place, asked, result.split, result.answered)
    elif result.favourable is not None and result.favourable.exact:
        people = result.favourable.low
        yield FigureRow(place, asked, Kind.FAVOURABLE, people, Unit.PEOPLE)
        yield FigureRow(place, asked, Kind.FAVOURABLE_PERCENT, percent(people, result.answered), Unit.PERCENT)
    elif result.favourable is not None:
        people_range = Span(result.favourable.low, result.favourable.high)
        words = people_text(result.favourable, result.answered)
        yield FigureRow(place, asked, Kind.FAVOURABLE, None, Unit.PEOPLE, words, span=people_range)


def _split(place: Place, asked: Asked, split: Split, answered: int) -> Iterator[FigureRow]:
    yield FigureRow(place, asked, Kind.UNFAVOURABLE, split.unfavourable, Unit.PEOPLE)
    yield FigureRow(place, asked, Kind.NEUTRAL, split.neutral, Unit.PEOPLE)
    yield FigureRow(place, asked, Kind.FAVOURABLE, split.favourable, Unit.PEOPLE)
    yield FigureRow(place, asked, Kind.FAVOURABLE_PERCENT, percent(split.favourable, answered), Unit.PERCENT)


def _banded(place: Place, questionnaires: tuple[Questionnaire, ...], result: BandedResult) -> Iterator[FigureRow]:
    for questionnaire in questionnaires:
        for item in questionnaire.banded_items:
            if item.id == result.item:
                scale = questionnaire.scale(item.response_scale)
                asked = banded_asked(questionnaire, item)
                if result.middle is None:
                    yield FigureRow(place, asked, Kind.MIDDLE, note=tr("not shown"))
                elif not result.bands:
                    yield FigureRow(place, asked, Kind.MIDDLE, note=scale.options[result.middle])
                for band in result.bands or ():
                    words = band_text(scale, band)
                    yield FigureRow(place, asked, Kind.BAND, band.people, Unit.PEOPLE, detail=words)
