"""Presents a comparison of teams to a table view; sorting never ranks a row that is not shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from teamhealth.figures.compared_sentences import row_sentence
from teamhealth.publication.compared import Compared, Row, RowKind, ordered
from teamhealth.publication.compared_words import answered_words, fewer_words, row_name
from teamhealth.publication.visits import standing_apart
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised
from teamhealth.ui.compare.columns import Column, GapColumn, ItemColumn, ThemeColumn

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
TEAM, ANSWERED, FIRST = 0, 1, 2
# No column: the teams that stand apart come first.
APART_FIRST = -1


class Sorting(IntEnum):
    """Which way a column is sorted."""

    RISING = 0
    FALLING = 1


@dataclass(frozen=True, slots=True)
class SortedBy:
    """The column that rows are sorted by, and which way."""

    column: int = TEAM
    way: Sorting = Sorting.RISING


class CompareModel(QAbstractTableModel):
    """Rows of teams, others together, hidden teams and averages; the head of a column says how they are sorted."""

    def __init__(self, compared: Compared, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared = compared
        self.columns = tuple(columns)
        self.rows = compared.rows
        self.sorting = SortedBy()
        self._apart = frozenset(row.name for row, _ in standing_apart(compared))
        self._several = compared.service is None and len(compared.publication.services) > 1

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return the number of rows; none below a cell."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return team, answers and what is compared; none below a cell."""
        return 0 if parent.isValid() else FIRST + len(self.columns)

    def column(self, section: int) -> Column | None:
        """Return what a column compares; None for the team and its answers."""
        return self.columns[section - FIRST] if section >= FIRST else None

    @property
    def shows_ranges(self) -> bool:
        """Whether a share of an item is shown as lying between two."""
        items = [column for column in self.columns if isinstance(column, ItemColumn)]
        return any(column.shows_range(row) for column in items for row in self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of teams, shown or not, as they stand in the first column."""
        kinds = (RowKind.TEAM, RowKind.HIDDEN)
        return tuple(self.words(row, TEAM) for row in self.rows if row.kind in kinds)

    def words(self, row: Row, section: int) -> str:
        """Return what stands in the first two columns."""
        if section == TEAM:
            return row_name(row, several=self._several)
        return answered_words(row, self.compared.publication.survey.policy.threshold)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; a screen reader hears whose cell it is, and all that it shows."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.column(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.spoken(row, index.column())
        if role == Qt.ItemDataRole.DisplayRole and column is None:
            return self.words(row, index.column())
        return None

    def spoken(self, row: Row, section: int) -> str:
        """Return a cell in words."""
        column = self.column(section)
        if column is not None:
            return column.sentence(row)
        if section != TEAM:
            told = row_sentence(row, self.compared.publication.survey.policy.threshold)
            hidden = row.kind is RowKind.HIDDEN and row.team is not None
            return tr("{told}: {words}", told=told, words=fewer_words(row.team)) if hidden and row.team else told
        name = row_name(row)
        return tr("{row}. {service}", row=name, service=row.service) if self._several and row.service else name

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's header; rows are numbered by nobody, as numbers would look like a ranking."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.header_words(section)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            sorting = self.sorting_words() if section == self.sorting.column else tr("Press Enter to sort")
            return tr("{header}. {sorting}.", header=self.header_words(section), sorting=capitalised(sorting))
        return None

    def header_words(self, section: int) -> str:
        """Return a header's words."""
        column = self.column(section)
        if column is not None:
            return column.title
        return tr("Answered") if section == ANSWERED else tr("Team")

    def sorting_words(self) -> str:
        """Return 'sorted A to Z' or 'sorted low to high', or the other way round."""
        falling = self.sorting.way is Sorting.FALLING
        if self.sorting.column == TEAM:
            return tr("sorted Z to A") if falling else tr("sorted A to Z")
        if isinstance(self.column(self.sorting.column), ItemColumn):
            return tr("sorted strengths first") if falling else tr("sorted concerns first")
        return tr("sorted high to low") if falling else tr("sorted low to high")

    def sort_by(self, section: int) -> None:
        """Sort by a column; by the same one again, the other way round. ``APART_FIRST`` has one way only."""
        again = section != APART_FIRST and self.sorting == SortedBy(section, Sorting.RISING)
        self.sorting = SortedBy(section, Sorting.FALLING if again else Sorting.RISING)
        self.layoutAboutToBeChanged.emit()
        before = self.rows
        falling = self.sorting.way is Sorting.FALLING
        self.rows = ordered(self.compared.rows, None if section == TEAM else self._number, falling=falling)
        places = {id(row): place for place, row in enumerate(self.rows)}
        kept = self.persistentIndexList()
        moved = [self.index(places[id(before[each.row()])], each.column()) for each in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _number(self, row: Row) -> int | None:
        if self.sorting.column == APART_FIRST:
            return 0 if row.name in self._apart else None
        column = self.column(self.sorting.column)
        if column is not None:
            return column.number(row)
        return row.team.answered if row.team is not None else None


def theme_columns(compared: Compared) -> tuple[Column, ...]:
    """Return a column a theme that has a score, then how large a gap has to be to show if any is tested."""
    themes = tuple(ThemeColumn(domain) for domain in compared.domains)
    return (*themes, GapColumn(compared.domains)) if compared.comparisons else themes


def item_columns(compared: Compared, domain_id: str) -> tuple[ItemColumn, ...]:
    """Return a column an item of a theme; KeyError if the survey did not ask it."""
    for questionnaire in compared.publication.survey.questionnaires:
        for domain in questionnaire.domains:
            if domain.id == domain_id:
                return tuple(ItemColumn(domain, item) for item in domain.items)
    raise KeyError(domain_id)
