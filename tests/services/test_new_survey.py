"""A survey made into files is whole or is not there."""

import resource
import signal
import sys
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.sealing.costs import KeyCost
from teamhealth.services.new_survey import new_survey_files
from teamhealth.services.progress import unwatched
from teamhealth.survey.identities import Identities
from tests.services.council import WORDS, spec

CHEAP = KeyCost(operations=1, memory_bytes=8192)


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as only Unix can")
@pytest.mark.parametrize("room", [64, 20_000, 45_000])
def test_where_not_all_of_it_can_be_written_nothing_is_left(tmp_path: Path, room: int) -> None:
    (tmp_path / "letter.txt").write_text("not ours")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(FileUnwritable):
            _make(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, told)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    # With room, the same again leaves all of it.
    assert len(list(tmp_path.iterdir())) < len(_make(tmp_path))


def _make(folder: Path) -> tuple[Path, ...]:
    made = new_survey_files(
        spec(), Identities(), WORDS, folder, entropy=Random(1).randbytes, progress=unwatched, key_cost=CHEAP,
        code_cost=CHEAP,
    )  # fmt: skip
    assert all(path.is_file() for path in made.all)
    return made.all
