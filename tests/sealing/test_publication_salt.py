"""The salt comes from the key alone, and is another one for every survey, every key and every late team."""

import hmac

from teamhealth.sealing.publication_salt import publication_salt, salting_key


def test_a_survey_and_its_key_have_one_salt_for_what_is_published_together() -> None:
    key = salting_key(b"k" * 32, "1" * 32)
    salts = {publication_salt(key), publication_salt(key, "a" * 32), publication_salt(key, "b" * 32)}
    salts |= {publication_salt(salting_key(b"l" * 32, "1" * 32)), publication_salt(salting_key(b"k" * 32, "2" * 32))}
    assert len(salts) == 5
    inner = hmac.new(b"k" * 32, b"team-health publication salt\0" + b"1" * 32, "sha256").digest()
    assert publication_salt(key) == hmac.new(inner, b"together", "sha256").hexdigest()[:32]
