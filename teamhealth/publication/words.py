"""What the figures say, in words that screen, paper and command line share."""

import re
from collections.abc import Iterable

from teamhealth.publication.numbers import percent
from teamhealth.publication.types import (
    Agreement,
    BandCount,
    Cap,
    DomainTotal,
    ItemTotal,
    ItemWord,
    ShownScore,
    Span,
    TeamResult,
)
from teamhealth.survey.questionnaire import Domain, Item, Questionnaire, ResponseScale
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

LEANS_POSITIVE_ABOVE = 60
LEANS_NEGATIVE_BELOW = 40
LOW_RESPONSE_PERCENT = 60
TOO_FEW_TO_TELL_ABOVE = 30
_WORDS_OF_A_NAME = 2
_BOTH_ENDS = 2
_PERCENT = re.compile(r"\d+%")


def theme_name(domain: Domain) -> str:
    """Return what a theme is called inside a sentence: 'morale', a longer title in quotes, as it may be a plural."""
    title = domain.title
    if len(title.split()) > _WORDS_OF_A_NAME:
        return tr("‘{title}’", title=title)
    # An abbreviation keeps its capitals.
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def burdens_text(domains: Iterable[Domain]) -> str:
    """Return for which of these themes a higher score is a lighter burden; nothing where none is one."""
    names = [theme_name(domain) for domain in domains if domain.direction_note]
    return tr("For {themes}, higher is lighter.", themes=and_list(names)) if names else ""


def score_text(score: ShownScore) -> str:
    """Return '52', '6 or less' or '94 or more'."""
    if score.cap is Cap.OR_LESS:
        return tr("{points} or less", points=score.points)
    if score.cap is Cap.OR_MORE:
        return tr("{points} or more", points=score.points)
    return str(score.points)


def lean(score: ShownScore) -> str:
    """Return 'leans positive', 'near the middle' or 'leans negative'."""
    if score.points > LEANS_POSITIVE_ABOVE:
        return tr("leans positive")
    if score.points < LEANS_NEGATIVE_BELOW:
        return tr("leans negative")
    return tr("near the middle")


def lean_of(domain: Domain, score: ShownScore) -> str:
    """Return the lean, for a burden with what it means: 'leans negative: heavy'."""
    words = lean(score)
    if not domain.direction_note:
        return words
    if score.points > LEANS_POSITIVE_ABOVE:
        return tr("{lean}: light", lean=words)
    if score.points < LEANS_NEGATIVE_BELOW:
        return tr("{lean}: heavy", lean=words)
    return words


def span_text(span: Span) -> str:
    """Return '44 to 60'."""
    return tr("{low} to {high}", low=span.low, high=span.high)


def likely_text(span: Span) -> str:
    """Return 'likely 44 to 60'."""
    return tr("likely {low} to {high}", low=span.low, high=span.high)


def agreement_text(agreement: Agreement | None) -> str:
    """Return 'mostly alike', 'answers differ' or nothing."""
    if agreement is None:
        return ""
    return tr("mostly alike") if agreement is Agreement.ALIKE else tr("answers differ")


def item_word_text(word: ItemWord) -> str:
    """Return 'strength', 'mixed' or 'concern'."""
    return {ItemWord.STRENGTH: tr("strength"), ItemWord.MIXED: tr("mixed"), ItemWord.CONCERN: tr("concern")}[word]


def answered_text(team: TeamResult) -> str:
    """Return '6 of 7 people answered'."""
    return trn(
        "{answered} of {count} person answered",
        "{answered} of {count} people answered",
        team.headcount,
        answered=team.answered,
    )


def response_percent(team: TeamResult) -> int:
    """Return how many percent of the headcount answered; 0 for a hidden team."""
    return percent(team.answered or 0, team.headcount) if team.headcount else 0


def low_response(team: TeamResult) -> bool:
    """Whether a warning stands beside the figures: less than 60% answered."""
    return team.shown and 100 * (team.answered or 0) < LOW_RESPONSE_PERCENT * team.headcount


