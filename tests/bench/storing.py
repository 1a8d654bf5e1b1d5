"""How long an acknowledged answer takes with twelve envelopes in the box, on this disk."""

import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from teamhealth.sealing.costs import KeyCost
from teamhealth.services.collect import submit
from teamhealth.services.demo import InventedTeam, collect_invented
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import open_workspace

CHEAP = KeyCost(operations=1, memory_bytes=8192)
ENVELOPES = 12
REPEATS = 40


def measure(*, quick: bool = False) -> list[tuple[str, str]]:
    """Return the median and 95th percentile of one durable submission, beside plain fsyncs of the same size."""
    repeats = 2 if quick else REPEATS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_workspace(
            folder, clock=lambda: datetime.now(UTC), entropy=Random(1).randbytes, key_cost=CHEAP, pin_cost=CHEAP
        ) as workspace:
            survey_id = collect_invented(workspace, InventedTeam("Northgate", ENVELOPES + repeats, ENVELOPES - 1), 1)
            survey = load_survey(workspace, survey_id)
            times = []
            for number, response in enumerate(invented_responses(survey, repeats, 2)):
                begun = time.perf_counter()
                submit(workspace, response)
                times.append(time.perf_counter() - begun)
                if number == 0:
                    first = times[0]
        flushes = [_flush(folder / "plain") for _ in range(repeats)]
    return [
        (f"the {ENVELOPES}th envelope", f"{first * 1000:.1f} ms"),
        (f"envelopes {ENVELOPES} to {ENVELOPES + repeats - 1}, median", f"{statistics.median(times) * 1000:.1f} ms"),
        ("the same, 95th percentile", f"{statistics.quantiles(times, n=20)[-1] * 1000:.1f} ms"),
        ("writing 200 KiB to a file and flushing it, median", f"{statistics.median(flushes) * 1000:.1f} ms"),
    ]


def _flush(path: Path) -> float:
    import os

    begun = time.perf_counter()
    with path.open("wb") as file:
        file.write(b"0" * 200 * 1024)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - begun
