"""What a plan's pages are made of: the head of a concern, what a source says, an action's card, a measure."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.measured import Measured, Side, action_words, measure_of, measured
from teamhealth.figures.paper_items import sign_figure
from teamhealth.figures.status_sign import status_colours, status_sign
from teamhealth.publication.planned import Concern, Planned
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, Column, Columns
from teamhealth.report.evidence import Evidence, Example, ExampleKind
from teamhealth.report.fonts import SEMIBOLD, clean, markup, strong, text_width
from teamhealth.report.keeping import kept_together, kept_whole, kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph, heading, paragraph, rich_paragraph
from teamhealth.report.structure import Element
from teamhealth.report.team_themes import domain_sign
from teamhealth.survey.plan import Action, ActionStatus, Measure, status_of
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

_HEAD = Backdrop(palette.DRAFT_TINT, padding=8, padding_above=4)
_CARD = Backdrop(palette.WHITE, radius=5, padding=10, padding_above=6, stroke=palette.CONTROL)
_DOMAIN_WIDTH = 130.0
_GAP = 18.0
_MEASURE_GAP = 12.0
# Wide enough that what a source says is seldom higher than the cards beside it.
SOURCES_WIDTH = 210.0
DOING_WIDTH = CONTENT_WIDTH - SOURCES_WIDTH - _GAP


def concern_head(concern: Concern) -> Flowable:
    """Return the bar with a concern's sentence and its theme; what sources say and what is done stay below it."""
    room = CONTENT_WIDTH - 2 * _HEAD.padding - _DOMAIN_WIDTH
    title = heading(concern.sentence, 2, styles.PLAN_HEAD, glyph=domain_sign(concern.domain.id))
    theme = paragraph(concern.domain.title, styles.QUIET_RIGHT)
    columns = (Column((title,), room), Column((theme,), _DOMAIN_WIDTH))
    return kept_whole(Columns(columns, backdrop=_HEAD, before=10, after=5))


def other_head(words: str) -> Flowable:
    """Return the same bar over the actions that answer no single concern."""
    title = heading(words, 2, styles.PLAN_HEAD_PLAIN)
    columns = (Column((title,), CONTENT_WIDTH - 2 * _HEAD.padding),)
    return Columns(columns, backdrop=_HEAD, before=10, after=5, keep_with_next=True)


def side_by_side(sources: Sequence[Flowable], doing: Sequence[Flowable]) -> Flowable:
    """Return what a source says at the left and what will be done at the right."""
    return Columns((Column(tuple(sources), SOURCES_WIDTH), Column(tuple(doing), DOING_WIDTH)), gap=_GAP, after=4)


def without_action(concern: Concern, evidence: Evidence, now: str = "") -> list[Flowable]:
    """Return that nothing is planned yet, what it is ``now`` in a later round, then what sources say side by side."""
    words = tr("No action yet. {now}.", now=now) if now else tr("No action yet.")
    none = kept_with_next(paragraph(words, styles.QUIET))
    examples = [_example(example) for example in evidence.examples_for((concern.item.id,))]
    if not examples:
        return [none, *what_a_source_says(concern, evidence)]
    pairs = (examples[start : start + 2] for start in range(0, len(examples), 2))
    return [none, *(_side_by_side(pair) for pair in pairs)]


def _side_by_side(examples: Sequence[Sequence[Flowable]]) -> Flowable:
    width = (CONTENT_WIDTH - _GAP * (len(examples) - 1)) / len(examples)
    return Columns([Column(tuple(each), width) for each in examples], gap=_GAP, whole=True)


def what_a_source_says(concern: Concern, evidence: Evidence) -> list[Flowable]:
    """Return one example beside a concern that has an action, what others have tried first, or that there is none.

    The plan is made: a second example would make its concern higher than its actions, and stand on another page.
    """
    examples = evidence.examples_for((concern.item.id,))
    if not examples:
        return [paragraph(tr("No published example for this question yet."), styles.QUIET_TIGHT)]
    return _example(min(examples, key=_not_tried))


def _not_tried(example: Example) -> bool:
    return example.kind is not ExampleKind.TRIED


def doing(planned: Planned, actions: Sequence[Action], today: date, width: float) -> list[Flowable]:
    """Return the cards of actions, and under them what each of their measures says."""
    story: list[Flowable] = [action_card(action, today, width) for action in actions]
    measures: dict[Measure, None] = dict.fromkeys(filter(None, (measure_of(action) for action in actions)))
    below = [block for measure in measures for block in _measure(measured(planned, measure), width - 2 * _CARD.padding)]
    # A measure that began a page would be taken for the next concern's.
    return [*story[:-1], *kept_together([*story[-1:], *below])]


