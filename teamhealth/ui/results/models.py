"""Presents a table of words to a table view."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from teamhealth.texts.catalogue import tr
from teamhealth.ui.results.table_rows import Table

Index = QModelIndex | QPersistentModelIndex
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_TOP = QModelIndex()


class WordsModel(QAbstractTableModel):
    """A read-only table; each cell is read out with what its row is of and its column's header."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    @property
    def table(self) -> Table:
        """What is presented."""
        return self._table

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return the number of rows; none below a cell."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return the number of columns; none below a cell."""
        return 0 if parent.isValid() else len(self._table.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, with its header for a screen reader."""
        if not index.isValid():
            return None
        words = self._table.rows[index.row()][index.column()]
        if role in _WORDS:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None

    def _spoken(self, row: int, column: int) -> str:
        words, header = self._table.rows[row][column], self._table.headers[column]
        if column == 0:
            return tr("{header}: {words}", header=header, words=words)
        return tr("{row}, {header}: {words}", row=self._table.rows[row][0], header=header, words=words)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's header; rows are numbered by nobody, as numbers would look like a ranking."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._table.headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
