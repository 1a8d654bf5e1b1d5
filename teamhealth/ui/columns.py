"""Columns side by side, one under the other where the room is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.naming import named


def column(name: str, parts: Sequence[QWidget], theme: Theme, *, fill: bool = False, gap: int = SPACE_16) -> QWidget:
    """Return widgets one under the other; the last takes what is left if ``fill``."""
    made = QWidget()
    named(made, name, "")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(gap))
    for part in parts:
        layout.addWidget(part)
    if fill and parts:
        layout.setStretch(len(parts) - 1, 1)
    else:
        layout.addStretch(1)
    return made


class Columns(QWidget):
    """Lays out columns by the widths they share; under each other below ``narrow_below`` pixels, or were one cut.

    Under each other they stand in their order, the last at the top with ``last_first``. ``turned`` carries whether they
    stand so now.
    """

    turned = Signal(bool)

    def __init__(
        self,
        columns: Sequence[tuple[QWidget, int]],
        theme: Theme,
        *,
        narrow_below: int,
        name: str = "columns",
        gap: int = SPACE_16,
        last_first: bool = False,
    ) -> None:
        super().__init__()
        named(self, name, "")
        down, up = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop
        self._under = up if last_first else down
        self._narrow_below = theme.px(narrow_below)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(gap))
        for widget, share in columns:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHorizontalStretch(share)
            widget.setSizePolicy(policy)
            self._layout.addWidget(widget, share)
        self._shares = [share for _, share in columns]
        self._columns = [widget for widget, _ in columns]
        self._gap = theme.px(gap)

    @property
    def narrow(self) -> bool:
        """Whether the columns stand under each other."""
        return self._layout.direction() is self._under

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction by the width there is."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Choose it again when what stands in a column needs more room, or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        narrow = self.width() < self._narrow_below or not self._wide_enough()
        if narrow == self.narrow:
            return
        self._layout.setDirection(self._under if narrow else QBoxLayout.Direction.LeftToRight)
        for number, share in enumerate(self._shares):
            self._layout.setStretch(number, 0 if narrow else share)
        self.turned.emit(narrow)

    def _wide_enough(self) -> bool:
        """Return whether nothing is cut with the columns beside each other."""
        unit = (self.width() - self._gap * (len(self._shares) - 1)) / sum(self._shares)
        return all(
            each.minimumSizeHint().width() <= unit * share
            for each, share in zip(self._columns, self._shares, strict=True)
        )
