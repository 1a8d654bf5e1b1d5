"""Further states of screens: long names, all questions, nothing to show, files that cannot be read, forms of a lead."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from teamhealth.publication.types import Publication
from teamhealth.services.drafts import new_draft, save_draft
from teamhealth.services.laptop import open_survey_file
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.opening import publish
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import add_returns
from teamhealth.services.survey_list import list_surveys
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.role import SurveyRole
from teamhealth.ui.laptop.questionnaire import laptop_questionnaire
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.place_ids import RETURNS
from tests.invented import publication
from tests.report.samples import LONG_NAME, with_comments
from tests.rounds import PLACES, all_hidden, asked_otherwise, council, with_teams
from tests.services.conftest import Clock
from tests.services.council import PIN, WORDS, collected, computer, set_up, spec
from tests.services.sealed_returns import part_return
from tests.ui.office import press
from tests.ui.scenes.results import TEAMS, of_rounds, plan_page, published, returns
from tests.ui.scenes.stage import Scene, come_to_rest, empty_office, manager_of, on_stage, room_of
from tests.ui.scenes.surveys import fill_list

Size = tuple[int, int]
LONG_BEGINNING = LONG_NAME[:57]
LONG_WORDS = (
    "We would stay longer if visits could be planned together and if nobody had to write the same case note twice. " * 4
).strip()


def long_name(number: int) -> str:
    """Return a name as long as one may be, of which each is another."""
    return f"{LONG_BEGINNING} {number:02d}"


@contextmanager
def home_long(folder: Path, size: Size) -> Iterator[QWidget]:
    """Surveys and teams with names as long as they may be."""
    with empty_office(folder) as workspace:
        fill_list(workspace)
        blank = new_draft(workspace)
        save_draft(workspace, replace(blank, title=long_name(1), team=long_name(2), headcount=11))
        with manager_of(workspace, size) as window:
            yield window


@contextmanager
def compare_long(folder: Path, size: Size) -> Iterator[QWidget]:
    """Teams with names as long as they may be, beside each other."""
    with of_rounds(folder, size, "compare", tuple(map(_with_long_names, council()))) as window:
        yield window


@contextmanager
def compare_items(folder: Path, size: Size) -> Iterator[QWidget]:
    """Every question of every team."""
    with of_rounds(folder, size, "compare", council()) as window:
        press(window, "compare_mode_1")
        come_to_rest(window)
        yield window


@contextmanager
def compare_hidden(folder: Path, size: Size) -> Iterator[QWidget]:
    """A round in which no team can be shown."""
    with of_rounds(folder, size, "compare", (replace(all_hidden(council()[-1]), quality=(), left_out=True),)) as window:
        yield window


@contextmanager
def compare_tables(folder: Path, size: Size) -> Iterator[QWidget]:
    """The comparison as tables."""
    with of_rounds(folder, size, "compare", council()) as window:
        press(window, "compare_tables")
        come_to_rest(window)
        yield window


@contextmanager
def trends_of_all(folder: Path, size: Size) -> Iterator[QWidget]:
    """One theme, all teams."""
    with of_rounds(folder, size, "trends", council()) as window:
        box = window.findChild(QComboBox, "trends_theme")
        assert box is not None
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        come_to_rest(window)
        yield window


@contextmanager
def trends_broken(folder: Path, size: Size) -> Iterator[QWidget]:
    """A theme whose questions changed from one round to the next."""
    *before, last = council()
    with of_rounds(folder, size, "trends", (*before, asked_otherwise(last, "morale"))) as window:
        yield window


@contextmanager
def returns_damaged(folder: Path, size: Size) -> Iterator[QWidget]:
    """One sealed return more was given, and it cannot be read."""
    with returns(folder, size) as window:
        assert isinstance(window, MainWindow)
        damaged = folder / "Front office laptop.threturn"
        damaged.write_bytes((folder / "Duty room laptop.threturn").read_bytes()[:900])
        window.open_files([damaged])
        come_to_rest(window)
        yield window


@contextmanager
def returns_many(folder: Path, size: Size) -> Iterator[QWidget]:
    """A return of each of fourteen teams, of which one is missing and one is damaged."""
    clock = Clock()
    with computer(folder / "lead", clock, 1) as lead:
        made, path = set_up(lead, folder, spec(dict.fromkeys(PLACES, 9)))
        with computer(folder / "laptop", clock, 5) as laptop:
            answered = {name: [4] * (6 if number % 5 else 3) for number, name in enumerate(PLACES[:-1])}
            whole = collected(laptop, made, path, answered, folder / "whole.threturn")
        files = [part_return(whole, made.survey, name, 9, folder / f"{name}.threturn") for name in PLACES[:-1]]
        files[-1].write_bytes(files[-1].read_bytes()[:900])
        with room_of(lead, size, RETURNS) as window:
            window.open_files(files)
            come_to_rest(window)
            yield window


@contextmanager
def file_refused(folder: Path, size: Size) -> Iterator[QWidget]:
    """A file that is none of the program's."""
    file = folder / "rota.threturn"
    file.write_bytes(b"PK\x03\x04 a spreadsheet")
    with empty_office(folder) as workspace, manager_of(workspace, size) as window:
        window.open_files([file])
        come_to_rest(window)
        yield window


@contextmanager
def lead_set_up(folder: Path, size: Size) -> Iterator[QWidget]:
    """A lead's new survey before anything is filled in."""
    with empty_office(folder) as workspace, manager_of(workspace, size) as window:
        window.surveys.setup.show_setup(replace(new_draft(workspace), custody=CustodyKind.LEAD))
        come_to_rest(window)
        yield window


