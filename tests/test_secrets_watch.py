"""The watch over logs and error texts would see a secret, and lets ordinary words pass."""

import logging

import pytest

from teamhealth.failures import NoSuchTeam, WrongPin
from teamhealth.texts import failure_words
from tests.secrets_watch import SecretsWatch


@pytest.mark.parametrize(
    "text",
    [
        "tried Quiet Harbour Kettle Nine",
        "code H7K2 9QMX 4DT",
        "PIN 480215",
        "answered at 09:41:07",
        "What person 3 said.",
    ],
)
def test_a_planted_secret_in_the_log_is_seen(secrets_watch: SecretsWatch, text: str) -> None:
    logging.getLogger("teamhealth.somewhere").warning(text)
    assert secrets_watch.take_found() == [text]


def test_a_planted_secret_in_a_failure_is_seen(secrets_watch: SecretsWatch) -> None:
    failure = NoSuchTeam("quiet harbour kettle nine", ("Northgate",))
    assert secrets_watch.take_found()
    failure_words.words_for(failure)
    assert secrets_watch.take_found()


def test_ordinary_words_pass_and_are_read(secrets_watch: SecretsWatch) -> None:
    before = secrets_watch.read
    failure_words.words_for(WrongPin(10))
    logging.getLogger("teamhealth.somewhere").warning("the answer could not be sealed")
    assert secrets_watch.read == before + 3
    assert secrets_watch.take_found() == []
