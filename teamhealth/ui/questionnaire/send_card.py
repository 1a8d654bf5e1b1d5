"""What is said before answers are sent, and the buttons that send them or go back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.promises import before_sending
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import BODY, H2, HINT, SPACE_4, SPACE_20, Theme
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.text import label, set_text


class SendCard(Card):
    """Words and a sign; ``buttons`` stand beside them, or wherever somebody else puts them."""

    def __init__(self, survey: Survey, theme: Theme, *, practice: bool) -> None:
        super().__init__(None, "send_card", theme=theme, kind="strong-card")
        self._before = before_sending(survey.custody)
        if practice:
            self._before = tr("This is a preview"), tr("Nothing is sent and nothing is kept.")
        self._tile = IconView(IconName.LOCK, theme.px(24), palette.TEAL, tile=palette.TEAL_TINT, tile_size=theme.px(44))
        self._headline = label("", theme.font(H2, Weight.BOLD), name="send_headline")
        self._explained = label("", theme.font(BODY), tone="muted", name="send_explained")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._headline)
        words.addWidget(self._explained)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(SPACE_20))
        self._row.addWidget(self._tile)
        self._row.addLayout(words, 1)
        self.content.addLayout(self._row)
        self.back = secondary_button(tr("Back"), "check_back", IconName.CHEVRON_LEFT, theme=theme, large=True)
        self.send = primary_button(tr("Send my answers"), "send", theme=theme, large=True)
        # Stands with the buttons where the words are elsewhere.
        self.final = label(self._before[0], theme.font(HINT, Weight.SEMIBOLD), name="send_final")
        self.final.setContentsMargins(0, 0, 0, theme.px(SPACE_4))
        self.final.hide()
        self.buttons = QWidget()
        named(self.buttons, "send_buttons", "")
        beside = Flow(theme, gap=SPACE_20)
        self.buttons.setLayout(beside)
        beside.addWidget(self.back)
        beside.addWidget(self.send)

    def take_buttons(self) -> None:
        """Let the buttons stand beside the words."""
        self._row.addWidget(self.buttons)

    def say_before_sending(self) -> None:
        """Say what sending means."""
        self._tile.show_icon(IconName.LOCK, palette.TEAL, palette.TEAL_TINT)
        self.say(*self._before)

    def say_not_saved(self, advice: str) -> None:
        """Say that the answers were not saved."""
        self._tile.show_icon(IconName.WARNING, palette.ERROR, palette.ERROR_TINT)
        self.say(tr("Your answers were not saved."), advice, tone="error")

    @property
    def told(self) -> str:
        """What it says now, for whoever hears the page."""
        return f"{self._headline.text()} {self._explained.text()}"

    def say(self, headline: str, explained: str, *, tone: str = "ink") -> None:
        """Say something else there."""
        restyle(self._headline, "tone", tone)
        set_text(self._headline, headline)
        set_text(self._explained, explained)
