"""A laptop whose answers are known, so that each can be looked for after something went wrong."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from teamhealth.failures import EnvelopeDamaged
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.envelope import unseal
from teamhealth.sealing.keys import KeyPair
from teamhealth.services.collect import submit
from teamhealth.services.workspace import DATABASE_NAME, Workspace, open_workspace
from teamhealth.storage import box, surveys
from teamhealth.storage.database import Database
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.organisation import Team
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.storage.rooms import CREATED

CHEAP = KeyCost(operations=1, memory_bytes=8192)
# A fixed key, so that a process that only opens and one that only seals need not tell each other.
PAIR = KeyPair(
    bytes.fromhex("1c574a8b844b9d2b1a20363844c9d732b6198087f516d76643b05577d785e704"),
    bytes.fromhex("fd6f2c3ae182a9a09aab31dd6f577a4dc768babc4b77188cf1a45f72a21bf337"),
)
HEADCOUNT = 400
NOON = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)
SLOW = os.environ.get("TEAMHEALTH_SLOW") == "1"


def many(short: int, long: int) -> int:
    """Return how often to try: few times by default, many where TEAMHEALTH_SLOW=1."""
    return long if SLOW else short


def asked() -> Survey:
    """Return a survey of one large team without codes."""
    whole = survey(custody=Custody(CustodyKind.LEAD))
    service = whole.services[0]
    return replace(whole, services=(replace(service, teams=(Team(TEAM_ID, "Northgate", HEADCOUNT),)),))


def response(number: int) -> Response:
    """Return the answers of person ``number``, which no two people share."""
    items = asked().questionnaires[0].items
    answers = {item.id: 1 + (number + place) % 5 for place, item in enumerate(items)}
    return Response(SURVEY_ID, TEAM_ID, answers, {"change": f"What person {number} said."})


def set_up(folder: Path, *, answers: int = 0) -> Path:
    """Make a data folder with one survey that collects and so many answers; returns the database's path."""
    with opened(folder) as workspace:
        with workspace.database.connect() as store:
            surveys.save(store, asked(), PAIR.public, CREATED)
        for number in range(answers):
            submit(workspace, response(number))
    return folder / DATABASE_NAME


@contextmanager
def opened(folder: Path, *, at: datetime = NOON) -> Iterator[Workspace]:
    """Open a data folder as the program does, with cheap keys."""

    def clock() -> datetime:
        return at

    with open_workspace(folder, clock=clock, entropy=os.urandom, key_cost=CHEAP, pin_cost=CHEAP) as workspace:
        yield workspace


def read_answers(path: Path) -> tuple[list[int], int]:
    """Return the numbers of the people whose answers open, in order, and how many envelopes are damaged."""
    with Database(path).connect() as store:
        envelopes = [sealed for _, sealed in box.envelopes(store, SURVEY_ID)]
    found, damaged = [], 0
    for sealed in envelopes:
        try:
            content = unseal(sealed, PAIR)
        except EnvelopeDamaged:
            damaged += 1
            continue
        number = int(content.comments["change"].split()[2])
        # Whole, or not there: never another's or half of one.
        assert content == response(number)
        found.append(number)
    return sorted(found), damaged
