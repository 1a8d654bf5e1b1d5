"""Invented surveys that are sealed for a survey lead, with their keys, codes and files."""

from dataclasses import dataclass, replace
from random import Random

from teamhealth.exchange.survey_file import CodeHashes, SurveyFile
from teamhealth.sealing.code_hashes import keyed_hash, new_lock, slow_hash
from teamhealth.sealing.codes import new_code
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.keys import new_key_pair
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.survey import Survey
from tests.answers import many_teams

CHEAP = KeyCost(operations=1, memory_bytes=8192)
WORDS = "quiet harbour kettle nine"


@dataclass(frozen=True)
class Made:
    """A survey file, the secret that belongs to it, and its codes in the clear."""

    file: SurveyFile
    secret: LeadSecret
    codes: tuple[str, ...]


def lead_survey(*headcounts: int, codes: bool = True) -> Survey:
    """Return a survey of several teams that is sealed for a lead."""
    return replace(many_teams(headcounts or (9, 6)), custody=Custody(CustodyKind.LEAD, one_time_codes=codes))


def made(*headcounts: int, codes: int = 3, seed: int = 1) -> Made:
    """Return a survey with so many codes; none means that it uses no codes."""
    entropy = Random(seed).randbytes
    asked = lead_survey(*headcounts, codes=codes > 0)
    pair = new_key_pair()
    drawn = tuple(new_code(entropy) for _ in range(codes))
    lock = new_lock(CHEAP, entropy)
    key = entropy(32)
    hashes = CodeHashes(
        lock.salt, lock.operations, lock.memory_bytes, tuple(sorted(slow_hash(each, lock) for each in drawn))
    )
    secret = LeadSecret(asked.id, pair.private, key, frozenset(keyed_hash(each, key) for each in drawn))
    return Made(SurveyFile(asked, pair.public, hashes if codes else None), secret, drawn)
