"""Draws rows of texts and charts by another library, as its users would: the same words, charts and widths.

It is asked for less than our pages hold: no tags, bookmarks or data inside, no headers and footers, no rules, boxes and
colours of words, no signs before lines, and two cuts of the font for our three. All of that is in our own time.

``pages_way.py LIBRARY ROWS FOLDER TIMES`` prints the processor's seconds of each time, the first with the library's
import, and at the end the pages and the most memory that was held, in MB.
"""

import importlib
import json
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Rows = list[list[dict[str, Any]]]
WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 42.0
FONTS = Path(__file__).parents[3] / "resources" / "fonts"
REGULAR, BOLD = FONTS / "SourceSans3-Regular.ttf", FONTS / "SourceSans3-Bold.ttf"
LEADING = 1.3


def by_weasyprint(rows: Rows, path: Path) -> int:
    """Draw rows as tables of HTML, charts as SVG; return how many pages that took."""
    weasyprint = importlib.import_module("weasyprint")
    style = (
        f"@page {{ size: A4; margin: {MARGIN}pt }}"
        f"@font-face {{ font-family: S; src: url({REGULAR.as_uri()}) }}"
        f"@font-face {{ font-family: S; font-weight: bold; src: url({BOLD.as_uri()}) }}"
        "body { font-family: S } p { margin: 0 } table { border-collapse: collapse } td { padding: 0 }"
    )
    body: list[str] = []
    before: list[float] = []
    for row in rows:
        widths = [cell["width"] for cell in row]
        if widths != before:
            body.append("</table><table>" if before else "<table>")
            before = widths
        cells = (f'<td style="width: {c["width"]}pt">{"".join(map(_html, c["parts"]))}</td>' for c in row)
        body.append(f"<tr>{''.join(cells)}</tr>")
    words = f"<html><head><style>{style}</style></head><body>{''.join(body)}</table></body></html>"
    document = weasyprint.HTML(string=words).render()
    document.write_pdf(path)
    return len(document.pages)


def _html(part: dict[str, Any]) -> str:
    if "text" in part:
        weight = "bold" if part["bold"] else "normal"
        return f'<p style="font-size: {part["size"]}pt; font-weight: {weight}">{escape(part["text"])}</p>'
    size = f'width="{part["width"]}pt" height="{part["height"]}pt" viewBox="0 0 {part["width"]} {part["height"]}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(map(_svg, part["shapes"]))}</svg>'


def _svg(each: dict[str, Any]) -> str:
    paint = f'fill="{each.get("fill") or "none"}" stroke="{each.get("stroke") or "none"}"'
    if each["kind"] == "Text":
        look = f'font-family="S" font-size="{each["size"]}" fill="{each["colour"]}" text-anchor="{each["anchor"]}"'
        return f'<text x="{each["x"]}" y="{each["y"]}" {look}>{escape(each["text"])}</text>'
    if each["kind"] == "Line":
        return f'<line x1="{each["x1"]}" y1="{each["y1"]}" x2="{each["x2"]}" y2="{each["y2"]}" {paint}/>'
    if each["kind"] == "Circle":
        return f'<circle cx="{each["x"]}" cy="{each["y"]}" r="{each["radius"]}" {paint}/>'
    if each["kind"] == "Polygon":
        points = " ".join(f"{x},{y}" for x, y in each["points"])
        return f'<polygon points="{points}" {paint}/>'
    box = f'x="{each["x"]}" y="{each["y"]}" width="{each["width"]}" height="{each["height"]}" rx="{each["radius"]}"'
    return f"<rect {box} {paint}/>"


def by_fpdf2(rows: Rows, path: Path) -> int:
    """Draw rows with multi_cell, charts with the drawing methods; return how many pages that took."""
    pdf = importlib.import_module("fpdf").FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.add_font("S", "", REGULAR)
    pdf.add_font("S", "B", BOLD)
    pdf.add_page()
    top = MARGIN
    for row in rows:
        if top + max(map(_height, row)) > HEIGHT - MARGIN:
            pdf.add_page()
            top = MARGIN
        left, lowest = MARGIN, top
        for cell in row:
            y = top
            for part in cell["parts"]:
                if "text" in part:
                    pdf.set_font("S", "B" if part["bold"] else "", part["size"])
                    pdf.set_xy(left, y)
                    pdf.multi_cell(max(cell["width"], 60), part["size"] * LEADING, part["text"], align="L")
                    y = pdf.get_y() + part["size"] * LEADING if pdf.get_y() == y else pdf.get_y()
                else:
                    for shape in part["shapes"]:
                        _fpdf_shape(pdf, shape, left, y)
                    y += part["height"]
            lowest, left = max(lowest, y), left + cell["width"]
        top = lowest + 3
    pdf.output(str(path))
    return int(pdf.page)


