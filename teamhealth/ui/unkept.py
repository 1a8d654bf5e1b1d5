"""What would be lost by leaving pages: choices made while comments are read, or forms that have been keyed."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from teamhealth.ui.opening.stop_prompt import ReadingPage
from teamhealth.ui.paper.stop_prompt import KeyingPage


def page_to_ask(pages: Iterable[QWidget]) -> ReadingPage | KeyingPage | None:
    """Return the page where comments are read or forms are keyed, which asks before it is left; None without one."""
    return next((page for page in pages if isinstance(page, ReadingPage | KeyingPage)), None)


def asked_to_stop(pages: Iterable[QWidget]) -> bool:
    """Ask about what would be lost by leaving; False where there is nothing."""
    page = page_to_ask(pages)
    if page is None or not (page.withheld if isinstance(page, ReadingPage) else page.keyed):
        return False
    page.ask_to_stop()
    return True
