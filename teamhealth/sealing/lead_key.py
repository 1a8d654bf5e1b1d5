"""What a survey lead alone holds: the private key and the codes' fast hashes, wrapped together under a passphrase."""

from dataclasses import dataclass, field
from typing import Annotated

import msgspec

from teamhealth.failures import WrongPassphrase
from teamhealth.sealing.code_hashes import CODE_KEY_BYTES, DIGEST_BYTES
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.keys import KEY_BYTES, Entropy, KeyPair, WrappedKey, pair_of, unwrap_bytes, wrap_bytes
from teamhealth.survey.ids import SurveyId

FORMAT_VERSION = 1
MOST_CODES = 100_000

_Identity = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}\\Z")]
_Key = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]
_CodeKey = Annotated[bytes, msgspec.Meta(min_length=CODE_KEY_BYTES, max_length=CODE_KEY_BYTES)]
_Digest = Annotated[bytes, msgspec.Meta(min_length=DIGEST_BYTES, max_length=DIGEST_BYTES)]
_Hash = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}\\Z")]
_Digests = Annotated[list[_Digest], msgspec.Meta(max_length=MOST_CODES)]


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    code_key: _CodeKey
    codes: _Digests
    private: _Key
    survey: _Identity
    version: int
    promises: _Hash | None = None


@dataclass(frozen=True, slots=True)
class LeadSecret:
    """A survey's private key (32 bytes), and the keyed hashes of its codes; nothing secret is printed.

    ``promises`` is the hash of what the survey promised and asked when the key was made, so that a survey file which
    somebody changed is noticed.
    """

    survey: SurveyId
    private: bytes = field(repr=False)
    code_key: bytes = field(repr=False)
    codes: frozenset[bytes] = field(repr=False)
    promises: str | None = None

    @property
    def pair(self) -> KeyPair:
        """The private key with its public half."""
        return pair_of(self.private)


def wrap_secret(secret: LeadSecret, passphrase: str, cost: KeyCost, entropy: Entropy) -> WrappedKey:
    """Wrap the secret with a passphrase; TooLittleMemory if the computer cannot bear the cost."""
    content = _Content(
        secret.code_key, sorted(secret.codes), secret.private, secret.survey, FORMAT_VERSION, secret.promises
    )
    return wrap_bytes(msgspec.json.encode(content, order="sorted"), passphrase, cost, entropy)


def unwrap_secret(wrapped: WrappedKey, passphrase: str) -> LeadSecret:
    """Return the secret.

    Raises
    ------
    WrongPassphrase
        If it does not open, which damage also brings about.
    TooLittleMemory
        If nothing could be tried.
    """
    written = unwrap_bytes(wrapped, passphrase)
    try:
        content = msgspec.json.decode(written, type=_Content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # The words of the error would quote what is secret.
        raise WrongPassphrase from None
    if content.version != FORMAT_VERSION or msgspec.json.encode(content, order="sorted") != written:
        raise WrongPassphrase
    return LeadSecret(
        SurveyId(content.survey), content.private, content.code_key, frozenset(content.codes), content.promises
    )
