"""Every item of a team as far as its answers allow, one table a theme under a heading."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.paper_items import item_scale, share_bar, sign_figure, split_row
from teamhealth.publication.items_said import favourable_text, item_sentence
from teamhealth.publication.types import ItemResult, ItemWord, Tier
from teamhealth.publication.words import agreement_text, item_word_text, lean_of
from teamhealth.publication.words import score_text as score_words
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, Column, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import REGULAR, clean, markup, text_width
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph, cell_text, heading, paragraph
from teamhealth.report.subject import Subject
from teamhealth.report.tables import Cell, Look, table
from teamhealth.report.team_themes import domain_sign
from teamhealth.survey.questionnaire import Domain, Item
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import capitalised

_STRIP = Backdrop(palette.DRAFT_TINT, padding=6, padding_above=2)
_LABEL_WIDTH, _WIDEST_LABEL = 160.0, 212.0
_SCALE_WIDTH = 66.0
_WORD_WIDTH = 70.0
_SHARE_WIDTH = 96.0
_STRIP_HALF = 200.0
_DENSE = Look(above=0.7, below=1.5)


def items_section(subject: Subject) -> list[Flowable]:
    """Return the section of all items."""
    count = len(subject.items)
    # Heading and introduction go where the first theme goes: never alone at a page's foot.
    introduction = kept_with_next(paragraph(_introduction(subject), styles.QUIET))
    story: list[Flowable] = [heading(trn("The one question", "All {count} questions", count), 2), introduction]
    for number, domain in enumerate(subject.domains):
        if number:
            story.append(Spacer(1, 7))
        story += _domain(subject, domain)
    return story


def _introduction(subject: Subject) -> str:
    parts = [tr("In questionnaire order. Strength: the team’s score is above 65. Concern: below 45. Mixed: between.")]
    counted = [result for _, result in subject.items if result.answered is not None]
    if counted and subject.team.tier is Tier.SPLITS:
        parts.append(_bars(subject.answered, counted))
        if any(each.favourable is not None and each.favourable.exact for each in counted):
            parts.append(tr("Others: a split would tell too much."))
    elif counted:
        parts.append(_shares(subject.answered, counted))
    return " ".join(parts)


def _bars(answered: int, counted: Sequence[ItemResult]) -> str:
    """Return whom bars count: where some left a question out, its row says of how many its bar is."""
    whole = [each.answered == answered for each in counted]
    if all(whole):
        return trn("Bars count people, of {count} who answered.", "Bars count people, of {count} who answered.",
                   answered)  # fmt: skip
    if any(whole):
        return trn("Bars count people: {count}, or as many as the row says.",
                   "Bars count people: {count}, or as many as the row says.", answered)  # fmt: skip
    return tr("Bars count people: as many as the row says.")


def _shares(answered: int, counted: Sequence[ItemResult]) -> str:
    if all(each.answered == answered for each in counted):
        return trn("Favourable: the share of {count} who answered on the healthy side.",
                   "Favourable: the share of {count} who answered on the healthy side.", answered)  # fmt: skip
    return tr("Favourable: the share of those who answered the question that is on the healthy side.")


def _tier(subject: Subject, domain: Domain) -> Tier:
    """Return what a theme's table has room for: words alone where none of its questions shows a count."""
    counts = any(result.answered is not None for _, result in subject.items_of(domain))
    return subject.team.tier if counts else Tier.WORDS


def _domain(subject: Subject, domain: Domain) -> list[Flowable]:
    mark = tr("{theme}: the questions", theme=domain.title)
    title = heading(domain.title, 3, styles.THEME_HEADING, glyph=domain_sign(domain.id), bookmark=mark)
    strip = Columns(
        (
            Column(
                (title,),
                _STRIP_HALF,
                middle=True,
            ),
            Column(
                (paragraph(_summary(subject, domain), styles.QUIET_RIGHT),),
                CONTENT_WIDTH - _STRIP_HALF - 2 * _STRIP.padding,
                middle=True,
            ),
        ),
        backdrop=_STRIP,
        keep_with_next=True,
    )
    tier = _tier(subject, domain)
    widths = _widths(subject, tier)
    rows: list[list[Cell]] = [_heads(tier, _bar_words([result for _, result in subject.items_of(domain)]))]
    rows += [_row(subject, tier, item, result, widths[-1]) for item, result in subject.items_of(domain)]
    return [strip, table(rows, widths, _DENSE, cell_text(markup(domain.title), styles.SMALL_HEAD))]


