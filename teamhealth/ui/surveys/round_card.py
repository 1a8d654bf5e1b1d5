"""Organisation and round."""

from teamhealth.texts.catalogue import tr
from teamhealth.ui.surveys.form_parts import Target, field_target, snug
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.fields import line_field, show_example
from teamhealth.ui.widgets.side_by_side import SideBySide


class RoundCard(Card):
    """Two fields: whose survey, and which round."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, "round", theme=theme)
        self.organisation = line_field(tr("Organisation"), "organisation", longest=80, theme=theme)
        self.round_name = line_field(tr("Round"), "round_name", longest=80, theme=theme)
        show_example(self.round_name, tr("Autumn 2026"))
        snug(self, theme)
        self.content.addLayout(SideBySide(theme, self.organisation, self.round_name, shares=(3, 2)))

    def show_values(self, organisation: str, round_name: str) -> None:
        """Show what a draft holds."""
        self.organisation.input.setText(organisation)
        self.organisation.input.setCursorPosition(0)
        self.round_name.input.setText(round_name)

    def targets(self) -> dict[str, Target]:
        """Return where problems of this card are shown."""
        return {"organisation": field_target(self.organisation), "round_name": field_target(self.round_name)}
