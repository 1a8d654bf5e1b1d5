"""Fields in one row, or below each other where they need the whole width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSpinBox, QVBoxLayout

from teamhealth.ui.theme import SPACE_4, SPACE_8, Theme
from teamhealth.ui.widgets.fields import Field


class SideBySide(QVBoxLayout):
    """Fields that share a width, aligned at their inputs; what is wrong with one stands above them all."""

    def __init__(self, theme: Theme, *fields: Field[QLineEdit] | Field[QSpinBox], shares: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.setSpacing(theme.px(SPACE_4))
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(theme.px(SPACE_8 + 2))
        for number, field in enumerate(fields):
            self.addWidget(field.lift_error())
            self.row.addWidget(field, shares[number] if shares else 1, Qt.AlignmentFlag.AlignBottom)
        self.addLayout(self.row)

    def stack(self, stacked: bool) -> None:
        """Give each field the whole width, one under the other, or put them side by side again."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.row.setDirection(down if stacked else across)
