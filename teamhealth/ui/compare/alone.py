"""Results of one team only: why they are not compared, and the way to them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from teamhealth.publication.taken_part import is_from_part
from teamhealth.publication.types import Publication
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list
from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind

_MOST = 5


def is_alone(publication: Publication) -> bool:
    """Return whether results are of one team: its part, a survey of one team, or a team that came later."""
    return len(publication.teams) == 1


def why_alone(alone: Sequence[Publication]) -> str:
    """Return why results of one team are not compared, and what can be done with them."""
    said = [tr("There is nothing beside one team to compare it with.")]
    taken = [each for each in alone if is_from_part(each) or each.after is not None]
    if taken:
        said.append(tr("Ask the survey lead for the whole results file."))
    if len(taken) < len(alone):
        said.append(tr("Trends follows a team that was asked by itself over its rounds."))
    return " ".join(said)


class AloneLinks(QWidget):
    """A link to each of them; ``chosen`` carries the publication."""

    chosen = Signal(object)

    def __init__(self, alone: Sequence[Publication], name: str, theme: Theme) -> None:
        super().__init__()
        named(self, name, "")
        self.row = Flow(theme, gap=SPACE_16)
        self.setLayout(self.row)
        for number, each in enumerate(alone[:_MOST]):
            link = link_button(tr("See {team}", team=_called(each)), f"{name}_{number}", theme=theme)
            link.clicked.connect(partial(self.chosen.emit, each))
            self.row.addWidget(link)


class AloneNote(Note):
    """Hidden until results of one team were opened beside others; ``chosen`` carries the publication."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(NoteKind.INFO, "", "alone_note", theme=theme)
        self._theme = theme
        self._links: AloneLinks | None = None
        self.hide()

    def show_alone(self, alone: Sequence[Publication]) -> None:
        """Name these results; without any, there is nothing to say."""
        if self._links is not None:
            self._links.hide()
            self._links.deleteLater()
            self._links = None
        if not alone:
            self.hide()
            return
        self.say(NoteKind.INFO, tr("Not compared: {names}. {why}", names=_names(alone), why=why_alone(alone)))
        self._links = AloneLinks(alone, "alone_see", self._theme)
        self._links.chosen.connect(self.chosen)
        away = link_button(tr("Close this note"), "alone_away", theme=self._theme)
        away.clicked.connect(self.hide)
        self._links.row.addWidget(away)
        self.content.addWidget(self._links)
        self.show()


def _names(alone: Sequence[Publication]) -> str:
    named_ = [_called(each) for each in alone[:_MOST]]
    left = len(alone) - len(named_)
    return and_list([*named_, trn("{count} more", "{count} more", left)] if left else named_)


def _called(publication: Publication) -> str:
    return tr("{team} ({round})", team=publication.teams[0].name, round=publication.survey.wave.name)
