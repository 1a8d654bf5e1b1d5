"""Where a survey lead says that every return is there, types the passphrase, and opens all teams together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from teamhealth.failures import TriedTooSoon, WrongPassphrase
from teamhealth.services.return_counts import CountKind, TeamReturns
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opening.refused import typed_passphrase, wrong_words
from teamhealth.ui.returns.words import (
    afterwards_sentence,
    every_first_words,
    every_words,
    hidden_sentence,
    open_words,
    refused_sentence,
    tables_sentence,
)
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.check_box import CheckBox
from teamhealth.ui.widgets.error_line import ErrorLine
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.naming import named, restyle
from teamhealth.ui.widgets.passphrase_field import PassphraseField
from teamhealth.ui.widgets.text import hint, set_text


class OpenCard(Card):
    """``open_asked`` carries the passphrase once everything needed has been filled in.

    ``foot`` holds the button that opens. It stands in the card, or with ``foot_apart`` wherever the page puts it, so
    that it is in sight while the card is below a long list of teams.
    """

    open_asked = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, foot_apart: bool = False) -> None:
        super().__init__(tr("3. Open"), "returns_open", theme=theme, kind="strong-card")
        self._teams: tuple[TeamReturns, ...] = ()
        self._waiting = False
        self._words = hint("", name="returns_open_words", theme=theme)
        self.content.addWidget(self._words)
        chosen = tr("The words you chose when you set the survey up.")
        self.passphrase = PassphraseField(tr("Your passphrase"), "returns", theme, hint=chosen)
        self.content.addWidget(self.passphrase)
        self._safe = hint(
            tr("Nothing is lost: try as often as you need. The answers stay sealed."),
            name="returns_safe",
            theme=theme,
        )
        self._safe.hide()
        self.content.addWidget(self._safe)
        # Above the box, as what stands below it may be out of sight.
        self._error = ErrorLine("returns_open_error", theme)
        self.content.addWidget(self._error)
        self.every = CheckBox(every_words(()), "returns_every", wrapping=True, theme=theme)
        self.content.addWidget(self.every)
        self.more = CheckBox(tr("Open with more answers than people."), "returns_more_answers", theme=theme)
        self.more.hide()
        self.content.addWidget(self.more)
        self._after = hint("", name="returns_after", theme=theme)
        self.content.addWidget(self._after)
        self.foot = self._made_foot(theme)
        if not foot_apart:
            self.content.addWidget(self.foot)
        self.go.clicked.connect(self._on_go_clicked)
        self.passphrase.input.returnPressed.connect(self._on_go_clicked)
        self.every.toggled.connect(self._on_every_toggled)

    def show_teams(self, teams: Sequence[TeamReturns], *, refused: int = 0) -> None:
        """Say what opening would do now, and that files which were ``refused`` may be of teams that are missing."""
        self._teams = tuple(teams)
        self.go.set_words(open_words(teams))
        self._wait(all(team.kind is CountKind.NONE for team in teams))
        words = tr("Everything is opened together and checked.")
        if self._waiting:
            words = tr("When returns are here, you type your passphrase and open all of them together.")
        set_text(
            self._words, " ".join(part for part in (words, tables_sentence(teams), hidden_sentence(teams)) if part)
        )
        said = (refused_sentence(teams, refused), afterwards_sentence(teams))
        set_text(self._after, " ".join(part for part in said if part))
        self.every.set_words(every_words(teams))
        # What was said of the returns before no longer holds.
        self.every.setChecked(False)
        self.more.setChecked(False)
        self.more.hide()
        self.setMinimumHeight(0)
        self._say("")

    @property
    def waiting(self) -> bool:
        """Whether there is nothing to open yet."""
        return self._waiting

    def _wait(self, waiting: bool) -> None:
        """Ask for nothing, and stand back, while there is nothing to open."""
        self._waiting = waiting
        for each in (self.passphrase, self.every, self._after, self.foot):
            each.setVisible(not waiting)
        restyle(self, "kind", "card" if waiting else "strong-card")

    def forget(self) -> None:
        """Throw the passphrase away."""
        self.passphrase.forget()

    def refuse(self, error: WrongPassphrase | TriedTooSoon) -> None:
        """Say at the field that the passphrase did not open."""
        self._safe.show()
        self.passphrase.refuse(wrong_words(error))

    def offer_more(self) -> None:
        """Let the lead open with more answers than people, which has been refused and told."""
        self.more.show()
        # The card is taller now; what stands in it keeps its height.
        self.setMinimumHeight(self.content.totalMinimumHeightForWidth(self.width()))

    def _made_foot(self, theme: Theme) -> QWidget:
        made = QWidget()
        named(made, "returns_open_foot", "")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_12))
        self.go = primary_button("", "returns_go", theme=theme)
        not_yet = link_button(tr("Not yet"), "returns_not_yet", theme=theme, size=16)
        row.addWidget(self.go)
        row.addWidget(not_yet)
        said = hint(tr("Nothing is published before step 5."), name="returns_said", theme=theme)
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(said, 1)
        not_yet.clicked.connect(self.left)
        return made

    def _say(self, words: str) -> None:
        self._error.say(words)
        self.every.setAccessibleDescription(words)

    def _on_every_toggled(self) -> None:
        self._say("")

    def _on_go_clicked(self) -> None:
        self.passphrase.set_error(None)
        self._safe.hide()
        self._say("")
        if not self.passphrase.input.text().strip() and self.passphrase.input.visibleRegion().isEmpty():
            # Pressed where the field is out of sight: it was not left out, it was not come to yet.
            lead_to(self.passphrase.input)
            return
        passphrase = typed_passphrase(self.passphrase)
        if not passphrase:
            return
        if not self.every.isChecked():
            self._say(every_first_words(self._teams))
            lead_to(self.every)
            return
        self.open_asked.emit(passphrase)
