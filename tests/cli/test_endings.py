"""A command that the system asks to stop leaves nothing half-written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from teamhealth.report import fonts, paragraphs
from tests.cli.running import run_here
from tests.rounds import council
from tests.ui.rounds import as_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")


class _Refusing:
    """Stands for a library that is stopped while it reads a font, and lets whatever stops it go no further."""

    def __init__(self, asked: signal.Signals, becomes: type[Exception] | None) -> None:
        self._asked, self._becomes, self._original = asked, becomes, fonts.register_fonts

    def __call__(self) -> None:
        try:
            signal.raise_signal(self._asked)
        except KeyboardInterrupt:
            if self._becomes is not None:
                raise self._becomes from None
        self._original()


@pytest.mark.parametrize("becomes", [None, ValueError], ids=["nothing", "an error of its own"])
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_library_that_catches_the_request_does_not_keep_the_command_from_ending(
    asked: signal.Signals,
    becomes: type[Exception] | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (results,) = as_files((council(6, 1)[-1],), tmp_path)
    monkeypatch.setattr(paragraphs, "register_fonts", _Refusing(asked, becomes))
    before = signal.signal(asked, signal.default_int_handler if asked is signal.SIGINT else signal.SIG_DFL)
    try:
        assert run_here("report", results, "--pack", "--out", tmp_path / "pack.pdf") == 1
    finally:
        signal.signal(asked, before)
    assert capsys.readouterr().err.endswith("Cancelled. Nothing has been changed.\n")
    assert list(tmp_path.iterdir()) == [results]


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