def _fpdf_shape(pdf: Any, each: dict[str, Any], left: float, top: float) -> None:
    if each["kind"] == "Text":
        pdf.set_font("S", "" if each["weight"] == "regular" else "B", each["size"])
        pdf.set_text_color(each["colour"])
        wide = pdf.get_string_width(each["text"])
        back = {"start": 0, "middle": wide / 2, "end": wide}[each["anchor"]]
        pdf.text(left + each["x"] - back, top + each["y"], each["text"])
        pdf.set_text_color(0)
        return
    if each.get("fill"):
        pdf.set_fill_color(each["fill"])
    if each.get("stroke"):
        pdf.set_draw_color(each["stroke"])
        pdf.set_line_width(each["stroke_width"])
    style = ("D" if each.get("stroke") else "") + ("F" if each.get("fill") else "")
    if each["kind"] == "Line":
        pdf.line(left + each["x1"], top + each["y1"], left + each["x2"], top + each["y2"])
    elif each["kind"] == "Circle":
        pdf.circle(left + each["x"], top + each["y"], each["radius"], style=style)
    elif each["kind"] == "Polygon":
        pdf.polygon([(left + x, top + y) for x, y in each["points"]], style=style)
    else:
        corners = {"round_corners": True, "corner_radius": each["radius"]} if each["radius"] else {}
        pdf.rect(left + each["x"], top + each["y"], each["width"], each["height"], style=style, **corners)


def by_matplotlib(rows: Rows, path: Path) -> int:
    """Draw rows as texts and patches on a figure a page; return how many pages that took."""
    importlib.import_module("matplotlib").use("pdf")
    pyplot = importlib.import_module("matplotlib.pyplot")
    managed = importlib.import_module("matplotlib.font_manager")
    pages = importlib.import_module("matplotlib.backends.backend_pdf").PdfPages
    cuts = {bold: managed.FontProperties(fname=str(BOLD if bold else REGULAR)) for bold in (False, True)}
    pyplot.rcParams["pdf.fonttype"] = 42
    count = 0
    with pages(path) as out:
        waiting = list(rows)
        while waiting:
            page = pyplot.figure(figsize=(WIDTH / 72, HEIGHT / 72))
            axes = page.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
            axes.axis("off")
            top = MARGIN
            while waiting and (top == MARGIN or top + max(map(_height, waiting[0])) <= HEIGHT - MARGIN):
                row = waiting.pop(0)
                left = MARGIN
                for cell in row:
                    _plot_cell(axes, cell, left, top, cuts)
                    left += cell["width"]
                top += max(map(_height, row)) + 3
            out.savefig(page)
            pyplot.close(page)
            count += 1
    return count


def _plot_cell(axes: Any, cell: dict[str, Any], left: float, top: float, cuts: dict[bool, Any]) -> None:
    for part in cell["parts"]:
        if "text" in part:
            for line in _lines(part, cell["width"]):
                top += part["size"] * LEADING
                axes.text(left, top, line, fontproperties=cuts[part["bold"]], fontsize=part["size"], parse_math=False)
        else:
            for shape in part["shapes"]:
                _plot_shape(axes, shape, left, top, cuts)
            top += part["height"]


def _plot_shape(axes: Any, each: dict[str, Any], left: float, top: float, cuts: dict[bool, Any]) -> None:
    patches = importlib.import_module("matplotlib.patches")
    paint = {"facecolor": each.get("fill") or "none", "edgecolor": each.get("stroke") or "none"}
    if each["kind"] == "Text":
        aligned = {"start": "left", "middle": "center", "end": "right"}[each["anchor"]]
        cut = cuts[each["weight"] != "regular"]
        axes.text(left + each["x"], top + each["y"], each["text"], fontproperties=cut, fontsize=each["size"],
                  color=each["colour"], ha=aligned, parse_math=False)  # fmt: skip
    elif each["kind"] == "Line":
        axes.plot((left + each["x1"], left + each["x2"]), (top + each["y1"], top + each["y2"]), color=each["stroke"])
    elif each["kind"] == "Circle":
        axes.add_patch(patches.Circle((left + each["x"], top + each["y"]), each["radius"], **paint))
    elif each["kind"] == "Polygon":
        axes.add_patch(patches.Polygon([(left + x, top + y) for x, y in each["points"]], **paint))
    else:
        at = (left + each["x"], top + each["y"])
        axes.add_patch(patches.Rectangle(at, each["width"], each["height"], **paint))


def _lines(part: dict[str, Any], width: float) -> list[str]:
    # Half the size is about how wide a letter is, and what somebody would reckon with who has no text layout.
    return textwrap.wrap(part["text"], max(8, int(width / (0.46 * part["size"])))) or [""]


def _height(cell: dict[str, Any]) -> float:
    heights: list[float] = [
        part["size"] * LEADING * len(_lines(part, cell["width"])) if "text" in part else part["height"]
        for part in cell["parts"]
    ]
    return sum(heights)


WAYS: dict[str, Callable[[Rows, Path], int]] = {
    "matplotlib": by_matplotlib,
    "weasyprint": by_weasyprint,
    "fpdf": by_fpdf2,
}


def main() -> None:
    """Do what the command line asks."""
    library, rows_file, folder, times = sys.argv[1:]
    rows = json.loads(Path(rows_file).read_text(encoding="utf-8"))
    pages = 0
    for _ in range(int(times)):
        begun = time.process_time()
        pages = WAYS[library](rows, Path(folder) / f"{library}.pdf")
        sys.stdout.write(f"{time.process_time() - begun}\n")
    # Not what getrusage says, which begins with what the program held that started this one.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    held = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    sys.stdout.write(f"{pages}\n{held}\n")


if __name__ == "__main__":
    main()
