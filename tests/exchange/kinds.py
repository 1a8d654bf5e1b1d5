"""The kinds of files that travel, each with good bytes, its reader, and its body, for tests that go through all."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import msgspec

from teamhealth.exchange import key_file, return_file, survey_file
from teamhealth.exchange.key_file import KeyFile
from teamhealth.exchange.return_file import Return
from teamhealth.publication import document, part
from teamhealth.sealing.envelope import seal
from teamhealth.sealing.lead_key import wrap_secret
from teamhealth.settings.canonical import NotCanonical
from tests.answers import random_people, team_id
from tests.exchange.spoiling import Json
from tests.invented import TEAM_ID, publication
from tests.lead import CHEAP, WORDS, made


@dataclass(frozen=True)
class Kind:
    """A kind of file: good bytes, a reader that gives bytes back from what it read, and where the hash is of."""

    name: str
    good: bytes
    rewrite: Callable[[bytes], bytes]
    body: str
    schema: Callable[[], bytes]

    def seal(self, document: dict[str, Json]) -> bytes:
        """Return a document as somebody would forge it: in canonical form and with a hash that fits."""
        if self.body in document:
            inner = msgspec.json.encode(document[self.body], order="sorted")
            document = {**document, "sha256": hashlib.sha256(inner).hexdigest()}
        return msgspec.json.encode(document, order="sorted")

    def refusal(self, data: bytes) -> str | None:
        """Return why bytes are refused; None if they are read, and then they must be what would be written."""
        try:
            written = self.rewrite(data)
        except NotCanonical as error:
            return error.flaw.value
        if written != data:
            raise AssertionError(f"{self.name}: what was read is not what was written")
        return None


def kinds() -> tuple[Kind, ...]:
    """Return one of each, small enough to be spoilt often."""
    lead = made()
    people = random_people(lead.file.survey, 1, 1, team_id(0))
    sealed = frozenset((team_id(0), seal(each, lead.file.public_key)) for each in people)
    wrapped = wrap_secret(lead.secret, WORDS, CHEAP, Random(1).randbytes)
    return (
        Kind(
            "thsurvey",
            survey_file.survey_document(lead.file),
            lambda data: survey_file.survey_document(survey_file.parse_survey(data)),
            "survey",
            survey_file.json_schema,
        ),
        Kind(
            "thkey",
            key_file.key_document(KeyFile(lead.file.survey.id, wrapped)),
            lambda data: key_file.key_document(key_file.parse_key(data)),
            "wrapped",
            key_file.json_schema,
        ),
        Kind(
            "threturn",
            return_file.return_document(Return(lead.file.survey.id, sealed)),
            lambda data: return_file.return_document(return_file.parse_return(data)),
            "returned",
            return_file.json_schema,
        ),
        Kind(
            "thresults",
            document.write_document(publication(12)),
            lambda data: document.write_document(document.read_document(data)),
            "publication",
            document.json_schema,
        ),
        Kind(
            "thresults-part",
            part.write_part(part.part_of(publication(12), TEAM_ID)),
            lambda data: part.write_part(part.read_part(data)),
            "part",
            part.json_schema,
        ),
    )
