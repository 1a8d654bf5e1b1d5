"""A trend panel's scale: where rounds and scores stand in a panel of a size."""

from dataclasses import dataclass

from teamhealth.figures.trend_pen import Pen, pen_of

# What is left free below the scale, for the names of rounds.
BOTTOM = 22.0
WIDEST_HATCH = 38.0
_LEFT = 30.0
# A small multiple has numbers on its scale from a third of a page's width on; they stand closer.
_SMALL_LEFT, _NARROWER, _ROOM_FOR_NUMBERS = 6.0, 5.0, 150.0
_RIGHT = 50.0
_TOP = 9.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel's size in points or pixels; ``small`` leaves out what a small multiple has no room for."""

    width: float
    height: float
    rounds: int
    small: bool = False

    @property
    def left(self) -> float:
        """Where the scale begins."""
        return _SMALL_LEFT if self.small and not self.numbered else _LEFT - (_NARROWER if self.small else 0)

    @property
    def numbered(self) -> bool:
        """Whether there is room for the scale's numbers."""
        return not self.small or self.width >= _ROOM_FOR_NUMBERS

    @property
    def right(self) -> float:
        """Where the newest round stands."""
        return self.width - (34.0 if self.small else _RIGHT)

    def x(self, number: int) -> float:
        """Return where a round stands; a single one in the middle."""
        if self.rounds < 2:
            return (self.left + self.right) / 2
        inset = 15.0 if self.small else 20.0
        return self.left + inset + (self.right - self.left - inset) * number / (self.rounds - 1)

    def y(self, points: float) -> float:
        """Return where a score stands."""
        foot = self.height - BOTTOM
        return foot - (foot - _TOP) * points / 100

    @property
    def hatch(self) -> float:
        """How wide the hatch of a hidden round is."""
        return min(26.0 if self.small else WIDEST_HATCH, self.step * 0.7)

    @property
    def step(self) -> float:
        """How far rounds are apart."""
        return self.x(1) - self.x(0) if self.rounds > 1 else self.right - self.left

    @property
    def pen(self) -> Pen:
        """How heavy lines and signs are."""
        return pen_of(self.step, small=self.small)