def hidden_text(threshold: int) -> str:
    """Return the one sentence for every reason for hiding: that few answered, or that no return was sent."""
    return tr(
        "Fewer than {k} answers, or none, came in, so nothing can be shown. That protects anyone who answered.",
        k=threshold,
    )


def others_text() -> str:
    """Return the name of the row of teams that are not shown by themselves."""
    return tr("Not shown, together")


def at_least_text(threshold: int) -> str:
    """Return how many answered in such a row: never the number itself."""
    return tr("{k} or more people answered", k=threshold)


def with_others(total: DomainTotal | ItemTotal, asked: int) -> bool:
    """Return whether a total of ``asked`` teams holds others than it counts: where all are counted there are none.

    What stands together, as too little is shown of each to be counted alone, can be of those teams too.
    """
    others = total.others if isinstance(total, DomainTotal) else total.pooled
    return others and total.teams != asked


def teams_text(total: DomainTotal | ItemTotal, asked: int) -> str:
    """Return '4' or '4 and others': how many shown teams a total is made of, and whether others are in it."""
    return tr("{teams} and others", teams=total.teams) if with_others(total, asked) else str(total.teams)


def left_out_text() -> str:
    """Return what is said where answers may be in no figure at all; why, it says itself."""
    return tr("Answers that could be traced to a team are left out.")


def origin_lines(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return where a questionnaire comes from and how it may be used, as far as its file says so."""
    found = [tr("Source: {source}", source=questionnaire.source)] if questionnaire.source else []
    return (*found, tr("Licence: {licence}", licence=questionnaire.licence)) if questionnaire.licence else tuple(found)


def elsewhere_text() -> str:
    """Return what is said of a publication that holds answers from paper or another program."""
    return tr("Some answers were not collected sealed: they came from paper or from another program.")


def band_text(scale: ResponseScale, band: BandCount) -> str:
    """Return the words of joined bands: '40% or less', '41% or more', '21% to 60%'.

    Of bands that name no percentages at their ends, such as hours in words, the words themselves are joined.
    """
    if band.first == band.last:
        return scale.options[band.first]
    if band.first == 0 and band.last == len(scale.options) - 1:
        return tr("Any")
    first, last = scale.options[band.first], scale.options[band.last]
    least, most = _least(scale, band.first), _most(scale, band.last)
    if band.first == 0:
        return tr("{percent} or less", percent=most) if most else tr("{band}, or less", band=last)
    if band.last == len(scale.options) - 1:
        return tr("{percent} or more", percent=least) if least else tr("{band}, or more", band=first)
    if least and most:
        return tr("{low} to {high}", low=least, high=most)
    return tr("{first}, to {last}", first=first, last=last)


def _least(scale: ResponseScale, place: int) -> str:
    """Return the least percentage of a band such as '21% to 40%'; '' of one that does not name both ends."""
    named = _PERCENT.findall(scale.options[place])
    return str(named[0]) if len(named) == _BOTH_ENDS else ""


def _most(scale: ResponseScale, place: int) -> str:
    """Return the greatest percentage of a band, of 'Up to 20%' too: the next begins above it; '' if none is named."""
    named = _PERCENT.findall(scale.options[place])
    if len(named) == _BOTH_ENDS:
        return str(named[1])
    following = _PERCENT.findall(scale.options[place + 1]) if place + 1 < len(scale.options) else []
    alone = len(named) == 1 and bool(following) and int(following[0][:-1]) > int(named[0][:-1])
    return str(named[0]) if alone else ""


def find_domain(questionnaires: tuple[Questionnaire, ...], domain_id: str) -> Domain:
    """Return the domain of this id; KeyError if no questionnaire has it."""
    for questionnaire in questionnaires:
        for domain in questionnaire.domains:
            if domain.id == domain_id:
                return domain
    raise KeyError(domain_id)


def find_item(questionnaires: tuple[Questionnaire, ...], item_id: str) -> Item:
    """Return the item of this id; KeyError if no questionnaire has it."""
    for questionnaire in questionnaires:
        for item in questionnaire.items:
            if item.id == item_id:
                return item
    raise KeyError(item_id)