def action_card(action: Action, today: date, width: float) -> Flowable:
    """Return a card: what will be done, by whom, by when, and how far it is."""
    status = status_of(action, today)
    tag, tag_width = _tag(status, action_words(action, today))
    inside = width - 2 * _CARD.padding
    owner = tr("Owner: {owner}", owner=action.owner)
    due = _due(action, status, today)
    below = Columns(
        (
            Column(
                (rich_paragraph(f"{markup(owner)} · {markup(due)}", styles.QUIET_TIGHT),),
                inside - tag_width - 8,
                middle=True,
            ),
            Column((tag,), tag_width, middle=True),
        ),
        gap=8,
    )
    what = paragraph(action.what, styles.PLAN_ACTION)
    return Columns((Column((what, Spacer(1, 2), below), inside),), backdrop=_CARD, after=6)


def _due(action: Action, status: ActionStatus, today: date) -> str:
    """Return by when; what was overdue on the day of printing may be done when it is read, so that day is said."""
    if action.due is None:
        return tr("no day set")
    if status is ActionStatus.OVERDUE:
        return tr("due {day}, overdue as of {today}", day=long_date(action.due), today=long_date(today))
    return tr("due {day}", day=long_date(action.due))


def _tag(status: ActionStatus, words: str) -> tuple[Flowable, float]:
    ink, tint = status_colours(status)
    backdrop = Backdrop(tint, radius=3, padding=6, padding_above=2)
    inside = text_width(words, SEMIBOLD, styles.PLAN_STATUS.fontSize) + styles.PLAN_STATUS.leftIndent + 2
    marked = f'<font color="{ink}">{markup(words)}</font>'
    text = TaggedParagraph(marked, styles.PLAN_STATUS, elements=(Element("P"),), glyph=status_sign(status))
    return Columns((Column((text,), inside),), backdrop=backdrop), inside + 2 * backdrop.padding


def _example(example: Example) -> list[Flowable]:
    kind = tr("Others have tried") if example.kind is ExampleKind.TRIED else tr("A source proposes")
    return [
        paragraph(kind, styles.PLAN_KIND),
        paragraph(example.text, styles.PLAN_EXAMPLE),
        paragraph(example.source.short, styles.PLAN_SOURCE),
    ]


def _measure(shown: Measured, width: float) -> list[Flowable]:
    measure = tr("Measure")
    title = f'<font name="{SEMIBOLD}" color="{palette.TEAL}">{markup(measure)}</font> {markup(shown.title)}'
    told = rich_paragraph(title, styles.TIGHT)
    # The plan says once of which round its measures are; only where two stand side by side does each name its own.
    sides = [_side(side, named=len(shown.sides) > 1) for side in shown.sides]
    beside = text_width(clean(f"{measure} {shown.title}"), SEMIBOLD, styles.TIGHT.fontSize) + _MEASURE_GAP
    if len(sides) == 1 and beside + _side_width(shown.sides[0]) <= width:
        parts: list[Flowable] = [Columns((Column((told,), beside), Column((sides[0],), width - beside)), whole=True)]
    else:
        across = (width - 10 * (len(sides) - 1)) / len(sides)
        parts = [told, Columns([Column((side,), across) for side in sides], gap=10, whole=True)]
    if shown.found:
        parts.append(paragraph(shown.found, styles.QUIET_TIGHT))
    inset = Column((Spacer(1, 1),), _CARD.padding)
    return [Columns((inset, Column(tuple(parts), width)), after=5, whole=True)]


def _side(side: Side, *, named: bool) -> TaggedParagraph:
    words = f'<font color="{palette.INK_2}">{markup(side.round_name)}</font> ' if named else ""
    words += strong(side.shown)
    if side.counts:
        words += markup(tr(": {counts}", counts=side.counts))
    glyph = sign_figure(side.word) if side.word is not None else None
    return TaggedParagraph(words, styles.WORD if glyph else styles.TIGHT, elements=(Element("P"),), glyph=glyph)


def _side_width(side: Side) -> float:
    """Return how wide a side is without the name of its round."""
    words = f"{side.shown}: {side.counts}" if side.counts else side.shown
    return float(text_width(clean(words), SEMIBOLD, styles.TIGHT.fontSize) + styles.WORD.leftIndent + 2)
