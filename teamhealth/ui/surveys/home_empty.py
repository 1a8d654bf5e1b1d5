"""What stands in the list's place while there are no surveys: three steps and an invented example."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.shapes import Anchor, Circle, Figure, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.theme import RADIUS_CARD, SPACE_12, SPACE_16, SPACE_20, SPACE_24, SPACE_32, Theme
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.steps import NumberCircle
from teamhealth.ui.widgets.text import body, hint, label, strong

# The buttons' place behind title and lead, where they stand before the steps.
_AFTER_LEAD = 2
_THEMES = (
    (palette.STABILITY, 0.59),
    (palette.MORALE, 0.53),
    (palette.BUREAUCRACY, 0.28),
    (palette.SAFETY, 0.78),
)


class HomeEmpty(Card):
    """Says what the program is for, and where to start."""

    new_asked = Signal()
    file_asked = Signal()
    example_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, "home_empty", theme=theme)
        named(self, "home_empty", tr("Find out how your team is doing"), "card")
        self.content.setContentsMargins(*(theme.px(44), theme.px(SPACE_32)) * 2)
        self.start = primary_button(tr("Set up a survey"), "home_empty_new", theme=theme, large=False)
        self._example = secondary_button(tr("Look at an example"), "home_empty_example", theme=theme)
        self._file = secondary_button(tr("Open a survey file"), "home_empty_file", theme=theme)
        self.start.clicked.connect(self.new_asked)
        self._file.clicked.connect(self.file_asked)
        self._example.clicked.connect(self.example_asked)
        self._rows = QVBoxLayout()
        self._buttons = QWidget()
        columns = Columns(
            ((self._words(theme), 66), (_example(theme), 34)), theme, narrow_below=760, name="home_empty_columns"
        )
        columns.turned.connect(self._on_turned)
        self.content.addWidget(columns)

    def _words(self, theme: Theme) -> QWidget:
        block = QWidget()
        named(block, "home_empty_words", "")
        block.setLayout(self._rows)
        layout = self._rows
        layout.setContentsMargins(0, 0, theme.px(SPACE_24), 0)
        layout.setSpacing(theme.px(SPACE_16))
        title = label(tr("Find out how your team is doing"), theme.font(26, Weight.BOLD), name="home_empty_title")
        layout.addWidget(title)
        lead = tr(
            "Everyone in the team answers the same short questions, in about 7 minutes. You see group results only."
        )
        layout.addWidget(label(lead, theme.font(18), tone="muted", name="home_empty_lead"))
        layout.addSpacing(theme.px(4))
        for number, (step, words) in enumerate(_steps(), 1):
            layout.addLayout(_step(number, step, words, theme))
        layout.addSpacing(theme.px(SPACE_12))
        named(self._buttons, "home_empty_buttons", "")
        buttons = Flow(theme, gap=SPACE_12)
        self._buttons.setLayout(buttons)
        buttons.addWidget(self.start)
        buttons.addWidget(self._file)
        buttons.addWidget(self._example)
        layout.addWidget(self._buttons)
        self._last = layout.count() - 1
        layout.addStretch(1)
        return block

    def _on_turned(self, narrow: bool) -> None:
        """Let the buttons stand before the steps where text is large for the window, and they would lie below it."""
        self._rows.removeWidget(self._buttons)
        self._rows.insertWidget(_AFTER_LEAD if narrow else self._last, self._buttons)


def _steps() -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("Set up a survey"),
            tr("Choose who will open the answers, and see what staff will read. Sent a survey file? Open it instead."),
        ),
        (
            tr("Pass the laptop round"),
            tr("People take turns in questionnaire mode. Each person’s answers are sealed when they are sent."),
        ),
        (
            tr("Close, open and publish"),
            tr("All answers are opened together. A team is shown from 5 answers."),
        ),
    )


def _step(number: int, step: str, words: str, theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(SPACE_16))
    circle = NumberCircle(number, theme.px(34), palette.TEAL, filled=False, theme=theme)
    row.addWidget(circle, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(strong(step, name=f"home_empty_step_{number}", theme=theme))
    column.addWidget(body(words, tone="muted", name=f"home_empty_step_{number}_words", theme=theme))
    row.addLayout(column, 1)
    return row


def _example(theme: Theme) -> QWidget:
    panel = QFrame()
    named(panel, "home_empty_picture", tr("Example: invented answers"), "paper-card")
    set_sheet(
        panel, f'QFrame[kind="paper-card"] {{ background: {palette.PAPER}; border-radius: {theme.px(RADIUS_CARD)}px; }}'
    )
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(*(theme.px(SPACE_20), theme.px(SPACE_24)) * 2)
    layout.setSpacing(theme.px(SPACE_24))
    layout.addStretch(1)
    layout.addWidget(FigureView(example_figure(), "home_empty_figure", theme=theme, stretch=True))
    words = hint(tr("The example uses invented answers from an invented team."), name="home_empty_note", theme=theme)
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(words)
    layout.addStretch(1)
    return panel


def example_figure() -> Figure:
    """Draw four small cards that cannot be mistaken for anybody's results."""
    banner = tr("Example: invented answers")
    shapes: list[Shape] = [
        Rect(0, 0, 292, 28, palette.WARNING_TINT, radius=4),
        Text(146, 19, banner, 14, palette.WARNING_TEXT, Weight.SEMIBOLD, Anchor.MIDDLE),
    ]
    for number, (colour, share) in enumerate(_THEMES):
        x, y = 22 + number % 2 * 130, 44 + number // 2 * 78
        shapes += [
            Rect(x, y, 118, 66, palette.CARD, palette.LINE, radius=8),
            Rect(x + 14, y + 14, 14, 14, colour, radius=3),
            Rect(x + 36, y + 17, 60, 8, palette.LINE, radius=4),
            Rect(x + 14, y + 43, 90, 6, palette.DRAFT_TINT, radius=3),
            Rect(x + 14 + 90 * share - 13, y + 41, 26, 10, colour, radius=5, opacity=0.35),
            Circle(x + 14 + 90 * share, y + 46, 5, colour),
        ]
    return Figure(292, 200, tuple(shapes), tr("A picture of four theme cards with invented scores."))
