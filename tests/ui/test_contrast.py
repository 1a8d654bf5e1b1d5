"""High contrast is high everywhere, the system's colours are the system's, and no widget goes around the choice."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import teamhealth.ui
from teamhealth.figures import palette
from teamhealth.figures.shapes import Figure, Rect
from teamhealth.settings.choices import Choices
from teamhealth.ui import contrast
from teamhealth.ui.contrast import Contrast, shown, shown_sheet, use_contrast
from teamhealth.ui.look import use_look
from teamhealth.ui.widgets.figure_view import figure_image
from teamhealth.ui.widgets.icons import IconName, icon_pixmap

UI = Path(teamhealth.ui.__file__).parent
INKS = ("INK", "INK_2", "TEAL", "ERROR", "WARNING_TEXT", "SUCCESS_TEXT", "DRAFT_TEXT", "COLLECTING_TEXT", "FAVOURABLE",
        "UNFAVOURABLE", "STABILITY", "MORALE", "BUREAUCRACY", "SAFETY", "MODULE", "COUNT_BARS", "CONTROL")  # fmt: skip
GROUNDS = ("PAPER", "CARD", "TEAL_TINT", "ERROR_TINT", "WARNING_TINT", "SUCCESS_TINT", "DRAFT_TINT", "COLLECTING_TINT",
           "FAVOURABLE_TINT", "UNFAVOURABLE_TINT")  # fmt: skip


@pytest.fixture(autouse=True)
def usual_look(themed_application: QApplication) -> Iterator[None]:
    yield
    use_look(themed_application, Choices())


def _light(colour: QColor) -> float:
    parts = [each / 255 for each in (colour.red(), colour.green(), colour.blue())]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_ink_on_every_ground_has_seven_to_one_in_high_contrast(themed_application: QApplication) -> None:
    use_contrast(themed_application, Contrast.HIGH)
    low = [
        (ink, ground)
        for ink in INKS
        for ground in GROUNDS
        if ratio(shown(getattr(palette, ink)), shown(getattr(palette, ground))) < 7
    ]
    assert low == []


@pytest.mark.parametrize(("ground", "ink"), [("#FFFFFF", "#000000"), ("#000000", "#FFFFFF"), ("#1F1F1F", "#F0F0F0")])
def test_the_systems_colours_are_used_and_can_be_read(
    themed_application: QApplication, monkeypatch: pytest.MonkeyPatch, ground: str, ink: str
) -> None:
    system = QPalette()
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        system.setColor(role, QColor(ground))
    system.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    monkeypatch.setattr(contrast, "system_palette", lambda: system)
    use_contrast(themed_application, Contrast.SYSTEM)
    assert shown(palette.CARD) == QColor(ground)
    assert shown(palette.INK) == QColor(ink)
    assert ratio(shown(palette.WHITE), shown(palette.TEAL)) > 4.5
    low = [name for name in INKS if ratio(shown(getattr(palette, name)), shown(palette.CARD)) < 4.5]
    assert low == []
    # Teams' signs and the line of the middle stand on these.
    signs = ("INK", "STABILITY", "MORALE", "BUREAUCRACY", "SAFETY")
    for behind in (palette.HATCH_GROUND, palette.BAND):
        assert [each for each in signs if ratio(shown(getattr(palette, each)), shown(behind)) < 3] == []
    # Lines are quieter than what is read against them.
    assert all(
        ratio(shown(each), shown(palette.CARD)) < 9 for each in (palette.GRID, palette.GRID_MIDDLE, palette.HATCH)
    )


def test_icons_are_drawn_in_the_colours_that_are_shown(
    themed_application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = QPalette()
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        system.setColor(role, QColor("#1F1F1F"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#F0F0F0"))
    monkeypatch.setattr(contrast, "system_palette", lambda: system)
    use_contrast(themed_application, Contrast.SYSTEM)
    for colour in (palette.TEAL, palette.WARNING_TEXT, palette.RAIL_TEXT, palette.WHITE):
        image = icon_pixmap(IconName.FLAG, 24, colour, ratio=1.0).toImage()
        inks = {
            image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 250
        }
        assert inks == {shown(colour).name()}


def test_style_sheets_hold_the_colours_that_are_shown(themed_application: QApplication) -> None:
    sheet = f"border: 1px solid {palette.LINE}; color: {palette.INK_2};"
    assert shown_sheet(sheet) == sheet
    use_contrast(themed_application, Contrast.HIGH)
    assert shown_sheet(sheet) == "border: 2px solid #000000; color: #000000;"


def test_the_disagree_side_is_striped_in_high_contrast(themed_application: QApplication) -> None:
    figure = Figure(40, 40, (Rect(0, 0, 40, 40, fill=palette.UNFAVOURABLE),), "All disagree.")

    def colours() -> set[str]:
        image = figure_image(figure, 1.0)
        return {image.pixelColor(x, 20).name() for x in range(5, 35)}

    assert len(colours()) == 1
    use_contrast(themed_application, Contrast.HIGH)
    assert len(colours()) > 1


def test_no_screen_goes_around_the_chosen_colours() -> None:
    around = [
        f"{path.relative_to(UI)}:{number}"
        for path in sorted(UI.rglob("*.py"))
        if path.name not in {"contrast.py", "theme.py"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"QColor\((palette\.|[a-z_]+\))|\.setStyleSheet\(", line)
    ]
    assert around == []
