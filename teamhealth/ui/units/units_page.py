"""All services and teams of each organisation, what has become of them, and renaming, merging and closing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from teamhealth.services.units import OrganisationUnits, ServiceUnits
from teamhealth.survey.units import Unit
from teamhealth.texts.catalogue import tr
from teamhealth.ui.units.unit_row import UnitRow
from teamhealth.ui.units.unit_words import history_words
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, heading


class UnitsPage(Page):
    """The signals carry a unit, those of merging also the others that it could merge with."""

    rename_asked = Signal(object)
    merge_asked = Signal(object, object)
    close_asked = Signal(object)
    reopen_asked = Signal(object)

    def __init__(self, found: Sequence[OrganisationUnits]) -> None:
        words = tr("What you say here is told with the next round’s results. Rounds before keep their names.")
        super().__init__(tr("Teams and services"), "units_page", subtitle=words, crumb=tr("Workforce figures"))
        self._partners: dict[str, tuple[Unit, ...]] = {}
        for each in found:
            if len(found) > 1:
                name = f"organisation_{each.organisation.id}"
                self.body.addWidget(heading(each.organisation.name, 2, name=name, theme=self.theme))
            self._find_partners(each)
            for service in each.services:
                self.body.addWidget(self._card(service, each))
        if not any(each.services for each in found):
            card = Card(tr("No teams yet"), "no_units", theme=self.theme)
            text = tr("Teams come here with your first survey, or with a file of workforce figures.")
            card.content.addWidget(body(text, name="no_units_words", theme=self.theme))
            self.body.addWidget(card)
        self.body.addStretch(1)
        rows = self.findChildren(UnitRow)
        if rows:
            self.start_at(rows[0].first)
        self.lead_back_on_escape()

    def _card(self, service: ServiceUnits, known: OrganisationUnits) -> Card:
        card = Card(None, f"service_{service.service.id}", theme=self.theme)
        card.setAccessibleName(service.service.name)
        card.content.addWidget(self._row(service.service, known))
        live = [team for team in service.teams if team.ending is None]
        ended = [team for team in service.teams if team.ending is not None]
        for team in (*live, *ended):
            card.content.addWidget(rule(name=f"rule_{team.id}"))
            card.content.addWidget(self._row(team, known))
        return card

    def _row(self, unit: Unit, known: OrganisationUnits) -> UnitRow:
        partners = self._partners.get(unit.id, ())
        row = UnitRow(unit, history_words(unit, known), self.theme, can_merge=bool(partners))
        row.rename_asked.connect(self.rename_asked)
        row.close_asked.connect(self.close_asked)
        row.reopen_asked.connect(self.reopen_asked)
        row.merge_asked.connect(self._on_merge_asked)
        return row

    def _find_partners(self, known: OrganisationUnits) -> None:
        for there in (known.teams, tuple(service.service for service in known.services)):
            live = [each for each in there if each.ending is None]
            for each in live:
                self._partners[each.id] = tuple(other for other in live if other.id != each.id)

    def _on_merge_asked(self, unit: Unit) -> None:
        self.merge_asked.emit(unit, self._partners[unit.id])
