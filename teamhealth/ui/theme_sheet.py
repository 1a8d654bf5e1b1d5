"""The style sheet: colours and edges by what a widget is (its ``kind`` or ``tone`` property), never by its name."""

from collections.abc import Callable

from teamhealth.figures import palette
from teamhealth.ui.contrast import shown

_HOVER_DARKER = 108


def darker(colour: str) -> str:
    """Return the colour of a fill under the mouse: 8% darker."""
    return shown(colour).darker(_HOVER_DARKER).name()


def style_sheet(px: Callable[[float], int]) -> str:
    """Return the style sheet for a text size.

    Parameters
    ----------
    px : callable
        Turns a size at 100% into pixels.
    """
    return "\n".join((_surfaces(px), _words(), _buttons(px), _inputs(px), _tables(px), _scroll_bars(px)))


def _surfaces(px: Callable[[float], int]) -> str:
    return f"""
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; border: none; }}
QFrame[kind="card"] {{
    background: {palette.CARD}; border: 1px solid {palette.LINE}; border-radius: {px(10)}px; }}
QFrame[kind="large-card"] {{
    background: {palette.CARD}; border: 1px solid {palette.LINE}; border-radius: {px(14)}px; }}
QFrame[kind="strong-card"] {{
    background: {palette.CARD}; border: 2px solid {palette.TEAL}; border-radius: {px(14)}px; }}
QFrame[kind="rail"] {{ background: {palette.RAIL}; border: none; }}
QFrame[kind="bar"] {{ background: {palette.CARD}; border: none; border-top: 1px solid {palette.LINE}; }}
QFrame[kind="rule"] {{ background: {palette.LINE}; border: none; }}
QFrame[kind="ink-rule"] {{ background: {palette.INK}; border: none; }}
QFrame[kind="note-info"] {{ background: {palette.TEAL_TINT}; border: none; border-radius: {px(8)}px; }}
QFrame[kind="note-warning"] {{ background: {palette.WARNING_TINT}; border: none; border-radius: {px(8)}px; }}
QFrame[kind="note-error"] {{
    background: {palette.ERROR_TINT}; border: 1px solid {palette.ERROR}; border-radius: {px(8)}px; }}
QFrame[kind="note-success"] {{ background: {palette.SUCCESS_TINT}; border: none; border-radius: {px(8)}px; }}
QLabel[kind="badge-warning"] {{
    background: {palette.WARNING_TINT}; border-radius: {px(6)}px; padding: {px(3)}px {px(8)}px; }}
QToolTip {{ background: {palette.CARD}; color: {palette.INK}; border: 1px solid {palette.CONTROL};
    padding: {px(4)}px; }}
"""


def _words() -> str:
    tones = {
        "ink": palette.INK,
        "muted": palette.INK_2,
        "teal": palette.TEAL,
        "error": palette.ERROR,
        "warning": palette.WARNING_TEXT,
        "success": palette.SUCCESS_TEXT,
        "white": palette.WHITE,
        "rail": palette.RAIL_TEXT,
    }
    rules = [f'QLabel[tone="{tone}"] {{ color: {colour}; }}' for tone, colour in tones.items()]
    return "\n".join(rules)


def _buttons(px: Callable[[float], int]) -> str:
    edge = f"border-radius: {px(8)}px; padding: 0 {px(18)}px;"
    # The focus has its own ring, outside: Fusion would draw a second one around the words.
    return f"""
QPushButton {{ outline: none; }}
QPushButton[kind="primary"] {{
    background: {palette.TEAL}; color: {palette.WHITE}; border: 2px solid {palette.TEAL}; {edge} }}
QPushButton[kind="primary"]:hover {{ background: {darker(palette.TEAL)}; border-color: {darker(palette.TEAL)}; }}
QPushButton[kind="primary"]:disabled {{
    background: {palette.CONTROL}; color: {palette.WHITE}; border-color: {palette.CONTROL}; }}
QPushButton[kind="secondary"] {{
    background: {palette.CARD}; color: {palette.TEAL}; border: 2px solid {palette.TEAL}; {edge} }}
QPushButton[kind="secondary"]:hover {{ background: {darker(palette.CARD)}; }}
QPushButton[kind="secondary"]:disabled {{ color: {palette.CONTROL}; border-color: {palette.CONTROL}; }}
QPushButton[kind="link"] {{
    background: transparent; color: {palette.TEAL}; border: none; padding: 0; text-align: left; }}
QPushButton[kind="link"]:hover {{ color: {palette.INK}; }}
QPushButton[kind="link"]:disabled {{ color: {palette.CONTROL}; }}
QPushButton[kind="quiet"] {{
    background: transparent; color: {palette.INK}; border: none; border-radius: {px(8)}px; padding: 0 {px(8)}px; }}
QPushButton[kind="quiet"]:hover {{ background: {darker(palette.PAPER)}; }}
"""


def _inputs(px: Callable[[float], int]) -> str:
    fields = "QLineEdit, QPlainTextEdit, QSpinBox, QComboBox"
    focused = ", ".join(f"{each.strip()}:focus" for each in fields.split(","))
    wrong = ", ".join(f'{each.strip()}[wrong="true"]' for each in fields.split(","))
    return f"""
{fields} {{
    background: {palette.CARD}; color: {palette.INK}; border: 2px solid {palette.CONTROL};
    border-radius: {px(6)}px; padding: {px(4)}px {px(10)}px;
    selection-background-color: {palette.TEAL}; selection-color: {palette.WHITE}; }}
{focused} {{ border-color: {palette.INK}; }}
{wrong} {{ border-color: {palette.ERROR}; }}
QLineEdit:disabled, QSpinBox:disabled {{ color: {palette.CONTROL}; background: {palette.PAPER}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
QComboBox::down-arrow {{ image: none; }}
QCheckBox {{ color: {palette.INK}; background: transparent; }}
"""


def _tables(px: Callable[[float], int]) -> str:
    return f"""
QTableView, QListView, QTreeView {{
    background: {palette.CARD}; color: {palette.INK}; border: 1px solid {palette.LINE};
    gridline-color: {palette.LINE}; selection-background-color: {palette.TEAL_TINT};
    selection-color: {palette.INK}; }}
QHeaderView::section {{
    background: {palette.PAPER}; color: {palette.INK}; border: none; border-bottom: 2px solid {palette.INK};
    padding: {px(6)}px {px(8)}px; }}
"""


def _scroll_bars(px: Callable[[float], int]) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {palette.CONTROL}; border-radius: {px(5)}px; min-height: {px(32)}px; margin: 1px; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
"""
