"""A team of nine answers by keyboard in the real window; the published figures are those of the keys pressed."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor, sqrt
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.app import make_window
from teamhealth.publication.types import (
    Agreement,
    BandCount,
    BandedResult,
    FavourableCount,
    ItemResult,
    ItemWord,
    Publication,
    Split,
    Tier,
)
from teamhealth.sealing.costs import KeyCost
from teamhealth.services.collect import close_survey, collection
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.results_files import write_team_report
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.invented import core_questionnaire
from tests.services.conftest import Clock
from tests.services.journeys import PIN, WORDS, created
from tests.ui.office import wait_for_work

CHEAP = KeyCost(operations=1, memory_bytes=8192)
ITEMS = [item.id for item in core_questionnaire().items]
REVERSED = {item.id for item in core_questionnaire().items if item.reverse}
BANDED = [item.id for item in core_questionnaire().banded_items]
COMMENTS = ["change", "keep"]
DIGITS = {number: Qt.Key(Qt.Key.Key_0.value + number) for number in range(10)}


@dataclass
class Person:
    """What somebody will press: a key an item, a key a band, words a comment."""

    keys: dict[str, int]
    bands: dict[str, int]
    comments: dict[str, str] = field(default_factory=dict)


class Laptop:
    """The questionnaire window that the manager's window opened, and keys for it."""

    def __init__(self, manager: MainWindow, survey_id: str, clock: Clock) -> None:
        self.clock = clock
        manager.questionnaires.start_own(survey_id)
        QApplication.processEvents()
        (self.window,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QuestionnaireWindow) and each.isVisible()
        ]

    def screen(self) -> Screen:
        return self.window.shown

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        # Nobody presses as fast as a test: without another key between, it would be a double press.
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Shift)
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, held)

    def type(self, text: str) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def focus(self, name: str) -> None:
        found = [each for each in self.window.body.findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, name
        found[0].setFocus(Qt.FocusReason.TabFocusReason)

    def start(self) -> None:
        assert self.screen() is Screen.WELCOME
        self.press(Qt.Key.Key_Return)
        assert self.screen() is Screen.QUESTION

    def answer(self, person: Person) -> None:
        """Press the person's keys through every page, up to the check page."""
        self.start()
        for key in (*(person.keys[each] for each in ITEMS), *(person.bands[each] for each in BANDED)):
            self.press(DIGITS[key], Qt.Key.Key_Return)
        for question in COMMENTS:
            if person.comments.get(question):
                self.type(person.comments[question])
            self.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        assert self.screen() is Screen.CHECK

    def send(self, times: int = 1) -> None:
        self.focus("send")
        self.press(*[Qt.Key.Key_Return] * times)

    def next_person(self) -> None:
        assert self.screen() is Screen.DONE
        self.clock.move(seconds=5)
        self.press(Qt.Key.Key_Return)
        assert self.screen() is Screen.WELCOME


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


def _shown_mean(values: list[Fraction]) -> int:
    mean = sum(values, Fraction(0)) / len(values)
    return min(94, max(6, floor(mean + Fraction(1, 2))))


def _healthy(item: str, key: int) -> int | None:
    """Return 1 to 5 with 5 the healthy end, or None for an opt-out key."""
    if key in (0, 9):
        return None
    return 6 - key if item in REVERSED else key


def _domain_points(people: list[Person], items: list[str]) -> int:
    persons = []
    for person in people:
        given = [healthy for each in items if (healthy := _healthy(each, person.keys[each])) is not None]
        if 2 * len(given) >= len(items):
            persons.append(Fraction(sum(25 * (each - 1) for each in given), len(given)))
    return _shown_mean(persons)


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
    _check(publication, people[1:])


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
    _check(publication, people)
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
        points = _domain_points(people, [item.id for item in domain.items])
        label = manager.findChild(QLabel, f"score_{domain.id}")
        assert label is not None
        assert label.text() == str(points)
        assert re.search(rf"{re.escape(domain.title)}\s.*\b{points}\b", paper), domain.title


def _check(publication: Publication, people: list[Person]) -> None:
    team = publication.teams[0]
    n, headcount = len(people), len(people) + 1
    assert (team.tier, team.answered, team.headcount) == (Tier.SPLITS if n >= 10 else Tier.SHARES, n, headcount)
    for domain, result, weight in zip(
        core_questionnaire().domains, team.domains, publication.atoms[0].scores, strict=True
    ):
        ids = [item.id for item in domain.items]
        points = _domain_points(people, ids)
        assert result.score is not None
        assert result.score.points == points, domain.id
        valid = sum(2 * sum(_healthy(each, who.keys[each]) is not None for each in ids) >= len(ids) for who in people)
        assert weight.weight == valid
        half = 1.959963984540054 * sqrt(22**2 / valid * (1 - min(1, valid / headcount) * 0.5))
        assert result.likely is not None
        assert abs(result.likely.low - max(0, points - half)) <= 0.5
        assert abs(result.likely.high - min(100, points + half)) <= 0.5
        assert result.worst is not None
        assert abs(result.worst.low - valid * points / headcount) <= 0.5
        assert abs(result.worst.high - (valid * points + 100 * (headcount - valid)) / headcount) <= 0.5
        answers = [sum(_healthy(each, who.keys[each]) is not None for who in people) for each in ids]
        told = min(answers) >= 8 and max(answers) <= 12
        assert result.agreement is (_agreement(people, ids) if told else None)
    for item_result in team.items:
        _check_item(item_result, people)
    for banded_result in team.banded:
        _check_banded(banded_result, people)
    wanted = sorted(who.comments["change"] for who in people if who.comments)
    assert list(team.comments[0].comments) == wanted


def _agreement(people: list[Person], ids: list[str]) -> Agreement:
    """Mean absolute deviation from the items' means in answer steps, averaged over the items; alike up to 0.83."""
    deviations = []
    for each in ids:
        given = [Fraction(h) for who in people if (h := _healthy(each, who.keys[each])) is not None]
        mean = sum(given, Fraction(0)) / len(given)
        deviations.append(sum((abs(value - mean) for value in given), Fraction(0)) / len(given))
    return Agreement.ALIKE if sum(deviations, Fraction(0)) / len(deviations) <= Fraction(83, 100) else Agreement.DIFFER


def _check_item(result: ItemResult, people: list[Person]) -> None:
    given = [healthy for who in people if (healthy := _healthy(result.item, who.keys[result.item])) is not None]
    mean = floor(Fraction(sum(25 * (each - 1) for each in given), len(given)) + Fraction(1, 2))
    assert result.word is (ItemWord.STRENGTH if mean > 65 else ItemWord.CONCERN if mean < 45 else ItemWord.MIXED)
    parts = [sum(low <= each <= high for each in given) for low, high in ((1, 2), (3, 3), (4, 5))]
    if len(given) < 8:
        assert (result.answered, result.favourable, result.split) == (None, None, None)
        return
    assert result.answered == len(given)
    if result.split is not None:
        assert result.split == Split(*parts)
        assert len(given) >= 10
        assert min(parts) >= 2
    elif parts[2] <= 2:
        assert result.favourable == FavourableCount(0, 2)
    elif parts[2] >= len(given) - 2 and result.word is ItemWord.STRENGTH:
        assert result.favourable == FavourableCount(len(given) - 2, len(given))
    else:
        assert result.favourable is not None
        assert 3 <= result.favourable.low <= parts[2] <= result.favourable.high <= result.favourable.low + 2


def _check_banded(result: BandedResult, people: list[Person]) -> None:
    given = sorted(who.bands[result.item] for who in people if who.bands[result.item] not in (0, 9))
    assert result.middle == given[(len(given) - 1) // 2] - 1
    if len(given) < 10:
        assert result.bands is None
        return
    joined: list[list[int]] = []
    first, waiting = 0, 0
    for band in range(6):
        waiting += given.count(band + 1)
        if waiting >= 2:
            joined.append([first, band, waiting])
            first, waiting = band + 1, 0
    if first <= 5:
        joined[-1] = [joined[-1][0], 5, joined[-1][2] + waiting]
    assert result.bands == (tuple(BandCount(*each) for each in joined) if len(joined) > 1 else None)
