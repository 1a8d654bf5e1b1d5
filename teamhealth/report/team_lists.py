"""A team's strengths and concerns as sentences, side by side and in questionnaire order."""

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

_GAP = 22.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_COLOURS = {ItemWord.STRENGTH: palette.FAVOURABLE, ItemWord.CONCERN: palette.UNFAVOURABLE}
# A list longer than this gets both columns where the other list is empty, or short and room is lacking.
_LONG = 8
_FEW = 3


def strengths_and_concerns(
    subject: Subject, good: str, hard: str, *, tight: bool = False, before: float = 10
) -> list[Flowable]:
    """Return two lists of sentences side by side, under the headings given.

    Parameters
    ----------
    subject : Subject
        The team.
    good, hard : str
        The headings.
    tight : bool
        Whether lines are closed up.
    before : float
        Space above, in points.
    """
    if subject.nothing_said:
        return [
            Columns([Column((paragraph(tr("No item can be shown."), styles.QUIET),), CONTENT_WIDTH)], before=before)
        ]
    lists = ((good, ItemWord.STRENGTH), (hard, ItemWord.CONCERN))
    sentences = {word: _sentences(subject, word, tight=tight) for _, word in lists}
    for word, other in ((ItemWord.STRENGTH, ItemWord.CONCERN), (ItemWord.CONCERN, ItemWord.STRENGTH)):
        if len(sentences[other]) <= (_FEW if tight else 0) and len(sentences[word]) > _LONG:
            return _one_sided(lists, sentences, before, tight=tight)
    halves = [Column((*_head(title, word), *_list_or_none(sentences[word], word)), _HALF) for title, word in lists]
    return [Columns(halves, gap=_GAP, before=before, after=2)]


def order_note(subject: Subject, *more: str) -> Flowable:
    """Return the note below both lists: their order, what their words mean, how many items are in neither; ``more``."""
    mixed = len(subject.sentences(ItemWord.MIXED))
    hidden = sum(result.word is None for _, result in subject.items)
    parts = [] if subject.nothing_said else [tr("In questionnaire order, not ranked.")]
    if subject.on_average:
        parts.append(subject.on_average)
    if mixed:
        parts.append(trn("The other {count} item is mixed.", "The other {count} items are mixed.", mixed))
    if hidden and not subject.nothing_said:
        parts.append(trn("{count} item is not shown.", "{count} items are not shown.", hidden))
    return paragraph(" ".join((*parts, *more)), styles.QUIET)


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
            story += _list_or_none(listed, word)
            continue
        half = (len(listed) + 1) // 2
        story.append(Columns((Column(_head(title, word), CONTENT_WIDTH),), before=before, keep_with_next=True))
        if listed:
            story.append(Columns((Column(tuple(listed[:half]), _HALF), Column(tuple(listed[half:]), _HALF)), gap=_GAP))
        else:
            story += _list_or_none(listed, word)
    return story


def _head(title: str, word: ItemWord) -> tuple[Flowable, ...]:
    return (heading(title, 2, styles.HALF), Tint(_COLOURS[word], 2, after=5))


def _sentences(subject: Subject, word: ItemWord, *, tight: bool) -> list[TaggedParagraph]:
    marked = [markup(sentence) for sentence in subject.sentences(word)]
    style = styles.LIST_ITEM_TIGHT if tight else styles.LIST_ITEM
    return bullet_list(marked, [sign_figure(word)] * len(marked), style)


def _list_or_none(listed: list[TaggedParagraph], word: ItemWord) -> list[TaggedParagraph]:
    if listed:
        return listed
    none = tr("No item is a strength.") if word is ItemWord.STRENGTH else tr("No item is a concern.")
    return [paragraph(none, styles.QUIET)]
