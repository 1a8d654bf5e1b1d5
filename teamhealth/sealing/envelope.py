"""One response in an envelope of fixed size, that only its survey's private key opens.

Inside is canonical UTF-8 JSON, filled up with spaces. An envelope is accepted only if writing what was read gives
the very same bytes, so unknown fields, duplicate keys and clever spacing are all refused.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import msgspec

from teamhealth.failures import EnvelopeDamaged, ResponseTooLarge, SurveyUnfit
from teamhealth.sealing.envelope_size import CONTENT_BYTES, ENVELOPE_BYTES
from teamhealth.sealing.keys import KeyPair
from teamhealth.survey.comment_size import comment_fits
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questions import QuestionKind, Section
from teamhealth.survey.response import COMMENT_BYTES, COMMENT_CHARACTERS, Response

FORMAT_VERSION = 1
LONGEST_CODE = 32
MOST_ALIKE = 1_000_000

Unsealer = Callable[[bytes], Response]

_Identity = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}\\Z")]
_QuestionId = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
_Code = Annotated[int, msgspec.Meta(ge=0, le=9)]
_Comment = Annotated[str, msgspec.Meta(min_length=1, max_length=COMMENT_CHARACTERS)]
_OneTimeCode = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_CODE)]
_Alike = Annotated[int, msgspec.Meta(ge=0, le=MOST_ALIKE)]

if TYPE_CHECKING:
    from nacl.public import PrivateKey, SealedBox


# What was collected sealed says nothing of it, so that its envelope is the same as ever.
class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    answers: dict[_QuestionId, _Code]
    comments: dict[_QuestionId, _Comment]
    code: _OneTimeCode | None
    survey: _Identity
    team: _Identity
    version: int
    elsewhere: bool = False
    alike: _Alike | None = None


def seal(response: Response, public: bytes) -> bytes:
    """Seal a response with a survey's public key.

    Parameters
    ----------
    response : Response
    public : bytes
        32 bytes.

    Returns
    -------
    bytes
        Always ``ENVELOPE_BYTES`` long.

    Raises
    ------
    ResponseTooLarge
        If it or one of its comments is too long.
    ValueError
        If it is no response that could be opened again, such as one with an empty comment.
    """
    from nacl.public import PublicKey, SealedBox

    if any(not comment_fits(text) for text in response.comments.values()):
        raise ResponseTooLarge
    written = _written(response)
    if len(written) > CONTENT_BYTES:
        raise ResponseTooLarge
    padded = written.ljust(CONTENT_BYTES)
    # What could not be read again must never be sealed: nobody would know until the survey is opened.
    if _read(padded) != response:
        raise ValueError("not a response that can be opened again")
    return bytes(SealedBox(PublicKey(public)).encrypt(padded))


def unseal(envelope: bytes, pair: KeyPair) -> Response:
    """Open an envelope.

    Raises
    ------
    EnvelopeDamaged
        If it is of another size, for another key, changed, or holds anything but a response. Whether the response
        belongs where the envelope lay is for the caller to compare.
    """
    return unsealer(pair)(envelope)


def unsealer(pair: KeyPair) -> Unsealer:
    """Return what opens envelopes of one key, as above; made once, it opens many in half the time."""
    from nacl.public import PrivateKey, SealedBox

    return partial(_unseal, SealedBox(PrivateKey(pair.private)))


def _unseal(box: "SealedBox[PrivateKey]", envelope: bytes) -> Response:
    if len(envelope) != ENVELOPE_BYTES:
        raise EnvelopeDamaged
    from nacl.exceptions import CryptoError

    try:
        padded = box.decrypt(envelope)
    except CryptoError:
        raise EnvelopeDamaged from None
    response = _read(padded)
    if response is None:
        raise EnvelopeDamaged
    return response


def check_fits(sections: tuple[Section, ...], survey_id: str, team_id: str) -> None:
    """Check that the fullest response to these questions would fit an envelope.

    Every comment counts at its longest, and a one-time code of the longest form is added.

    Raises
    ------
    SurveyUnfit
        If it would not.
    """
    questions = [question for section in sections for question in section.questions]
    response = Response(
        survey=SurveyId(survey_id),
        team=TeamId(team_id),
        answers={question.id: 9 for question in questions if question.kind is not QuestionKind.COMMENT},
        comments={question.id: "x" * COMMENT_BYTES for question in questions if question.kind is QuestionKind.COMMENT},
        code="X" * LONGEST_CODE,
        elsewhere=True,
        alike=MOST_ALIKE,
    )
    if len(_written(response)) > CONTENT_BYTES:
        raise SurveyUnfit


def _written(response: Response) -> bytes:
    content = _Content(
        answers=dict(response.answers),
        comments=dict(response.comments),
        code=response.code,
        survey=response.survey,
        team=response.team,
        version=FORMAT_VERSION,
        elsewhere=response.elsewhere,
        alike=response.alike,
    )
    return _encoded(content)


def _encoded(content: _Content) -> bytes:
    try:
        return msgspec.json.encode(content, order="sorted")
    except UnicodeEncodeError:
        # The error itself holds the text.
        raise ValueError("a text that is not Unicode") from None


def _read(padded: bytes) -> Response | None:
    """Return the response, or None; what was wrong is not told, since the words would quote it."""
    try:
        # Without the padding, which takes longer to read than what was written.
        content = msgspec.json.decode(padded[: padded.rfind(b"}") + 1], type=_Content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if content.version != FORMAT_VERSION or _encoded(content).ljust(CONTENT_BYTES) != padded:
        return None
    if any(not comment_fits(text) for text in content.comments.values()):
        return None
    return Response(
        SurveyId(content.survey),
        TeamId(content.team),
        content.answers,
        content.comments,
        content.code,
        content.elsewhere,
        content.alike,
    )
