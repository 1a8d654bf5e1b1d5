"""The sheet of paper that a document is laid out on: A4 upright, or A4 on its side for large print."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape

_BODY = 11.0
_LARGE_BODY = 16.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper of a size in points, on which everything is drawn ``scale`` times as large as it is laid out."""

    paper: tuple[float, float]
    scale: float

    @property
    def large(self) -> bool:
        """Whether this is large print."""
        return self.scale > 1

    @property
    def width(self) -> float:
        """How wide the sheet is for what is laid out, in points before scaling."""
        return self.paper[0] / self.scale

    @property
    def height(self) -> float:
        """How high, likewise."""
        return self.paper[1] / self.scale


ORDINARY = Sheet(A4, 1.0)
# On its side the sheet holds lines as long as upright, so that every table and figure keeps its shape.
LARGE = Sheet(landscape(A4), _LARGE_BODY / _BODY)


def sheet_of(*, large_print: bool) -> Sheet:
    """Return the sheet for large print, or the ordinary one."""
    return LARGE if large_print else ORDINARY
