"""Pictures, PDF and results files of a comparison."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_part
from teamhealth.publication.part import part_of
from teamhealth.services.documents import area_documents
from teamhealth.services.results import read_results
from teamhealth.services.workspace import Workspace
from teamhealth.ui.compare.alone import AloneNote
from teamhealth.ui.compare.room import CompareRoom
from tests.invented import publication
from tests.rounds import council
from tests.ui.compare.comparing import enter
from tests.ui.office import Desk, button, press, seen, take_pdf, text, wait_for_work
from tests.ui.rounds import as_files, store_rounds


def test_the_chart_is_copied_and_saved_as_a_picture(qtbot: QtBot, room: CompareRoom, desk: Desk) -> None:
    press(room, "compare_copy")
    assert not QGuiApplication.clipboard().image().isNull()
    assert button(room, "compare_copy").text() == "Copied"
    press(room, "compare_save")
    (saved,) = desk.folder.iterdir()
    assert saved.name == "Autumn 2022 team health, comparison.png"
    assert not QImage(str(saved)).isNull()
    assert "comparison.png" in text(room, "saved_note_text")


def test_the_pdf_is_saved(qtbot: QtBot, room: CompareRoom, desk: Desk) -> None:
    take_pdf(room, "compare_pdf", "compare")
    wait_for_work(qtbot, room)
    (saved,) = desk.folder.iterdir()
    assert saved.name == "Autumn 2022 team health, comparison.pdf"
    assert saved.read_bytes().startswith(b"%PDF")


def test_results_files_can_be_opened_where_there_is_nothing(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    paths = as_files(council()[1:], tmp_path)
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: paths)
    room = enter(qtbot, CompareRoom(workspace, outside))
    assert "No results yet" in seen(room)
    press(room, "compare_open")
    wait_for_work(qtbot, room)
    wait_for_work(qtbot, room)
    rounds = room.findChild(QComboBox, "compare_round")
    assert rounds is not None
    assert rounds.count() == 2


def test_one_teams_part_is_not_compared_and_offers_no_document_of_all(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    whole = council()[-1]
    part = tmp_path / "part.thresults"
    write_part(part_of(whole, whole.teams[0].id), part)
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: (part,))
    room = enter(qtbot, CompareRoom(workspace, outside))
    press(room, "compare_open")
    wait_for_work(qtbot, room)
    wait_for_work(qtbot, room)
    words = seen(room)
    assert "Results of one team only" in words
    assert "There is nothing beside one team to compare it with." in words
    assert "Ask the survey lead for the whole results file." in words
    assert "two teams or more" in words
    with qtbot.waitSignal(room.results_asked) as asked:
        press(room, "compare_alone_0")
    assert asked.args == [read_results(part), whole.teams[0].id]
    assert area_documents(workspace, read_results(part), None) == ()


def test_an_earlier_round_that_is_opened_can_be_chosen_and_of_one_team_it_is_said_why_it_is_not(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    store_rounds(workspace, council()[-1:])
    earlier, alone = council()[0], publication(12)
    files = list(as_files((earlier, alone), tmp_path))
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: tuple(files))
    room = enter(qtbot, CompareRoom(workspace, outside))
    note = room.findChild(AloneNote)
    assert note is not None
    assert not note.isVisible()
    press(room, "compare_files")
    wait_for_work(qtbot, room)
    wait_for_work(qtbot, room)
    rounds = room.findChild(QComboBox, "compare_round")
    assert rounds is not None
    assert rounds.count() == 2
    # It was opened to stand beside the newest, which stays.
    assert rounds.currentText() == council()[-1].survey.wave.name
    assert note.isVisible()
    assert "Not compared: Northgate (Autumn 2026). There is nothing beside one team" in note.told
    # Nobody has a whole of a survey of one team.
    assert "Ask the survey lead" not in note.told
    with qtbot.waitSignal(room.results_asked) as asked:
        press(room, "alone_see_0")
    assert asked.args == [alone, alone.teams[0].id]
    press(room, "alone_away")
    assert not note.isVisible()


def test_a_file_that_is_no_results_is_told_and_nothing_is_lost(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.thresults"
    wrong.write_bytes(b"{}")
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: (wrong,))
    room = enter(qtbot, CompareRoom(workspace, outside))
    press(room, "compare_open")
    wait_for_work(qtbot, room)
    assert room.failure.isVisible()
