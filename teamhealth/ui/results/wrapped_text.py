"""Words laid out in lines for a width, with no word cut; measured and drawn the same way."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"


def laid_out(
    text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange] = ()
) -> tuple[QTextLayout, float]:
    """Return the lines, to be drawn at a point, and the height that they need.

    Parameters
    ----------
    text : str
        Plain words; a word that is wider than the lines is broken.
    font : QFont
        Of all that ``formats`` does not say otherwise of.
    width : float
        Of a line, in pixels.
    formats : sequence of QTextLayout.FormatRange
        What looks different.

    Returns
    -------
    tuple of QTextLayout and float
        The layout, and its height in pixels.
    """
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    layout.beginLayout()
    height = 0.0
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
        line = layout.createLine()
    layout.endLayout()
    return layout, height
