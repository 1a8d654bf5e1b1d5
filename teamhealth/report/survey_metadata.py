"""What a document about a survey's results says of itself."""

from teamhealth.publication.types import SurveyFacts
from teamhealth.report.fonts import one_line
from teamhealth.report.metadata import Attachments, Metadata
from teamhealth.survey.foreign_words import foreign_words


def metadata_of_survey(facts: SurveyFacts, title: str, identity: str, attachments: Attachments = ()) -> Metadata:
    """Return it; ``identity`` says what the document is of, and with figures attached it is made to be archived."""
    return Metadata(
        title=one_line(title),
        subject=one_line(f"{facts.organisation.name}: {facts.title}"),
        day=facts.published,
        identity=identity,
        attachments=attachments,
        foreign=foreign_words(facts.questionnaires, one_line),
    )
