"""What the pages that staff read before they answer have in common: large print, and lists with signs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.shapes import Circle, Figure, Line, Shape
from teamhealth.report import styles
from teamhealth.report.fonts import markup, one_line
from teamhealth.report.metadata import Metadata
from teamhealth.report.pages import Furniture, build
from teamhealth.report.paragraphs import bullet_list
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.survey.foreign_words import foreign_words
from teamhealth.survey.survey import Survey

_SIDE = 10.0


@dataclass(frozen=True, slots=True)
class Print:
    """How large a notice is printed: its text, in points."""

    size: float

    @property
    def text(self) -> ParagraphStyle:
        """Plain text."""
        return _sized(styles.BODY, self.size, 1.3)

    @property
    def item(self) -> ParagraphStyle:
        """An item of a list."""
        return ParagraphStyle("notice-item", parent=_sized(styles.LIST_ITEM, self.size, 1.25), leftIndent=19)

    @property
    def section(self) -> ParagraphStyle:
        """A section's heading."""
        return _sized(styles.SECTION, self.size * 1.3, 1.25)

    @property
    def half(self) -> ParagraphStyle:
        """The heading of a column."""
        return _sized(styles.HALF, self.size * 1.2, 1.25)

    @property
    def lead(self) -> ParagraphStyle:
        """White words on a dark box."""
        return _sized(styles.HEADLINE, self.size * 1.2, 1.3)


TITLE = ParagraphStyle("notice-title", parent=styles.TITLE, fontSize=34, leading=40)

_PRINTS = (Print(15), Print(13.5), Print(12), Print(11))


def on_one_page(
    story: Callable[[Print], list[Flowable]], metadata: Metadata, furniture: Furniture, sheet: Sheet = ORDINARY
) -> bytes:
    """Return a document in the largest print that keeps it to one page; in the smallest where none does.

    In large print it takes the pages that it needs.
    """
    for each in _PRINTS[-1:] if sheet.large else _PRINTS:
        document = build(story(each), metadata, furniture, sheet)
        if document.pages == 1:
            break
    return document.content


def listed(sentences: Sequence[str], style: ParagraphStyle) -> list[Flowable]:
    """Return sentences as a list with dots."""
    dot = Figure(6, 6, (Circle(3, 3, 2.4, palette.TEAL),), "")
    return _signed(sentences, dot, style)


def ticked(sentences: Sequence[str], style: ParagraphStyle) -> list[Flowable]:
    """Return sentences as a list with ticks."""
    strokes = ((1, 5, 4, 8), (4, 8, 9, 2))
    return _signed(sentences, _sign(strokes, palette.SUCCESS_TEXT), style)


def crossed(sentences: Sequence[str], style: ParagraphStyle) -> list[Flowable]:
    """Return sentences as a list with crosses."""
    strokes = ((2, 2, 8, 8), (2, 8, 8, 2))
    return _signed(sentences, _sign(strokes, palette.UNFAVOURABLE), style)


def survey_metadata(survey: Survey, title: str, kind: str) -> Metadata:
    """Return what a document about a survey that still collects says of itself: no date."""
    return Metadata(
        title=one_line(title),
        subject=one_line(f"{survey.organisation.name}: {survey.title}"),
        day=None,
        identity=f"{kind} {survey.id}",
        foreign=foreign_words(survey.questionnaires, one_line),
    )


def _sign(strokes: Sequence[tuple[float, float, float, float]], colour: str) -> Figure:
    shapes: tuple[Shape, ...] = tuple(Line(*stroke, colour, 1.8) for stroke in strokes)
    return Figure(_SIDE, _SIDE, shapes, "")


def _signed(sentences: Sequence[str], sign: Figure, style: ParagraphStyle) -> list[Flowable]:
    return list(bullet_list([markup(each) for each in sentences], [sign] * len(sentences), style))


def _sized(style: ParagraphStyle, size: float, leading: float) -> ParagraphStyle:
    return ParagraphStyle(f"{style.name}-{size}", parent=style, fontSize=size, leading=size * leading)
