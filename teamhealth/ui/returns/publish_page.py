"""The last page before several teams' results: what will be shown of each, what stays hidden, what did not count."""

from PySide6.QtCore import Signal

from teamhealth.failures import TeamHidden
from teamhealth.publication.types import Publication
from teamhealth.services.opened import Opened
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opening.publishing import Publish, Publishing, PublishWords
from teamhealth.ui.returns.publish_words import crowded_words, hidden_lines, publish_words, refused_words, shown_lines
from teamhealth.ui.returns.words import return_steps


class TeamsPublishPage(Publishing):
    """``published`` carries the publication."""

    published = Signal(object)

    def __init__(self, opened: Opened, withheld: frozenset[str], publish: Publish) -> None:
        super().__init__(opened, withheld, publish, _words(opened, withheld))

    def _on_published(self, publication: Publication) -> None:
        self.published.emit(publication)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, TeamHidden):
            # A team that came later and has too few answers that count: there is nothing to publish, as was said here.
            self.stopped.emit()
        else:
            super()._on_failed(error)


def _words(opened: Opened, withheld: frozenset[str]) -> PublishWords:
    warnings = (("publish_refused", refused_words(opened.refused)), ("publish_crowded", crowded_words(opened)))
    return PublishWords(
        subtitle=opened.survey.title,
        steps=return_steps(),
        warnings=tuple((name, words) for name, words in warnings if words),
        shown=shown_lines(opened, len(withheld)),
        hidden=hidden_lines(opened),
        go=publish_words(opened),
        said=tr("Nothing is sent: results stand on this computer. They cannot change then."),
    )
