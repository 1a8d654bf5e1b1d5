"""A copy of the data before one answer and one after it, in the hands of somebody without the key.

The two copies do single out the new envelope: no setting of a database can prevent that. What protects it is that the
key is not there, and that an envelope cannot be guessed by sealing what somebody may have answered.
"""

import base64
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from nacl.bindings import crypto_box, crypto_box_seal_open
from nacl.public import PrivateKey

from teamhealth.failures import EnvelopeDamaged, NoSuchSurvey
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.envelope import seal, unseal
from teamhealth.sealing.keys import KeyPair, new_key_pair, unwrap, wrap
from teamhealth.storage import box, keys, surveys
from teamhealth.storage.database import Database
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.response import Response
from tests.attacks.boxes import NAME
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.storage.rooms import CREATED, folder_bytes

CHEAP = KeyCost(operations=1, memory_bytes=8 * 1024)
PHRASE = "quiet harbour kettle ninety"
ITEMS = [item.id for item in survey().questionnaires[0].items]
Sealing = Callable[[Response, KeyPair], bytes]


def answered(number: int) -> Response:
    return Response(SURVEY_ID, TEAM_ID, {item: 1 + (number + place) % 5 for place, item in enumerate(ITEMS)}, {})


def laptop(folder: Path, custody: CustodyKind, pair: KeyPair, random: Random) -> Database:
    """Return a laptop's data with five answers; the wrapped key lies there unless a lead has it."""
    folder.mkdir()
    made = Database(folder / NAME)
    with made.connect() as store:
        surveys.save(store, survey(custody=Custody(custody)), pair.public, CREATED)
        if custody is not CustodyKind.LEAD:
            keys.save(store, SURVEY_ID, wrap(pair.private, PHRASE, CHEAP, random.randbytes), None)
    for number in range(5):
        send(made, answered(number), pair, random)
    return made


def send(made: Database, response: Response, pair: KeyPair, random: Random) -> None:
    with made.connect() as store:
        box.add(store, SURVEY_ID, TEAM_ID, seal(response, pair.public), entropy=random.randbytes)


def envelopes_in(folder: Path) -> set[bytes]:
    with Database(folder / NAME).connect() as store:
        return {sealed for _, sealed in box.envelopes(store, SURVEY_ID)}


def the_one_in_between(tmp_path: Path, custody: CustodyKind, pair: KeyPair) -> bytes:
    """Copy the data before and after one more answer, and return the envelope that is new."""
    random = Random(1)
    made = laptop(tmp_path / "data", custody, pair, random)
    shutil.copytree(tmp_path / "data", tmp_path / "before")
    send(made, answered(7), pair, random)
    shutil.copytree(tmp_path / "data", tmp_path / "after")
    (new,) = envelopes_in(tmp_path / "after") - envelopes_in(tmp_path / "before")
    return new


def test_with_a_lead_the_new_envelope_is_found_but_nothing_on_the_laptop_opens_it(tmp_path: Path) -> None:
    pair = new_key_pair()
    new = the_one_in_between(tmp_path, CustodyKind.LEAD, pair)
    with Database(tmp_path / "after" / NAME).connect() as store, pytest.raises(NoSuchSurvey):
        keys.load_wrapped(store, SURVEY_ID)
    private = pair.private
    shapes = (private, private.hex().encode(), private.hex().upper().encode(), base64.b64encode(private).rstrip(b"="))
    for copy in ("before", "after"):
        for content in folder_bytes(tmp_path / copy).values():
            assert not any(shape in content for shape in shapes)
            assert private[:12] not in content
    with pytest.raises(EnvelopeDamaged):
        unseal(new, KeyPair(pair.public, new_key_pair().private))


def test_the_search_for_the_key_finds_one_that_is_there(tmp_path: Path) -> None:
    pair = new_key_pair()
    made = laptop(tmp_path / "data", CustodyKind.LEAD, pair, Random(1))
    with made.connect() as store:
        store.execute("INSERT INTO draft (id, document) VALUES ('key', ?)", (pair.private,))
    assert any(pair.private in content for content in folder_bytes(tmp_path / "data").values())


def test_where_the_key_lies_on_the_laptop_whoever_knows_the_passphrase_links_the_answer(tmp_path: Path) -> None:
    # Said to staff: 'confidential, not anonymous'. If this ever failed, the promise could be raised.
    pair = new_key_pair()
    new = the_one_in_between(tmp_path, CustodyKind.MANAGER, pair)
    with Database(tmp_path / "after" / NAME).connect() as store:
        private = unwrap(keys.load_wrapped(store, SURVEY_ID), PHRASE)
    assert unseal(new, KeyPair(pair.public, private)) == answered(7)


def guesses_right(sealing: Sealing) -> bool:
    """Seal all that somebody may have answered, and look for the envelope among it."""
    pair = new_key_pair()
    target = sealing(answered(3), pair)
    return any(sealing(answered(number), pair) == target for number in range(5))


def seal_as_the_program_does(response: Response, pair: KeyPair) -> bytes:
    return seal(response, pair.public)


def seal_without_randomness(response: Response, pair: KeyPair) -> bytes:
    """Seal with a passing key made from the content, as a careless design would; it opens like any sealed box."""
    content = repr(sorted(response.answers.items())).encode()
    passing = PrivateKey(hashlib.sha256(content).digest())
    public = bytes(passing.public_key)
    nonce = hashlib.blake2b(public + pair.public, digest_size=24).digest()
    sealed = public + bytes(crypto_box(content, nonce, pair.public, bytes(passing)))
    assert crypto_box_seal_open(sealed, pair.public, pair.private) == content
    return sealed


def test_an_envelope_cannot_be_guessed_by_sealing_every_possible_answer() -> None:
    assert not guesses_right(seal_as_the_program_does)


def test_the_guess_is_right_where_sealing_has_no_randomness() -> None:
    assert guesses_right(seal_without_randomness)
