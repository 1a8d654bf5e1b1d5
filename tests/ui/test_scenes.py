"""Every screen and state looks as it did, at half size; what is not meant to move does not move."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from teamhealth.settings.choices import Choices
from teamhealth.ui.look import use_look
from tests.golden import Golden
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import picture_at_rest

SIZE = (1366, 688)


# One of each kind: a list, charts, a table of colours, and what everybody answers on.
LOOKED_AT = ("home", "dashboard-12", "compare", "questionnaire-question")
SYSTEM = {"Base": "#1F1F1F", "Window": "#2B2B2B", "WindowText": "#F0F0F0", "Text": "#F0F0F0", "Button": "#333333"}


@pytest.fixture
def dark_system(themed_application: QApplication) -> Iterator[QApplication]:
    """The application on a system whose colours are dark."""
    before = themed_application.property("systemPalette")
    system = QPalette()
    for role, colour in SYSTEM.items():
        system.setColor(QPalette.ColorRole[role], QColor(colour))
    themed_application.setProperty("systemPalette", system)
    yield themed_application
    themed_application.setProperty("systemPalette", before)
    use_look(themed_application, Choices())


# The settings say where the surveys are kept, which is another folder each time.
@pytest.mark.parametrize("name", sorted(SCENES.keys() - {"settings"}))
def test_a_screen_looks_as_it_did(themed_application: QApplication, golden: Golden, tmp_path: Path, name: str) -> None:
    _look(themed_application, golden, tmp_path, name)


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_screen_looks_as_it_did_in_high_contrast(
    dark_system: QApplication, golden: Golden, tmp_path: Path, name: str
) -> None:
    use_look(dark_system, Choices(contrast="high"))
    _look(dark_system, golden, tmp_path, name, "-high")


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_screen_looks_as_it_did_in_the_colours_of_a_dark_system(
    dark_system: QApplication, golden: Golden, tmp_path: Path, name: str
) -> None:
    use_look(dark_system, Choices(contrast="system"))
    _look(dark_system, golden, tmp_path, name, "-system")


def _look(application: QApplication, golden: Golden, folder: Path, name: str, ending: str = "") -> None:
    application.setCursorFlashTime(0)
    with SCENES[name](folder, SIZE) as window:
        at_rest = picture_at_rest(window)
    picture = Image.open(BytesIO(at_rest)).convert("RGB").reduce(2).quantize(64, dither=Image.Dither.NONE)
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    golden.picture(f"{name}{ending}", made.getvalue())
