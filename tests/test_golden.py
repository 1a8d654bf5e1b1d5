"""A golden that cannot fail is no golden."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.golden import Golden, difference


def drawn(*, shift: int = 0, colour: str = "#0b4f54") -> bytes:
    image = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(image).rectangle((20 + shift, 20, 120 + shift, 80), fill=colour)
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def test_the_same_picture_passes_and_a_slightly_other_shade_too(tmp_path: Path) -> None:
    Golden(tmp_path, update=True).picture("one", drawn())
    Golden(tmp_path, update=False).picture("one", drawn())
    Golden(tmp_path, update=False).picture("one", drawn(colour="#0d5156"))
    assert [path.name for path in tmp_path.iterdir()] == ["one.png"]


@pytest.mark.parametrize("other", [drawn(shift=5), drawn(colour="#8a1c1c")])
def test_a_moved_or_recoloured_picture_fails_and_is_left_to_be_looked_at(tmp_path: Path, other: bytes) -> None:
    Golden(tmp_path, update=True).picture("one", drawn())
    with pytest.raises(AssertionError, match="looks different"):
        Golden(tmp_path, update=False).picture("one", other)
    assert (tmp_path / "one.found.png").read_bytes() == other


def test_pictures_of_other_size_are_wholly_different() -> None:
    small = BytesIO()
    Image.new("RGB", (10, 10)).save(small, "PNG")
    assert difference(small.getvalue(), drawn()) == 1.0


def test_texts_are_compared_exactly(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no golden"):
        Golden(tmp_path, update=False).text("words", "52 of 100\n")
    Golden(tmp_path, update=True).text("words", "52 of 100\n")
    Golden(tmp_path, update=False).text("words", "52 of 100\n")
    with pytest.raises(AssertionError):
        Golden(tmp_path, update=False).text("words", "53 of 100\n")
