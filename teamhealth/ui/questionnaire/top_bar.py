"""The bar at the top: whose questionnaire this is, text size, and what mode the laptop is in."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.text_size import TextSizes
from teamhealth.ui.theme import CAPTION, SPACE_8, SPACE_12, SPACE_32, Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.icons import IconName, IconView, fill_rounded
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label

TOP_HEIGHT, LOW_HEIGHT = 56, 36
_SMALL = 15
_LIGHT_TEAL = "#8CBEC7"


class Mark(QWidget):
    """The program's sign: four people around a table, two light and two in the team's colour."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(QSize(size, size))
        named(self, "mark", "Team Health")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        part = self.width() * 0.46
        far = self.width() - part
        for x, y, colour, round_ in (
            (0.0, 0.0, palette.WHITE, True),
            (far, 0.0, _LIGHT_TEAL, False),
            (0.0, far, _LIGHT_TEAL, False),
            (far, far, palette.WHITE, True),
        ):
            fill_rounded(painter, QRectF(x, y, part, part), colour, part / 2 if round_ else part / 4)
        painter.end()


class TopBar(QFrame):
    """The bar; ``size_chosen`` carries a scale, ``preview_stopped`` comes in a preview only."""

    size_chosen = Signal(float)
    preview_stopped = Signal()

    def __init__(self, team: str, title: str, theme: Theme, *, practice: bool) -> None:
        super().__init__()
        named(self, "top_bar", f"{team}, {title}", "rail")
        self.setFixedHeight(theme.px(TOP_HEIGHT))
        self._theme = theme
        self._mode: QLabel | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SPACE_32), 0, theme.px(SPACE_32), 0)
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(Mark(theme.px(22)))
        row.addWidget(ElidedLabel(team, theme.font(_SMALL, Weight.SEMIBOLD), tone="white", name="team_name"))
        row.addWidget(ElidedLabel(title, theme.font(_SMALL), tone="rail", name="survey_title"), 1)
        self._sizes = TextSizes(theme)
        self._sizes.size_chosen.connect(self.size_chosen)
        row.addWidget(self._sizes)
        row.addSpacing(theme.px(SPACE_8))
        if practice:
            self._add_preview(row, theme)
        else:
            row.addWidget(IconView(IconName.LOCK, theme.px(18), palette.RAIL_TEXT))
            mode = label(tr("Questionnaire mode"), theme.font(_SMALL), tone="rail", name="mode", wrap=False)
            row.addWidget(mode)
            self._mode = mode

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what goes without saying, so that there is room for whose questionnaire it is."""
        self._sizes.set_narrow(narrow=narrow)
        if self._mode is not None:
            self._mode.setHidden(narrow)

    def set_low(self, *, low: bool) -> None:
        """Take no more room than the letters of the text sizes need, so that answers have it."""
        self.setFixedHeight(self._theme.px(LOW_HEIGHT if low else TOP_HEIGHT))

    def _add_preview(self, row: QHBoxLayout, theme: Theme) -> None:
        badge = label(
            tr("Preview: nothing is kept"),
            theme.font(CAPTION, Weight.SEMIBOLD),
            tone="warning",
            name="preview_badge",
            wrap=False,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        badge.setProperty("kind", "badge-warning")
        badge.setFixedHeight(theme.px(28))
        stop = secondary_button(tr("Stop the preview"), "stop_preview", theme=theme)
        stop.setFixedHeight(theme.px(LOW_HEIGHT - 2))
        stop.clicked.connect(self.preview_stopped)
        row.addWidget(badge)
        row.addWidget(stop)
