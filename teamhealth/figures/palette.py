"""The colours of screen and paper, by the names of what they mean; contrasts are in docs/design-tokens.md."""

PAPER = "#F7F5F0"
CARD = "#FFFFFF"
INK = "#17252B"
INK_2 = "#48565C"
LINE = "#DAD6CB"
CONTROL = "#6F797D"
TEAL = "#0B4F5C"
TEAL_TINT = "#E2EEF0"
RAIL = "#0E3B43"
RAIL_SELECTED = "#1B5661"
RAIL_TEXT = "#D3E4E7"
FOCUS = "#1457D9"
FAVOURABLE = "#1F5F9E"
FAVOURABLE_TINT = "#DCE8F4"
NEUTRAL = "#D9DDE0"
NEUTRAL_OUTLINE = "#737D83"
UNFAVOURABLE = "#AD440D"
UNFAVOURABLE_TINT = "#FBE6DA"
STABILITY = "#41309E"
MORALE = "#8A6A0A"
BUREAUCRACY = "#B33A93"
SAFETY = "#087A4E"
MODULE = "#3F4B50"
COUNT_BARS = "#4E717A"
ERROR = "#B3261E"
ERROR_TINT = "#FCECEA"
WARNING_TINT = "#FFF1CF"
WARNING_TEXT = "#6B4700"
SUCCESS_TINT = "#E1F1E6"
SUCCESS_TEXT = "#195A31"
DRAFT_TEXT = "#3F4B50"
DRAFT_TINT = "#ECEAE3"
COLLECTING_TEXT = "#174A7C"
COLLECTING_TINT = "#DCE8F4"
# The same colour as a card, written so that it can be told from one: what is white on a dark ground.
WHITE = "#ffffff"
HATCH = "#C4C1B6"
HATCH_GROUND = "#F3F1EA"
# Where the middle half of teams lies, and lines that scores are read against.
BAND = "#EFEDE4"
GRID, GRID_MIDDLE = "#E6E8E6", "#B9BEBF"

DOMAIN_COLOURS = {
    "stability": STABILITY,
    "morale": MORALE,
    "bureaucracy": BUREAUCRACY,
    "safety": SAFETY,
}


def domain_colour(domain_id: str) -> str:
    """Return a domain's colour; modules share one."""
    return DOMAIN_COLOURS.get(domain_id, MODULE)
