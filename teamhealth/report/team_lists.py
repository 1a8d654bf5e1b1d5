"""A team's strengths and concerns as sentences, side by side and in questionnaire order."""

from enum import Enum

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.paper_items import sign_figure
from teamhealth.publication.types import ItemWord
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns, Tint
from teamhealth.report.fonts import markup
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph, bullet_list, heading, paragraph
from teamhealth.report.subject import Subject
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import capitalised, number_word

_GAP = 22.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_LISTED = (ItemWord.STRENGTH, ItemWord.CONCERN)
_COLOURS = {ItemWord.STRENGTH: palette.FAVOURABLE, ItemWord.CONCERN: palette.UNFAVOURABLE}
# A list longer than this gets both columns where the other list is empty or short; not so short where room is lacking.
_LONG = 8
_FEW, _FEW_DENSE = 3, 5
# About as high as a list's head is.
_HEAD_LINES = 2


class Lines(Enum):
    """How close the sentences stand: with room, closed up, or line on line, where only so all of a page fits.

    Where more pages than one hold them they stand with room, and a list does not run on beside an empty half.
    """

    ROOMY = "roomy"
    TIGHT = "tight"
    DENSE = "dense"
    EVEN = "even"


_STYLES = {
    Lines.ROOMY: styles.LIST_ITEM,
    Lines.TIGHT: styles.LIST_ITEM_TIGHT,
    Lines.DENSE: styles.LIST_ITEM_DENSE,
    Lines.EVEN: styles.LIST_ITEM,
}


def strengths_and_concerns(
    subject: Subject,
    good: str,
    hard: str,
    lines: Lines = Lines.ROOMY,
    before: float = 10,
    *,
    headed: bool = False,
    listed_again: bool = False,
) -> list[Flowable]:
    """Return two lists of sentences side by side, under the headings given.

    Parameters
    ----------
    subject : Subject
        The team.
    good, hard : str
        The headings.
    lines : Lines
        How close the sentences stand.
    before : float
        Space above, in points.
    headed : bool
        Whether a list that is empty has its heading even where sentences are closed up.
    listed_again : bool
        Whether the next page lists every question, so that line on line a list of all of them may be left to it.
    """
    if subject.nothing_said:
        return [
            Columns([Column((paragraph(tr("No question can be shown."), styles.QUIET),), CONTENT_WIDTH)], before=before)
        ]
    lists = ((good, ItemWord.STRENGTH), (hard, ItemWord.CONCERN))
    sentences = {word: _sentences(subject, word, lines) for _, word in lists}
    tight = lines in (Lines.TIGHT, Lines.DENSE) and not headed
    for word, other in ((ItemWord.STRENGTH, ItemWord.CONCERN), (ItemWord.CONCERN, ItemWord.STRENGTH)):
        if _gets_both(len(sentences[word]), len(sentences[other]), lines):
            if listed_again and lines is Lines.DENSE and len(sentences[word]) == len(subject.items):
                return _all_alike(good if word is ItemWord.STRENGTH else hard, word, len(subject.items))
            return _one_sided(lists, sentences, before, tight=tight)
    halves = [Column((*_head(title, word), *_list_or_none(sentences[word], word)), _HALF) for title, word in lists]
    return [Columns(halves, gap=_GAP, before=before, after=2)]


def _gets_both(listed: int, other: int, lines: Lines) -> bool:
    """Return whether a list gets both columns: the other is short, or the two above each other are less high."""
    if listed <= _LONG:
        return False
    if lines in (Lines.DENSE, Lines.EVEN):
        return other <= _FEW_DENSE or (listed + 1) // 2 + (other + 1) // 2 + _HEAD_LINES < listed
    return other <= _FEW


def order_note(subject: Subject, *more: str, before: str = "") -> Flowable:
    """Return the note below both lists: their order, what their words mean, how many items are in neither; ``more``.

    ``before`` comes first, where a line's end cannot part a number from what it is a number of.
    """
    mixed = len(subject.sentences(ItemWord.MIXED))
    hidden = sum(result.word is None for _, result in subject.items)
    parts = [before] if before else []
    if not subject.nothing_said:
        parts.append(_order(subject))
    if subject.on_average:
        parts.append(subject.on_average)
    if mixed:
        parts.append(_mixed(mixed, alone=not any(subject.sentences(word) for word in _LISTED)))
    if hidden and not subject.nothing_said:
        words = capitalised(number_word(hidden))
        parts.append(trn("{words} question is not shown.", "{words} questions are not shown.", hidden, words=words))
    return paragraph(" ".join((*parts, *more)), styles.QUIET)


def _order(subject: Subject) -> str:
    """Return that the lists rank nothing, and that their sentences are of the team, not of everybody in it."""
    if not any(subject.sentences(word) for word in _LISTED):
        return tr("In questionnaire order, not ranked.")
    return tr("In questionnaire order, not ranked. True on the whole, not of everybody.")


def _mixed(count: int, *, alone: bool) -> str:
    """Return how many items are mixed; 'the other' only beside some that are listed."""
    if alone:
        words = capitalised(number_word(count))
        return trn("{words} question is mixed.", "{words} questions are mixed.", count, words=words)
    return trn(
        "The other question is mixed.", "The other {words} questions are mixed.", count, words=number_word(count)
    )


def _all_alike(title: str, word: ItemWord, count: int) -> list[Flowable]:
    """Return that all items are the one or the other, which says as much as to list them where room is lacking."""
    said = {
        ItemWord.STRENGTH: tr("All {count} questions are strengths. The next page lists them.", count=count),
        ItemWord.CONCERN: tr("All {count} questions are concerns. The next page lists them.", count=count),
    }
    return [*_head(title, word), paragraph(said[word], styles.TIGHT)]


def _one_sided(
    lists: tuple[tuple[str, ItemWord], ...],
    sentences: dict[ItemWord, list[TaggedParagraph]],
    before: float,
    *,
    tight: bool,
) -> list[Flowable]:
    story: list[Flowable] = []
    for title, word in lists:
        listed = sentences[word]
        if tight and not listed:
            # Where room is lacking, a sentence that says there is none needs no heading.
            # It stands as far from what is above it as from what follows, and takes no more room for it.
            above, before = (0.0 if story else before), 0.0
            story.append(Columns((Column((_none(word, styles.QUIET_TIGHT),), CONTENT_WIDTH),), before=above))
            continue
        half = (len(listed) + 1) // 2
        head = Column(_head(title, word), CONTENT_WIDTH)
        story.append(Columns((head,), before=before, after=0 if tight else 4, keep_with_next=True))
        if listed:
            story.append(Columns((Column(tuple(listed[:half]), _HALF), Column(tuple(listed[half:]), _HALF)), gap=_GAP))
        else:
            story += _list_or_none(listed, word)
    return story


def _head(title: str, word: ItemWord) -> tuple[Flowable, ...]:
    return (heading(title, 2, styles.HALF), Tint(_COLOURS[word], 2, after=5))


def _sentences(subject: Subject, word: ItemWord, lines: Lines) -> list[TaggedParagraph]:
    marked = [markup(sentence) for sentence in subject.sentences(word)]
    return bullet_list(marked, [sign_figure(word)] * len(marked), _STYLES[lines])


def _list_or_none(listed: list[TaggedParagraph], word: ItemWord) -> list[TaggedParagraph]:
    return listed or [_none(word, styles.QUIET)]


def _none(word: ItemWord, style: ParagraphStyle) -> TaggedParagraph:
    words = (
        tr("No question is shown as a strength.")
        if word is ItemWord.STRENGTH
        else tr("No question is shown as a concern.")
    )
    return paragraph(words, style)
