"""What is said of an item: its sentence, as far as its count bears it out, and its favourable answers."""

from collections.abc import Iterable

from teamhealth.publication.results import FavourableCount, ItemResult
from teamhealth.publication.together import count_as_shown
from teamhealth.publication.values import ItemWord
from teamhealth.survey.questionnaire import Item
from teamhealth.texts.catalogue import tr

_TWO = 2


def item_sentence(item: Item, result: ItemResult) -> str:
    """Return the sentence for an item that stands out, 'Cover: mixed' for one that does not.

    Words go by the average, sentences say what people do: where fewer than half say so, or may, the sentence does not.
    Of a count alone nobody can say how many answered unfavourably: the sentence stands where half or more can have.
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
        notes.append(tr("‘A strength on average’: fewer than half answered favourably, or may have."))
    concerns = [_against(result) for result in listed if result.word is ItemWord.CONCERN]
    if all(concerns) and concerns:
        notes.append(tr("‘A concern on average’: fewer than half answered unfavourably."))
    elif concerns:
        notes.append(tr("‘A concern on average’: fewer than half answered unfavourably, or may have."))
    return " ".join(notes)


def only_on_average(result: ItemResult) -> bool:
    """Whether the average makes an item a strength or a concern, while fewer than half answered so, or may have."""
    return _against(result) is not False


def _on_average_sentence(item: Item, result: ItemResult) -> str:
    label, sure = item.label, _against(result)
    if result.word is ItemWord.STRENGTH:
        if sure:
            return tr("{label}: a strength on average, though fewer than half answered favourably", label=label)
        return tr("{label}: a strength on average, though fewer than half may have answered favourably", label=label)
    if sure:
        return tr("{label}: a concern on average, though fewer than half answered unfavourably", label=label)
    return tr("{label}: a concern on average, though fewer than half may have answered unfavourably", label=label)


def _against(result: ItemResult) -> bool | None:
    """Return whether fewer than half answered as the word says; None where joined counts leave it open."""
    count, answered = count_as_shown(result), result.answered or 0
    if count is None or result.word not in {ItemWord.STRENGTH, ItemWord.CONCERN}:
        return False
    strength = result.word is ItemWord.STRENGTH
    if result.split is not None and not strength:
        return 2 * result.split.unfavourable < answered
    found = {
        2 * people < answered if strength else 2 * people > answered for people in range(count.low, count.high + 1)
    }
    return found.pop() if len(found) == 1 else None


def favourable_text(result: ItemResult) -> str:
    """Return '5 of 8 favourable', '4 or 5 of 8 favourable', 'two at most', 'all, or all but one or two', or nothing.

    People in every case: a percentage beside joined counts would be another measure in the same column.
    """
    count = result.favourable
    if count is None or not result.answered:
        return ""
    if is_vague_end(count, result.answered):
        return people_text(count, result.answered)
    return favourable_people_text(people_text(count, result.answered), result.answered)


def favourable_people_text(people: str, answered: int) -> str:
    """Return how many of those who answered did so favourably."""
    return tr("{people} of {count} favourable", people=people, count=answered)


def people_text(count: FavourableCount, answered: int) -> str:
    """Return '4', '4 or 5', '5 to 7', '5 at most', '4 or more', 'two at most' or 'all, or all but one or two'."""
    if count.exact:
        return str(count.low)
    if is_vague_end(count, answered):
        return tr("two at most") if count.low == 0 else tr("all, or all but one or two")
    if count.low == 0:
        return tr("{high} at most", high=count.high)
    if count.high == answered:
        return tr("{low} or more", low=count.low)
    if count.high == count.low + 1:
        return tr("{low} or {high}", low=count.low, high=count.high)
    return tr("{low} to {high}", low=count.low, high=count.high)


def is_vague_end(count: FavourableCount, answered: int) -> bool:
    """Whether a range is 'two at most' or 'all, or all but one or two'."""
    return at_an_end(count, answered) and count.high - count.low == _TWO


def at_an_end(count: FavourableCount, answered: int) -> bool:
    """Whether a range begins with nobody or ends with everybody."""
    return count.low == 0 or count.high == answered
