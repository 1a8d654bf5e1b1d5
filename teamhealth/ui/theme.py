"""Sizes, spaces and fonts of the screen, all multiplied by the text size that was chosen."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import Contrast, current_contrast, shown, shown_sheet, system_palette
from teamhealth.ui.fonts import FALLBACK, FAMILY
from teamhealth.ui.theme_sheet import style_sheet

TEXT_SIZES = (1.0, 1.15, 1.3, 1.5)

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_24, SPACE_32, SPACE_48 = 4, 8, 12, 16, 20, 24, 32, 48
CONTENT_MARGIN = 28
FOCUS_MARGIN = 6

AXIS, CAPTION, HINT, BODY, H2, H1, SCORE, COUNT = 12, 13, 14, 16, 18, 28, 38, 52
CHOICE, QUESTION, CODE = 21, 32, 36

BUTTON_HEIGHT, LARGE_BUTTON_HEIGHT, CHOICE_HEIGHT, ROW_HEIGHT, LINK_HEIGHT = 44, 52, 62, 44, 24
# Where large text leaves little room: 36 at 150% is higher than the usual 44.
TIGHT_BUTTON_HEIGHT, TIGHT_CHOICE_HEIGHT = 36, 36
RADIUS_INPUT, RADIUS_BUTTON, RADIUS_CARD, RADIUS_LARGE_CARD = 6, 8, 10, 14

_SCALE_PROPERTY = "textScale"
_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One text size; ``scale`` is 1, 1.15, 1.3 or 1.5 and multiplies every size and padding."""

    scale: float = 1.0

    def px(self, size: float) -> int:
        """Return a size in pixels at this text size, 1 at least where ``size`` is not 0."""
        return max(1, round(size * self.scale)) if size else 0

    def font(self, size: float = BODY, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the font at a size in pixels (before scaling) and a weight."""
        return screen_font(self.px(size), weight)


def screen_font(pixels: float, weight: Weight = Weight.REGULAR) -> QFont:
    """Return the font at a size in pixels as given, unscaled."""
    font = QFont([FAMILY, FALLBACK])
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(_WEIGHTS[weight])
    return font


def apply_theme(target: QApplication | QWidget, theme: Theme) -> None:
    """Give the application, or one window, the light palette, the font and the style sheet.

    The light scheme is set explicitly, whatever the system says, unless its own colours were chosen.
    """
    if isinstance(target, QApplication):
        target.setStyle("Fusion")
    target.setProperty(_SCALE_PROPERTY, theme.scale)
    target.setPalette(system_palette() if current_contrast() is Contrast.SYSTEM else light_palette())
    target.setFont(theme.font())
    target.setStyleSheet(shown_sheet(style_sheet(theme.px)))


def current_theme() -> Theme:
    """Return the theme that was last applied to the application; the normal one before that."""
    application = QApplication.instance()
    scale = application.property(_SCALE_PROPERTY) if application is not None else None
    return Theme(scale) if isinstance(scale, float) else Theme()


def light_palette() -> QPalette:
    """Return the light palette, every role that Qt would else take from the system."""
    colours = {
        QPalette.ColorRole.Window: palette.PAPER,
        QPalette.ColorRole.WindowText: palette.INK,
        QPalette.ColorRole.Base: palette.CARD,
        QPalette.ColorRole.AlternateBase: palette.PAPER,
        QPalette.ColorRole.Text: palette.INK,
        QPalette.ColorRole.PlaceholderText: palette.INK_2,
        QPalette.ColorRole.Button: palette.CARD,
        QPalette.ColorRole.ButtonText: palette.INK,
        QPalette.ColorRole.BrightText: palette.WHITE,
        QPalette.ColorRole.Highlight: palette.TEAL,
        QPalette.ColorRole.HighlightedText: palette.WHITE,
        QPalette.ColorRole.Link: palette.TEAL,
        QPalette.ColorRole.LinkVisited: palette.TEAL,
        QPalette.ColorRole.ToolTipBase: palette.CARD,
        QPalette.ColorRole.ToolTipText: palette.INK,
        QPalette.ColorRole.Mid: palette.CONTROL,
        QPalette.ColorRole.Light: palette.CARD,
        QPalette.ColorRole.Dark: palette.CONTROL,
    }
    light = QPalette()
    for role, colour in colours.items():
        light.setColor(role, shown(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        light.setColor(QPalette.ColorGroup.Disabled, role, shown(palette.CONTROL))
    return light
