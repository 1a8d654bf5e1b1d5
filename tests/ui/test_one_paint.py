"""What takes the place of something on the screen is painted when it is laid out, not half made before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.widgets import one_paint
from tests.invented import publication
from tests.rounds import council
from tests.ui.office import button, manager, office, settle, wait_for_work
from tests.ui.painted import lying, painting
from tests.ui.questionnaire.laptop import Laptop
from tests.ui.rounds import store_rounds
from tests.ui.scenes import questionnaire

K = Qt.Key


@pytest.fixture(autouse=True)
def _as_fast_as_a_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine take longer before a window is painted half made: there that is better than nothing."""
    monkeypatch.setattr(one_paint, "_LONGEST_SECONDS", 10.0)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        yield opened


def test_a_larger_text_on_the_check_page_is_painted_once() -> None:
    laptop = Laptop()
    questionnaire.check(laptop)
    settle()
    for _ in range(3):
        with painting(laptop.window) as painted:
            laptop.press(K.Key_Plus, control=True)
        assert painted.pictures == [lying(laptop.window)]
    assert laptop.window.text_scale == 2.0


def test_each_page_of_a_questionnaire_is_painted_once() -> None:
    laptop = Laptop()
    laptop.start()
    settle()
    while laptop.screen() is Screen.QUESTION:
        laptop.press(K.Key_4)
        comment = not laptop.window.conduct.place.interview.current.options  # type: ignore[union-attr]
        settle()
        before = lying(laptop.window)
        with painting(laptop.window) as painted:
            laptop.press(K.Key_Return, control=comment)
        assert painted.pictures[-1] == lying(laptop.window)
        assert set(painted.pictures) <= {before, lying(laptop.window)}


@pytest.mark.parametrize("place", ["results", "compare", "trends", "plans"])
def test_a_place_comes_up_whole_and_not_blank_before(qtbot: QtBot, workspace: Workspace, place: str) -> None:
    store_rounds(workspace, (publication(12),))
    window = manager(qtbot, workspace)
    window.activateWindow()
    button(window, f"rail_{place}").setFocus()
    settle()
    before = lying(window)
    with painting(window) as painted:
        QTest.keyClick(window.windowHandle(), K.Key_Space)
        wait_for_work(qtbot, window)
    final = lying(window)
    # Work that takes longer than people take for at once shows its panel.
    at_once = [each for each in painted.pictures if not any(kind == "TaskPanel" for kind, *_ in each)]
    assert at_once[-1] == final
    assert set(at_once) <= {before, final}


def test_a_long_list_is_never_squeezed(qtbot: QtBot, workspace: Workspace) -> None:
    store_rounds(workspace, council(60, 1, 3))
    window = manager(qtbot, workspace)
    window.activateWindow()
    button(window, "rail_results").setFocus()
    settle()
    with painting(window) as painted:
        QTest.keyClick(window.windowHandle(), K.Key_Space)
        wait_for_work(qtbot, window)
        qtbot.wait(500)
    heights = {place[3] for each in painted.pictures for kind, _, place, _ in each if kind == "TeamRow"}
    tops = {
        name: {place[1] for each in painted.pictures for kind, known, place, _ in each if known == name}
        for name in {known for kind, known, *_ in lying(window) if kind == "TeamRow"}
    }
    assert len(heights) == 1
    assert tops
    assert {len(each) for each in tops.values()} == {1}
