"""From an empty folder to a team's PDF where somebody opens the answers on the same laptop."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import submit
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from tests.services.journeys import PIN, WORDS, response
from tests.ui.office import (
    Clock,
    choose,
    fill,
    number,
    office,
    press,
    prompt,
    read_to_the_end,
    seen,
    settle,
    take_pdf,
    tick,
)
from tests.ui.scenes.stage import come_to_rest

# A folder to leave a picture of each page in, for a look.
LOOK = os.environ.get("TEAMHEALTH_LOOK")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data", Clock()) as opened:
        yield opened


class Walk:
    """The manager's window, and a picture of each page on the way."""

    def __init__(self, window: MainWindow, name: str) -> None:
        self.window = window
        self._name = name
        self._pages = 0

    def press(self, name: str) -> None:
        press(self.window, name)
        come_to_rest(self.window)
        self.look(name)

    def look(self, name: str) -> None:
        self._pages += 1
        if LOOK:
            self.window.grab().save(str(Path(LOOK) / f"{self._name}-{self._pages:02}-{name}.png"))

    @property
    def words(self) -> str:
        return seen(self.window)


@pytest.mark.parametrize(("custody", "who"), [("custody_chosen", "our union rep"), ("custody_manager", "harbour")])
def test_a_team_that_opens_its_answers_on_its_own_laptop_comes_to_its_pdf(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, custody: str, who: str
) -> None:
    saved = tmp_path / "team.pdf"
    outside = Outside(
        save_path=lambda _parent, _name, _kind: saved,
        open_paths=lambda _parent, _kind: (),
        show=lambda _path: True,
        folder=lambda _parent: tmp_path,
    )
    window = MainWindow(workspace, outside)
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    settle()
    walk = Walk(window, custody)
    walk.press("home_empty_new")
    choose(window, custody)
    if custody == "custody_chosen":
        fill(window, "role", who)
    fill(window, "round_name", "Autumn 2026")
    fill(window, "organisation", "Exampleshire Council")
    fill(window, "team", "Harbour")
    number(window, "headcount").setValue(9)
    for field, typed in (("passphrase", WORDS), ("passphrase_repeated", WORDS), ("pin", PIN), ("pin_repeated", PIN)):
        fill(window, field, typed)
    # A look at what staff will see costs nobody their passphrase.
    walk.press("setup_preview")
    walk.press("preview_back")
    walk.press("setup_continue")
    assert who in walk.words.casefold()
    walk.press("check_create")
    survey_id = list_surveys(workspace)[0].id
    for code in (4, 3, 5, 2, 4, 3, 4, 4):
        submit(workspace, response(workspace, survey_id, code, {"change": "Fewer forms."} if code == 3 else {}))
    walk.press("rail_surveys")
    assert "8 of 9" in walk.words
    walk.press(f"row_{survey_id}_action")
    walk.press("collecting_close")
    fill(prompt("close_prompt"), "prompt_pin", PIN)
    press(prompt("close_prompt"), "close_prompt_go")
    come_to_rest(window)
    walk.look("closed")
    fill(window, "open_passphrase", WORDS)
    walk.press("open_go")
    assert "Fewer forms." in walk.words
    assert ("Our union rep reads this page." in walk.words) == (custody == "custody_chosen")
    read_to_the_end(window)
    walk.look("publishing")
    tick(window, "publish_sure")
    walk.press("publish_go")
    assert "Harbour" in walk.words
    take_pdf(window, "export_pdf", "team")
    come_to_rest(window)
    assert saved.read_bytes().startswith(b"%PDF")
