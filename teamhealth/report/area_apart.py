"""Which of an area's teams stand apart, theme by theme, where they are too many for the headline."""

from reportlab.platypus.flowables import Flowable

from teamhealth.publication.area import Area
from teamhealth.publication.area_headline import apart_lines
from teamhealth.report import styles
from teamhealth.report.paragraphs import heading, paragraph
from teamhealth.texts.catalogue import tr


def apart_section(area: Area) -> list[Flowable]:
    """Return a sentence a theme; nothing where the headline names all, or no team may be named."""
    lines = apart_lines(area)
    if not lines:
        return []
    return [
        heading(tr("Teams that stand apart by more than chance"), 2, styles.FRONT_SECTION),
        paragraph(" ".join(lines)),
    ]
