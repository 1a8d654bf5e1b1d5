"""One survey in the list: what it is, where it stands, who has answered, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.services.survey_list import SurveyStatus, SurveySummary
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.row_words import RowWords, needs_action, row_words, shown_status, status_words
from teamhealth.ui.theme import SPACE_16, SPACE_20, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.menu import Menu
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.tag import Tag, TagKind
from teamhealth.ui.widgets.text import body, heading, hint, strong

_TAGS = {
    SurveyStatus.DRAFT: TagKind.DRAFT,
    SurveyStatus.COLLECTING: TagKind.COLLECTING,
    SurveyStatus.READY: TagKind.READY,
    SurveyStatus.CLOSED: TagKind.READY,
    SurveyStatus.HIDDEN: TagKind.CLOSED,
    SurveyStatus.PUBLISHED: TagKind.PUBLISHED,
    SurveyStatus.DELETED: TagKind.CLOSED,
    SurveyStatus.DESTROYED: TagKind.CLOSED,
}

_SHORT_NAME = 118


class HomeRow(Card):
    """A card of one survey; every signal carries its summary."""

    acted = Signal(object)
    rename_asked = Signal(object)
    copy_asked = Signal(object)
    delete_asked = Signal(object)
    kept_asked = Signal(object)

    def __init__(self, summary: SurveySummary, theme: Theme) -> None:
        super().__init__(None, f"row_{summary.id}", theme=theme)
        self.summary = summary
        self._theme = theme
        words = row_words(summary)
        shown = shown_status(summary)
        status = status_words(shown)
        named(self, f"row_{summary.id}", summary.title, "card")
        self._about = self._title_block(words)
        self._tag = Tag(_TAGS[shown], status, name=f"row_{summary.id}_status", theme=theme)
        self._counts = self._counts_block(words)
        for each in (self._about, self._counts):
            # Columns stand at the same place in every row, however long the names are.
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        make = primary_button if needs_action(summary) else secondary_button
        self.action = make(words.action, f"row_{summary.id}_action", theme=theme)
        self.action.setAccessibleDescription(summary.title)
        # One width for all rows, but for words that need more.
        self.action.setFixedWidth(max(theme.px(196), self.action.sizeHint().width()))
        self.more = link_button(tr("More"), f"row_{summary.id}_more", theme=theme)
        self.more.setAccessibleDescription(summary.title)
        self.action.clicked.connect(self._on_action_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(SPACE_16))
        self._grid.setVerticalSpacing(theme.px(8))
        self.content.addLayout(self._grid)
        self.content.setContentsMargins(*(theme.px(SPACE_20), theme.px(12)) * 2)
        self._narrow: bool | None = None
        self.show_narrow(False)

    def show_narrow(self, narrow: bool) -> None:
        """Put the status under the title and the button under the counts, or all side by side."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        middle, left = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
        for each in (self._about, self._tag, self._counts, self.action, self.more):
            self._grid.removeWidget(each)
        if narrow:
            self._grid.addWidget(self._about, 0, 0, 1, 2)
            self._grid.addWidget(self._counts, 0, 2, 1, 2)
            self._grid.addWidget(self._tag, 1, 0, left | middle)
            self._grid.addWidget(self.action, 1, 2, left | middle)
            self._grid.addWidget(self.more, 1, 3, middle)
        else:
            for place, each in enumerate((self._about, self._tag, self._counts, self.action, self.more)):
                self._grid.addWidget(each, 0, place, middle if place in (0, 2) else left | middle)
        px = self._theme.px
        for place, (least, share) in enumerate(
            ((0, 1), (0, 0), (0, 1), (0, 0), (0, 0)) if narrow else ((0, 29), (154, 0), (0, 31), (196, 0), (52, 0))
        ):
            self._grid.setColumnMinimumWidth(place, px(least) if least else 0)
            self._grid.setColumnStretch(place, share)

    def menu(self) -> Menu:
        """Return the menu behind More."""
        about = tr("More about {title}", title=self.summary.title)
        menu = Menu(self, f"row_{self.summary.id}_menu", about, self._theme)
        choices = [(tr("Rename"), self._on_rename_triggered), (tr("Set up the next round"), self._on_copy_triggered)]
        if self.summary.status is not SurveyStatus.DRAFT:
            choices.append((tr("What is kept"), self._on_kept_triggered))
        else:
            choices = [(tr("Delete draft"), self._on_delete_triggered)]
        for words, slot in choices:
            action = QAction(words, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    def _title_block(self, words: RowWords) -> QWidget:
        block = QWidget()
        named(block, f"row_{self.summary.id}_about", "")
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading(self.summary.title, 2, name=f"row_{self.summary.id}_title", theme=self._theme))
        for number, line in enumerate(words.details):
            layout.addWidget(hint(line, name=f"row_{self.summary.id}_detail_{number}", theme=self._theme))
        return block

    def _counts_block(self, words: RowWords) -> QWidget:
        block = QWidget()
        named(block, f"row_{self.summary.id}_teams", "")
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(SPACE_16))
        ignored = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        ignored.setHeightForWidth(True)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, (team, count) in enumerate(words.counts):
            name = body(team, name=f"row_{self.summary.id}_team_{number}", theme=self._theme)
            said = strong(count, name=f"row_{self.summary.id}_count_{number}", theme=self._theme)
            for each in (name, said):
                each.setSizePolicy(ignored)
            # A long name has the whole width, and the count below it.
            long = name.fontMetrics().horizontalAdvance(team) > self._theme.px(_SHORT_NAME)
            grid.addWidget(name, 2 * number, 0, 1, 2 if long else 1)
            grid.addWidget(said, 2 * number + long, 0 if long else 1, 1, 2 if long else 1)
        layout.addLayout(grid)
        if words.note:
            layout.addWidget(hint(words.note, name=f"row_{self.summary.id}_note", theme=self._theme))
        return block

    def _on_action_clicked(self) -> None:
        self.acted.emit(self.summary)

    def _on_more_clicked(self) -> None:
        self.menu().open_below(self.more)

    def _on_rename_triggered(self) -> None:
        self.rename_asked.emit(self.summary)

    def _on_copy_triggered(self) -> None:
        self.copy_asked.emit(self.summary)

    def _on_kept_triggered(self) -> None:
        self.kept_asked.emit(self.summary)

    def _on_delete_triggered(self) -> None:
        self.delete_asked.emit(self.summary)
