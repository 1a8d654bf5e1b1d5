"""The card that says what answers are protected against and what not, by who opens them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLayoutItem

from teamhealth.figures import palette
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.protection import does_not_protect_against, protects_against
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import SPACE_4, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.text import body, strong


def _custodies() -> tuple[tuple[str, Custody], ...]:
    return (
        (tr("A survey lead, with one-time codes"), Custody(CustodyKind.LEAD, one_time_codes=True)),
        (tr("A survey lead, without codes"), Custody(CustodyKind.LEAD)),
        (tr("Somebody whom the team chose"), Custody(CustodyKind.CHOSEN, tr("Team representative"))),
        (tr("The person running the survey"), Custody(CustodyKind.MANAGER)),
    )


class ProtectionCard(Card):
    """Two lists of sentences, those that staff read, for the custody that is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("What is protected, and what is not"), "help_protection", theme=theme)
        self._theme = theme
        asked = tr("Who opens the answers?")
        self.content.addWidget(strong(asked, name="help_custody_label", theme=theme))
        self.custody = ComboBox([words for words, _ in _custodies()], "help_custody", asked, theme=theme)
        self.content.addWidget(self.custody)
        self._lists = QGridLayout()
        self._lists.setColumnStretch(1, 1)
        self._lists.setHorizontalSpacing(theme.px(SPACE_12 - SPACE_4))
        self._lists.setVerticalSpacing(theme.px(SPACE_8))
        self.content.addLayout(self._lists)
        self._show(0)
        self.custody.currentIndexChanged.connect(self._show)

    def choose(self, custody: Custody | None) -> None:
        """Show what holds for a survey's own custody; leave what was chosen if there is no survey."""
        kinds = [(each.kind, each.one_time_codes) for _, each in _custodies()]
        if custody is not None and (custody.kind, custody.one_time_codes) in kinds:
            self.custody.setCurrentIndex(kinds.index((custody.kind, custody.one_time_codes)))

    def _show(self, place: int) -> None:
        while (item := self._lists.takeAt(0)) is not None:
            _remove(item)
        custody = _custodies()[place][1]
        self._add(tr("What it protects against"), "protects", protects_against(custody), IconName.CHECK,
                  palette.SUCCESS_TEXT)  # fmt: skip
        self._add(tr("What it does not protect against"), "does_not_protect", does_not_protect_against(custody),
                  IconName.CROSS, palette.ERROR)  # fmt: skip

    def _add(self, title: str, name: str, sentences: Sequence[str], icon: IconName, colour: str) -> None:
        row = self._lists.rowCount()
        self._lists.addWidget(strong(title, name=f"help_{name}_title", theme=self._theme), row, 0, 1, 2)
        for number, sentence in enumerate(sentences):
            words = body(sentence, name=f"help_{name}_{number}", theme=self._theme)
            self._lists.addWidget(IconView(icon, self._theme.px(18), colour), row + 1 + number, 0)
            self._lists.addWidget(words, row + 1 + number, 1)


def _remove(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
