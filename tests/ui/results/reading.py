"""Opens a dashboard and reads its widgets."""

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.types import Publication
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.domain_card import DomainCard
from teamhealth.ui.theme import Theme
from tests.invented import TEAM_ID


def dashboard(qtbot: QtBot, shown: Publication, *, width: int = 1174, height: int = 688) -> TeamDashboard:
    made = TeamDashboard(shown, TEAM_ID, theme=Theme())
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    # Twice: a first pass lays out, and what was laid out asks for its height again.
    QApplication.processEvents()
    QApplication.processEvents()
    return made


def text(root: QWidget, name: str) -> str:
    found = root.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def labels(root: QWidget) -> set[str]:
    return {label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root)}


def button(root: QWidget, name: str) -> QPushButton:
    found = root.findChild(QPushButton, name)
    assert found is not None, name
    return found


def card(root: QWidget, domain: str) -> DomainCard:
    found = root.findChild(DomainCard, f"card_{domain}")
    assert found is not None
    return found
