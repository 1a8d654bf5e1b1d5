"""More about privacy: what the answers are protected against, and what they are not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.promises import who_opens
from teamhealth.survey.protection import does_not_protect_against, protects_against
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.questionnaire.column import WIDE_WIDTH, Column
from teamhealth.ui.theme import BODY, QUESTION, SPACE_8, SPACE_12, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.buttons import primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.text import label


class PrivacyPage(Column):
    """Two lists, and the way back."""

    turned_back = Signal()

    def __init__(self, survey: Survey, theme: Theme) -> None:
        super().__init__("privacy_page", tr("More about privacy"), WIDE_WIDTH, theme)
        self.content.addSpacing(theme.px(SPACE_8))
        title = tr("More about privacy")
        self.title = label(title, theme.font(QUESTION, Weight.BOLD), name="privacy_title")
        # The focus starts here: on the button below, a long page would open at its end.
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.content.addWidget(self.title)
        opens = who_opens(survey.custody)
        against = protects_against(survey.custody)
        self.content.addWidget(label(opens, theme.font(17), tone="muted", name="privacy_opens"))
        self.content.addSpacing(theme.px(SPACE_16))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.px(SPACE_24))
        self._sides.addWidget(
            self._list("protects", tr("Your answers are protected against"), against, IconName.CHECK, palette.TEAL),
            1,
        )
        self._sides.addWidget(
            self._list(
                "does_not",
                tr("They are not protected against"),
                does_not_protect_against(survey.custody),
                IconName.WARNING,
                palette.WARNING_TEXT,
            ),
            1,
        )
        self.content.addLayout(self._sides)
        self.content.addSpacing(theme.px(SPACE_24))
        self.back = primary_button(tr("Back"), "privacy_back", IconName.CHEVRON_LEFT, theme=theme, large=True)
        self.back.clicked.connect(self.turned_back)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addStretch(1)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the lists below each other, or side by side."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(below if narrow else beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn back on Backspace and Escape."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Escape}:
            self.turned_back.emit()
        else:
            super().keyPressEvent(event)

    def _list(self, name: str, title: str, sentences: Sequence[str], icon: IconName, colour: str) -> QWidget:
        theme = self.theme
        card = Card(title, f"privacy_{name}", theme=theme)
        card.content.setSpacing(theme.px(SPACE_12))
        for number, sentence in enumerate(sentences, 1):
            row = QHBoxLayout()
            row.setSpacing(theme.px(SPACE_12))
            row.addWidget(IconView(icon, theme.px(20), colour), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(sentence, theme.font(BODY), name=f"privacy_{name}_{number}"), 1)
            card.content.addLayout(row)
        card.content.addStretch(1)
        return card
