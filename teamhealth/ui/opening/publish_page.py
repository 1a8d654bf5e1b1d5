"""The last page before results: what will be shown, what stays hidden, and publishing for good."""

from functools import partial

from PySide6.QtCore import Signal

from teamhealth.publication.types import Publication
from teamhealth.services.opening import Opened, publish
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.opening.publishing import Publishing, PublishWords
from teamhealth.ui.opening.release_words import hidden_lines, shown_lines
from teamhealth.ui.opening.steps import opening_steps


class PublishPage(Publishing):
    """``published`` carries the survey's id."""

    published = Signal(str)
    leads_to = "teamhealth.ui.results.room"

    def __init__(self, workspace: Workspace, opened: Opened, withheld: frozenset[str]) -> None:
        super().__init__(opened, withheld, partial(publish, workspace), _words(opened, withheld))

    def _on_published(self, publication: Publication) -> None:
        self.published.emit(publication.survey.id)


def _words(opened: Opened, withheld: frozenset[str]) -> PublishWords:
    survey = opened.survey
    return PublishWords(
        subtitle=tr("{survey} · {team}", survey=survey.title, team=survey.teams[0].name),
        steps=opening_steps(),
        warnings=(("publish_damaged", _damaged_words(opened)),) if opened.damaged else (),
        shown=shown_lines(opened, len(withheld)),
        hidden=hidden_lines(opened),
        go=tr("Publish the results"),
        said=tr("Nothing is sent: results stand on this laptop. They cannot change, and late answers are refused."),
    )


def _damaged_words(opened: Opened) -> str:
    damaged = trn(
        "{count} sealed answer is damaged and cannot be opened.",
        "{count} sealed answers are damaged and cannot be opened.",
        opened.damaged,
    )
    others = tr("All others are complete.")
    return f"{damaged} {others}"
