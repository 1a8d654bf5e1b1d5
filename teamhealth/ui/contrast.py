"""The three ways colours are shown: as designed, in high contrast, or in the colours of the system.

Pages and charts name the designed colours; what is shown for each is looked up when it is painted. The choice is a
property of the application, so that any widget finds it as it finds the text size.
"""

import re
from enum import StrEnum
from functools import partial

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.figures import palette

_CONTRAST, _SYSTEM = "contrast", "systemPalette"
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
_MIDDLE = 128
_BLACK = "#000000"


class Contrast(StrEnum):
    """What somebody chose."""

    STANDARD = "standard"
    HIGH = "high"
    SYSTEM = "system"


_HIGH = {
    **dict.fromkeys(
        (
            palette.INK, palette.INK_2, palette.LINE, palette.CONTROL, palette.TEAL, palette.RAIL,
            palette.NEUTRAL_OUTLINE, palette.WARNING_TEXT, palette.SUCCESS_TEXT, palette.DRAFT_TEXT,
            palette.COLLECTING_TEXT,
        ),
        _BLACK,
    ),
    **dict.fromkeys(
        (
            palette.PAPER, palette.TEAL_TINT, palette.RAIL_TEXT, palette.NEUTRAL, palette.FAVOURABLE_TINT,
            palette.UNFAVOURABLE_TINT, palette.ERROR_TINT, palette.WARNING_TINT, palette.SUCCESS_TINT,
            palette.DRAFT_TINT, palette.COLLECTING_TINT,
        ),
        palette.CARD,
    ),
    palette.RAIL_SELECTED: "#3A3A3A",
    palette.FAVOURABLE: "#003E78",
    palette.UNFAVOURABLE: "#7A2C00",
    palette.MORALE: "#5C4600",
    palette.BUREAUCRACY: "#7D1F6A",
    palette.SAFETY: "#00502F",
    palette.COUNT_BARS: "#22444C",
    palette.ERROR: "#8C0000",
}  # fmt: skip
# Drawn on a dark system colour, the meanings keep their hue.
_ON_DARK = {
    palette.FAVOURABLE: "#86B8EA",
    palette.UNFAVOURABLE: "#F2A57C",
    palette.STABILITY: "#B7ABF5",
    palette.MORALE: "#E0BE55",
    palette.BUREAUCRACY: "#F09ADB",
    palette.SAFETY: "#63D3A5",
    palette.COUNT_BARS: "#9CC3CC",
    palette.ERROR: "#FF9C94",
    palette.FOCUS: "#8FB4FF",
}
_FILLS = (
    palette.PAPER, palette.TEAL_TINT, palette.NEUTRAL, palette.FAVOURABLE_TINT, palette.UNFAVOURABLE_TINT,
    palette.ERROR_TINT, palette.WARNING_TINT, palette.SUCCESS_TINT, palette.DRAFT_TINT, palette.COLLECTING_TINT,
    palette.RAIL_TEXT, palette.WHITE, palette.HATCH_GROUND, palette.BAND,
)  # fmt: skip
_INKS = (
    palette.INK, palette.INK_2, palette.LINE, palette.CONTROL, palette.TEAL, palette.RAIL, palette.RAIL_SELECTED,
    palette.NEUTRAL_OUTLINE, palette.WARNING_TEXT, palette.SUCCESS_TEXT, palette.DRAFT_TEXT, palette.COLLECTING_TEXT,
)  # fmt: skip


def use_contrast(application: QApplication, contrast: Contrast) -> None:
    """Choose how colours are shown from now on; what is on the screen already must be made anew."""
    if application.property(_SYSTEM) is None:
        application.setProperty(_SYSTEM, application.palette())
    application.setProperty(_CONTRAST, contrast.value)


def current_contrast() -> Contrast:
    """Return the choice; the standard before any was made."""
    application = QApplication.instance()
    chosen = application.property(_CONTRAST) if application is not None else None
    return Contrast(chosen) if isinstance(chosen, str) else Contrast.STANDARD


def shown(colour: str) -> QColor:
    """Return what is shown for a designed colour."""
    return QColor(shown_in(current_contrast(), colour))


def shown_in(contrast: Contrast, colour: str) -> str:
    """Return what a contrast shows for a designed colour, whichever is chosen."""
    if contrast is Contrast.STANDARD:
        return colour
    return (_HIGH if contrast is Contrast.HIGH else _system(system_palette())).get(colour, colour)


def system_palette() -> QPalette:
    """Return the palette that the application had before this program gave it one."""
    application = QApplication.instance()
    kept = application.property(_SYSTEM) if application is not None else None
    return kept if isinstance(kept, QPalette) else QPalette()


def shown_sheet(sheet: str) -> str:
    """Return a style sheet with every designed colour as it is shown; edges are thicker in high contrast."""
    contrast = current_contrast()
    if contrast is Contrast.STANDARD:
        return sheet
    if contrast is Contrast.HIGH:
        sheet = sheet.replace("1px solid", "2px solid")
    colours = _HIGH if contrast is Contrast.HIGH else _system(system_palette())
    return _HEX.sub(partial(_replaced, colours), sheet)


def set_sheet(widget: QWidget, sheet: str) -> None:
    """Give a widget a style sheet of its own, in the colours that are shown."""
    widget.setStyleSheet(shown_sheet(sheet))


def _replaced(colours: dict[str, str], found: re.Match[str]) -> str:
    return colours.get(found.group(), found.group())


def _system(system: QPalette) -> dict[str, str]:
    """Return the system's colours: words and marks in its ink, all grounds in its grounds."""
    ground = system.color(QPalette.ColorRole.Base)
    ink = system.color(QPalette.ColorRole.WindowText).name()
    colours = {**dict.fromkeys(_INKS, ink), **dict.fromkeys(_FILLS, system.color(QPalette.ColorRole.Window).name())}
    colours[palette.CARD] = ground.name()
    # What words and signs stand on or beside is to be less loud than they are.
    muted = _between(QColor(ink), system.color(QPalette.ColorRole.Window)).name()
    colours.update(dict.fromkeys((palette.HATCH, palette.GRID, palette.GRID_MIDDLE), muted))
    return {**colours, **(_ON_DARK if ground.lightness() < _MIDDLE else {})}


def _between(one: QColor, other: QColor) -> QColor:
    """Return the colour half way between two."""
    red, green, blue = one.red() + other.red(), one.green() + other.green(), one.blue() + other.blue()
    return QColor(red // 2, green // 2, blue // 2)
