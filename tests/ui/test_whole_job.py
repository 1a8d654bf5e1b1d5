"""A team of nine answers by keyboard in the real window; the published figures are those of the keys pressed."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from teamhealth.app import make_window
from teamhealth.publication.types import (
    Publication,
)
from teamhealth.sealing.costs import KeyCost
from teamhealth.services.collect import close_survey, collection
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.results_files import write_team_report
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.place import Screen
from tests.invented import core_questionnaire
from tests.services.conftest import Clock
from tests.services.journeys import PIN, WORDS, created
from tests.ui.job_oracle import check_team, domain_points
from tests.ui.laptop_by_keys import BANDED, DIGITS, ITEMS, Laptop, Person
from tests.ui.office import wait_for_work

CHEAP = KeyCost(operations=1, memory_bytes=8192)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with open_workspace(
        tmp_path / "data",
        clock=clock,
        entropy=Random(5).randbytes,
        key_cost=CHEAP,
        pin_cost=CHEAP,
    ) as opened:
        yield opened


def _people(count: int) -> list[Person]:
    draw = Random(2026)
    people = []
    for number in range(count):
        lean = draw.choice((-1, 0, 0, 1))
        keys = {each: min(5, max(1, draw.randint(2, 4) + lean)) for each in ITEMS}
        bands = {each: draw.randint(1, 6) for each in BANDED}
        comments = {"change": f"Fewer forms, says {number}."} if number % 2 else {}
        people.append(Person(keys, bands, comments))
    return people


def test_nine_people_and_what_comes_out(workspace: Workspace, clock: Clock) -> None:
    survey_id = created(workspace, headcount=9)
    manager = make_window(workspace)
    manager.show()
    laptop = Laptop(manager, survey_id, clock)
    people = _people(9)

    # The first leaves half way and is not heard of again.
    laptop.start()
    for each in ITEMS[:14]:
        laptop.press(DIGITS[people[0].keys[each]], Qt.Key.Key_Return)
    laptop.focus("leave")
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.LEAVE
    laptop.focus("throw_away")
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.WELCOME
    assert collection(workspace, survey_id).answered == 0

    # The second opts out of some items, and of most of one theme.
    for each in ITEMS[2:7]:
        people[1].keys[each] = 9 if each == ITEMS[2] else 0
    people[1].keys[ITEMS[20]] = 0
    laptop.answer(people[1])
    laptop.send()
    laptop.next_person()

    # The third comes back to change an answer from the check page.
    laptop.answer(people[2])
    laptop.focus(f"change_{ITEMS[0]}")
    laptop.press(Qt.Key.Key_Return)
    people[2].keys[ITEMS[0]] = 6 - people[2].keys[ITEMS[0]]
    laptop.press(DIGITS[people[2].keys[ITEMS[0]]], Qt.Key.Key_Return)
    assert laptop.screen() is Screen.CHECK
    laptop.send()
    laptop.next_person()

    # The fourth presses Send twice; the fifth's manager tries a wrong PIN first.
    laptop.answer(people[3])
    laptop.send(times=2)
    laptop.next_person()
    assert collection(workspace, survey_id).answered == 3
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    laptop.press(Qt.Key.Key_Q, held=both)
    assert laptop.screen() is Screen.PIN
    laptop.type("0000")
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.PIN
    assert not manager.isVisible()
    laptop.focus("pin_back")
    laptop.press(Qt.Key.Key_Return)

    for person in people[4:]:
        laptop.answer(person)
        laptop.send()
        laptop.next_person()
    laptop.press(Qt.Key.Key_Q, held=both)
    laptop.type(PIN)
    laptop.press(Qt.Key.Key_Return)
    assert manager.isVisible()
    assert collection(workspace, survey_id).answered == 8

    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    publication = publish(workspace, opened, frozenset(), unwatched)
    check_team(publication, people[1:])


def test_thirteen_people_and_every_split_and_band(
    qtbot: QtBot, workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    survey_id = created(workspace, headcount=13)
    manager = make_window(workspace)
    manager.show()
    laptop = Laptop(manager, survey_id, clock)
    people = _people(12)
    people[4].keys[ITEMS[9]] = 9
    people[5].bands[BANDED[1]] = 0
    for person in people:
        laptop.answer(person)
        laptop.send()
        laptop.next_person()
    laptop.press(Qt.Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    laptop.type(PIN)
    laptop.press(Qt.Key.Key_Return)
    close_survey(workspace, survey_id, PIN)
    publication = publish(workspace, open_answers(workspace, survey_id, WORDS, unwatched), frozenset(), unwatched)
    check_team(publication, people)
    assert any(each.split is not None for each in publication.teams[0].items)
    assert any(each.bands is not None for each in publication.teams[0].banded)
    manager.results.show_survey(survey_id)
    wait_for_work(qtbot, manager)
    _check_screen_and_paper(manager, publication, people, tmp_path)


def _check_screen_and_paper(manager: MainWindow, publication: Publication, people: list[Person], folder: Path) -> None:
    """The scores computed by hand stand on the dashboard and in the report's text."""
    report = folder / "report.pdf"
    write_team_report(publication, publication.teams[0].id, report)
    paper = subprocess.run(
        ["pdftotext", "-layout", str(report), "-"], capture_output=True, text=True, check=True
    ).stdout
    for domain in core_questionnaire().domains:
        points = domain_points(people, [item.id for item in domain.items])
        label = manager.findChild(QLabel, f"score_{domain.id}")
        assert label is not None
        assert label.text() == str(points)
        assert re.search(rf"{re.escape(domain.title)}\s.*\b{points}\b", paper), domain.title
