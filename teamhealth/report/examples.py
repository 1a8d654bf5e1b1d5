"""What others have tried, or a source proposes, beside concerns: examples, never instructions."""

from collections.abc import Mapping

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.report import styles
from teamhealth.report.evidence import Evidence, Example, ExampleKind
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_together
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.questionnaire import Item
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list, capitalised

_CONCERN_WIDTH = 168.0
# A lone example at the top of a page is taken for a section of its own.
_LAST_TOGETHER = 3


def examples_of(concerns: Mapping[str, Item], evidence: Evidence, none: str) -> list[Flowable]:
    """Return a section of the examples beside these items, with their sources; ``none`` is said where none is given."""
    title = heading(tr("What others have tried, or a source proposes"), 2)
    if not concerns:
        return [title, paragraph(none)]
    examples = evidence.examples_for(tuple(concerns))
    introduction = paragraph(tr("Examples, not instructions."), styles.QUIET)
    story: list[Flowable] = [title, introduction]
    if examples:
        rows: list[list[Cell]] = [
            [cell_text(markup(each), styles.SMALL_HEAD) for each in (tr("Concern"), tr("Example and source"))]
        ]
        rows += [_example(example, concerns) for example in examples]
        look = Look(above=3, below=4, between=12, middle=False, last_together=_LAST_TOGETHER)
        story.append(table(rows, (_CONCERN_WIDTH, CONTENT_WIDTH - _CONCERN_WIDTH), look))
    covered = {item for example in examples for item in example.items}
    missing = [item.label for item in concerns.values() if item.id not in covered]
    if missing:
        words = tr("No published example yet for: {items}.", items=and_list([_lower(each) for each in missing]))
        story.append(paragraph(words, styles.UNDER_TABLE))
    sources = dict.fromkeys(f"{example.source.title}, {example.source.year}" for example in examples)
    if sources:
        story.append(paragraph(tr("Sources: {sources}.", sources="; ".join(sources)), styles.UNDER_TABLE))
    # What is said of the table stands with its last rows.
    return list(kept_together(story))


def _example(example: Example, concerns: Mapping[str, Item]) -> list[Cell]:
    labels = [concerns[item].label for item in example.items if item in concerns]
    beside = capitalised(and_list([labels[0], *[_lower(label) for label in labels[1:]]]))
    kind = tr("Tried.") if example.kind is ExampleKind.TRIED else tr("Proposed.")
    words = f"{strong(kind)} {markup(example.text)} {source_words(example.source.short)}"
    return [cell_text(markup(beside)), cell_text(words)]


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def source_words(words: str) -> str:
    """Return a source after what it says, as markup."""
    return f'<font color="{palette.INK_2}">{markup(words)}.</font>'
