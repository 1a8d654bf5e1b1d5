"""What others have tried, or a source proposes, beside concerns: examples, never instructions."""

from collections.abc import Mapping, Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.report import styles
from teamhealth.report.evidence import Evidence, Example, ExampleKind
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_together
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.tables import Cell, Look, table
from teamhealth.texts.catalogue import tr

_CONCERN_WIDTH = 182.0
# A lone example at the top of a page is taken for a section of its own.
_LAST_TOGETHER = 2


def examples_of(
    concerns: Mapping[str, str], evidence: Evidence, none: str, *, introduced: bool = False
) -> list[Flowable]:
    """Return a section of the examples beside concerns, with their sources; ``none`` is said where none is given.

    ``concerns`` holds each item's sentence: a healthy label under the head 'Concern' would be read as its opposite.
    ``introduced`` says that what examples are stands above already.
    """
    title = heading(tr("What others have tried, or a source proposes"), 2)
    if not concerns:
        return [title, paragraph(none)]
    examples = evidence.examples_for(tuple(concerns))
    introduction = [] if introduced else [paragraph(tr("Examples, not instructions."), styles.QUIET)]
    story: list[Flowable] = [title, *introduction]
    if examples:
        rows: list[list[Cell]] = [
            [cell_text(markup(each), styles.SMALL_HEAD) for each in (tr("Concern"), tr("Example and source"))]
        ]
        rows += [_example(example, concerns) for example in examples]
        look = Look(above=3, below=4, between=12, middle=False, last_together=_LAST_TOGETHER)
        story.append(table(rows, (_CONCERN_WIDTH, CONTENT_WIDTH - _CONCERN_WIDTH), look))
    covered = {item for example in examples for item in example.items}
    missing = [sentence for item, sentence in concerns.items() if item not in covered]
    if missing:
        words = tr("No published example yet for: {concerns}.", concerns=_joined(missing))
        story.append(paragraph(words, styles.UNDER_TABLE))
    sources = dict.fromkeys(f"{example.source.title}, {example.source.year}" for example in examples)
    if sources:
        story.append(paragraph(tr("Sources: {sources}.", sources="; ".join(sources)), styles.UNDER_TABLE))
    # What is said of the table, and its sources, stands with its last rows.
    return [*kept_together(story)]


def _example(example: Example, concerns: Mapping[str, str]) -> list[Cell]:
    beside = _joined([concerns[item] for item in example.items if item in concerns])
    kind = tr("Tried.") if example.kind is ExampleKind.TRIED else tr("Proposed.")
    words = f"{strong(kind)} {markup(example.text)} {source_words(example.source.short)}"
    return [cell_text(markup(beside)), cell_text(words)]


def _joined(sentences: Sequence[str]) -> str:
    """Return sentences as one: 'People wait for sign-off; forms serve no useful purpose'."""
    first, *others = sentences
    return "; ".join([first, *(each[:1].lower() + each[1:] for each in others)])


def source_words(words: str) -> str:
    """Return a source after what it says, as markup."""
    return f'<font color="{palette.INK_2}">{markup(words)}.</font>'
