"""What whoever runs a survey sees of answers that could not be saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget

from teamhealth.ui.aside_window import AsideWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.questionnaire.not_saved import not_saved
from tests.ui.scenes.stage import Scene, come_to_rest, empty_office, manager_of, on_stage
from tests.ui.scenes.surveys import fill_list

Size = tuple[int, int]
REPORT = "Team Health: report of an unexpected error\n"


@contextmanager
def answers_lost(folder: Path, size: Size) -> Iterator[QWidget]:
    """The surveys, after answers could not be saved and nobody came back."""
    lost = not_saved(RuntimeError())
    with empty_office(folder) as workspace:
        fill_list(workspace)
        with manager_of(workspace, size) as window:
            window.frame.lost.show_words(lost.thrown_away(alone=False), REPORT)
            come_to_rest(window)
            yield window


@contextmanager
def set_aside(_folder: Path, _size: Size) -> Iterator[QWidget]:
    """The window beside a questionnaire that was set aside, after an error that nobody foresaw."""
    kept = not_saved(RuntimeError())
    window = AsideWindow(kept.while_kept(), REPORT, Outside())
    window.show_seconds(240)
    with on_stage(window, (window.width(), window.height())):
        yield window


SCENES: dict[str, Scene] = {"answers-lost": answers_lost, "questionnaire-set-aside": set_aside}