@contextmanager
def laptop(folder: Path, size: Size) -> Iterator[QWidget]:
    """A laptop of several teams that a lead's survey file was opened on."""
    clock = Clock()
    with computer(folder / "lead", clock, 1) as lead:
        made, path = set_up(lead, folder, spec(TEAMS))
        with computer(folder / "laptop", clock, 5) as there:
            open_survey_file(there, path, PIN)
            with manager_of(there, size) as window:
                window.surveys.laptop.show_laptop(made.survey.id)
                come_to_rest(window)
                # They are the key's, which is another each time.
                words = window.findChild(QLabel, "laptop_words_shown")
                assert words is not None
                words.setText("bright · purple · marvel")
                window.activateWindow()
                come_to_rest(window)
                yield window


@contextmanager
def survey_file(folder: Path, size: Size) -> Iterator[QWidget]:
    """A lead's survey file has just been opened on a laptop."""
    with computer(folder / "lead", Clock(), 1) as lead:
        _, path = set_up(lead, folder, spec(TEAMS))
        with computer(folder / "laptop", Clock(), 5) as there, manager_of(there, size) as window:
            window.open_files([path])
            come_to_rest(window)
            # They are the key's, which is another each time.
            words = window.findChild(QLabel, "seal_words")
            assert words is not None
            words.setText("bright · purple · marvel")
            come_to_rest(window)
            yield window


@contextmanager
def half_a_code(folder: Path, size: Size) -> Iterator[QWidget]:
    """A slip's code is being typed, beside the three words."""
    clock = Clock()
    with computer(folder / "lead", clock, 1) as lead:
        made, path = set_up(lead, folder, spec(TEAMS))
        with computer(folder / "laptop", clock, 5) as there:
            open_survey_file(there, path, PIN)
            team, words = made.survey.teams[0].id, ("bright", "purple", "marvel")
            window = laptop_questionnaire(there, made.survey.id, team, words)
            with on_stage(window, size):
                come_to_rest(window)
                code = window.findChild(QLineEdit, "code")
                assert code is not None
                code.setFocus()
                QTest.keyClicks(code, "7k4t9qwm2")
                come_to_rest(window)
                yield window


@contextmanager
def paper(folder: Path, size: Size) -> Iterator[QWidget]:
    """A lead keys the first form of a pile in."""
    with returns(folder, size) as window:
        press(window, "returns_paper")
        come_to_rest(window)
        yield window


@contextmanager
def returns_start(folder: Path, size: Size) -> Iterator[QWidget]:
    """A survey that nothing was sent back of yet."""
    with computer(folder / "lead", Clock(), 1) as lead:
        set_up(lead, folder, spec(TEAMS))
        with room_of(lead, size, RETURNS) as window:
            yield window


@contextmanager
def comments_long(folder: Path, size: Size) -> Iterator[QWidget]:
    """A lead reads the comments of teams with long names, and of many people."""
    names = ("Alder", "Children Looked After and Leaving Care", *map(long_name, range(1, 5)))
    with computer(folder / "lead", Clock(), 1) as lead:
        made, path = set_up(lead, folder, spec(dict.fromkeys(names, 9), codes=False))
        with computer(folder / "laptop", Clock(), 5) as laptop:
            answered = {name: [4] * (9 - number) for number, name in enumerate(names[:4])}
            file = collected(laptop, made, path, answered, folder / "Duty room laptop.threturn")
        add_returns(lead, made.survey.id, (file,), unwatched)
        opened = open_returns(lead, made.survey.id, WORDS, unwatched)
        with room_of(lead, size, RETURNS) as window:
            window.returns._on_opened(opened)
            come_to_rest(window)
            yield window


@contextmanager
def published_long(folder: Path, size: Size) -> Iterator[QWidget]:
    """Results of teams with long names and short ones are handed back."""
    with comments_long(folder, size) as window:
        assert isinstance(window, MainWindow)
        workspace = window.workspace
        lead = next(each for each in list_surveys(workspace) if each.role is SurveyRole.LEAD)
        publish(workspace, open_returns(workspace, lead.id, WORDS, unwatched), frozenset(), unwatched)
        window.returns.show_survey(lead.id)
        come_to_rest(window)
        yield window


@contextmanager
def action(folder: Path, size: Size) -> Iterator[QWidget]:
    """A new action of a retention plan."""
    with plan_page(folder, size) as window:
        press(window, "plan_add")
        come_to_rest(window)
        yield window


def _with_long_names(whole: Publication) -> Publication:
    teams = tuple(replace(each, name=long_name(int(each.id, 16) - 100)) for each in whole.teams)
    return with_teams(whole, teams)


SCENES: dict[str, Scene] = {
    "home-long": home_long,
    "lead-set-up": lead_set_up,
    "laptop": laptop,
    "dashboard-long": published(
        with_comments(publication(9, team_name=LONG_NAME), LONG_WORDS, "Keep the Monday meeting.")
    ),
    "compare-long": compare_long,
    "compare-items": compare_items,
    "compare-hidden": compare_hidden,
    "compare-tables": compare_tables,
    "trends-all": trends_of_all,
    "trends-broken": trends_broken,
    "action": action,
    "comments-long": comments_long,
    "published-long": published_long,
    "questionnaire-code": half_a_code,
    "paper": paper,
    "survey-file": survey_file,
    "returns-start": returns_start,
    "returns-damaged": returns_damaged,
    "returns-many": returns_many,
    "file-refused": file_refused,
}
