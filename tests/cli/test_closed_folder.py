"""A data folder that is closed to this account is told in one way, however it was named, and is left as it is."""

from pathlib import Path

import pytest

from teamhealth.failures import FolderClosed
from teamhealth.services.data_place import found_folder
from teamhealth.settings.choices import CHOICES_NAME, Choices, write_choices
from tests.cli.running import run_here
from tests.closed_folders import closed
from tests.ui.office import office


@pytest.fixture
def others(tmp_path: Path) -> Path:
    """The data folder of another account, with its settings."""
    folder = tmp_path / "others" / "data"
    folder.mkdir(parents=True)
    write_choices(Choices(), folder / CHOICES_NAME)
    return folder


@pytest.mark.parametrize("above", [True, False], ids=["a folder above it", "itself"])
@pytest.mark.parametrize(
    "command",
    [
        ("doctor",),
        ("delete",),
        ("backup", "{here}/a.thcopy"),
        ("restore", "{here}/a.thcopy"),
        ("workforce", "show"),
        ("demo", "--headless", "{here}/files"),
    ],
    ids=lambda command: command[0],
)
def test_a_folder_that_is_closed_is_told(
    others: Path, tmp_path: Path, command: tuple[str, ...], above: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [each.format(here=tmp_path) for each in command]
    with closed(others.parent if above else others):
        assert run_here(*arguments, "--data-dir", others) == 1
    told = " ".join(" ".join(capsys.readouterr()).split())
    assert f"This account may not read what is in {others}. Nothing there has been changed" in told
    assert "Ask IT for access to it, or for another folder" in told
    assert "settings.json" not in told
    assert sorted(each.name for each in tmp_path.iterdir()) == ["others"]


@pytest.mark.parametrize("above", [True, False], ids=["a folder above it", "itself"])
@pytest.mark.parametrize("command", [("doctor",), ("delete",), ("backup", "{here}/a.thcopy")], ids=lambda c: c[0])
def test_surveys_that_were_moved_to_a_folder_that_is_closed_are_not_said_to_be_gone(
    tmp_path: Path, command: tuple[str, ...], above: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    moved, usual = tmp_path / "others" / "data", tmp_path / "usual"
    with office(moved):
        pass
    usual.mkdir()
    write_choices(Choices(folder=str(moved)), usual / CHOICES_NAME)
    arguments = [each.format(here=tmp_path) for each in command]
    with closed(moved.parent if above else moved):
        assert run_here(*arguments, "--data-dir", usual) == 1
    told = " ".join(" ".join(capsys.readouterr()).split())
    assert f"This account may not read what is in {moved}. Nothing there has been changed" in told
    assert "cannot be found" not in told
    assert "stick" not in told
    assert sorted(each.name for each in tmp_path.iterdir()) == ["others", "usual"]


def test_settings_that_only_another_account_may_read_are_not_called_spoilt(others: Path) -> None:
    with closed(others / CHOICES_NAME), pytest.raises(FolderClosed):
        found_folder(others)


def test_a_name_that_no_folder_can_have_is_no_fault_of_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here("workforce", "show", "--data-dir", tmp_path / ("x" * 300)) == 1
    assert "cannot be found in" in capsys.readouterr().err
