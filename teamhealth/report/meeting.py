"""The sheet for the team meeting: ground rules, what people said, three questions, what we agree."""

from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.types import ItemWord, Publication
from teamhealth.publication.words import answered_text, elsewhere_text
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, Column, Columns, tinted_box
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup
from teamhealth.report.keeping import kept_together, kept_whole, kept_with_next
from teamhealth.report.metadata import Attachment
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build, room_left
from teamhealth.report.paragraphs import bullet_list, cell_text, heading, paragraph
from teamhealth.report.provenance import provenance_words
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.subject import Subject, metadata_of, subject_of
from teamhealth.report.tables import Cell, Look, table
from teamhealth.report.team_lists import Lines, order_note, strengths_and_concerns
from teamhealth.report.title import title_beside
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.texts.catalogue import tr

_RULES_BOX = Backdrop(palette.TEAL_TINT, padding=14, padding_above=8)
_RULES_GAP = 20.0
_RULES_HALF = (CONTENT_WIDTH - 2 * _RULES_BOX.padding - _RULES_GAP) / 2
_AGREED_WIDTHS = (210.0, 94.0, 74.0, CONTENT_WIDTH - 378.0)
_INDENT = 26.0


@dataclass(frozen=True, slots=True)
class _Density:
    """How much room the sheet leaves for handwriting: less where more was said, so that it stays one page."""

    lines: Lines
    line: float
    rows: int
    row: float
    space: float
    one_page: bool = True

    def roomier(self, points: float) -> "_Density":
        """Return the same with what a page has left dealt out: to the lines for answers and what is agreed."""
        each = points / (self.rows + (_QUESTIONS if self.line else 0))
        line = min(self.line + each, _HIGHEST) if self.line else 0
        return replace(self, line=line, row=min(self.row + each, _HIGHEST))


_QUESTIONS = 3
# A hand needs no more, and so much is left free for what a figure's rounding takes.
_HIGHEST, _SPARE = 38.0, 1.0
_DENSITIES = (
    _Density(lines=Lines.ROOMY, line=34, rows=4, row=36, space=12),
    _Density(lines=Lines.ROOMY, line=24, rows=4, row=26, space=8),
    _Density(lines=Lines.ROOMY, line=24, rows=3, row=30, space=8),
    _Density(lines=Lines.TIGHT, line=22, rows=3, row=24, space=4),
    _Density(lines=Lines.DENSE, line=22, rows=3, row=24, space=4),
    _Density(lines=Lines.DENSE, line=0, rows=3, row=24, space=4),
    _Density(lines=Lines.DENSE, line=0, rows=2, row=24, space=4),
)
# What no density holds on one page takes two, of which the second is free for writing.
_ON_TWO_PAGES = replace(_DENSITIES[0], lines=Lines.EVEN, rows=8, one_page=False)
_LARGE = replace(_DENSITIES[0], lines=Lines.EVEN, one_page=False)


