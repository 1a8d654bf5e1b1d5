"""The survey file, `.thsurvey`: what a laptop needs to collect answers that it cannot open."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from teamhealth.exchange.whole_file import read_whole
from teamhealth.failures import SurveyUnfit
from teamhealth.publication.questions_consistency import questionnaire_problems
from teamhealth.sealing.code_hashes import DIGEST_BYTES, CodeLock
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.envelope import check_fits
from teamhealth.sealing.keys import KEY_BYTES, SALT_BYTES
from teamhealth.sealing.lead_key import MOST_CODES
from teamhealth.settings import canonical
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.settings.canonical import Flaw, Form, NotCanonical
from teamhealth.survey.asked_together import clash_sentences
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.questions import lay_out
from teamhealth.survey.sound import survey_problems
from teamhealth.survey.survey import Survey

KIND = "team-health-survey"
FORMAT_VERSION = 1
LARGEST_BYTES = 16 * 1024 * 1024
MOST_QUESTIONS = 200

_Digest = Annotated[bytes, msgspec.Meta(min_length=DIGEST_BYTES, max_length=DIGEST_BYTES)]
_Digests = Annotated[tuple[_Digest, ...], msgspec.Meta(min_length=1, max_length=MOST_CODES)]
_Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
_Key = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]


@dataclass(frozen=True, slots=True)
class CodeHashes:
    """Slow hashes of a survey's one-time codes, sorted, and what deriving one costs."""

    salt: _Salt
    operations: int
    memory_bytes: int
    hashes: _Digests

    @property
    def lock(self) -> CodeLock:
        """Salt and cost, to hash a typed code with."""
        return CodeLock(self.salt, self.operations, self.memory_bytes)


@dataclass(frozen=True, slots=True)
class SurveyFile:
    """A survey, the public half of its key, and its codes' hashes, if it uses codes."""

    survey: Survey
    public_key: _Key
    codes: CodeHashes | None = None


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    sha256: str
    survey: SurveyFile
    version: int


def _form() -> Form[_Envelope]:
    return Form(KIND, _Envelope, FORMAT_VERSION, LARGEST_BYTES)


def write_survey(file: SurveyFile, path: Path) -> None:
    """Write a survey file, whole or not at all; FileUnwritable otherwise."""
    write_atomically(path, survey_document(file))


def read_survey(path: Path) -> SurveyFile:
    """Return what a survey file holds, whatever its extension; FileUnreadable for any other file."""
    return read_whole(path, LARGEST_BYTES, parse_survey)


def survey_document(file: SurveyFile) -> bytes:
    """Return the bytes of a survey file."""
    return canonical.write(_Envelope(KIND, canonical.sha256(file), file, FORMAT_VERSION))


def parse_survey(data: bytes) -> SurveyFile:
    """Return what the bytes of a survey file hold; NotCanonical for any others."""
    envelope = canonical.read(data, _form())
    if canonical.sha256(envelope.survey) != envelope.sha256:
        raise NotCanonical("the hash does not match", Flaw.DAMAGED)
    for clash in clash_sentences(envelope.survey.survey.questionnaires):
        # Nothing was changed in it: it was made of two questionnaires that cannot be told apart.
        raise NotCanonical(clash, Flaw.TWICE)
    problem = _problem(envelope.survey)
    if problem is not None:
        raise NotCanonical(problem, Flaw.DAMAGED)
    return envelope.survey


def json_schema() -> bytes:
    """Return the JSON Schema of a survey file."""
    return canonical.schema(_form())


def _problem(file: SurveyFile) -> str | None:
    found = [*survey_problems(file.survey), *questionnaire_problems(file.survey.questionnaires)]
    if found:
        return found[0]
    if file.survey.custody.kind is not CustodyKind.LEAD:
        return "the key to this survey is not a survey lead's"
    if sum(each.question_count for each in file.survey.questionnaires) > MOST_QUESTIONS:
        return "there are too many questions"
    try:
        check_fits(lay_out(file.survey), file.survey.id, file.survey.teams[0].id)
    except SurveyUnfit:
        return "the fullest response would not fit its envelope"
    return _codes_problem(file)


def _codes_problem(file: SurveyFile) -> str | None:
    if (file.codes is not None) != file.survey.custody.one_time_codes:
        return "there are codes where none are used, or none where there should be"
    if file.codes is None:
        return None
    if not KeyCost(file.codes.operations, file.codes.memory_bytes).allowed:
        return "the cost of the codes' hashes is not allowed"
    if list(file.codes.hashes) != sorted(set(file.codes.hashes)):
        return "the codes' hashes are not sorted, or one is there twice"
    return None
