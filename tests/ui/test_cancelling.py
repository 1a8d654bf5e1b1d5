"""What is kept can be cancelled in each way somebody may try, leaves nothing half done, and can be begun again."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from teamhealth.settings.still_wanted import wanted_while
from tests.ui.office import button, press, prompt, seen, settle, wait_for_work
from tests.ui.stages_to_cancel import STAGES, Stage, deleting, key, pdf, plan, start
from tests.ui.watchdog import allowed_ms, watched

Setting = Callable[[QtBot, Path], AbstractContextManager[Stage]]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Holds all that is kept up where it asks whether it is still wanted, until it is opened."""
    opened = threading.Event()

    @contextmanager
    def slowly(ask: Callable[[], None]) -> Iterator[None]:
        def wait() -> None:
            opened.wait(60)
            ask()

        with wanted_while(wait):
            yield

    monkeypatch.setattr("teamhealth.ui.errand.wanted_while", slowly)
    opened.set()
    yield opened
    opened.set()


def _ended(qtbot: QtBot, stage: Stage, gate: threading.Event) -> None:
    gate.set()
    wait_for_work(qtbot, stage.over)


@pytest.mark.parametrize("setting", STAGES)
def test_cancel_and_escape_leave_everything_as_it_was_and_it_can_be_done_after(
    qtbot: QtBot, tmp_path: Path, gate: threading.Event, setting: Setting
) -> None:
    with setting(qtbot, tmp_path) as stage:
        before = stage.held()
        stops: tuple[Callable[[], None], ...] = (
            lambda: press(stage.over, "task_cancel"),
            lambda: key(stage.over, Qt.Key.Key_Escape),
        )
        for stop in stops:
            gate.clear()
            start(qtbot, stage)
            stop()
            assert "Stopping…" in seen(stage.over)
            _ended(qtbot, stage, gate)
            assert stage.held() == before
            assert "Stopped" in seen(stage.over)
            assert stage.over.isVisible()
        stage.start()
        wait_for_work(qtbot, stage.over)
        assert stage.held() != before


@pytest.mark.parametrize("setting", STAGES)
def test_a_second_press_and_keys_that_mean_nothing_change_nothing(
    qtbot: QtBot, tmp_path: Path, gate: threading.Event, setting: Setting
) -> None:
    with setting(qtbot, tmp_path) as stage:
        before = stage.held()
        gate.clear()
        panel = start(qtbot, stage)
        for again in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            key(stage.over, again)
        for letter in (Qt.Key.Key_W, Qt.Key.Key_N, Qt.Key.Key_S):
            key(stage.over, letter, Qt.KeyboardModifier.ControlModifier)
        assert stage.working
        assert panel.isVisible()
        assert button(panel, "task_cancel").isEnabled()
        assert stage.window.isVisible()
        press(stage.over, "task_cancel")
        _ended(qtbot, stage, gate)
        assert stage.held() == before


@pytest.mark.parametrize("setting", [each for each in STAGES if each is not deleting])
def test_closing_the_window_in_mid_work_asks_and_stopping_it_keeps_nothing(
    qtbot: QtBot, tmp_path: Path, gate: threading.Event, setting: Setting
) -> None:
    with setting(qtbot, tmp_path) as stage:
        before = stage.held()
        gate.clear()
        start(qtbot, stage)
        stage.window.close()
        asked = prompt("leave_prompt")
        assert "nothing is changed" in seen(asked)
        press(asked, "leave_prompt_go")
        settle()
        _ended(qtbot, stage, gate)
        assert stage.held() == before
        # The page where code slips can be saved for the last time says so before it is left.
        stage.window.close()
        assert not stage.window.isVisible()


def test_closing_a_question_in_mid_work_stops_it_and_keeps_the_question(
    qtbot: QtBot, tmp_path: Path, gate: threading.Event
) -> None:
    with deleting(qtbot, tmp_path) as stage:
        before = stage.held()
        gate.clear()
        start(qtbot, stage)
        stage.over.close()
        settle()
        assert stage.over.isVisible()
        _ended(qtbot, stage, gate)
        assert stage.held() == before
        assert "Stopped. Nothing was changed." in seen(stage.over)
        stage.over.close()
        settle()
        assert QApplication.activeModalWidget() is None


def test_work_that_was_done_before_it_could_be_stopped_says_so(
    qtbot: QtBot, tmp_path: Path, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, go_on = threading.Event(), threading.Event()
    written = "teamhealth.ui.file_saver._written"
    from teamhealth.ui import file_saver

    write = file_saver._written

    def and_wait(*arguments: object) -> Path:
        path = write(*arguments)  # type: ignore[arg-type]
        done.set()
        go_on.wait(60)
        return path

    monkeypatch.setattr(written, and_wait)
    with pdf(qtbot, tmp_path) as stage:
        start(qtbot, stage)
        qtbot.waitUntil(done.is_set, timeout=60_000)
        press(stage.over, "task_cancel")
        go_on.set()
        wait_for_work(qtbot, stage.over)
        assert "It was finished before it could be stopped." in seen(stage.window)
        assert [each.suffix for each in stage.desk.folder.iterdir()] == [".pdf"]


@pytest.mark.parametrize("setting", [plan, pdf])
def test_the_window_stays_live_while_it_works_and_while_it_stops(
    qtbot: QtBot, tmp_path: Path, gate: threading.Event, setting: Setting
) -> None:
    with setting(qtbot, tmp_path) as stage:
        shares = []
        for _ in range(3):
            gate.clear()
            allowed = allowed_ms()
            with watched() as dog:
                panel = start(qtbot, stage)
                qtbot.wait(50)
                button(panel, "task_cancel").click()
                gate.set()
                wait_for_work(qtbot, stage.over)
                qtbot.wait(50)
            shares.append(dog.longest_ms / allowed)
        assert min(shares) <= 1
