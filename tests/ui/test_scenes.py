"""Every screen and state looks as it did, at half size; what is not meant to move does not move."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.golden import Golden
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import picture_at_rest

SIZE = (1366, 688)


# The settings say where the surveys are kept, which is another folder each time.
@pytest.mark.parametrize("name", sorted(SCENES.keys() - {"settings"}))
def test_a_screen_looks_as_it_did(themed_application: QApplication, golden: Golden, tmp_path: Path, name: str) -> None:
    themed_application.setCursorFlashTime(0)
    with SCENES[name](tmp_path, SIZE) as window:
        at_rest = picture_at_rest(window)
    picture = Image.open(BytesIO(at_rest)).convert("RGB").reduce(2).quantize(64, dither=Image.Dither.NONE)
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    golden.picture(name, made.getvalue())
