"""How heavy a trend panel is drawn: where rounds stand close, so thin that line, band and signs are told apart."""

from dataclasses import dataclass, replace

_MARKER, _SMALL_MARKER = 10.0, 8.0
# Signs closer than this part of their size run into a beaded line.
_LEAST_APART = 1.5
_SIGN_PART, _LEAST_SIGN = 0.5, 3.2


@dataclass(frozen=True, slots=True)
class Pen:
    """Widths and sizes in the panel's units.

    ``line`` is the team's line, ``service`` the average's, ``edge`` the band's outline and ``band`` how opaque the band
    is; ``sign`` is a score's size, ``newest`` that of the newest, and ``halo`` whether signs have a light edge.
    """

    line: float
    service: float
    edge: float
    band: float
    sign: float
    newest: float
    halo: bool


ROOMY = Pen(line=2.4, service=1.5, edge=0.7, band=0.16, sign=_MARKER, newest=_MARKER, halo=True)


def pen_of(step: float, *, small: bool) -> Pen:
    """Return the pen of a panel whose rounds are ``step`` apart; ``small`` is a small multiple."""
    roomy = _SMALL_MARKER if small else _MARKER
    if step >= roomy * _LEAST_APART:
        return replace(ROOMY, sign=roomy, newest=roomy)
    sign = max(step * _SIGN_PART, _LEAST_SIGN)
    return Pen(line=1.3, service=1.0, edge=0.4, band=0.24, sign=sign, newest=max(roomy * 0.8, sign), halo=False)
