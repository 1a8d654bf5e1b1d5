"""What somebody typed and chose on a page, where it is scrolled to and what has the focus, for the page made anew."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QWidget,
)

from teamhealth.ui.room import Room

if TYPE_CHECKING:
    from teamhealth.services.draft_checks import Problem

_INNER = "qt_"
_TURNS = 4


@runtime_checkable
class LookedAt(Protocol):
    """A page, or a part of one, that can be looked at in several ways: as chart or tables, sorted, all or some."""

    @property
    def way(self) -> tuple[int, ...]:
        """How it is looked at."""

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show what ``way`` said of the same page before it was made anew."""


@runtime_checkable
class TellsProblems(Protocol):
    """A form that says what is wrong with it, at its fields and above them."""

    @property
    def problems(self) -> tuple["Problem", ...]:
        """What was said and has not been mended since."""

    def tell_problems(self, problems: Sequence["Problem"]) -> None:
        """Say it; the focus stays where it is."""


@dataclass(frozen=True, slots=True, repr=False)
class Carried:
    """By the names of widgets; it may hold a passphrase, so its repr says nothing."""

    ways: tuple[tuple[str, tuple[int, ...]], ...]
    typed: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, int], ...]
    cells: tuple[tuple[str, tuple[int, int]], ...]
    scrolled: tuple[tuple[str, float], ...]
    focus: str
    problems: tuple[tuple[str, tuple["Problem", ...]], ...] = ()


def take_along(page: QWidget) -> Carried:
    """Return what is to be seen of a page beside what it was made of."""
    focused = QApplication.focusWidget()
    scrolled = [(each.objectName(), each.verticalScrollBar()) for each in page.findChildren(QScrollArea)]
    return Carried(
        tuple((name, each.way) for name, each in _looked_at(page)),
        tuple((name, _text(each)) for name, each in _fields(page)),
        tuple((name, number) for name, each in _choices(page) if (number := _number(each)) is not None),
        tuple((name, (at.row(), at.column())) for name, view in _views(page) if (at := view.currentIndex()).isValid()),
        tuple((name, bar.value() / bar.maximum()) for name, bar in scrolled if bar.maximum()),
        focused.objectName() if focused is not None and page.isAncestorOf(focused) else "",
        tuple((name, each.problems) for name, each in _forms(page)),
    )


def put_back(page: QWidget, carried: Carried) -> None:
    """Fill a page that was made anew, and show the same part of it."""
    _fill(page, carried)
    cells, scrolled = dict(carried.cells), dict(carried.scrolled)
    for name, view in _views(page):
        at = view.model().index(*cells[name]) if name in cells else None
        if at is not None and at.isValid():
            view.setCurrentIndex(at)
    focused = page.findChild(QWidget, carried.focus) if carried.focus else None
    if focused is not None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
    # Columns that find their words cut stand under each other only in a second turn, wrapped words in a third.
    for _ in range(_TURNS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for area in page.findChildren(QScrollArea):
        bar = area.verticalScrollBar()
        bar.setValue(round(scrolled.get(area.objectName(), 0.0) * bar.maximum()))
        if focused is not None and area.isAncestorOf(focused):
            area.ensureWidgetVisible(focused)


def _fill(page: QWidget, carried: Carried) -> None:
    """Show the page in the way it was looked at, with what was typed, chosen, and said to be wrong."""
    ways, typed, numbers = dict(carried.ways), dict(carried.typed), dict(carried.numbers)
    # Tables are made when they are first looked at, so that comes before the rest.
    for name, each in list(_looked_at(page)):
        if name in ways and each.way != ways[name]:
            each.show_way(ways[name])
    for name, choice in _choices(page):
        if name in numbers:
            _set_number(choice, numbers[name])
    for name, field in _fields(page):
        if name in typed and _text(field) != typed[name]:
            _set_text(field, typed[name])
    # Whatever is typed takes back what was said of it, so this comes after.
    told = dict(carried.problems)
    for name, form in _forms(page):
        form.tell_problems(told.get(name, ()))


def put_back_when_shown(room: QWidget, carried: Carried) -> None:
    """Fill a page that was made anew in a room, once it is laid out, or once it is there."""
    put = partial(put_back, room, carried)
    pages = room if isinstance(room, QStackedWidget) else room.findChild(Room)
    if pages is not None and pages.currentWidget() is None:
        pages.currentChanged.connect(_Later(room, put).on_changed, Qt.ConnectionType.SingleShotConnection)
    else:
        QTimer.singleShot(0, room, put)


class _Later(QObject):
    """Waits, as a child of a room, until a page is there and laid out."""

    def __init__(self, room: QWidget, put: Callable[[], None]) -> None:
        super().__init__(room)
        self._room, self._put = room, put

    def on_changed(self, _place: int) -> None:
        """Do it after the page has come up."""
        QTimer.singleShot(0, self._room, self._put)


def _looked_at(page: QWidget) -> Iterator[tuple[str, LookedAt]]:
    for each in (page, *page.findChildren(QWidget)):
        # Asked first, as a look at the whole protocol takes long on a page of hundreds of widgets.
        if hasattr(each, "show_way") and isinstance(each, LookedAt):
            yield each.objectName(), each


def _forms(page: QWidget) -> Iterator[tuple[str, TellsProblems]]:
    for each in (page, *page.findChildren(QWidget)):
        if hasattr(each, "tell_problems") and isinstance(each, TellsProblems):
            yield each.objectName(), each


def _views(page: QWidget) -> Iterator[tuple[str, QAbstractItemView]]:
    """Find tables and lists, but neither their heads nor the lists that open below a choice."""
    for each in page.findChildren(QAbstractItemView):
        if not isinstance(each, QHeaderView) and each.window() is page.window() and each.model() is not None:
            yield each.objectName(), each


def _fields(page: QWidget) -> Iterator[tuple[str, QLineEdit | QPlainTextEdit]]:
    found: list[QLineEdit | QPlainTextEdit] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    for each in found:
        if each.objectName() and not each.objectName().startswith(_INNER) and not each.isReadOnly():
            yield each.objectName(), each


def _choices(page: QWidget) -> Iterator[tuple[str, QSpinBox | QComboBox | QCheckBox]]:
    found: list[QSpinBox | QComboBox | QCheckBox] = [
        *page.findChildren(QSpinBox),
        *page.findChildren(QComboBox),
        *page.findChildren(QCheckBox),
    ]
    for each in found:
        if each.objectName() and each.isEnabled():
            yield each.objectName(), each


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _set_text(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(words)
    else:
        field.setPlainText(words)


def _number(choice: QSpinBox | QComboBox | QCheckBox) -> int | None:
    if isinstance(choice, QSpinBox):
        return choice.value()
    return choice.currentIndex() if isinstance(choice, QComboBox) else int(choice.isChecked())


def _set_number(choice: QSpinBox | QComboBox | QCheckBox, number: int) -> None:
    if _number(choice) == number:
        return
    if isinstance(choice, QSpinBox):
        choice.setValue(number)
    elif isinstance(choice, QComboBox):
        choice.setCurrentIndex(number)
    else:
        choice.click()
