"""What a screen reader finds on every screen: nothing twice, whole sentences, and in the order that is seen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

from teamhealth.ui.compare.drill_in import DrillIn
from teamhealth.ui.widgets.page import Page
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.stage import come_to_rest

SIZE = (1366, 688)
GROUPS = (QAccessible.Role.Border, QAccessible.Role.Client)


def nodes(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield all that a screen reader can come to, in its order."""
    if not node.state().invisible:
        yield node
        for place in range(node.childCount()):
            child = node.child(place)
            if child is not None:
                yield from nodes(child)


def faults(name: str, description: str) -> Iterator[str]:
    """Yield what is wrong with what is said of one thing."""
    if description and description == name:
        yield "says it twice"
    if name != name.strip():
        yield "begins or ends with a space"
    if re.search(r"\. [a-z]", name):
        yield "begins a sentence with a small letter"
    if re.search(r"\.\.|\.:", name):
        yield "has two stops"


@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_everything_is_said_once_and_in_sentences(standing: QWidget) -> None:
    said, described = QAccessible.Text.Name, QAccessible.Text.Description
    found = [
        (fault, each.text(said))
        for each in nodes(QAccessible.queryAccessibleInterface(standing))
        for fault in faults(each.text(said), each.text(described))
    ]
    assert found == []


def repeating(node: QAccessibleInterface, said: QAccessible.Text) -> Iterator[str]:
    """Yield the groups that say what stands in them, beyond their heading; what has the focus has to say all."""
    inside = [words for each in nodes(node) if (words := each.text(said))]
    own = node.text(said)
    widget = node.object()
    if isinstance(widget, QWidget) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus and own and node.role() in GROUPS:
        inside = inside[1:]
        sentences = [each for each in inside if each.endswith((".", "?")) and each != own and each in own]
        if sentences or inside == [own] or (len(inside) > 1 and own == " ".join(inside)):
            yield f"{widget.objectName()}: {own}"
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None and not child.state().invisible:
            yield from repeating(child, said)


@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_no_group_says_what_is_said_in_it(standing: QWidget) -> None:
    found = list(repeating(QAccessible.queryAccessibleInterface(standing), QAccessible.Text.Name))
    assert found == []


@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_window_and_page_have_a_title(standing: QWidget) -> None:
    assert standing.windowTitle() in {"Team Health", "Questionnaire mode", "Questionnaire mode is set aside"}
    pages = [each for each in standing.findChildren(Page) if each.isVisible()]
    assert [each.objectName() for each in pages if not each.title.text() or not each.accessibleName()] == []


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("name", ["home", "returns", "set-up", "results", "plan"])
def test_a_page_is_read_as_it_is_seen_title_actions_content_and_the_bar_below(name: str, tmp_path: Path) -> None:
    with SCENES[name](tmp_path, SIZE) as window:
        come_to_rest(window)
        page = next(each for each in window.findChildren(Page) if each.isVisible())
        bar = page.findChild(QLabel, "setup_said")
        assert (bar is not None) == (name == "set-up")
        order = [each.object() for each in nodes(QAccessible.queryAccessibleInterface(page))]
        row = page.action_row
        items = [row.itemAt(place) for place in range(row.count())]
        actions = [each.widget() for each in items if each is not None]
        seen = [page.title, *actions, page.scroller, *([bar] if bar is not None else [])]
        assert [each for each in order if each in seen] == seen


@pytest.mark.usefixtures("themed_application")
def test_what_is_behind_a_cell_is_read_before_what_can_be_done_with_it(tmp_path: Path) -> None:
    with SCENES["compare"](tmp_path, SIZE) as window:
        come_to_rest(window)
        drill = window.findChild(DrillIn)
        assert drill is not None
        order = [each.text(QAccessible.Text.Name) for each in nodes(QAccessible.queryAccessibleInterface(drill))]
    assert order.index("Fairway: psychological safety") < order.index("Fairway results")


ONCE = ("dashboard-6", "dashboard-8", "dashboard-12", "theme-12", "compare", "compare-items", "trends", "plan", "home",
        "returns", "results-council")  # fmt: skip


def leaves(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Return the words and pictures of a part that has nothing in it that can be used; nothing of any other part."""
    found = list(nodes(node))[1:]
    if node.state().focusable or any(each.state().focusable for each in found):
        return []
    return [each for each in found if each.role() in {QAccessible.Role.StaticText, QAccessible.Role.Graphic}]


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("name", ONCE)
def test_no_part_of_a_page_says_again_what_its_words_say(name: str, tmp_path: Path) -> None:
    said, found = QAccessible.Text.Name, []
    with SCENES[name](tmp_path, SIZE) as window:
        come_to_rest(window)
        for each in nodes(QAccessible.queryAccessibleInterface(window)):
            words = [leaf.text(said) for leaf in leaves(each) if len(leaf.text(said)) > 2]
            if each.role() is QAccessible.Role.Client and words and all(part in each.text(said) for part in words):
                found.append(each.text(said))
            for leaf in leaves(each):
                again = [part for part in words if part in leaf.text(said) and part != leaf.text(said)]
                if leaf.role() is QAccessible.Role.Graphic and again:
                    found.append(leaf.text(said))
    assert found == []


def cells_of(name: str, folder: Path) -> list[str]:
    """Return what is said of every cell of a scene's tables."""
    with SCENES[name](folder, SIZE) as window:
        come_to_rest(window)
        found = nodes(QAccessible.queryAccessibleInterface(window))
        return [each.text(QAccessible.Text.Name) for each in found if each.role() is QAccessible.Role.Cell]


@pytest.mark.usefixtures("themed_application")
def test_a_cell_of_a_table_says_whose_it_is(tmp_path: Path) -> None:
    cells = cells_of("workforce-known", tmp_path)
    assert "Alder, Turnover: 23.5%" in cells
    assert "Who: Alder" in cells


@pytest.mark.usefixtures("themed_application")
def test_a_team_and_how_many_answered_are_two_cells(tmp_path: Path) -> None:
    cells = cells_of("compare", tmp_path)
    assert cells[:2] == ["Ashdown", "Ashdown, 11 of 11"]
    assert len(set(cells)) == len(cells)
