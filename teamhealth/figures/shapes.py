"""What charts are made of: a few shapes, y downwards, in points (72 to the inch) on paper and pixels on screen."""

from dataclasses import dataclass
from enum import StrEnum

from teamhealth.figures.weight import Weight


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from its top left corner; ``dash`` in lengths on and off, ``opacity`` of the fill 0 to 1."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through points."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around its centre."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``y`` is the baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    weight: Weight = Weight.REGULAR
    anchor: Anchor = Anchor.START


Shape = Rect | Line | Polygon | Circle | Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart of a size, with the sentence that says what it shows."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    sentence: str