def _summary(subject: Subject, domain: Domain) -> str:
    result = next((result for each, result in subject.scored if each.id == domain.id), None)
    if result is None:
        return tr("not scored")
    if result.score is None:
        return tr("not shown")
    words = tr("{score}, {lean}", score=score_words(result.score), lean=lean_of(domain, result.score))
    alike = agreement_text(result.agreement)
    return tr("{score}; {agreement}", score=words, agreement=alike) if alike else words


def _widths(subject: Subject, tier: Tier) -> list[float]:
    rest = {Tier.WORDS: [_SCALE_WIDTH], Tier.SHARES: [_WORD_WIDTH, _SHARE_WIDTH]}.get(tier, [_WORD_WIDTH])
    # As wide as the longest label needs, so that one with its number of answers stands in one line.
    longest = max(
        (text_width(clean(_label(subject, item, result)), REGULAR, styles.TIGHT.fontSize)
         for item, result in subject.items),
        default=0.0,
    )  # fmt: skip
    widths = [min(max(longest + _DENSE.between + 1, _LABEL_WIDTH), _WIDEST_LABEL), *rest]
    return [*widths, CONTENT_WIDTH - sum(widths)]


def _bar_words(results: Sequence[ItemResult]) -> str:
    """Return what the parts of a theme's bars are, as far as any has them."""
    if any(each.split is not None for each in results):
        return tr("Unfavourable, neutral, favourable")
    if any(each.favourable is not None and each.favourable.exact for each in results):
        return tr("Others, favourable")
    return tr("Favourable")


def _heads(tier: Tier, bars: str) -> list[Cell]:
    words = {
        Tier.WORDS: (tr("Question"), tr("Scale"), tr("What people said")),
        Tier.SHARES: (tr("Question"), tr("Word"), tr("Favourable"), tr("In words")),
    }.get(tier, (tr("Question"), tr("Word"), bars))
    last = len(words) - 1
    centred = tier is Tier.SPLITS
    return [
        cell_text(markup(each), styles.SMALL_HEAD_CENTRED if centred and number == last else styles.SMALL_HEAD)
        for number, each in enumerate(words)
    ]


def _row(subject: Subject, tier: Tier, item: Item, result: ItemResult, width: float) -> list[Cell]:
    label = cell_text(markup(_label(subject, item, result)))
    if tier is Tier.WORDS:
        return [label, PlacedFigure(item_scale(result.word)), _sentence(item, result)]
    if tier is Tier.SHARES:
        bar = PlacedFigure(share_bar(result, _SHARE_WIDTH - _DENSE.between))
        none = tr("not shown") if result.word is not None else ""
        return [label, _word(result.word), bar, cell_text(markup(favourable_text(result) or none))]
    return [label, _word(result.word), PlacedFigure(split_row(result, subject.answered, width))]


def _label(subject: Subject, item: Item, result: ItemResult) -> str:
    if result.answered is None or result.answered == subject.answered:
        return item.label
    return trn("{label} ({count} answered)", "{label} ({count} answered)", result.answered, label=item.label)


def _sentence(item: Item, result: ItemResult) -> TaggedParagraph:
    if result.word in (ItemWord.STRENGTH, ItemWord.CONCERN):
        return cell_text(markup(item_sentence(item, result)))
    words = tr("not shown") if result.word is None else item_word_text(result.word)
    return cell_text(markup(capitalised(words)), styles.QUIET_TIGHT)


def _word(word: ItemWord | None) -> TaggedParagraph:
    if word is None:
        return cell_text(markup(capitalised(tr("not shown"))), styles.QUIET_TIGHT)
    style = styles.WORD if word is not ItemWord.MIXED else styles.QUIET_WORD
    return TaggedParagraph(markup(capitalised(item_word_text(word))), style, glyph=sign_figure(word))
