"""Which sections begin on a page of their own, however much is left of the page before."""

from reportlab.platypus.flowables import Flowable, PageBreak

from teamhealth.report.paragraphs import heading
from teamhealth.texts.catalogue import tr


def comments_title() -> str:
    """Return the title of the comments: their page can be kept back when a report is passed on."""
    return tr("In people’s own words")


def own_page_titles() -> tuple[str, ...]:
    """Return the titles of all sections that begin on a page of their own; others begin where there is room."""
    return (comments_title(),)


def own_page(title: str) -> list[Flowable]:
    """Return the end of the page before and the section's heading."""
    return [PageBreak(), heading(title, 2)]
