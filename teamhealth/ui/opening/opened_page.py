"""A page about answers that are open: what it is about, and how it is left with everything sealed as it was."""

from PySide6.QtCore import Signal

from teamhealth.services.opened import Opened
from teamhealth.ui.widgets.page import Page


class OpenedPage(Page):
    """``stopped`` leaves everything sealed as it was."""

    stopped = Signal()

    def __init__(self, title: str, name: str, opened: Opened, subtitle: str) -> None:
        super().__init__(title, name, subtitle=subtitle)
        self._opened = opened
        self._survey_custody = opened.survey.custody

    @property
    def opened(self) -> Opened:
        """The answers as opened."""
        return self._opened
