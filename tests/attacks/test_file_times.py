"""The files' own times and names say no more than that somebody answered."""

import os
from pathlib import Path
from random import Random

from tests.attacks.boxes import Fill, fill_the_box
from tests.attacks.hex_editor import kendall_tau
from tests.storage.rooms import envelope

PEOPLE = 8
FIRST = 1_700_000_000


def order_by_file_times(folder: Path, fill: Fill) -> float:
    """Return the tau of the order that the times of the files with an envelope suggest."""
    random = Random(1)
    answers = [envelope(random) for _ in range(PEOPLE)]
    fill(folder, answers, random)
    contents = [(path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()]
    return kendall_tau([max((time for time, content in contents if answer[:24] in content), default=0)
                        for answer in answers])  # fmt: skip


def a_file_for_each_answer(folder: Path, answers: list[bytes], random: Random) -> None:
    for number, answer in enumerate(answers):
        path = folder / random.randbytes(8).hex()
        path.write_bytes(answer)
        os.utime(path, (FIRST + number, FIRST + number))


def test_file_times_do_not_tell_the_order(tmp_path: Path) -> None:
    assert order_by_file_times(tmp_path, fill_the_box) == 0


def test_the_attack_finds_the_order_where_each_answer_is_a_file(tmp_path: Path) -> None:
    assert order_by_file_times(tmp_path, lambda folder, answers, random: a_file_for_each_answer(
        folder, list(answers), random)) == 1  # fmt: skip


def test_no_file_comes_or_goes_while_people_answer(tmp_path: Path) -> None:
    random = Random(1)
    seen = []
    for number in (1, 4, PEOPLE):
        folder = tmp_path / str(number)
        folder.mkdir()
        fill_the_box(folder, [envelope(random) for _ in range(number)], random)
        seen.append(sorted(path.name for path in folder.iterdir()))
    assert seen == [["teamhealth.sqlite", "teamhealth.sqlite-journal"]] * 3
