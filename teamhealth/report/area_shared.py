"""The concerns that several teams share, each with what it bears on; the first as a sentence where page one is full."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.paper_area import teams_of
from teamhealth.publication.area import Area
from teamhealth.publication.shared_average import by_average_text
from teamhealth.publication.types import ItemWord
from teamhealth.report import styles
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import MOST_LEFT, kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH, room_left
from teamhealth.report.paragraphs import TaggedParagraph, cell_text, heading, paragraph, rich_paragraph
from teamhealth.report.sheet import Sheet
from teamhealth.report.standards import Standards
from teamhealth.report.tables import Cell, Look, table
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import number_word

_SHARED_MOST = 8
# Boxes and bars of teams are narrow, so that what a concern bears on stands in two lines.
_BOX, _BAR, _AFTER_TEAMS, _STANDARD_PART = 6.0, 64.0, 8.0, 0.31
# As many as are named at once, and as few as are worth it.
_MOST_NAMED, _FEWEST_NAMED = 5, 2
# About as high as they are then, in points.
_SAID_IN = 50.0


def shared_section(area: Area, standards: Standards) -> list[Flowable]:
    """Return the concerns that several teams share, each with what it bears on."""
    if not area.shown:
        return []
    title = heading(tr("Concerns that several teams share"), 2)
    every = area.shared(ItemWord.CONCERN)
    found = every[:_SHARED_MOST]
    if not found:
        return [title, paragraph(tr("No question is shown as a concern in two teams or more."))]
    heads = (tr("What the teams said"), tr("Teams"), tr("Employer standard"), tr("Ofsted condition"))
    rows: list[list[Cell]] = [[cell_text(markup(each), styles.SMALL_HEAD) for each in heads]]
    counted = [teams_of(each.concern, each.teams, palette.UNFAVOURABLE, box=_BOX, bar=_BAR) for each in found]
    for each, figure in zip(found, counted, strict=True):
        bears = standards.of(each.item.id)
        rows.append(
            [
                cell_text(markup(each.item.concern)),
                PlacedFigure(figure),
                _bearing(bears.employer),
                _bearing(bears.ofsted),
            ]
        )
    teams = max(figure.width for figure in counted) + _AFTER_TEAMS
    rest = (CONTENT_WIDTH - teams) * _STANDARD_PART
    widths = (CONTENT_WIDTH - teams - 2 * rest, teams, rest, rest)
    cut = tr("{count} of {all} such concerns are listed here; all questions follow.", count=len(found), all=len(every))
    note = tr(
        "By number of teams, then in the order asked. Employer standards: Standards for employers of social workers in"
        " England, 1 to 8. Ofsted conditions: those its director of social care named in 2018."
    )
    averaged = by_average_text(area, [each.item.id for each in found])
    note = f"{averaged} {note}" if averaged else note
    return [
        title,
        kept_with_next(table(rows, widths, Look(above=2.5, below=3.5, between=10))),
        paragraph(f"{cut} {note}" if len(every) > len(found) else note, styles.UNDER_TABLE),
    ]


def shared_at_a_glance(
    area: Area, parts: tuple[Sequence[Flowable], Sequence[Flowable], Sequence[Flowable]], sheet: Sheet
) -> list[Flowable]:
    """Return the first of the concerns as a sentence, where page one has no room for any of their table.

    Parameters
    ----------
    area : Area
    parts : three sequences of Flowable
        What stands above the sentence, what stands below it, and the section with the table.
    sheet : Sheet
        Nothing is said where what stands above runs on over page one, as in large print.
    """
    above, below, section = parts
    alone, beside = room_left(above, sheet), room_left([*above, *below], sheet)
    if beside > MOST_LEFT + _SAID_IN or room_left([*above, *below, *section], sheet) >= 0:
        return []
    sentences = [words for named in range(_MOST_NAMED, _FEWEST_NAMED - 1, -1) if (words := _first_shared(area, named))]
    # What stands below gives way to it: which concerns are shared is the first thing that is asked.
    for room in (beside, alone):
        for words in sentences:
            if room >= alone - room_left([*above, words], sheet):
                return [words]
    return []


def _first_shared(area: Area, named: int) -> Flowable | None:
    """Return so many concerns, each with how many teams share it, and how many more follow; None of too few."""
    found = area.shared(ItemWord.CONCERN)
    if len(found) < _FEWEST_NAMED:
        return None
    said = "; ".join(
        tr("{concern} ({count} of {teams} teams)",
           concern=each.item.concern[:1].lower() + each.item.concern[1:], count=each.concern, teams=each.teams)
        for each in found[:named]
    )  # fmt: skip
    more = len(found) - named
    if more > 0:
        said = tr("{concerns}; and {count} more on the next pages", concerns=said, count=number_word(more))
    title = strong(tr("Concerns that several teams share:"))
    return rich_paragraph(f"{title} {markup(said)}.", styles.GLANCE)


def _bearing(words: str) -> TaggedParagraph:
    return cell_text(markup(words)) if words else cell_text(markup(tr("none named")), styles.QUIET_CELL)
