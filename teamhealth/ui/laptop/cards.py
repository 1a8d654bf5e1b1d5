"""What stands beside the count on a laptop that collects for a survey lead: codes, seal words, what is stored."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.survey.custody import Custody
from teamhealth.survey.organisation import Team
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.questionnaire.words_card import GAP
from teamhealth.ui.theme import BODY, H2, SPACE_8, Theme
from teamhealth.ui.widgets.buttons import Button, link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, hint, label, set_text


class CodesCard(Card):
    """How many people are in the team that answers now, and how many answered here."""

    def __init__(self, theme: Theme, *, codes: bool) -> None:
        super().__init__(tr("Codes") if codes else tr("No code slips"), "laptop_codes", theme=theme)
        self._people_words = body("", name="laptop_people_words", theme=theme)
        self._people = label("", theme.font(BODY, Weight.SEMIBOLD), name="laptop_people", wrap=False)
        self._used = label("", theme.font(BODY, Weight.SEMIBOLD), name="laptop_used", wrap=False)
        used_words = tr("Codes used here") if codes else tr("Answered here")
        for words, number in (
            (self._people_words, self._people),
            (body(used_words, name="laptop_used_words", theme=theme), self._used),
        ):
            row = QHBoxLayout()
            row.addWidget(words, 1)
            row.addWidget(number)
            self.content.addLayout(row)
            self.content.addWidget(rule())
        if codes:
            note = tr(
                "Only the survey lead makes codes, and keeps some spares. This laptop cannot print more. "
                "For a lost slip, a newcomer or a wrong headcount, ask the survey lead."
            )
        else:
            note = tr("This survey uses no code slips, so somebody could answer more than once.")
        self.content.addWidget(hint(note, name="laptop_codes_note", theme=theme))
        self.forgot: Button = link_button(tr("Forgot the PIN?"), "laptop_forgot", theme=theme)
        self.content.addWidget(self.forgot)

    def show_all(self, people: int, answered: int) -> None:
        """Show the numbers of all teams together, until one is chosen."""
        set_text(self._people_words, tr("People in all teams"))
        set_text(self._people, str(people))
        set_text(self._used, str(answered))

    def show_team(self, team: Team, answered: int) -> None:
        """Show a team's numbers."""
        set_text(self._people_words, tr("People in {team}", team=team.name))
        set_text(self._people, str(team.headcount))
        set_text(self._used, str(answered))


def seal_words_card(words: Sequence[str], theme: Theme) -> Card:
    """Return the card with the three words."""
    card = Card(None, "laptop_words", theme=theme, kind="seal-words")
    named(card, "laptop_words", tr("Seal words: {words}", words=", ".join(words)), "seal-words")
    set_sheet(
        card,
        f'QFrame[kind="seal-words"] {{ background: {palette.TEAL_TINT}; border: 1px solid {palette.LINE};'
        f" border-radius: {theme.px(10)}px; }}",
    )
    card.content.addWidget(hint(tr("Seal words for this survey"), name="laptop_words_title", theme=theme))
    card.content.addWidget(label(GAP.join(words), theme.font(H2 + 1, Weight.BOLD), name="laptop_words_shown"))
    note = tr("They stand on the lead’s notice and on the welcome page.")
    card.content.addWidget(hint(note, name="laptop_words_note", theme=theme))
    return card


def stored_card(custody: Custody, theme: Theme) -> Card:
    """Return what this laptop stores and what it does not."""
    card = Card(tr("What is stored here"), "laptop_stored", theme=theme)
    lines = [(True, tr("Sealed answers, in shuffled order"))]
    if custody.one_time_codes:
        lines.append((True, tr("Which codes have been used")))
    lines += [(False, tr("No names, times or order")), (False, tr("No way to open the answers"))]
    for number, (stored, words) in enumerate(lines):
        icon, colour = (IconName.CHECK, palette.SUCCESS_TEXT) if stored else (IconName.CROSS, palette.INK_2)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        row.addWidget(IconView(icon, theme.px(18), colour))
        row.addWidget(hint(words, name=f"laptop_stored_{number}", theme=theme), 1)
        card.content.addLayout(row)
    return card
