"""From how many answers comments are shown, or that they are not asked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from teamhealth.services.drafts import DraftTeam
from teamhealth.survey.comments_asked import not_asked_words
from teamhealth.survey.policy import SHARES_FROM, SMALLEST_THRESHOLD, CommentsChoice, ReleasePolicy
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.form_parts import Target, snug
from teamhealth.ui.surveys.option import Option
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.error_line import ErrorLine


class CommentsCard(Card):
    """Three choices; the first is chosen already, unless each team is too small for it. ``changed`` when another is."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Comments"), "comments", theme=theme)
        snug(self, theme)
        self.content.setSpacing(theme.px(2))
        self._error = ErrorLine("comments_error", theme)
        self.content.addWidget(self._error)
        self._options = {
            CommentsChoice.FROM_EIGHT: Option("comments_from_eight", "", (), theme, framed=False),
            CommentsChoice.FROM_THRESHOLD: Option("comments_from_threshold", "", (), theme, framed=False),
            CommentsChoice.NOT_ASKED: Option("comments_not_asked", tr("Not asked"), (), theme, framed=False),
        }
        self._put_aside = False
        self._group = QButtonGroup(self)
        for option in self._options.values():
            self._group.addButton(option)
            self.content.addWidget(option)
        self._group.buttonToggled.connect(self._on_toggled)
        self._options[CommentsChoice.FROM_EIGHT].setChecked(True)
        self.show_limits((), SMALLEST_THRESHOLD)

    @property
    def chosen(self) -> CommentsChoice | None:
        """What has been chosen; None while a choice has to be made."""
        return next((choice for choice, option in self._options.items() if option.isChecked()), None)

    def show_values(self, choice: CommentsChoice | None) -> None:
        """Show what a draft holds."""
        if choice is not None and self._options[choice].available:
            self._options[choice].setChecked(True)

    def show_limits(self, teams: Sequence[DraftTeam], threshold: int) -> None:
        """Offer what the teams and the threshold allow, and say beside a choice which teams are too small for it.

        A headcount of 12 is a 1 while it is typed: what was chosen is chosen again when there is room for it again.
        """
        first = max(SHARES_FROM, threshold)
        self._name(CommentsChoice.FROM_EIGHT, tr("Shown from {k} answers", k=first))
        self._name(CommentsChoice.FROM_THRESHOLD, tr("Shown from {k} answers", k=threshold))
        self._options[CommentsChoice.FROM_THRESHOLD].setVisible(threshold < SHARES_FROM)
        known = [team for team in teams if team.headcount is not None]
        for choice, option in self._options.items():
            policy = ReleasePolicy(threshold, choice)
            offered = choice is not CommentsChoice.NOT_ASKED
            small = [team for team in known if offered and not team.asked_for_comments(policy)]
            option.set_lines((not_asked_words([team.name for team in small]),) if 0 < len(small) < len(known) else ())
            if choice is CommentsChoice.FROM_EIGHT:
                self._offer_from_eight(_reason(small, first) if small and len(small) == len(known) else "")

    def _offer_from_eight(self, reason: str) -> None:
        from_eight = self._options[CommentsChoice.FROM_EIGHT]
        if reason and from_eight.isChecked():
            self._put_aside = True
        from_eight.set_reason(reason)
        if self._put_aside and not reason:
            self._put_aside = False
            if self.chosen is None:
                from_eight.setChecked(True)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {"comments": Target(self._say, self._options[self.chosen or CommentsChoice.FROM_THRESHOLD])}

    def _on_toggled(self) -> None:
        self._error.mend()
        self.changed.emit()

    def _say(self, text: str | None) -> None:
        self._error.say(text)

    def _name(self, choice: CommentsChoice, words: str) -> None:
        self._options[choice].setText(words)
        self._options[choice].setAccessibleName(words)


def _reason(small: Sequence[DraftTeam], first: int) -> str:
    """Return why comments from eight are not offered: no team is large enough."""
    if len(small) > 1:
        return tr("Not offered: every team is too small for it.")
    return tr("Not offered: the team has fewer than {k} people.", k=first + small[0].answering_recipients)
