"""How questions are asked on paper: boxes to tick beside the numbers of the screen, and lines to write on."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.shapes import Figure, Line, Rect
from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import REGULAR, SEMIBOLD, markup, one_line, strong, text_width
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph, bullet_list, cell_text, heading, paragraph
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.questions import Question
from teamhealth.survey.response import COMMENT_CHARACTERS
from teamhealth.texts.catalogue import tr

_BOX = 12.0
_LEAST_COLUMN = 44.0
_LEAST_QUESTION = 170.0
_BETWEEN = 6.0
_WRITING_LINES = 6
_LINE_APART = 22.0
_GAP = 18.0
_SPACE = "\N{NO-BREAK SPACE}" * 2

_TICK = ParagraphStyle("paper-tick", parent=styles.TIGHT, leftIndent=_BOX + 4, leading=14)
_CHOICE = ParagraphStyle("paper-choice", parent=styles.LIST_ITEM, leftIndent=_BOX + 7, leading=15)
_ASKED = ParagraphStyle("paper-asked", parent=styles.TIME_HEADING, fontSize=11.5, leading=15, spaceBefore=8)
_CELL = ParagraphStyle("paper-question", parent=styles.TIGHT, leading=13.6)


def rated(questions: Sequence[Question], first: int) -> list[Flowable]:
    """Return questions that share their options as a table, a box for each option; numbered from ``first``."""
    options = _options(questions[0])
    width = max(_LEAST_COLUMN, *(_longest_word(words) + _BETWEEN for _, words in options))
    story: list[Flowable] = []
    if CONTENT_WIDTH - width * len(options) < _LEAST_QUESTION:
        # In a language of long words the heads would push the questions aside: they are told above instead.
        width = _LEAST_COLUMN
        key = "; ".join(f"{code} {one_line(words)}" for code, words in options)
        story.append(paragraph(f"{key}.", styles.QUIET))
        options = [(code, "") for code, _ in options]
    heads = [
        cell_text(markup(tr("Question")), styles.PAPER_HEAD),
        *(_head(str(code), words) for code, words in options),
    ]
    rows: list[list[Cell]] = [list(heads)]
    for number, question in enumerate(questions, first):
        boxes = [_tick(str(code)) for code, _ in options]
        rows.append([cell_text(markup(f"{number}. {question.text}"), _CELL), *boxes])
    widths = (CONTENT_WIDTH - width * len(options), *[width] * len(options))
    return [*story, table(rows, widths, Look(above=4, below=5, between=_BETWEEN, heads_level=True))]


def banded(question: Question, number: int) -> list[Flowable]:
    """Return a question with options of its own, in two columns."""
    words = [f"{strong(str(code))}{_SPACE}{markup(text)}" for code, text in _options(question)]
    items = bullet_list(words, [_box()] * len(words), _CHOICE)
    half = -(-len(items) // 2)
    wide = (CONTENT_WIDTH - _GAP) / 2
    columns = Columns((Column(tuple(items[:half]), wide), Column(tuple(items[half:]), wide)), gap=_GAP, after=4)
    return [heading(f"{number}. {question.text}", 3, _ASKED), columns]


def comment(question: Question, number: int) -> list[Flowable]:
    """Return a question that is answered in one's own words, with lines to write on."""
    height = _WRITING_LINES * _LINE_APART
    lines = tuple(
        Line(0, at * _LINE_APART, CONTENT_WIDTH, at * _LINE_APART, palette.CONTROL, 0.7)
        for at in range(1, _WRITING_LINES + 1)
    )
    limit = tr("Stay on these lines: at most {number} characters are typed in.", number=f"{COMMENT_CHARACTERS:,}")
    return [
        heading(f"{number}. {question.text}", 3, _ASKED),
        kept_with_next(paragraph(limit, styles.QUIET)),
        kept_with_next(PlacedFigure(Figure(CONTENT_WIDTH, height + 2, lines, ""))),
        Spacer(1, 8),
    ]


def write_in(label: str, groups: Sequence[int] = ()) -> list[Flowable]:
    """Return a label and where to write: a box for each character in groups, or one line."""
    size, apart = 21.0, 12.0
    shapes: list[Rect | Line] = []
    left = 0.0
    for group in groups:
        for _ in range(group):
            shapes.append(Rect(left, 0, size, size + 4, stroke=palette.INK, stroke_width=0.9))
            left += size
        left += apart
    if not groups:
        shapes.append(Line(0, size + 2, CONTENT_WIDTH / 2, size + 2, palette.CONTROL, 0.9))
    field = PlacedFigure(Figure(CONTENT_WIDTH / 2, size + 6, tuple(shapes), ""))
    half = CONTENT_WIDTH / 2
    words = paragraph(label, ParagraphStyle("paper-label", parent=styles.BODY, fontName=SEMIBOLD))
    return [Columns((Column((words,), half, middle=True), Column((field,), half, middle=True)), before=6, after=4)]


def _tick(number: str) -> Flowable:
    return TaggedParagraph(markup(number), _TICK, glyph=_box())


def _box() -> Figure:
    return Figure(_BOX, _BOX, (Rect(0, 0, _BOX, _BOX, stroke=palette.INK, stroke_width=0.9, radius=1.5),), "")


def _head(number: str, words: str) -> Flowable:
    """Return what a column of boxes is for: in words, as each box has its number, or the number if told above."""
    return cell_text(markup(words) if words else strong(number), styles.PAPER_HEAD)


def _options(question: Question) -> list[tuple[int, str]]:
    return [
        *enumerate(question.options, 1),
        *zip((9, 0), question.opt_outs, strict=False),
    ]


def _longest_word(words: str) -> float:
    return max(text_width(each, REGULAR, styles.PAPER_SIZE) for each in [*one_line(words).split(), "0"])
