"""Presents one theme of all teams, a line a team, to a list view."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from teamhealth.figures.compared_sentences import line_sentence
from teamhealth.publication.lines import Line, Rounds, TeamLines
from teamhealth.survey.questionnaire import Domain

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class LinesModel(QAbstractListModel):
    """Teams from A to Z, never by score; those that are no more come last."""

    def __init__(self, rounds: Rounds, domain: Domain, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.domain = domain
        found = [(team, team.line(domain.id)) for team in rounds.teams]
        self.entries: tuple[tuple[TeamLines, Line], ...] = tuple(
            (team, line) for team, line in found if line is not None
        )

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return the number of teams; none below a team."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a team's name; a screen reader hears its whole line."""
        if not index.isValid():
            return None
        team, line = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return team.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line_sentence(team.name, line)
        return None
