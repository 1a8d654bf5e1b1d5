"""What the figures say, in words that screen, paper and command line share."""

from collections.abc import Iterable

from teamhealth.publication.numbers import percent
from teamhealth.publication.together import count_as_shown
from teamhealth.publication.types import (
    Agreement,
    BandCount,
    Cap,
    DomainTotal,
    FavourableCount,
    ItemResult,
    ItemTotal,
    ItemWord,
    ShownScore,
    Span,
    TeamResult,
    Verdict,
)
from teamhealth.survey.questionnaire import Domain, Item, Questionnaire, ResponseScale
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

LEANS_POSITIVE_ABOVE = 60
LEANS_NEGATIVE_BELOW = 40
LOW_RESPONSE_PERCENT = 60
TOO_FEW_TO_TELL_ABOVE = 30
_WORDS_OF_A_NAME = 2


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
    """Return 'leans positive', 'evenly split' or 'leans negative'."""
    if score.points > LEANS_POSITIVE_ABOVE:
        return tr("leans positive")
    if score.points < LEANS_NEGATIVE_BELOW:
        return tr("leans negative")
    return tr("evenly split")


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


def item_sentence(item: Item, result: ItemResult) -> str:
    """Return the sentence for an item that stands out, 'Cover: mixed' for one that does not.

    Words go by the average, sentences say what people do: where fewer than half say so, or may, the sentence does not.
    """
    if only_on_average(result):
        return _on_average_sentence(item, result)
    if result.word is ItemWord.STRENGTH:
        return item.strength
    if result.word is ItemWord.CONCERN:
        return item.concern
    if result.word is ItemWord.MIXED:
        return tr("{label}: mixed", label=item.label)
    return tr("{label}: not shown", label=item.label)


def listed_sentence(item: Item, result: ItemResult) -> str:
    """Return the sentence for a list of strengths or concerns, below which a note says what 'on average' means."""
    if not only_on_average(result):
        return item_sentence(item, result)
    # A label says what would be good: alone below 'Concerns' it would read as the opposite of what was found.
    if result.word is ItemWord.STRENGTH:
        return tr("{label}: a strength on average", label=item.label)
    return tr("{label}: a concern on average", label=item.label)


def on_average_note(results: Iterable[ItemResult]) -> str:
    """Return what 'on average' means in lists of these items; nothing where none is listed so."""
    listed = [result for result in results if only_on_average(result)]
    notes = []
    strengths = [_against(result) for result in listed if result.word is ItemWord.STRENGTH]
    if all(strengths) and strengths:
        notes.append(tr("‘A strength on average’: fewer than half answered favourably."))
    elif strengths:
        notes.append(tr("‘A strength on average’: about half answered favourably, or fewer."))
    concerns = [_against(result) for result in listed if result.word is ItemWord.CONCERN]
    if all(concerns) and concerns:
        notes.append(tr("‘A concern on average’: more than half answered favourably."))
    elif concerns:
        notes.append(tr("‘A concern on average’: about half answered favourably, or more."))
    return " ".join(notes)


def only_on_average(result: ItemResult) -> bool:
    """Whether the average makes an item a strength or a concern, while more than half did not answer so, or may not."""
    return _against(result) is not False


def _on_average_sentence(item: Item, result: ItemResult) -> str:
    if not _against(result):
        if result.word is ItemWord.STRENGTH:
            return tr("{label}: a strength on average, though about half answered favourably", label=item.label)
        return tr("{label}: a concern on average, though about half answered favourably", label=item.label)
    if result.word is ItemWord.STRENGTH:
        return tr("{label}: a strength on average, though fewer than half answered favourably", label=item.label)
    return tr("{label}: a concern on average, though more than half answered favourably", label=item.label)


def _against(result: ItemResult) -> bool | None:
    """Return whether more than half answered otherwise than the word says; None where the count leaves it open."""
    count, answered = count_as_shown(result), result.answered or 0
    if count is None or result.word not in {ItemWord.STRENGTH, ItemWord.CONCERN}:
        return False
    strength = result.word is ItemWord.STRENGTH
    found = {
        2 * people < answered if strength else 2 * people > answered for people in range(count.low, count.high + 1)
    }
    return found.pop() if len(found) == 1 else None


def favourable_text(result: ItemResult) -> str:
    """Return '63% favourable', 'two at most', 'all, or all but one or two', '4 or 5 favourable', or nothing."""
    count = result.favourable
    if count is None or not result.answered:
        return ""
    if count.exact:
        return tr("{percent}% favourable", percent=percent(count.low, result.answered))
    if at_an_end(count, result.answered):
        return people_text(count, result.answered)
    return tr("{people} favourable", people=people_text(count, result.answered))


def people_text(count: FavourableCount, answered: int) -> str:
    """Return '4', '4 or 5', '5 to 7', 'two at most' or 'all, or all but one or two'."""
    if count.exact:
        return str(count.low)
    if at_an_end(count, answered):
        return tr("two at most") if count.low == 0 else tr("all, or all but one or two")
    if count.high == count.low + 1:
        return tr("{low} or {high}", low=count.low, high=count.high)
    return tr("{low} to {high}", low=count.low, high=count.high)


def at_an_end(count: FavourableCount, answered: int) -> bool:
    """Whether a range begins with nobody or ends with everybody."""
    return count.low == 0 or count.high == answered


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
        "Fewer than {k} answers came in, so nothing can be shown. That protects the people who gave them.", k=threshold
    )


def others_text() -> str:
    """Return the name of the row of teams that are not shown by themselves."""
    return tr("Not shown, together")


def at_least_text(threshold: int) -> str:
    """Return how many answered in such a row: never the number itself."""
    return tr("{k} or more people answered", k=threshold)


def teams_text(total: DomainTotal | ItemTotal) -> str:
    """Return '4' or '4 and others': how many shown teams a total is made of, and whether others are in it."""
    others = total.others if isinstance(total, DomainTotal) else total.pooled
    return tr("{teams} and others", teams=total.teams) if others else str(total.teams)


def left_out_text() -> str:
    """Return what is said where answers may be in no figure at all."""
    return tr("Answers that could be traced to a team are left out. That protects the people who gave them.")


def origin_lines(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return where a questionnaire comes from and how it may be used, as far as its file says so."""
    found = [tr("Source: {source}", source=questionnaire.source)] if questionnaire.source else []
    return (*found, tr("Licence: {licence}", licence=questionnaire.licence)) if questionnaire.licence else tuple(found)


def elsewhere_text() -> str:
    """Return what is said of a publication that holds answers from paper or another program."""
    return tr("Some answers were not collected sealed: they came from paper or from another program.")


def verdict_text(verdict: Verdict) -> str:
    """Return 'more than chance', 'within chance' or 'not tested'."""
    if verdict is Verdict.WITHIN_CHANCE:
        return tr("within chance")
    if verdict is Verdict.NOT_TESTED:
        return tr("not tested")
    return tr("more than chance")


def band_text(scale: ResponseScale, band: BandCount) -> str:
    """Return the words of joined bands: 'None to 21% to 40%' reads badly, so '... or less' at the ends."""
    if band.first == band.last:
        return scale.options[band.first]
    if band.first == 0 and band.last == len(scale.options) - 1:
        return tr("Any")
    if band.first == 0:
        return tr("{band}, or less", band=scale.options[band.last])
    if band.last == len(scale.options) - 1:
        return tr("{band}, or more", band=scale.options[band.first])
    return tr("{first}, to {last}", first=scale.options[band.first], last=scale.options[band.last])


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
