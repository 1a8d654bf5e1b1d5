"""SVG pictures hold every shape of a figure and its sentence, and nothing that a name could smuggle in."""

from xml.etree import ElementTree

from teamhealth.figures.heat_map import heat_map
from teamhealth.figures.shapes import Circle, Figure, Line, Polygon, Rect, Text
from teamhealth.figures.svg import svg
from teamhealth.publication.compared import compare
from tests.figures.reading import texts
from tests.rounds import council

NAMES = {Rect: "rect", Line: "line", Polygon: "polygon", Circle: "circle", Text: "text"}
SPACE = "{http://www.w3.org/2000/svg}"


def test_every_shape_is_drawn_once() -> None:
    figure = heat_map(compare(council()[-1]), "Exampleshire Council")
    root = ElementTree.fromstring(svg(figure))  # noqa: S314 - our own
    for kind, name in NAMES.items():
        drawn = len(root.findall(f"{SPACE}{name}")) - (name == "rect")
        assert drawn == sum(isinstance(shape, kind) for shape in figure.shapes)
    assert tuple(each.text for each in root.findall(f"{SPACE}text")) == texts(figure)
    assert root.findtext(f"{SPACE}title") == figure.sentence


def test_words_are_never_markup() -> None:
    evil = '<script>alert(1)</script> & "quoted"'
    root = ElementTree.fromstring(svg(Figure(10, 10, (Text(0, 5, evil, 12, "#000000"),), evil)))  # noqa: S314
    assert root.findtext(f"{SPACE}text") == evil
    assert root.findtext(f"{SPACE}title") == evil
    assert not root.findall(f"{SPACE}script")
