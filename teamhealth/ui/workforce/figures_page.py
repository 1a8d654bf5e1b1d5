"""The rates of teams, services and council, beside the DfE's; never mixed into a survey's figures."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from teamhealth.services.workforce import Workforce
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_words import beside_sentence, left_out_sentence, rate_meaning, rate_name
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.theme import SPACE_12, SPACE_24
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import numbered_list
from teamhealth.ui.widgets.text import body, hint
from teamhealth.ui.workforce.figure_tables import rates_table


class FiguresPage(Page):
    """``entry_asked`` to type figures, ``file_asked`` and ``reference_asked`` to read a file, ``teams_asked``."""

    entry_asked = Signal()
    file_asked = Signal()
    reference_asked = Signal()
    teams_asked = Signal()

    def __init__(self, found: Sequence[Workforce], today: date, *, enterable: bool) -> None:
        super().__init__(tr("Workforce figures"), "workforce_page", subtitle=beside_sentence())
        made = secondary_button if enterable else primary_button
        file = made(tr("Take from a file"), "workforce_file", IconName.FOLDER, theme=self.theme)
        enter = primary_button(tr("Enter figures"), "workforce_enter", IconName.PENCIL, theme=self.theme)
        file.clicked.connect(self.file_asked)
        enter.clicked.connect(self.entry_asked)
        self.action_row.addWidget(file)
        self.action_row.addWidget(enter)
        # Nothing can be entered of teams that neither this computer knows nor results that are open.
        enter.setVisible(enterable)
        self._add_links(known=bool(found))
        for number, each in enumerate(found):
            if each.any:
                self._show(each, number, today)
        if not any(each.any for each in found):
            self._say_how_to_begin(enterable=enterable)
        else:
            self.body.addWidget(self._meanings())
        self.body.addStretch(1)
        self.start_at(enter if enterable else file)

    def _add_links(self, *, known: bool) -> None:
        reference = link_button(tr("Take in the DfE’s newest rates"), "workforce_reference", theme=self.theme)
        teams = link_button(tr("Teams and services: rename, merge, close"), "workforce_teams", theme=self.theme)
        reference.clicked.connect(self.reference_asked)
        teams.clicked.connect(self.teams_asked)
        links = Flow(self.theme, gap=SPACE_24)
        links.addWidget(reference)
        links.addWidget(teams)
        self.body.addLayout(links)
        # Only now: before it has a place on the page, showing it would open a window of its own.
        teams.setVisible(known)

    def _show(self, of: Workforce, number: int, today: date) -> None:
        rates = rates_table(of, number, today)
        card = Card(rates.title, f"workforce_card_{number}", theme=self.theme)
        card.content.addWidget(WordsView(rates, self.theme))
        left_out = left_out_sentence(of.shown.council, *(each.service for each in of.shown.services))
        if left_out:
            card.content.addWidget(hint(left_out, name=f"workforce_left_out_{number}", theme=self.theme))
        sources = and_list(list(dict.fromkeys(each.source for each in of.references)))
        words = tr("Published by: {sources}.", sources=sources)
        card.content.addWidget(hint(words, name=f"workforce_sources_{number}", theme=self.theme))
        if any(each.is_old(today) for each in of.references):
            words = tr("Old means more than two years back. Take the DfE’s newest file to replace it.")
            card.content.addWidget(hint(words, name=f"workforce_old_{number}", theme=self.theme))
        self.body.addWidget(card)

    def _meanings(self) -> Card:
        card = Card(tr("How they are worked out"), "workforce_meanings", theme=self.theme)
        for rate in Rate:
            words = tr("{rate}: {meaning}.", rate=rate_name(rate), meaning=rate_meaning(rate))
            card.content.addWidget(hint(words, name=f"meaning_{rate.value}", theme=self.theme))
        return card

    def _say_how_to_begin(self, *, enterable: bool) -> None:
        card = Card(tr("No workforce figures yet"), "no_workforce", theme=self.theme)
        words = tr("They stand beside a survey’s results, so that both can be read together.")
        card.content.addWidget(body(words, name="no_workforce_words", theme=self.theme))
        card.content.addSpacing(self.theme.px(SPACE_12))
        first = (
            tr("Enter what you know of a team or a service, or take a file that HR’s system gives.")
            if enterable
            else tr(
                "Take a file that HR’s system gives: teams that are new here are added."
                " Or open a results file of several teams, and type figures of those."
            )
        )
        sentences = (
            first,
            tr("Take the DfE’s yearly file, so that your council’s, your region’s and England’s rates stand beside."),
        )
        card.content.addWidget(numbered_list(sentences, name="no_workforce_steps", theme=self.theme))
        columns = tr(
            "The file has a row for each team or service and date, and columns such as:"
            " Team, Service, Date, Headcount, Establishment, In post, Vacancies, Agency, Leavers, Days lost,"
            " Working days, Cases, Case holders."
        )
        card.content.addWidget(hint(columns, name="no_workforce_columns", theme=self.theme))
        small = tr("A team of fewer than 5 people is shown with its service only. Absence never stands for one team.")
        card.content.addWidget(hint(small, name="no_workforce_small", theme=self.theme))
        self.body.addWidget(card)
