"""Leads from the passphrase through the comments to publishing, or to what can be done if nothing can be shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from teamhealth.services.workspace import Workspace
from teamhealth.ui.room import Room

if TYPE_CHECKING:
    from teamhealth.services.opening import Opened


class OpeningWays(QObject):
    """``home_asked`` goes back to the list; ``copy_asked`` and ``published`` carry the survey's id.

    Opened answers are held from the passphrase to publishing, and no longer.
    """

    home_asked = Signal()
    copy_asked = Signal(str)
    published = Signal(str)

    def __init__(self, workspace: Workspace, room: Room) -> None:
        super().__init__(room)
        self._workspace = workspace
        self._room = room
        self._opened: Opened | None = None

    def let_go(self) -> None:
        """Forget the opened answers."""
        self._opened = None

    def show_passphrase(self, survey_id: str) -> None:
        """Show where the passphrase is typed."""
        from teamhealth.ui.opening.open_page import OpenPage

        page = OpenPage(self._workspace, survey_id)
        page.left.connect(self.home_asked)
        page.opened.connect(self._on_opened)
        self._room.show_page(page)

    def show_options(self, survey_id: str) -> None:
        """Show what can be done with a survey of which nothing can be shown."""
        from teamhealth.ui.opening.options_page import OptionsPage

        page = OptionsPage(self._workspace, survey_id)
        page.left.connect(self.home_asked)
        page.copy_asked.connect(self.copy_asked)
        self._room.show_page(page)

    def show_opened(self, opened: "Opened", withheld: frozenset[str] | None) -> None:
        """Show the comments, as another room did, and over them publishing, if it was come to with ``withheld``."""
        self._opened = opened
        if opened.comments:
            self._show_comments(opened)
        if withheld is not None:
            self._on_read(withheld)

    def _on_opened(self, opened: "Opened") -> None:
        self._opened = opened
        if not opened.shown:
            self.show_options(opened.survey.id)
        elif opened.comments:
            self._show_comments(opened)
        else:
            self._on_read(frozenset())

    def _show_comments(self, opened: "Opened") -> None:
        from teamhealth.ui.opening.comments_page import CommentsPage

        page = CommentsPage(opened)
        page.read.connect(self._on_read)
        page.stopped.connect(self.home_asked)
        self._room.show_page(page)

    def _on_read(self, withheld: frozenset[str]) -> None:
        from teamhealth.ui.opening.publish_page import PublishPage

        if self._opened is None:
            return
        page = PublishPage(self._workspace, self._opened, withheld)
        page.stopped.connect(self.home_asked)
        page.published.connect(self._on_published)
        page.comments_asked.connect(self._room.lift)
        if self._opened.comments:
            # Over the comments, which keep every choice for whoever goes back.
            self._room.lay_over(page)
        else:
            self._room.show_page(page)

    def _on_published(self, survey_id: str) -> None:
        self.let_go()
        self.published.emit(survey_id)
