"""A document's title, with what it is of at the right, or below where both are long."""

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.fonts import BOLD, REGULAR, clean, text_width
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import heading, paragraph


def title_beside(words: str, place: str, level: int = 1, *, after: float = 6) -> list[Flowable]:
    """Return the title, a heading of a level, and ``after`` points below it."""
    title = heading(words, level, styles.TITLE)
    width = text_width(words, BOLD, styles.TITLE.fontSize) + 4
    room = CONTENT_WIDTH - width
    if text_width(clean(place), REGULAR, styles.PLACE.fontSize) > room:
        return [title, paragraph(place, styles.SUBTITLE), Spacer(1, after)]
    beside = Column((Spacer(1, 11), paragraph(place, styles.PLACE)), room)
    return [Columns((Column((title,), width), beside), after=after)]
