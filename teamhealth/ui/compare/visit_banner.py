"""The headline of a comparison, in which each team that stands apart is a link to its row."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from teamhealth.figures import palette
from teamhealth.publication.headline import Headline
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import shown
from teamhealth.ui.results.banner import HeadlineBanner
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import Button, ButtonKind

# A link has to be as high as this to be hit.
_HEIGHT = 24


class NameLink(Button):
    """Lies over a name that the headline has painted, and underlines it."""

    def __init__(self, team: str, number: int, parent: QWidget, theme: Theme) -> None:
        super().__init__(team, f"headline_team_{number}", ButtonKind.LINK, theme)
        self.setParent(parent)
        self.setAccessibleName(tr("Go to {team}", team=team))

    def sizeHint(self) -> QSize:
        """Return the size of the name below it."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line below the name."""
        painter = QPainter(self)
        painter.setPen(QPen(shown(palette.RAIL_TEXT), max(1, self._theme.px(1))))
        foot = (self.height() + self._theme.px(_HEIGHT)) // 2 - self._theme.px(4)
        painter.drawLine(0, foot, self.width(), foot)
        painter.end()


class VisitBanner(HeadlineBanner):
    """``team_asked`` carries the name of a team whose link was pressed."""

    team_asked = Signal(str)

    def __init__(self, headline: Headline, teams: Sequence[str], theme: Theme) -> None:
        super().__init__(headline, theme)
        self._places = dict(_places(headline.text, teams))
        self.links = {team: NameLink(team, number, self, theme) for number, team in enumerate(self._places)}
        for team, link in self.links.items():
            link.clicked.connect(partial(self.team_asked.emit, team))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay each link over its name, or over the longer part of one that two lines share."""
        super().resizeEvent(event)
        for team, (start, end) in self._places.items():
            at = max(self.rects(start, end), key=QRect.width)
            more = max(0, self._theme.px(_HEIGHT) - at.height())
            self.links[team].setGeometry(at.adjusted(0, -(more // 2), 0, more - more // 2))


def _places(text: str, teams: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Find where each team is named, in the order of the text; one whose name lies in another's is not taken for it."""
    longest = sorted(set(teams), key=len, reverse=True)
    if longest:
        seen = set()
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", text):
            if found.group() not in seen:
                seen.add(found.group())
                yield found.group(), found.span()
