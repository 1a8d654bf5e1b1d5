"""On a screen of more dots than pixels, icons, charts and copied pictures are as sharp as words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from teamhealth.figures.trend_key import trend_key
from teamhealth.ui.picture import copy_picture
from tests.ui.sharpness import grey, sharpness

ROOT = Path(__file__).parents[2]
# More than the quarter that a picture for fewer dots has after it was smoothed.
SHARP = 0.5
# Each with something else that it paints: icons of buttons, cells of a table, small panels, charts, tiles.
PAINTED = {
    "home": "home_example",
    "compare": "compare_table",
    "trends-all": "small_panels",
    "dashboard-12": "range_morale",
    "plan": "plan_export",
}


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, float]]:
    asked = [sys.executable, "-m", "tests.ui.sharpness", *PAINTED]
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(asked, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=100)
    read: dict[str, dict[str, float]] = json.loads(done.stdout)
    return read


@pytest.mark.parametrize("scene", PAINTED)
def test_what_is_painted_is_sharp_on_a_screen_of_two_dots_a_pixel(
    found: dict[str, dict[str, float]], scene: str
) -> None:
    assert PAINTED[scene] in found[scene]
    assert {name: each for name, each in found[scene].items() if each < SHARP} == {}


@pytest.mark.usefixtures("themed_application")
def test_a_copied_chart_has_two_dots_a_pixel() -> None:
    copy_picture(trend_key(600, "Harbour"))
    copied = QGuiApplication.clipboard().image()
    assert copied.width() == 1200
    assert sharpness(grey(copied)) > SHARP


def test_a_picture_for_fewer_dots_would_be_found() -> None:
    small = QImage(20, 20, QImage.Format.Format_Grayscale8)
    small.fill(Qt.GlobalColor.white)
    for place in range(0, 20, 3):
        small.setPixelColor(place, place, Qt.GlobalColor.black)
    for mode in (Qt.TransformationMode.FastTransformation, Qt.TransformationMode.SmoothTransformation):
        assert sharpness(grey(small.scaled(40, 40, mode=mode))) < SHARP
