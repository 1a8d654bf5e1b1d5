"""The return files that were added since the page was opened, each with what became of it, and a place to drop more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.services.added_file import AddedFile, wanted_again
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.returns.outcome_tag import outcome_tag
from teamhealth.ui.returns.words import answers_lines, came_beside, listed, may_be_of_a_team, outcome_detail
from teamhealth.ui.theme import RADIUS_CARD, SPACE_8, SPACE_12, SPACE_16, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.copied_drop import accept_copy
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import body, hint, strong


class FilesCard(Card):
    """``dropped`` carries the paths of files that were dropped here; the others want answers from elsewhere.

    ``forget_asked`` wants the files that could not be added off the list, which are on it until they come anew.

    ``late`` is for what comes after publishing: sealed returns only.
    """

    dropped = Signal(object)
    spreadsheet_asked = Signal()
    empty_asked = Signal()
    forget_asked = Signal()
    paper_asked = Signal()

    def __init__(self, theme: Theme, *, late: bool = False) -> None:
        super().__init__(tr("Files") if late else tr("1. Files"), "returns_files", theme=theme)
        self._theme = theme
        self._late = late
        self.setAcceptDrops(True)
        if late:
            words = tr("Add the sealed returns of teams from which nothing had come. Any other is refused now.")
        else:
            words = tr("Add the sealed returns that laptops have exported. You can add them one by one, on any day.")
            before = tr("Before that, open the survey file on each laptop.")
            words = f"{words} {before}"
        self._none = body(
            words,
            tone="muted",
            name="returns_no_files",
            theme=theme,
        )
        self.content.addWidget(self._none)
        self._refused = Note(NoteKind.WARNING, "", "returns_refused", theme=theme)
        self._refused.hide()
        self.forget = link_button(tr("Take off the list"), "returns_forget", theme=theme)
        self.forget.clicked.connect(self.forget_asked)
        self._refused.content.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self._refused)
        self._rows = QWidget()
        named(self._rows, "returns_file_rows", tr("Files"))
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, theme.px(SPACE_8))
        self.content.addWidget(self._rows)
        self.content.addStretch(1)
        self._zone = _drop_zone(theme)
        self.content.addWidget(self._zone)
        self.spreadsheet = link_button(
            tr("Add answers from a spreadsheet"), "returns_spreadsheet", IconName.PLUS, theme=theme
        )
        self.spreadsheet.clicked.connect(self.spreadsheet_asked)
        self.paper = link_button(tr("Key paper answers"), "returns_paper", IconName.PLUS, theme=theme)
        self.paper.clicked.connect(self.paper_asked)
        self.empty = link_button(tr("Take all returns out again"), "returns_empty", IconName.CROSS, theme=theme)
        self.empty.clicked.connect(self.empty_asked)
        for link in (self.spreadsheet, self.paper):
            self.content.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            link.setHidden(late)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.hide()

    def show_files(self, files: Sequence[AddedFile]) -> None:
        """Show files, the newest last; how many have to be asked for again stands above them all."""
        files = listed(files)
        self._none.setVisible(not files)
        # Once the others are published, only what may be of a team that is still missing has to be asked for.
        wanted = [each for each in wanted_again(files) if not self._late or may_be_of_a_team(each)]
        if wanted:
            title = trn("{count} file was not added", "{count} files were not added", len(wanted))
            self._refused.say(NoteKind.WARNING, tr("The list below says why."), title)
            self.forget.setAccessibleDescription(", ".join(each.path.name for each in wanted))
        self._refused.setVisible(bool(wanted))
        old = self._list.takeAt(0)
        if old is not None and (widget := old.widget()) is not None:
            widget.setParent(None)
            widget.deleteLater()
        if files:
            self._list.addWidget(self._table(files))

    def offer_empty(self, offered: bool) -> None:
        """Offer to take all returns out again, or do not."""
        self.empty.setVisible(offered)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls() and accept_copy(event):
            restyle(self._zone, "over", "true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Files went elsewhere."""
        super().dragLeaveEvent(event)
        restyle(self._zone, "over", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        restyle(self._zone, "over", "false")
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths and accept_copy(event):
            self.dropped.emit(paths)

    def _table(self, files: Sequence[AddedFile]) -> QWidget:
        theme = self._theme
        made = QWidget()
        named(made, "returns_table", tr("Files"))
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(SPACE_16))
        grid.setVerticalSpacing(theme.px(SPACE_8))
        for column, (share, words) in enumerate(((31, tr("File")), (30, tr("Answers")), (39, tr("Result")))):
            grid.setColumnStretch(column, share)
            grid.addWidget(strong(words, name=f"returns_head_{column}", theme=theme), 0, column)
        top = Qt.AlignmentFlag.AlignTop
        for number, file in enumerate(files):
            at = 2 * number + 1
            name = f"returns_file_{number}"
            grid.addWidget(rule(), at, 0, 1, 3)
            label = strong(file.path.name, name=f"{name}_name", theme=theme)
            grid.addWidget(label, at + 1, 0, top)
            grid.addWidget(body("\n".join(answers_lines(file)), name=f"{name}_answers", theme=theme), at + 1, 1, top)
            grid.addWidget(self._result(file, files, name), at + 1, 2, top)
        return made

    def _result(self, file: AddedFile, files: Sequence[AddedFile], name: str) -> QWidget:
        made = QWidget()
        named(made, f"{name}_result", "")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        column.addWidget(outcome_tag(file, f"{name}_tag", self._theme), 0, Qt.AlignmentFlag.AlignLeft)
        detail = " ".join(words for words in (outcome_detail(file), came_beside(file, files)) if words)
        if detail:
            column.addWidget(hint(detail, name=f"{name}_detail", theme=self._theme))
        return made


def _drop_zone(theme: Theme) -> QFrame:
    zone = QFrame()
    words = tr("Drop sealed returns here, in any order. They do not say which laptop or which day they came from.")
    named(zone, "returns_drop", "", "drop")
    set_sheet(
        zone,
        f'QFrame[kind="drop"] {{ background: {palette.PAPER}; border: 2px dashed {palette.CONTROL};'
        f" border-radius: {theme.px(RADIUS_CARD)}px; }}"
        f'QFrame[kind="drop"][over="true"] {{ background: {palette.TEAL_TINT}; border: 3px solid {palette.TEAL}; }}',
    )
    row = QHBoxLayout(zone)
    row.setContentsMargins(*(theme.px(SPACE_16), theme.px(SPACE_8)) * 2)
    row.setSpacing(theme.px(SPACE_12))
    row.addWidget(IconView(IconName.TRAY, theme.px(22), palette.TEAL))
    row.addWidget(hint(words, name="returns_drop_words", theme=theme), 1)
    return zone
