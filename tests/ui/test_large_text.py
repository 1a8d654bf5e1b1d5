"""At the largest text size no word is cut, nothing lies over anything else, and no page scrolls sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from teamhealth.ui.theme import TEXT_SIZES, Theme, apply_theme
from tests.ui.room_for_words import lacking
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

# Windows on a common laptop, with and without its bars; the smallest; and a large screen, where the rail has words.
SIZES = ((1366, 768), (1366, 688), (1080, 600), (1920, 1080))


@pytest.fixture
def largest_text(themed_application: QApplication) -> Iterator[None]:
    apply_theme(themed_application, Theme(max(TEXT_SIZES)))
    yield
    apply_theme(themed_application, Theme())


@pytest.mark.usefixtures("largest_text")
@pytest.mark.parametrize("name", SCENES)
def test_everything_has_room_at_the_largest_text(name: str, tmp_path: Path) -> None:
    found = {}
    with SCENES[name](tmp_path, SIZES[0]) as window:
        for size in SIZES:
            window.resize(*size)
            come_to_rest(window)
            found[size] = sorted(lacking(window))
    assert found == {size: [] for size in SIZES}
