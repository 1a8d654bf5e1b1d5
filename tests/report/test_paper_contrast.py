"""Every ink of the documents can be read on the grounds it stands on, in colour and when printed in grey."""

from itertools import combinations

import pytest
from PIL import ImageColor
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle

from teamhealth.figures import palette
from teamhealth.figures.glyphs import marker
from teamhealth.figures.item_state import state_shapes
from teamhealth.figures.shapes import Polygon, Shape
from teamhealth.publication.types import ItemWord
from teamhealth.report import styles

STYLES = {name: each for name, each in vars(styles).items() if isinstance(each, ParagraphStyle)}
ON_TINTS = (palette.INK, palette.INK_2, palette.TEAL)
TINTS = (
    palette.TEAL_TINT,
    palette.DRAFT_TINT,
    palette.WARNING_TINT,
    palette.FAVOURABLE_TINT,
    palette.UNFAVOURABLE_TINT,
)
SIGNS = (
    palette.FAVOURABLE, palette.UNFAVOURABLE, palette.NEUTRAL_OUTLINE, palette.CONTROL, palette.COUNT_BARS,
    *(palette.domain_colour(each) for each in ("stability", "morale", "bureaucracy", "safety")),
)  # fmt: skip


def light(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [each / 255 for each in ImageColor.getrgb(colour)[:3]]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def grey(colour: str) -> str:
    """Return how a printer without colours shows it."""
    red, green, blue = ImageColor.getrgb(colour)[:3]
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"


def ink_of(style: ParagraphStyle) -> str:
    colour = style.textColor
    assert isinstance(colour, Color)
    return f"#{colour.hexval()[2:8]}"


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", STYLES)
def test_words_can_be_read_on_their_ground(name: str) -> None:
    ink = ink_of(STYLES[name])
    # White words stand on the dark ground of headlines and covers; all others on paper.
    ground = palette.RAIL if ink.upper() == "#FFFFFF" else palette.WHITE
    assert ratio(ink, ground) >= 4.5
    assert ratio(grey(ink), grey(ground)) >= 4.5


@pytest.mark.parametrize("tint", TINTS)
@pytest.mark.parametrize("ink", ON_TINTS)
def test_words_can_be_read_on_every_tint(ink: str, tint: str) -> None:
    assert ratio(ink, tint) >= 4.5
    assert ratio(grey(ink), grey(tint)) >= 4.5


@pytest.mark.parametrize("colour", SIGNS)
def test_signs_of_charts_stand_out_from_the_page(colour: str) -> None:
    assert ratio(colour, palette.WHITE) >= 3
    assert ratio(grey(colour), palette.WHITE) >= 3


@pytest.mark.parametrize("end", [palette.FAVOURABLE, palette.UNFAVOURABLE])
def test_parts_of_a_bar_that_touch_are_told_apart_in_grey(end: str) -> None:
    assert ratio(grey(end), grey(palette.NEUTRAL)) >= 3


def test_not_shown_is_told_from_shown_in_grey() -> None:
    # Hatched lines, and a dark edge around them.
    assert ratio(grey(palette.HATCH), grey(palette.HATCH_GROUND)) >= 1.5
    assert ratio(grey(palette.CONTROL), grey(palette.HATCH_GROUND)) >= 3


def outline(shape: Shape) -> str:
    """Return a shape without its colours, and a polygon by where its corners are beside its middle."""
    if isinstance(shape, Polygon):
        ups = [y for _, y in shape.points]
        return f"{len(ups)} corners, {sum(y < 0 for y in ups)} above, {sum(y == 0 for y in ups)} level"
    return type(shape).__name__


def test_colours_that_look_alike_in_grey_have_signs_of_their_own() -> None:
    ids = ("stability", "morale", "bureaucracy", "safety", "module")
    themes = {palette.domain_colour(each): outline(marker(each, 0, 0, 10, palette.INK)) for each in ids}
    words = {
        palette.FAVOURABLE: outline(state_shapes(ItemWord.STRENGTH, 0, 0, 10)[0]),
        palette.NEUTRAL_OUTLINE: outline(state_shapes(ItemWord.MIXED, 0, 0, 10)[0]),
        palette.UNFAVOURABLE: outline(state_shapes(ItemWord.CONCERN, 0, 0, 10)[0]),
    }
    for signs in (themes, words):
        for one, other in combinations(signs, 2):
            assert ratio(grey(one), grey(other)) >= 3 or signs[one] != signs[other]
