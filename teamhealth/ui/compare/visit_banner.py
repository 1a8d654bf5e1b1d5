"""The headline of a comparison: each team that stands apart is a link to its row, and other words lead elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Way:
    """Words of a headline that lead somewhere, and what a screen reader says of them."""

    words: str
    leads_to: str
    spoken: str


class NameLink(Button):
    """Lies over a name that the headline has painted, and underlines it."""

    def __init__(self, words: str, name: str, spoken: str, parent: QWidget, theme: Theme) -> None:
        super().__init__(words, name, ButtonKind.LINK, theme)
        self.setParent(parent)
        self.setAccessibleName(spoken)

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
    """``team_asked`` carries the name of a team whose link was pressed, ``way_asked`` which of the ways was."""

    team_asked = Signal(str)
    way_asked = Signal(str)

    def __init__(self, headline: Headline, teams: Sequence[str], theme: Theme, ways: Sequence[Way] = ()) -> None:
        super().__init__(headline, theme)
        self.links: dict[str, NameLink] = {}
        self.ways: dict[str, NameLink] = {}
        self._places: dict[NameLink, tuple[int, int]] = {}
        named = [(place, team, None) for team, place in _places(headline.text, teams)]
        led = [(place, way.leads_to, way) for way, place in _places_of_ways(headline.text, ways)]
        # In the order of the text, which the tab key follows.
        for number, (place, key, way) in enumerate(sorted([*named, *led], key=_start)):
            link = self._team_link(key, number) if way is None else self._way_link(way)
            self._places[link] = place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay each link over its words, or over the longer part of those that two lines share."""
        super().resizeEvent(event)
        for link, (start, end) in self._places.items():
            at = max(self.rects(start, end), key=QRect.width)
            more = max(0, self._theme.px(_HEIGHT) - at.height())
            link.setGeometry(at.adjusted(0, -(more // 2), 0, more - more // 2))

    def _team_link(self, team: str, number: int) -> NameLink:
        link = NameLink(team, f"headline_team_{number}", tr("Go to {team}", team=team), self, self._theme)
        link.clicked.connect(partial(self.team_asked.emit, team))
        self.links[team] = link
        return link

    def _way_link(self, way: Way) -> NameLink:
        link = NameLink(way.words, f"headline_way_{len(self.ways)}", way.spoken, self, self._theme)
        link.clicked.connect(partial(self.way_asked.emit, way.leads_to))
        self.ways[way.leads_to] = link
        return link


def _start(found: tuple[tuple[int, int], str, Way | None]) -> int:
    return found[0][0]


def _places_of_ways(text: str, ways: Sequence[Way]) -> Iterator[tuple[Way, tuple[int, int]]]:
    """Find the words of each way, each after those of the one before: two lists can end with as many others."""
    at = 0
    for way in ways:
        found = re.compile(rf"(?<!\w){re.escape(way.words)}(?!\w)").search(text, at)
        if found is not None:
            at = found.end()
            yield way, found.span()


def _places(text: str, teams: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Find where each team is named, in the order of the text; one whose name lies in another's is not taken for it."""
    longest = sorted(set(teams), key=len, reverse=True)
    if longest:
        seen = set()
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", text):
            if found.group() not in seen:
                seen.add(found.group())
                yield found.group(), found.span()
