"""Setup on Windows leaves a running program alone; the menu entry on Linux starts it from any folder, and goes."""

import re
import subprocess
from pathlib import Path

import pytest

from teamhealth.app import run
from teamhealth.services import running
from tests.packaging.tools import ROOT

INSTALLER = ROOT / ".ci" / "installer"
INNO = (INSTALLER / "teamhealth.iss").read_text(encoding="utf-8")


def _bundle(folder: Path) -> Path:
    """Lay a bundle out whose program tells what it was started with."""
    icon = ROOT / "resources" / "icons" / "teamhealth.png"
    (folder / "_internal" / "resources" / "icons").mkdir(parents=True)
    (folder / "_internal" / "resources" / "icons" / icon.name).write_bytes(icon.read_bytes())
    for name in ("teamhealth.desktop", "teamhealth-files.xml", "install.sh"):
        (folder / name).write_bytes((INSTALLER / name).read_bytes())
    (folder / "TeamHealth").write_text('#!/bin/sh\necho "started with $1"\n', encoding="utf-8")
    (folder / "TeamHealth").chmod(0o755)
    return folder


def _install(bundle: Path, home: Path, *arguments: str) -> Path:
    """Run the installer as somebody with this home, and return where the entry belongs."""
    place = {"XDG_DATA_HOME": str(home / "share"), "HOME": str(home), "PATH": "/usr/bin:/bin", "CDPATH": str(home)}
    subprocess.run(["sh", str(bundle / "install.sh"), *arguments], env=place, check=True, capture_output=True)
    return home / "share" / "applications" / "teamhealth.desktop"


def _command(entry: Path, file: str) -> list[str]:
    """Return what a menu starts, read by the rules of the desktop entry specification."""
    lines = [each for each in entry.read_text(encoding="utf-8").splitlines() if each.startswith("Exec=")]
    assert len(lines) == 1
    value = re.sub(r"\\(.)", lambda found: {"s": " ", "n": "\n", "t": "\t"}.get(found[1], found[1]), lines[0][5:])
    words = re.findall(r'"((?:[^"\\`$]|\\["\\`$])*)"|(\S+)', value)
    plain = [re.sub(r'\\(["\\`$])', r"\1", quoted) if quoted else bare for quoted, bare in words]
    return [re.sub("%(.)", lambda found: {"%": "%", "f": file}.get(found[1], ""), word) for word in plain]


def test_without_a_home_it_says_what_is_not_known_and_changes_nothing(tmp_path: Path) -> None:
    bundle = _bundle(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    done = subprocess.run(["sh", str(bundle / "install.sh")], env={}, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("It is not known whose menu is meant: neither HOME nor XDG_DATA_HOME is set.")
    assert "parameter" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "name",
    [
        "Team Health",
        "Staff & Wellbeing",
        "R|D",
        'the "new" one',
        "o'clock",
        "cost $HOME `id`",
        "back\\slash \\1",
        "100% done %f",
        "Tŷ Gobaith – 東京",
        " two  spaces ",
        "#1; true",
    ],
)
def test_the_menu_entry_starts_the_program_from_any_folder(name: str, tmp_path: Path) -> None:
    bundle = _bundle(tmp_path / name)
    command = _command(_install(bundle, tmp_path), "a file.thsurvey")
    assert command == [f"{bundle}/TeamHealth", "a file.thsurvey"]
    assert (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout == "started with a file.thsurvey\n"
    )


def test_the_menu_entry_keeps_all_else_and_goes_again(tmp_path: Path) -> None:
    bundle = _bundle(tmp_path / "Team Health")
    entry = _install(bundle, tmp_path)
    shipped = (INSTALLER / "teamhealth.desktop").read_text(encoding="utf-8").splitlines()
    kept = [line for line in shipped if not line.startswith("Exec=")]
    assert [line for line in entry.read_text(encoding="utf-8").splitlines() if not line.startswith("Exec=")] == kept
    assert not _install(bundle, tmp_path, "remove").exists()
    assert not list((tmp_path / "share").rglob("*.png"))


def test_it_says_in_a_line_what_it_did_and_where_surveys_stay(tmp_path: Path) -> None:
    bundle = _bundle(tmp_path / "Team Health")
    stay = f"Surveys, usually in {tmp_path}/share/TeamHealth, stay as they are.\n"
    put = f"Put into your menu: Team Health in {bundle}, with its icon and file types. "
    assert _said(bundle, tmp_path).stdout == put + stay
    taken = "Taken out of your menu: Team Health, with its icon and file types. "
    assert _said(bundle, tmp_path, "remove").stdout == taken + stay


@pytest.mark.parametrize("words", [("uninstall",), ("--remove",), ("remove", "all"), ("",)])
def test_words_that_it_does_not_know_change_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    done = _said(_bundle(tmp_path / "Team Health"), tmp_path, *words)
    assert done.returncode == 2
    assert done.stderr.startswith("Nothing has been changed.\nUsage: ./install.sh ")
    assert not (tmp_path / "share").exists()


def test_asked_for_help_it_tells_its_two_ways_and_changes_nothing(tmp_path: Path) -> None:
    done = _said(_bundle(tmp_path / "Team Health"), tmp_path, "--help")
    assert done.returncode == 0
    assert "./install.sh remove" in done.stdout
    assert not (tmp_path / "share").exists()


@pytest.mark.parametrize(
    "missing",
    ["TeamHealth", "teamhealth.desktop", "teamhealth-files.xml", "_internal/resources/icons/teamhealth.png"],
)
def test_a_folder_that_is_not_whole_is_not_put_into_the_menu_by_half(missing: str, tmp_path: Path) -> None:
    bundle = _bundle(tmp_path / "Team Health")
    (bundle / missing).unlink()
    done = _said(bundle, tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{missing} is not beside this script")
    assert not (tmp_path / "share").exists()


def _said(bundle: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the installer and return what it says, whether it goes well or not."""
    place = {"XDG_DATA_HOME": str(home / "share"), "HOME": str(home), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        ["sh", str(bundle / "install.sh"), *words], env=place, check=False, capture_output=True, text=True
    )


def test_setup_looks_for_the_signs_that_a_running_program_makes_and_closes_nothing() -> None:
    made: list[str] = []
    running.show_that_it_runs(made.append)
    facts = dict(line.split("=", 1) for line in INNO.splitlines() if re.match(r"^\w+=", line))
    assert facts["AppMutex"].split(",") == made
    assert facts["CloseApplications"] == "no"
    # Council IT installs in a session of its own, where only such a sign is seen.
    assert any(each.startswith("Global\\") for each in made)


def test_every_start_makes_the_signs_with_a_window_or_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[str] = []
    monkeypatch.setattr(running, "_make_mutex", made.append)
    assert run(["--version"]) == 0
    assert made == list(running.SIGNS)


def test_silent_lines_in_the_guide_ask_nobody() -> None:
    guide = (ROOT / "docs" / "it-guide.md").read_text(encoding="utf-8")
    lines = [each for each in guide.splitlines() if "/VERYSILENT" in each]
    assert len(lines) == 2
    assert all("/SUPPRESSMSGBOXES" in each for each in lines)
