"""Draws the program's icons in all sizes: four people, four themes, on the rail's colour; a page for its files.

Usage: ``.venv/bin/python .ci/icons.py``; the pictures are kept in ``resources/icons``.
"""

from pathlib import Path

from PIL import Image, ImageDraw

from teamhealth.figures import palette

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MARK = "#8CCBD0"
_FINE = 8
_GRID = 32


def program(size: int) -> Image.Image:
    """Return the program's icon: the mark of the rail on a rounded tile."""
    image, pen, unit = _canvas(size)
    pen.rounded_rectangle((0, 0, _GRID * unit - 1, _GRID * unit - 1), 7 * unit, palette.RAIL)
    _mark(pen, unit, 5.5, 21)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def document(size: int) -> Image.Image:
    """Return the icon of the program's files: a page with the mark on a tile."""
    image, pen, unit = _canvas(size)
    edge = round(max(unit, _FINE))
    page = [(5, 1), (20, 1), (27, 8), (27, 31), (5, 31)]
    corners = [(x * unit, y * unit) for x, y in page]
    pen.polygon(corners, palette.WHITE)
    pen.line([*corners, corners[0]], palette.CONTROL, edge, "curve")
    pen.line([(x * unit, y * unit) for x, y in ((20, 1), (20, 8), (27, 8))], palette.CONTROL, edge, "curve")
    pen.rounded_rectangle((8 * unit, 12 * unit, 24 * unit, 28 * unit), 3.5 * unit, palette.RAIL)
    _mark(pen, unit, 10.5, 11, 14.5)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    """Write the icons for Windows (.ico, all sizes) and for everything else (PNG)."""
    ICONS.mkdir(parents=True, exist_ok=True)
    for name, draw in (("teamhealth", program), ("document", document)):
        pictures = [draw(size) for size in SIZES]
        pictures[-1].save(ICONS / f"{name}.ico", append_images=pictures[:-1], sizes=[(size, size) for size in SIZES])
        pictures[-1].save(ICONS / f"{name}.png", optimize=True)


def _canvas(size: int) -> tuple[Image.Image, ImageDraw.ImageDraw, float]:
    side = size * _FINE
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    return image, ImageDraw.Draw(image), side / _GRID


def _mark(pen: ImageDraw.ImageDraw, unit: float, left: float, side: float, top: float | None = None) -> None:
    above = left if top is None else top
    small = side * 0.46
    step = side - small
    for column, row in ((0, 0), (1, 0), (0, 1), (1, 1)):
        x, y = (left + column * step) * unit, (above + row * step) * unit
        box = (x, y, x + small * unit, y + small * unit)
        if column == row:
            pen.ellipse(box, palette.WHITE)
        else:
            pen.rounded_rectangle(box, small * 0.22 * unit, MARK)


if __name__ == "__main__":
    main()
