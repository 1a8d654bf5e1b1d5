"""How long a full view of 200 teams takes to paint while it scrolls, and to open."""

import statistics
import time

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication

from teamhealth.publication.lines import rounds_of
from teamhealth.ui.compare.bar import CompareBar
from teamhealth.ui.compare.page import ComparePage
from teamhealth.ui.theme import Theme
from teamhealth.ui.trends.model import LinesModel
from teamhealth.ui.trends.small_panels import SmallPanels
from tests.rounds import council, many

TEAMS = 200
FEWER = 40
STEP = 37


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return milliseconds a frame: each scrolls a little and paints the whole view into a picture."""
    from teamhealth.app import make_application

    application = make_application()
    whole, theme = many(council()[-1], FEWER if quick else TEAMS), Theme()
    begun = time.perf_counter()
    page = ComparePage(whole, None, CompareBar([whole.survey.wave.name], [], theme), theme)
    page.resize(1174, 688)
    page.show()
    application.processEvents()
    opened = time.perf_counter() - begun
    found = [("comparison of 200 teams, made and shown", f"{1000 * opened:.0f} ms")]
    found += _frames("comparison", page.table)
    page.bar.modes.chosen.emit(1)
    application.processEvents()
    found += _frames("comparison, all items", page.table)
    (rounds,) = rounds_of((whole,))
    panels = SmallPanels(LinesModel(rounds, rounds.domains[0]), theme)
    panels.resize(1118, 480)
    panels.show()
    application.processEvents()
    return found + _frames("one theme of all teams", panels)


def _frames(name: str, view: QAbstractItemView) -> list[tuple[str, str]]:
    bar = view.verticalScrollBar()
    picture = QImage(view.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    times: dict[str, list[float]] = {"first time": [], "again": []}
    for spent in times.values():
        for at in range(0, bar.maximum(), STEP):
            bar.setValue(at)
            QApplication.processEvents()
            begun = time.perf_counter()
            view.viewport().render(picture)
            spent.append(1000 * (time.perf_counter() - begun))
    return [
        (f"{name}: a frame, {each}", f"{statistics.median(spent):.1f} ms, at most {max(spent):.1f} ms")
        for each, spent in times.items()
    ]
