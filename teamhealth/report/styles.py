"""Sizes, weights and colours of text on paper; body text is 11 points."""

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from teamhealth.figures import palette
from teamhealth.report.fonts import BOLD, REGULAR, SEMIBOLD

BODY_SIZE = 11.0
# Seven answers stand side by side on paper, and are read with a pen in hand.
PAPER_SIZE = 10.0


def _style(
    name: str,
    size: float,
    leading: float,
    *,
    font: str = REGULAR,
    colour: str = palette.INK,
    before: float = 0,
    after: float = 0,
    align: int = 0,
    keep: bool = False,
    indent: float = 0,
    right: float = 0,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=HexColor(colour),
        spaceBefore=before,
        spaceAfter=after,
        alignment=align,
        keepWithNext=int(keep),
        leftIndent=indent,
        rightIndent=right,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        uriWasteReduce=0,
    )


TITLE = _style("title", 26, 31, font=BOLD, colour=palette.TEAL)
SECTION = _style("section", 16, 20, font=BOLD, colour=palette.TEAL, before=14, after=6, keep=True)
SUBSECTION = _style("subsection", 13.5, 17, font=BOLD, colour=palette.TEAL, before=10, after=5, keep=True)
QUESTION = _style("question", 12.5, 16, font=BOLD, colour=palette.TEAL, before=14, after=6, keep=True)
BODY = _style("body", BODY_SIZE, 14.4, after=5)
TIGHT = _style("tight", BODY_SIZE, 13.4)
GLANCE = _style("glance", BODY_SIZE, 14.4, before=4, after=5)
QUIET = _style("quiet", BODY_SIZE, 14.4, colour=palette.INK_2, after=5)
QUIET_TIGHT = _style("quiet-tight", BODY_SIZE, 13.4, colour=palette.INK_2)
QUIET_RIGHT = _style("quiet-right", BODY_SIZE, 13.4, colour=palette.INK_2, align=TA_RIGHT)
SUBTITLE = _style("subtitle", 12.5, 16, colour=palette.INK_2)
OWNERSHIP = _style("ownership", BODY_SIZE, 16, font=SEMIBOLD, colour=palette.TEAL, align=TA_RIGHT)
HEADLINE = _style("headline", 13, 17.4, colour=palette.WHITE)
LIST_ITEM = _style("list-item", BODY_SIZE, 13.6, after=2.6, indent=15)
QUOTE = _style("quote", 12, 15.6, after=10, indent=16)
COLUMN_HEAD = _style("column-head", BODY_SIZE, 13, font=SEMIBOLD, colour=palette.INK_2)
COLUMN_HEAD_CENTRED = _style("column-head-centred", BODY_SIZE, 13, font=SEMIBOLD, colour=palette.INK_2, align=TA_CENTER)
FRONT_SECTION = _style("front-section", 14, 17, font=BOLD, colour=palette.TEAL, before=4, after=1, keep=True)
HALF = _style("half", 14, 18, font=BOLD, colour=palette.TEAL, after=2, keep=True)
SHEET_SECTION = _style("sheet-section", 14, 18, font=BOLD, colour=palette.TEAL, before=6, after=4, keep=True)
NOTE = _style("note", BODY_SIZE, 14.4)
NOTE_TIGHT = _style("note-tight", BODY_SIZE, 13.2)
HEADLINE_TIGHT = _style("headline-tight", 13, 16.2, colour=palette.WHITE)
HEADLINE_SMALL = _style("headline-small", 12, 14.8, colour=palette.WHITE)
THEME_CELL = _style("theme-cell", 11.5, 15, indent=17)
ROOMY_TOLD = _style("roomy-told", 13.5, 18, indent=19)
ROOMY_CELL = _style("roomy-cell", 13, 18)
ROOMY_QUIET = _style("roomy-quiet", 13, 18, colour=palette.INK_2)
ROOMY_NOTE = _style("roomy-note", 13, 18.5)
COMPARISON = _style("comparison", BODY_SIZE, 13.2, right=5)
QUIET_CELL = _style("quiet-cell", BODY_SIZE, 13.2, colour=palette.INK_2)
LIST_ITEM_TIGHT = _style("list-item-tight", BODY_SIZE, 13.2, after=0.8, indent=15)
LIST_ITEM_DENSE = _style("list-item-dense", BODY_SIZE, 12.6, indent=15)
CAPPED_SCORE = _style("capped-score", 12, 15, font=BOLD, align=TA_CENTER)
SMALL_HEAD = _style("small-head", BODY_SIZE, 13, colour=palette.INK_2)
PAPER_HEAD = _style("paper-head", PAPER_SIZE, 12, colour=palette.INK_2)
SMALL_HEAD_CENTRED = _style("small-head-centred", BODY_SIZE, 13, colour=palette.INK_2, align=TA_CENTER)
THEME_HEADING = _style("theme-heading", 11.5, 14, font=SEMIBOLD, indent=17, keep=True)
AREA_THEME = _style("area-theme", 11.5, 14, font=SEMIBOLD, before=9, after=2, indent=17, keep=True)
TIME_HEADING = _style("time-heading", BODY_SIZE, 14, font=SEMIBOLD, after=2, keep=True)
PANEL_NAME = _style("panel-name", BODY_SIZE, 13.4, font=SEMIBOLD, keep=True)
WORD = _style("word", BODY_SIZE, 13.4, indent=15)
QUIET_WORD = _style("quiet-word", BODY_SIZE, 13.4, colour=palette.INK_2, indent=15)
UNDER_TABLE = _style("under-table", BODY_SIZE, 14.4, before=4, after=3)
QUIET_UNDER_TABLE = _style("quiet-under-table", BODY_SIZE, 14.4, colour=palette.INK_2, before=3, after=3)
REASON = _style("reason", BODY_SIZE, 14.4, after=4, indent=17)
RULE = _style("rule", BODY_SIZE, 13.4, after=3, indent=12)
OPEN_QUESTION = _style("open-question", 11.5, 15, after=2, indent=26)
PLACE = _style("place", 12.5, 16, colour=palette.INK_2, align=TA_RIGHT)
SCORE = _style("score", 16, 18, font=BOLD, align=TA_CENTER)
BIG = _style("big", 28, 31, font=BOLD)
BIG_RANGE = _style("big-range", 22, 26, font=BOLD)
CENTRED = _style("centred", BODY_SIZE, 14, align=TA_CENTER)
SCORE_RANGE = _style("score-range", BODY_SIZE, 13, colour=palette.INK_2, align=TA_CENTER)
COVER_TITLE = _style("cover-title", 30, 36, font=BOLD, colour=palette.WHITE)
COVER_ROUND = _style("cover-round", 16, 20, colour=palette.WHITE)
CONTENTS = _style("contents", BODY_SIZE, 14.4, after=5, right=44)
WARNING = _style("warning", BODY_SIZE, 14.4, font=SEMIBOLD, colour=palette.WARNING_TEXT)
PLAN_HEAD = _style("plan-head", 12.5, 16, font=SEMIBOLD, indent=17)
PLAN_HEAD_PLAIN = _style("plan-head-plain", 12.5, 16, font=SEMIBOLD)
PLAN_ACTION = _style("plan-action", 11.5, 14.4, font=SEMIBOLD)
PLAN_STATUS = _style("plan-status", BODY_SIZE, 13.4, font=SEMIBOLD, indent=15)
PLAN_KIND = _style("plan-kind", BODY_SIZE, 14, font=SEMIBOLD, colour=palette.TEAL, keep=True)
PLAN_EXAMPLE = _style("plan-example", BODY_SIZE, 13.4, keep=True)
PLAN_SOURCE = _style("plan-source", BODY_SIZE, 13.4, colour=palette.INK_2, after=7)
