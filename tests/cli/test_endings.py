"""A command that the system asks to stop leaves nothing half-written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.rounds import council
from tests.ui.rounds import as_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")


@pytest.mark.parametrize("asked", ["SIGTERM", "SIGHUP"])
def test_a_pack_that_is_asked_to_stop_leaves_the_folder_as_it_was(asked: str, tmp_path: Path) -> None:
    (results,) = as_files((council(60, 1)[-1],), tmp_path)
    folder = tmp_path / "out"
    folder.mkdir()
    command = [sys.executable, "-m", "teamhealth", "report", str(results), "--pack", "--out", str(folder / "pack.pdf")]
    # Under nohup the tests ignore a hang-up, and what they start would too.
    before = signal.signal(getattr(signal, asked), signal.SIG_DFL)
    try:
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(getattr(signal, asked), before)
    with process:
        until = time.monotonic() + 30
        while not list(folder.glob(".*.part")) and time.monotonic() < until:
            time.sleep(0.02)
        assert list(folder.glob(".*.part"))
        process.send_signal(getattr(signal, asked))
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Cancelled. Nothing has been changed." in said
    assert list(folder.iterdir()) == []
