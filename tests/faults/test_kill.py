"""The program is killed at any moment: no acknowledged answer is lost, and there is never half of one."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.faults.office import many, read_answers, set_up

KILLS = many(8, 500)
# A box is begun anew now and then: a large one would only make the test slow.
KILLS_A_BOX = 25
STEP = 1000


# 500 kills take longer than any other test may.
@pytest.mark.timeout(many(180, 3600))
def test_no_acknowledged_answer_is_lost_and_there_is_no_half_answer(tmp_path: Path) -> None:
    lost, acknowledged_in_all = 0, 0
    for begun in range(0, KILLS, KILLS_A_BOX):
        path = set_up(tmp_path / f"box {begun}")
        acknowledged: set[int] = set()
        for kill in range(begun, min(begun + KILLS_A_BOX, KILLS)):
            acknowledged |= answer_until_killed(path.parent, (kill + 1) * STEP, Random(kill))
            found, damaged = read_answers(path)
            lost += len(acknowledged - set(found))
            assert damaged == 0
            assert len(set(found)) == len(found)
            # Of each killed run at most the one answer that was stored and not yet acknowledged.
            assert len(set(found) - acknowledged) <= kill - begun + 1
        acknowledged_in_all += len(acknowledged)
    assert lost == 0
    assert acknowledged_in_all > KILLS / 2
    sys.stdout.write(f"{KILLS} kills, {acknowledged_in_all} acknowledged answers, {lost} lost\n")


def answer_until_killed(folder: Path, first: int, random: Random) -> set[int]:
    """Let a laptop answer and kill it, sometimes while it starts; returns what it acknowledged."""
    command = [sys.executable, "-m", "tests.faults.answering", str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said: list[str] = []
        if random.random() > 0.1:
            said = [child.stdout.readline() for _ in range(random.randint(1, 3))]
            time.sleep(random.uniform(0, 0.04))
        else:
            time.sleep(random.uniform(0.1, 0.6))
        child.kill()
        said += child.stdout.readlines()
    return {int(line) for line in said if line.strip().isdigit() and line.endswith("\n")}
