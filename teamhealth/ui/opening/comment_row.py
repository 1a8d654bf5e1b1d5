"""One comment that is read before it may be shown, and the switch that withholds it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from teamhealth.figures import palette
from teamhealth.services.opened import CommentToRead
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.opening.withhold_switch import WithholdSwitch
from teamhealth.ui.theme import SPACE_4, SPACE_16, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, caption


class CommentRow(QFrame):
    """One comment, word for word, and its switch."""

    changed = Signal()

    def __init__(self, number: int, comment: CommentToRead, theme: Theme) -> None:
        super().__init__()
        self.key = comment.key
        self._theme = theme
        named(self, f"comment_{number}", comment.text, "comment-row")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(SPACE_4), theme.px(SPACE_4 + 2)) * 2)
        row.setSpacing(theme.px(SPACE_16))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._text = body(comment.text, name=f"comment_{number}_text", theme=theme)
        said = tr("Withheld: names a person. Only the number of withheld comments is kept.")
        self._said = caption(said, tone="warning", name=f"comment_{number}_withheld", theme=theme)
        self._said.hide()
        words.addWidget(self._text)
        words.addWidget(self._said)
        row.addLayout(words, 1)
        self.switch = WithholdSwitch(f"comment_{number}_switch", comment.text, theme)
        self.switch.withheld.connect(self._on_withheld)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def withheld(self) -> bool:
        """Whether it is withheld."""
        return self.switch.withhold_half.isChecked()

    @property
    def end_is_shown(self) -> bool:
        """Whether the end of it is on the screen."""
        return self.visibleRegion().boundingRect().bottom() >= self.height() - 1

    @property
    def way(self) -> tuple[int, ...]:
        """Whether it is withheld, for the row made anew."""
        return (int(self.withheld),)

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show or withhold it as before."""
        if way[0]:
            self.switch.withhold_half.setChecked(True)

    def _on_withheld(self, withheld: bool) -> None:
        self._said.setVisible(withheld)
        tint = palette.WARNING_TINT if withheld else "transparent"
        set_sheet(self, f'QFrame[kind="comment-row"] {{ background: {tint}; }}')
        self.changed.emit()
