"""On screens of results, what a Welsh questionnaire says is told to the system as Welsh, and nothing else is."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from teamhealth.services.plans import start_plan
from teamhealth.ui.results.dashboard import TeamDashboard
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.report.welsh import in_welsh
from tests.rounds import council
from tests.services.stored_results import store_publication
from tests.ui.office import press
from tests.ui.scenes.results import of_rounds, published
from tests.ui.scenes.stage import Scene, come_to_rest, empty_office, manager_of

ROUNDS = tuple(map(in_welsh, council()))
WHOLE = in_welsh(publication(12))


@contextmanager
def rounds(name: str, folder: Path, size: tuple[int, int]) -> Iterator[QWidget]:
    with of_rounds(folder, size, name, ROUNDS) as window:
        yield window


@contextmanager
def theme(folder: Path, size: tuple[int, int]) -> Iterator[QWidget]:
    with published(WHOLE)(folder, size) as window:
        shown = window.findChild(TeamDashboard)
        assert shown is not None
        shown.open_domain("stability")
        yield window


@contextmanager
def plan(folder: Path, size: tuple[int, int]) -> Iterator[QWidget]:
    with empty_office(folder) as workspace:
        store_publication(workspace, WHOLE)
        start_plan(workspace, WHOLE, TEAM_ID)
        with manager_of(workspace, size) as window:
            press(window, "rail_plans")
            # The list is read in another thread, and would come up over the plan.
            come_to_rest(window)
            window.plans.show_plan(SURVEY_ID, TEAM_ID)
            yield window


SCREENS: dict[str, Scene] = {
    "dashboard": published(WHOLE),
    "theme": theme,
    "compare": partial(rounds, "compare"),
    "trends": partial(rounds, "trends"),
    "plan": plan,
}


def of_the_questionnaire() -> set[str]:
    [asked] = ROUNDS[-1].survey.questionnaires
    items = [each for item in asked.items for each in (item.label, item.strength, item.concern)]
    themes = [words for each in asked.domains for words in (each.title, each.question)]
    others = [*(each.label for each in asked.banded_items), *(each.text for each in asked.comments)]
    return {*items, *themes, *others}


def told(root: QWidget) -> Iterator[tuple[str, bool]]:
    """Yield the words of a screen, and whether the system is told that they are Welsh."""
    found: list[QLabel | QAbstractButton] = [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
    for each in found:
        if each.isVisible() and each.text():
            attributes = QAccessible.queryAccessibleInterface(each).attributesInterface()
            locale = attributes.attributeValue(QAccessible.Attribute.Locale)
            yield each.text().replace("\u200b", ""), locale.language() is QLocale.Language.Welsh


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("screen", SCREENS)
def test_what_is_welsh_says_so_and_nothing_else_does(screen: str, tmp_path: Path) -> None:
    asked = of_the_questionnaire()
    with SCREENS[screen](tmp_path, (1366, 688)) as window:
        come_to_rest(window)
        words = list(told(window))
    shown = {each for each, _ in words if each in asked}
    assert shown
    assert {each for each, welsh in words if welsh} == shown
