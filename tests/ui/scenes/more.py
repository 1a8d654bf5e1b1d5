"""Pages that lie behind others: the preview, the check, publishing, a council's results, and a file that is open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from teamhealth.services.drafts import new_draft
from teamhealth.survey.custody import CustodyKind
from teamhealth.ui.compare.bar import CompareBar
from teamhealth.ui.compare.page import ComparePage
from teamhealth.ui.compare.room import CompareRoom
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.theme import current_theme
from tests.rounds import council, many
from tests.services.council import WORDS
from tests.services.journeys import PIN
from tests.ui.office import fill, press, read_to_the_end
from tests.ui.rounds import as_files
from tests.ui.scenes import surveys
from tests.ui.scenes.results import of_rounds, place
from tests.ui.scenes.stage import Scene, come_to_rest, empty_office, manager_of

Size = tuple[int, int]


@contextmanager
def _set_up(folder: Path, size: Size) -> Iterator[MainWindow]:
    """A manager's new survey that is filled in."""
    with empty_office(folder) as workspace:
        whole = replace(
            new_draft(workspace),
            custody=CustodyKind.CHOSEN,
            role="Practice educator",
            organisation="Exampleshire Council",
            round_name="Autumn 2026",
            team="Northgate",
            headcount=9,
        )
        with manager_of(workspace, size) as window:
            window.surveys.setup.show_setup(whole)
            come_to_rest(window)
            yield window


@contextmanager
def preview(folder: Path, size: Size) -> Iterator[QWidget]:
    """What staff will see, before anything is created."""
    with _set_up(folder, size) as window:
        press(window, "setup_preview")
        come_to_rest(window)
        yield window


@contextmanager
def check(folder: Path, size: Size) -> Iterator[QWidget]:
    """All that was chosen, to be looked at once more."""
    with _set_up(folder, size) as window:
        for name, typed in (("passphrase", WORDS), ("passphrase_repeated", WORDS), ("pin", PIN), ("pin_repeated", PIN)):
            fill(window, name, typed)
        press(window, "setup_continue")
        come_to_rest(window)
        yield window


@contextmanager
def publish(folder: Path, size: Size) -> Iterator[QWidget]:
    """What publishing will show, and what it will not."""
    with surveys.comments(folder, size) as window:
        read_to_the_end(window)
        come_to_rest(window)
        yield window


@contextmanager
def file_open(folder: Path, size: Size) -> Iterator[QWidget]:
    """A results file is open where nothing is published."""
    with place("results")(folder, size) as window:
        assert isinstance(window, MainWindow)
        window.open_files(as_files(council()[-1:], folder))
        come_to_rest(window)
        # Where it lay is another folder each time.
        window.choose(replace(window.choices, recent=()))
        press(window, "rail_results")
        come_to_rest(window)
        yield window


@contextmanager
def results_council(folder: Path, size: Size) -> Iterator[QWidget]:
    """The results of a council of three areas of service."""
    with empty_office(folder) as workspace, manager_of(workspace, size) as window:
        window.go_to("results")
        window.results.show_area(council(14, 1, 3, 9)[-1], None)
        come_to_rest(window)
        yield window


@contextmanager
def quality(folder: Path, size: Size) -> Iterator[QWidget]:
    """How well the questionnaire measured."""
    with results_council(folder, size) as window:
        press(window, "area_quality")
        come_to_rest(window)
        yield window


@contextmanager
def compare_many(folder: Path, size: Size) -> Iterator[QWidget]:
    """Two hundred teams beside each other."""
    whole, theme = many(council()[-1], 200), current_theme()
    with of_rounds(folder, size, "compare", council()) as window:
        page = ComparePage(whole, None, CompareBar([whole.survey.wave.name], [], theme), theme)
        window.room("compare", CompareRoom).pages.show_page(page)
        come_to_rest(window)
        yield window


SCENES: dict[str, Scene] = {
    "preview": preview,
    "check": check,
    "publish": publish,
    "file-open": file_open,
    "results-council": results_council,
    "quality": quality,
    "compare-many": compare_many,
}
