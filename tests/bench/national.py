"""From sealed answers to a hashed publication: a council of thirty teams, and all of England as one council."""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from teamhealth.publication.document import publication_hash, read_document, write_document
from teamhealth.sealing.envelope import seal
from teamhealth.sealing.keys import new_key_pair
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.services.lead_opening import unseal_returns
from teamhealth.services.opening import publication_of
from teamhealth.services.progress import unwatched
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import ServiceId, TeamId
from teamhealth.survey.organisation import Service, Team
from teamhealth.survey.survey import Survey
from tests.answers import random_people
from tests.invented import survey

PEOPLE = 10
DAY = date(2026, 12, 7)
_SAID = ("Fewer forms for a visit, and one place to write it down.", "Group supervision on Tuesdays.")


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return seconds for a council and for England, each in a process of its own, and England's memory."""
    sizes = ((1, 3),) if quick else ((3, 10), (150, 20))
    return [line for services, teams in sizes for line in _in_a_process(services, teams)]


def _in_a_process(services: int, teams: int) -> Iterator[tuple[str, str]]:
    command = [sys.executable, "-m", "tests.bench.national", str(services), str(teams)]
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        name, _, value = line.partition("\t")
        yield name, value


def _asked(services: int, teams: int) -> Survey:
    made = tuple(
        Service(
            ServiceId(f"{number + 9_000:032x}"),
            f"Area {number}",
            tuple(
                Team(TeamId(f"{number * teams + each + 100:032x}"), f"Team {number}-{each}", PEOPLE + 2)
                for each in range(teams)
            ),
        )
        for number in range(services)
    )
    return replace(survey(), services=made, custody=Custody(CustodyKind.LEAD, one_time_codes=False))


def _run(services: int, teams: int) -> Iterator[tuple[str, str]]:
    """Seal everybody's answers, 28 items and two comments each, then open, score, test, release, write and hash."""
    asked, pair = _asked(services, teams), new_key_pair()
    envelopes = tuple(
        (team.id, seal(replace(response, comments={"change": _SAID[0], "keep": _SAID[1]}), pair.public))
        for number, team in enumerate(asked.teams)
        for response in random_people(asked, PEOPLE, number, team.id)
    )
    count = f"{services * teams:,} teams, {len(envelopes):,} answers"
    secret = LeadSecret(asked.id, pair.private, bytes(32), frozenset())
    begun = time.perf_counter()
    opened = unseal_returns(asked, envelopes, secret, unwatched)
    # As in the program, where they are read for opening only: half a gigabyte for all of England.
    del envelopes
    there = time.perf_counter()
    publication = publication_of(opened, frozenset(), DAY)
    document = write_document(publication)
    publication_hash(read_document(document))
    done = time.perf_counter()
    yield f"{count}: opening", f"{there - begun:.2f} s"
    yield f"{count}: scoring to hash", f"{done - there:.2f} s"
    yield f"{count}: all", f"{done - begun:.2f} s"
    yield f"{count}: memory at most", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


if __name__ == "__main__":
    for each in _run(*map(int, sys.argv[1:3])):
        sys.stdout.write("\t".join(each) + "\n")
