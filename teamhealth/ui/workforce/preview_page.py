"""What a file would bring, looked at before anything of it is stored."""

from teamhealth.services.workforce_import import PlannedImport
from teamhealth.survey.units import UnitKind
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list
from teamhealth.ui.file_look import FileLook
from teamhealth.ui.widgets.note import NoteKind
from teamhealth.ui.widgets.text import hint
from teamhealth.ui.workforce.figure_tables import MOST_ROWS, preview_table

_MOST_NAMES = 12


class PreviewPage(FileLook):
    """The figures of a file, with what is new here and what is not used.

    Parameters
    ----------
    planned : PlannedImport
    opened : frozenset of str
        The names of teams and services in the results files that are open.
    """

    def __init__(self, planned: PlannedImport, opened: frozenset[str] = frozenset()) -> None:
        super().__init__(
            "preview",
            tr("Look at it before it is taken in"),
            _counted(planned),
            _notes(planned, opened),
            preview_table(planned),
            crumb=tr("Workforce figures"),
        )
        more = len(planned.figures) - MOST_ROWS
        if more > 0:
            words = trn("And {count} more row.", "And {count} more rows.", more)
            self.card.content.addWidget(hint(words, name="preview_more", theme=self.theme))
        self.offer(tr("Take it all in"), tr("Take nothing"))


def _counted(planned: PlannedImport) -> str:
    teams, services = planned.count(UnitKind.TEAM), planned.count(UnitKind.SERVICE)
    counted = [trn("{count} team", "{count} teams", teams)] if teams else []
    if services:
        counted.append(trn("{count} service", "{count} services", services))
    return tr("{file}: {counted} of {organisation}.", file=planned.file, counted=and_list(counted),
              organisation=planned.organisation.name)  # fmt: skip


def _notes(planned: PlannedImport, opened: frozenset[str]) -> list[tuple[NoteKind, str]]:
    found: list[tuple[NoteKind, str]] = []
    known = [each.name for each in planned.new_units if each.name in opened]
    new = [each.name for each in planned.new_units if each.name not in opened]
    if known:
        words = tr("Added if you take it in, as they are in the results that are open: {names}.", names=_named(known))
        found.append((NoteKind.INFO, words))
    if new:
        words = tr("New here, and added if you take it in: {names}. Check that none is misspelt.", names=_named(new))
        found.append((NoteKind.WARNING, words))
    found += [(NoteKind.INFO, each) for each in planned.notes]
    if planned.unused:
        words = tr("Not used: {columns}.", columns=", ".join(planned.unused))
        found.append((NoteKind.INFO, words))
    return found


def _named(names: list[str]) -> str:
    return and_list(names if len(names) <= _MOST_NAMES else [*names[:_MOST_NAMES], tr("others")])
