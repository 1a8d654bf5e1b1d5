"""Envelopes: one size, opened by one key, and strict about what is inside."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox

from teamhealth.failures import EnvelopeDamaged, ResponseTooLarge, SurveyUnfit
from teamhealth.sealing.envelope import check_fits, seal, unseal
from teamhealth.sealing.envelope_size import CONTENT_BYTES, ENVELOPE_BYTES
from teamhealth.sealing.keys import KeyPair, new_key_pair
from teamhealth.survey.comment_size import clean_comment, comment_size
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questions import Question, QuestionKind, Section, lay_out
from teamhealth.survey.response import Response
from tests.invented import SURVEY_ID, TEAM_ID, survey

PAIR = new_key_pair()
PLAIN: dict[str, Any] = {
    "answers": {"stability-1": 4, "morale-1": 9},
    "comments": {"change": "Quieter rooms."},
    "code": "7ZK4M2QX9AE",
    "survey": SURVEY_ID,
    "team": TEAM_ID,
    "version": 1,
}
RESPONSE = Response(SURVEY_ID, TEAM_ID, PLAIN["answers"], PLAIN["comments"], PLAIN["code"])

identities = st.text("0123456789abcdef", min_size=32, max_size=32)
question_ids = st.from_regex(r"[a-z][a-z0-9-]{0,39}", fullmatch=True)
comments = st.text(min_size=1, max_size=1000).map(clean_comment).filter(lambda text: text and comment_size(text).fits)
responses = st.builds(
    Response,
    survey=identities.map(SurveyId),
    team=identities.map(TeamId),
    answers=st.dictionaries(question_ids, st.integers(0, 9), max_size=60),
    comments=st.dictionaries(question_ids, comments, max_size=4),
    code=st.none() | st.from_regex(r"[0-9A-Z]{11}", fullmatch=True),
    elsewhere=st.booleans(),
)


def sealed(content: bytes) -> bytes:
    return bytes(SealedBox(PublicKey(PAIR.public)).encrypt(content))


def canonical(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def test_only_answers_from_elsewhere_say_so_inside_their_envelope() -> None:
    assert unseal(sealed(canonical(PLAIN).ljust(CONTENT_BYTES)), PAIR) == RESPONSE
    told = canonical({**PLAIN, "elsewhere": True}).ljust(CONTENT_BYTES)
    assert unseal(sealed(told), PAIR) == replace(RESPONSE, elsewhere=True)
    with pytest.raises(EnvelopeDamaged):
        unseal(sealed(canonical({**PLAIN, "elsewhere": False}).ljust(CONTENT_BYTES)), PAIR)


@given(responses)
@settings(max_examples=60)
def test_every_response_fills_one_envelope_size_and_comes_out_as_it_went_in(response: Response) -> None:
    envelope = seal(response, PAIR.public)
    assert len(envelope) == ENVELOPE_BYTES
    assert unseal(envelope, PAIR) == response


def test_the_same_response_never_gives_the_same_envelope() -> None:
    assert seal(RESPONSE, PAIR.public) != seal(RESPONSE, PAIR.public)


def test_nothing_of_a_response_is_readable_in_its_envelope() -> None:
    envelope = seal(RESPONSE, PAIR.public)
    for secret in (b"Quieter", b"7ZK4M2QX9AE", b"stability", b"answers", SURVEY_ID.encode(), TEAM_ID.encode()):
        assert secret not in envelope


def test_another_surveys_key_does_not_open() -> None:
    envelope = seal(RESPONSE, PAIR.public)
    with pytest.raises(EnvelopeDamaged):
        unseal(envelope, new_key_pair())
    with pytest.raises(EnvelopeDamaged):
        unseal(envelope, KeyPair(PAIR.public, new_key_pair().private))


@given(st.integers(0, ENVELOPE_BYTES * 8 - 1))
@settings(max_examples=60)
def test_any_flipped_bit_is_noticed(bit: int) -> None:
    envelope = bytearray(seal(RESPONSE, PAIR.public))
    envelope[bit // 8] ^= 1 << bit % 8
    with pytest.raises(EnvelopeDamaged):
        unseal(bytes(envelope), PAIR)


@pytest.mark.parametrize("envelope", [b"", b"x", bytes(ENVELOPE_BYTES), bytes(ENVELOPE_BYTES + 1)])
def test_other_bytes_are_damaged(envelope: bytes) -> None:
    with pytest.raises(EnvelopeDamaged):
        unseal(envelope, PAIR)


def test_the_form_is_canonical_json_filled_up_with_spaces() -> None:
    assert unseal(sealed(canonical(PLAIN).ljust(CONTENT_BYTES)), PAIR) == RESPONSE


@pytest.mark.parametrize(
    "content",
    [
        canonical({**PLAIN, "extra": 1}),
        canonical({key: value for key, value in PLAIN.items() if key != "team"}),
        canonical({**PLAIN, "version": 2}),
        canonical({**PLAIN, "answers": {"stability-1": 10}}),
        canonical({**PLAIN, "answers": {"stability-1": -1}}),
        canonical({**PLAIN, "answers": {"stability-1": "4"}}),
        canonical({**PLAIN, "answers": {"stability-1": 4.0}}),
        canonical({**PLAIN, "answers": {"stability-1": True}}),
        canonical({**PLAIN, "answers": {"stability-1": None}}),
        canonical({**PLAIN, "answers": [4]}),
        canonical({**PLAIN, "comments": {"change": ""}}),
        canonical({**PLAIN, "comments": {"change": "x" * 1001}}),
        canonical({**PLAIN, "comments": {"change": "\u20ac" * 700}}),
        canonical({**PLAIN, "comments": {"change": 5}}),
        canonical({**PLAIN, "code": ""}),
        canonical({**PLAIN, "survey": "2" * 31}),
        canonical({**PLAIN, "survey": "2" * 32 + "\n"}),
        canonical({**PLAIN, "team": "Northgate"}),
        canonical([PLAIN]),
        json.dumps(PLAIN, sort_keys=True).encode(),
        canonical(PLAIN).replace(b'{"morale-1":9,', b'{"morale-1":9,"stability-1":2,'),
        canonical(PLAIN).replace(b'"version":1', b'"version":1,"version":1'),
        canonical(PLAIN).replace(b'"stability-1":4', b'"stability-1":NaN'),
        canonical(PLAIN).replace(b"Quieter", b"\xff\xfe"),
        b" " + canonical(PLAIN),
        canonical(PLAIN) + b"\n",
        b"[" * CONTENT_BYTES,
        b'{"answers":' * 1000,
        b"",
    ],
)
def test_anything_but_a_canonical_response_is_damaged(content: bytes) -> None:
    with pytest.raises(EnvelopeDamaged):
        unseal(sealed(content.ljust(CONTENT_BYTES)), PAIR)


@pytest.mark.parametrize(
    "response",
    [
        replace(RESPONSE, comments={"change": ""}),
        replace(RESPONSE, answers={"stability-1": 12}),
        replace(RESPONSE, team=TeamId("Northgate")),
        replace(RESPONSE, code=""),
    ],
)
def test_what_could_not_be_opened_again_is_never_sealed(response: Response) -> None:
    with pytest.raises(ValueError, match="opened again"):
        seal(response, PAIR.public)


def test_a_lone_surrogate_is_refused_without_quoting_the_comment() -> None:
    with pytest.raises(ValueError, match="not Unicode") as caught:
        seal(replace(RESPONSE, comments={"change": "Quieter \ud800 rooms"}), PAIR.public)
    assert caught.value.__cause__ is None
    assert "Quieter" not in str(caught.value)


def test_a_comment_beyond_its_limits_is_too_large() -> None:
    for comment in ("x" * 1001, "\u20ac" * 700):
        with pytest.raises(ResponseTooLarge):
            seal(replace(RESPONSE, comments={"change": comment}), PAIR.public)


def test_more_than_an_envelope_holds_is_too_large() -> None:
    many = {f"comment-{number}": '"' * 1000 for number in range(9)}
    with pytest.raises(ResponseTooLarge):
        seal(replace(RESPONSE, comments=many), PAIR.public)


def test_the_products_own_questionnaire_fits() -> None:
    asked = survey()
    check_fits(lay_out(asked), asked.id, asked.teams[0].id)


def comment_sections(count: int) -> tuple[Section, ...]:
    questions = tuple(Question(f"comment-{number}", QuestionKind.COMMENT, "Why?") for number in range(count))
    return (Section("comments", "In your own words", questions),)


def test_a_survey_whose_fullest_response_would_not_fit_is_unfit() -> None:
    check_fits(comment_sections(7), SURVEY_ID, TEAM_ID)
    with pytest.raises(SurveyUnfit):
        check_fits(comment_sections(9), SURVEY_ID, TEAM_ID)


@pytest.mark.parametrize("character", ['"', "\u00e9", "\\", "\n", "x\u00e9\u20ac"])
def test_what_set_up_accepts_can_always_be_sealed(character: str) -> None:
    sections = comment_sections(7)
    check_fits(sections, SURVEY_ID, TEAM_ID)
    text = character * (1000 // len(character))
    while not comment_size(text).fits:
        text = text[:-1]
    fullest = Response(SURVEY_ID, TEAM_ID, {}, {question.id: text for question in sections[0].questions}, code="Z" * 11)
    assert unseal(seal(fullest, PAIR.public), PAIR) == fullest
