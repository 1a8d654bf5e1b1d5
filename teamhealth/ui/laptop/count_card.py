"""How many of a team have answered on this laptop, and which team is answering now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from teamhealth.figures.weight import Weight
from teamhealth.services.collect import Collection
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.dots import count_figure, count_sentence
from teamhealth.ui.theme import COUNT, SPACE_12, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint, label, set_text


class CountCard(Card):
    """``team_chosen`` carries the identity of the team that answers now."""

    team_chosen = Signal(str)

    def __init__(self, survey: Survey, now: Collection, theme: Theme) -> None:
        super().__init__(None, "laptop_count", theme=theme)
        named(self, "laptop_count", tr("How many have answered"), "card")
        self._theme = theme
        self._now = now
        self._ids = [team.id for team in survey.teams]
        self.content.setContentsMargins(*(theme.px(SPACE_24), theme.px(SPACE_16)) * 2)
        self._number = label("", theme.font(COUNT, Weight.SEMIBOLD), name="laptop_answered", wrap=False)
        self._of = label("", theme.font(24, Weight.SEMIBOLD), name="laptop_of", wrap=False)
        self._of.setContentsMargins(0, 0, 0, theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_12))
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self.team = ComboBox([team.name for team in survey.teams], "laptop_team", tr("Team answering now"), theme=theme)
        self.team.setMinimumWidth(theme.px(168))
        if len(self._ids) > 1:
            said = hint(tr("Team answering now"), name="laptop_team_words", theme=theme)
            said.setWordWrap(False)
            said.setBuddy(self.team)
            head.addWidget(said)
            head.addWidget(self.team)
        else:
            self.team.hide()
        self.content.addLayout(head)
        self._dots = FigureView(count_figure(0, now.team.headcount, now.needed, 600), "laptop_dots", theme=theme)
        self.content.addWidget(self._dots)
        only = tr(
            "Until the survey closes there are only counts, of this laptop alone. No name, time or order is kept."
        )
        self.content.addWidget(hint(only, name="laptop_only_counts", theme=theme))
        self.team.currentIndexChanged.connect(self._on_team_changed)

    def show_count(self, now: Collection) -> None:
        """Show a team's count."""
        self._now = now
        answered, headcount = now.answered, now.team.headcount
        set_text(self._number, str(answered))
        set_text(self._of, count_sentence(answered, headcount).removeprefix(str(answered)).strip())
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the dots for the room there is."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        inside = self.contentsRect().width() - 2 * self._theme.px(SPACE_24)
        room = max(self._theme.px(200), inside)
        now = self._now
        figure = count_figure(now.answered, now.team.headcount, now.needed, room / self._theme.scale)
        if figure != self._dots.figure:
            self._dots.show_figure(figure)

    def _on_team_changed(self, index: int) -> None:
        self.team_chosen.emit(self._ids[index])
