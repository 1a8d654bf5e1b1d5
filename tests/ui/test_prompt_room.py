"""Every question over the window has room for its words, large too, and looks as it did."""

import pkgutil
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from teamhealth import ui
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.theme import TEXT_SIZES, Theme, apply_theme
from tests.golden import Golden
from tests.ui.room_for_words import lacking
from tests.ui.scenes.prompts import PROMPTS, office_of_prompts
from tests.ui.scenes.stage import picture_at_rest

# The smallest screen.
SCREEN = (1080, 600)


@pytest.mark.parametrize("scale", [min(TEXT_SIZES), max(TEXT_SIZES)])
def test_questions_have_room_for_their_words(themed_application: QApplication, scale: float, tmp_path: Path) -> None:
    apply_theme(themed_application, Theme(scale))
    found = {}
    with office_of_prompts(tmp_path, SCREEN) as asked_by:
        for name in PROMPTS:
            asked = asked_by(name)
            found[name] = too_little(asked)
            asked.reject()
    apply_theme(themed_application, Theme())
    assert found == {name: [] for name in PROMPTS}


def test_questions_look_as_they_did(themed_application: QApplication, golden: Golden, tmp_path: Path) -> None:
    themed_application.setCursorFlashTime(0)
    pictures = {}
    kinds = set()
    with office_of_prompts(tmp_path, (1366, 688)) as asked_by:
        for name in PROMPTS:
            asked = asked_by(name)
            pictures[name] = picture_at_rest(asked)
            kinds.add(type(asked))
            asked.reject()
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    assert kinds == set(PromptWindow.__subclasses__())
    for name, at_rest in pictures.items():
        picture = Image.open(BytesIO(at_rest)).convert("RGB").reduce(2).quantize(64, dither=Image.Dither.NONE)
        made = BytesIO()
        picture.save(made, "PNG", optimize=True)
        golden.picture(f"prompt-{name}", made.getvalue())


def too_little(asked: PromptWindow) -> list[str]:
    """Return what has too little room, and whether the question is larger than the smallest screen."""
    found = sorted(lacking(asked))
    if asked.width() > SCREEN[0] or asked.height() > SCREEN[1]:
        found.append(f"{asked.objectName()} is {asked.width()} by {asked.height()}")
    return found
