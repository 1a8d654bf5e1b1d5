"""A team of nine answers by keyboard in the real window; the published figures are those of the keys pressed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor, sqrt
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.app import make_window
from teamhealth.publication.types import CountKind, FavourableCount, ItemWord, Publication, Tier
from teamhealth.sealing.keys import KeyCost
from teamhealth.services.collect import close_survey, collection
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.invented import core_questionnaire
from tests.services.conftest import Clock
from tests.services.journeys import PIN, WORDS, created

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
        manager.start_questionnaire(survey_id)
        QApplication.processEvents()
        (self.window,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QuestionnaireWindow) and each.isVisible()
        ]

    def screen(self) -> Screen:
        return self.window.shown

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
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


def _people() -> list[Person]:
    draw = Random(2026)
    people = []
    for number in range(9):
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
    people = _people()

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


def _check(publication: Publication, people: list[Person]) -> None:
    team = publication.teams[0]
    assert (team.tier, team.answered, team.headcount) == (Tier.SHARES, 8, 9)
    for domain, result in zip(core_questionnaire().domains, team.domains, strict=True):
        ids = [item.id for item in domain.items]
        points = _domain_points(people, ids)
        assert result.score is not None
        assert result.score.points == points, domain.id
        assert result.likely is not None
        valid = sum(2 * sum(_healthy(each, who.keys[each]) is not None for each in ids) >= len(ids) for who in people)
        half = 1.959963984540054 * sqrt(22**2 / valid * (1 - min(1, valid / 9) * 0.5))
        assert abs(result.likely.low - max(0, points - half)) <= 0.5
        assert abs(result.likely.high - min(100, points + half)) <= 0.5
    for item_result in team.items:
        _check_item(item_result.item, people, item_result.word, item_result.favourable)
    wanted = sorted(who.comments["change"] for who in people if who.comments)
    assert list(team.comments[0].comments) == wanted


def _check_item(item: str, people: list[Person], word: ItemWord | None, count: FavourableCount | None) -> None:
    given = [healthy for who in people if (healthy := _healthy(item, who.keys[item])) is not None]
    mean = floor(Fraction(sum(25 * (each - 1) for each in given), len(given)) + Fraction(1, 2))
    assert word is (ItemWord.STRENGTH if mean > 65 else ItemWord.CONCERN if mean < 45 else ItemWord.MIXED)
    favourable = sum(each >= 4 for each in given)
    if len(given) < 8:
        assert count is None
        return
    assert count is not None
    if favourable <= 2:
        assert count == FavourableCount(CountKind.TWO_AT_MOST)
    elif favourable >= len(given) - 2:
        assert count == FavourableCount(CountKind.ALL_BUT_TWO)
    else:
        assert count == FavourableCount(CountKind.EXACT, favourable)
