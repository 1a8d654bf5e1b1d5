"""A full view of 200 teams paints within a frame at 60 frames a second; how far within, the benchmarks say."""

import statistics
import time

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from teamhealth.ui.compare.bar import CompareBar
from teamhealth.ui.compare.page import ComparePage
from teamhealth.ui.theme import Theme
from tests.rounds import council, many
from tests.ui.office import settle

MOST_MS = 16.0


def test_two_hundred_teams_scroll_smoothly(qtbot: QtBot) -> None:
    whole, theme = many(council()[-1], 200), Theme()
    page = ComparePage(whole, None, CompareBar([whole.survey.wave.name], [], theme), theme)
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    bar, view = page.table.verticalScrollBar(), page.table.viewport()
    picture = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    spent = []
    for at in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(at)
        settle()
        begun = time.process_time()
        view.render(picture)
        spent.append(1000 * (time.process_time() - begun))
    assert statistics.median(spent) < MOST_MS