def write_meeting_sheet(
    publication: Publication,
    team_id: str,
    path: Path,
    sheet: Sheet = ORDINARY,
    *,
    attachments: tuple[Attachment, ...] = (),
) -> None:
    """Write a team's meeting sheet as tagged PDF, whole or not at all.

    Raises
    ------
    KeyError
        If the publication has no such team.
    TeamHidden
        If the team is not shown by itself.
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, meeting_sheet(publication, team_id, sheet, attachments=attachments))


def meeting_sheet(
    publication: Publication, team_id: str, sheet: Sheet = ORDINARY, *, attachments: tuple[Attachment, ...] = ()
) -> bytes:
    """Return the same sheet as bytes; one page unless large print or a survey of many modules leaves no room."""
    subject = subject_of(publication, team_id, attachments=attachments)
    title = tr("{team}: meeting sheet, {round}", team=subject.team.name, round=subject.facts.wave.name)
    furniture = Furniture(
        subject.facts.organisation.name, subject.facts.title, tr("{team}: meeting sheet", team=subject.team.name)
    )
    density = _LARGE if sheet.large else _fitting(subject)
    return build(_story(subject, density), metadata_of(subject, title, "meeting"), furniture, sheet).content


def _fitting(subject: Subject) -> _Density:
    """Return the roomiest that leaves the sheet one page, or what fills two where none does."""
    for density in _DENSITIES:
        room = room_left(_story(subject, density)) - _SPARE
        if room >= 0:
            return density.roomier(room)
    return _ON_TWO_PAGES.roomier(max(0.0, room_left(_to_write_on(subject, _ON_TWO_PAGES)) - _SPARE))


def _story(subject: Subject, density: _Density) -> list[Flowable]:
    return [*_said(subject, density), *_to_write_on(subject, density)]


def _said(subject: Subject, density: _Density) -> list[Flowable]:
    """Return the rules and what people said."""
    place = tr("{team}, {round}", team=subject.team.name, round=subject.facts.wave.name)
    story: list[Flowable] = [*title_beside(tr("Talking about our results"), place), _ground_rules()]
    works, hard = tr("What people said works"), tr("What people said is hard")
    said = strengths_and_concerns(subject, works, hard, density.lines, density.space)
    collected = (elsewhere_text(),) if subject.facts.elsewhere else ()
    note = order_note(subject, *collected, before=tr("{people}.", people=answered_text(subject.team)))
    return [*story, *kept_together([*said, note])]


def _to_write_on(subject: Subject, density: _Density) -> list[Flowable]:
    """Return the questions and what is agreed; on several pages neither is parted, so that each is seen whole."""
    questions, agreed = _questions(subject, density), _agreed(density)
    if not density.one_page:
        kept_together(questions)
        kept_together(agreed)
        kept_whole(questions[0])
        kept_whole(agreed[0])
    words = provenance_words(subject.fingerprint, subject.attachments, from_part=subject.from_part)
    return [*questions, *agreed, Spacer(1, density.space), paragraph(words, styles.QUIET_TIGHT)]


def _ground_rules() -> Flowable:
    rules = (
        tr("Nobody guesses, here or later, who said what."),
        tr("Nobody need say how they answered. You may pass."),
        tr("Talk about how work is set up, not people."),
        tr("Worried about a child? Use the safeguarding route, not this meeting."),
    )
    dot = Figure(6, 6, (Circle(3, 3, 2, palette.TEAL),), "")
    listed = bullet_list([markup(rule) for rule in rules], [dot] * len(rules), styles.RULE)
    halves = Columns((Column(tuple(listed[:2]), _RULES_HALF), Column(tuple(listed[2:]), _RULES_HALF)), gap=_RULES_GAP)
    return tinted_box([heading(tr("Ground rules"), 2, styles.HALF), halves], CONTENT_WIDTH, _RULES_BOX, after=4)


def _questions(subject: Subject, density: _Density) -> list[Flowable]:
    questions = (
        # Of a sheet that lists nothing, there are no 'these'.
        # Nor what somebody's own month was like: that would tell, before all others, how they answered.
        tr("Which of these surprises us, and which did we expect?") if _lists_any(subject) else
        tr("What did we expect to read here that is not here?"),
        tr("What is already going well here that we could do more of?"),
        tr("Which one concern could we change ourselves, and what would we need from others?")
        if subject.sentences(ItemWord.CONCERN) else
        tr("Which one thing could we change ourselves, and what would we need from others?"),
    )  # fmt: skip
    numbers = [_number(place) for place in range(1, len(questions) + 1)]
    listed = bullet_list([markup(question) for question in questions], numbers, styles.OPEN_QUESTION)
    story: list[Flowable] = [heading(tr("Three questions"), 2, styles.SHEET_SECTION)]
    for question in listed:
        story.append(kept_with_next(question) if density.line else question)
        if density.line:
            story.append(PlacedFigure(_writing_line(density.line)))
    return story


def _lists_any(subject: Subject) -> bool:
    return any(subject.sentences(word) for word in (ItemWord.STRENGTH, ItemWord.CONCERN))


def _number(place: int) -> Figure:
    digit = Text(8, 12, str(place), 11, palette.WHITE, Weight.BOLD, Anchor.MIDDLE)
    return Figure(16, 16, (Circle(8, 8, 8, palette.TEAL), digit), "")


def _writing_line(height: float) -> Figure:
    line = Line(_INDENT, height - 6, CONTENT_WIDTH, height - 6, palette.CONTROL, 0.8, (1, 2))
    return Figure(CONTENT_WIDTH, height, (line,), "")


def _agreed(density: _Density) -> list[Flowable]:
    heads = (tr("We will"), tr("Who (role)"), tr("By when"), tr("How we will know"))
    rows: list[list[Cell]] = [[cell_text(markup(each), styles.COLUMN_HEAD) for each in heads]]
    rows += [[Spacer(1, 1) for _ in heads] for _ in range(density.rows)]
    look = Look(
        above=3,
        below=3,
        side=6,
        rule=palette.CONTROL,
        header_rule=palette.DRAFT_TINT,
        header_fill=palette.DRAFT_TINT,
        column_rules=True,
        row_headers=False,
        row_heights=(20.0, *[density.row] * density.rows),
    )
    return [heading(tr("What we agree"), 2, styles.SHEET_SECTION), table(rows, _AGREED_WIDTHS, look)]
