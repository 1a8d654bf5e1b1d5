"""Stroke icons on a 24 grid, drawn by this project: one path each."""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from teamhealth.figures import palette
from teamhealth.ui.contrast import shown
from teamhealth.ui.widgets.naming import named

STROKE = 1.9


class IconName(StrEnum):
    """Every icon there is; the value is the path."""

    LOCK = "M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13zM12 14.5v2"
    PEOPLE = (
        "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6"
        "M15.5 4.9a3.5 3.5 0 0 1 0 6.2M18 14.6c2.2.9 3.5 2.9 3.5 5.4"
    )
    SLIP = "M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9.5 8.5h5M9.5 12.5h5"
    PENCIL = "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5"
    CHECK = "M5 12.5l4.5 4.5L19 7"
    CROSS = "M6 6l12 12M18 6L6 18"
    CHEVRON_LEFT = "M14.5 6l-6 6 6 6"
    CHEVRON_RIGHT = "M9.5 6l6 6-6 6"
    CHEVRON_DOWN = "M6 9.5l6 6 6-6"
    CLOCK = "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2.5"
    EYE = "M2.5 12C4.5 8 8 6 12 6s7.5 2 9.5 6c-2 4-5.5 6-9.5 6s-7.5-2-9.5-6zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
    EYE_OFF = (
        "M2.5 12C4.5 8 8 6 12 6s7.5 2 9.5 6c-2 4-5.5 6-9.5 6s-7.5-2-9.5-6z"
        "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.5 20L19.5 4"
    )
    PRINTER = "M7 8V3.5h10V8M7 17H4V8.5h16V17h-3M7 13.5h10v7H7z"
    PLUS = "M12 5v14M5 12h14"
    EXPORT = "M12 14V3.5M8 7l4-4 4 4M8 10H4v10.5h16V10h-4"
    ANCHOR = "M12 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 7.5v13M8.5 11h7M4.5 13.5c0 4 3.3 7 7.5 7s7.5-3 7.5-7"
    SUN = (
        "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8"
        "M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8"
    )
    SHEETS = "M8 7h11.5v13.5H8zM8 17H4.5V3.5H16V7M11 11h5.5M11 14h5.5M11 17h3.5"
    SPEECH = "M4 5h16v12h-7.5L8 20.5V17H4zM8 9.5h8M8 12.8h5"
    FLAG = "M5.5 21V4M5.5 4.5H19l-3.5 4 3.5 4H5.5"
    BARS = "M6 20v-6M12 20V5M18 20v-9"
    GRID = "M4 4.5h16v15H4zM4 9.5h16M4 14.5h16M10 9.5v10"
    TREND = "M3.5 17l6-6 4 4 7-8M15.5 7h5v5"
    CLIPBOARD = "M8 5H5.5v15.5h13V5H16M8.5 3.5h7V7h-7zM9 13.5l2 2 4-4"
    TRAY = "M4 14.5V20h16v-5.5M12 4v10M8 10.5l4 4 4-4"
    COG = (
        "M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM12 5.5V3M12 21v-2.5M18.5 12H21M3 12h2.5"
        "M16.6 7.4l1.8-1.8M5.6 18.4l1.8-1.8M16.6 16.6l1.8 1.8M5.6 5.6l1.8 1.8"
        "M12 18.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z"
    )
    HELP = (
        "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM9.5 9.8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6v.2"
    )
    INFORMATION = "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.6v.2"
    WARNING = "M12 4L2.8 20h18.4zM12 10v4.8M12 17.2v.2"
    HALF_CIRCLE = "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 4v16M13 5.5v13M14.5 6v12M16 7v10M17.5 8.5v7M19 10.5v3"
    DRAFT = (
        "M9.8 4.3a8 8 0 0 1 4.4 0M17.7 6.4a8 8 0 0 1 2.2 3.8M19.9 13.8a8 8 0 0 1-2.2 3.8"
        "M14.2 19.7a8 8 0 0 1-4.4 0M6.3 17.6a8 8 0 0 1-2.2-3.8M4.1 10.2a8 8 0 0 1 2.2-3.8"
    )
    LAYERS = "M4.5 4.5h15V10h-15zM4.5 14h15v5.5h-15z"
    COPY = "M8.5 8.5H20V20H8.5zM15.5 8.5V4H4v11.5h4.5"
    FOLDER = "M3.5 6h6l2 2.5h9V19h-17z"


SECTION_ICONS = {
    "stability": IconName.ANCHOR,
    "morale": IconName.SUN,
    "bureaucracy": IconName.SHEETS,
    "safety": IconName.SPEECH,
    "time": IconName.CLOCK,
    "comments": IconName.PENCIL,
}


def section_icon(section: str) -> IconName:
    """Return the icon of a domain or of a section of questions; modules share one."""
    return SECTION_ICONS.get(section, IconName.LAYERS)


def draw_icon(painter: QPainter, which: IconName, rect: QRectF, colour: str, stroke: float = STROKE) -> None:
    """Draw an icon into a square, in the colour that is shown for a designed one."""
    stroke_colour = shown(colour).name()
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{which.value}" fill="none" '
        f'stroke="{stroke_colour}" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, rect)


def icon_pixmap(which: IconName, size: int, colour: str, *, gap: int = 0, ratio: float) -> QPixmap:
    """Return an icon as a picture for screens of a ``ratio``, with an empty ``gap`` at its right-hand side."""
    picture = QPixmap(QSize(round((size + abs(gap)) * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_icon(painter, which, QRectF(max(0, -gap), 0, size, size), colour)
    painter.end()
    return picture


def button_icon(which: IconName, size: int, colour: str, disabled: str, *, gap: int = 0) -> QIcon:
    """Return an icon for a button; ``gap`` below 0 leaves the space on the left-hand side."""
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(icon_pixmap(which, size, colour, gap=gap, ratio=ratio))
        made.addPixmap(icon_pixmap(which, size, disabled, gap=gap, ratio=ratio), QIcon.Mode.Disabled)
    return made


def _ratios() -> list[float]:
    """Return how many dots the screens have for a pixel: a picture made for just that many is copied, never scaled."""
    return sorted({each.devicePixelRatio() for each in QGuiApplication.screens()}) or [1.0]


class IconView(QWidget):
    """A decorative icon, on a rounded tile if ``tile`` is a colour; what it means is said in words beside it."""

    def __init__(
        self,
        which: IconName,
        size: int,
        colour: str = palette.TEAL,
        *,
        tile: str | None = None,
        tile_size: int = 0,
        radius: int = 8,
    ) -> None:
        super().__init__()
        self._which = which
        self._size = size
        self._colour = colour
        self._tile = tile
        self._radius = radius
        self.setFixedSize(max(size, tile_size), max(size, tile_size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Without a name a screen reader passes it over.
        named(self, "icon", "")

    def show_icon(self, which: IconName, colour: str, tile: str | None = None) -> None:
        """Change what is drawn."""
        self._which, self._colour, self._tile = which, colour, tile
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile and the icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tile is not None:
            fill_rounded(painter, QRectF(self.rect()), self._tile, self._radius)
        inset = (self.width() - self._size) / 2
        draw_icon(painter, self._which, QRectF(inset, inset, self._size, self._size), self._colour)
        painter.end()


def fill_rounded(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
    """Fill a rounded rectangle without an edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown(colour))
    painter.drawRoundedRect(rect, radius, radius)
