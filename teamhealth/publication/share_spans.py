"""The range that teams' limits, such as 'two at most', leave open of a favourable share of several teams."""

from collections.abc import Mapping

from teamhealth.publication.together import TeamsAndPool, item_spans, item_totals
from teamhealth.publication.totals import ItemPool, ItemTotal
from teamhealth.publication.types import Publication
from teamhealth.publication.values import Span
from teamhealth.publication.words import span_text
from teamhealth.texts.catalogue import tr

# A wider range says too little to stand in a headline.
WIDEST = 30
_ALL = 100


def service_spans(publication: Publication, service_id: str) -> Mapping[str, Span]:
    """Return a service's ranges by item; KeyError if there is no service of this id."""
    for service in publication.services:
        if service.id == service_id:
            pool = next((each for each in publication.pools if each.service == service_id), None)
            return _spans([TeamsAndPool(service.teams, pool)], None, service.items)
    raise KeyError(service_id)


def council_spans(publication: Publication) -> Mapping[str, Span]:
    """Return the council's ranges by item."""
    pools = {pool.service: pool for pool in publication.pools}
    parts = [TeamsAndPool(service.teams, pools.get(service.id)) for service in publication.services]
    return _spans(parts, pools.get(None), publication.council_items)


def _spans(parts: list[TeamsAndPool], carried: ItemPool | None, shown: tuple[ItemTotal, ...]) -> Mapping[str, Span]:
    """Return the ranges of those totals of which all that made them is in the publication: a part holds one team's."""
    made = set(item_totals(parts, carried, [each.item for each in shown]))
    whole = {each.item for each in shown if each in made}
    return {item: span for item, span in item_spans(parts, carried).items() if item in whole}


def share_text(total: ItemTotal, span: Span | None) -> str:
    """Return '35%', or '29 to 41%', 'at most 22%' or 'at least 78%' where limits leave a range."""
    if span is None:
        return tr("{percent}%", percent=total.favourable)
    return _at_an_end(span) or tr("{range}%", range=span_text(span))


def share_in_sentence(total: ItemTotal, span: Span | None) -> str:
    """Return '35%', or '29% to 41%', 'at most 22%' or 'at least 78%'."""
    if span is None:
        return tr("{percent}%", percent=total.favourable)
    return _at_an_end(span) or tr("{low}% to {high}%", low=span.low, high=span.high)


def span_note(span: Span) -> str:
    """Return 'between 29 and 41', 'at most 22' or 'at least 78', which stands beside a number of percent."""
    if span.low <= 0 and span.high < _ALL:
        return tr("at most {high}", high=span.high)
    if span.high >= _ALL and span.low > 0:
        return tr("at least {low}", low=span.low)
    return tr("between {low} and {high}", low=span.low, high=span.high)


def _at_an_end(span: Span) -> str:
    """Return 'at most 22%' or 'at least 78%' of a range that begins with nobody or ends with everybody."""
    if span.low <= 0 and span.high < _ALL:
        return tr("at most {high}%", high=span.high)
    if span.high >= _ALL and span.low > 0:
        return tr("at least {low}%", low=span.low)
    return ""


def favourable_share_text(total: ItemTotal, span: Span | None) -> str:
    """Return '35% favourable', or '29 to 41% favourable'."""
    return tr("{share} favourable", share=share_text(total, span))


def says_enough(span: Span | None) -> bool:
    """Return whether a share is known closely enough to stand in a headline."""
    return span is None or span.high - span.low <= WIDEST


def limits_unsaid_text() -> str:
    """Return what is said beside a share of several teams in one team's part, which tells no range of it.

    How wide that is would tell which other teams show a limit: two others of three would both be known by it.
    """
    return tr("a team’s limit, such as ‘two at most’, counts as its middle")


def limits_note_text() -> str:
    """Return why some of several shares are ranges."""
    return tr("Where a team shows a limit, such as ‘two at most’, the share is a range.")
