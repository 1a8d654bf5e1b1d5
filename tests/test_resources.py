"""The program's own files are found in a checkout, a wheel and a frozen bundle."""

from pathlib import Path

import pytest

from teamhealth.failures import ResourcesMissing
from teamhealth.resources import find_resources, resource


def _package(folder: Path) -> Path:
    package = folder / "teamhealth"
    package.mkdir(parents=True)
    return package


def test_checkout_is_found_beside_the_package(tmp_path: Path) -> None:
    package = _package(tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "resources" / "questionnaires").mkdir(parents=True)
    assert find_resources(package) == tmp_path / "resources"


def test_checkout_wins_over_the_stale_copy_of_an_editable_install(tmp_path: Path) -> None:
    package = _package(tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "resources" / "questionnaires").mkdir(parents=True)
    (package / "_resources" / "questionnaires").mkdir(parents=True)
    assert find_resources(package) == tmp_path / "resources"


def test_wheel_carries_them_inside_the_package(tmp_path: Path) -> None:
    package = _package(tmp_path / "site-packages")
    (tmp_path / "site-packages" / "resources" / "questionnaires").mkdir(parents=True)
    (package / "_resources" / "questionnaires").mkdir(parents=True)
    assert find_resources(package) == package / "_resources"


def test_frozen_bundle_has_them_beside_the_program(tmp_path: Path) -> None:
    package = _package(tmp_path / "_internal")
    (tmp_path / "_internal" / "resources" / "questionnaires").mkdir(parents=True)
    assert find_resources(package, str(tmp_path / "_internal")) == tmp_path / "_internal" / "resources"


def test_missing_files_are_a_known_failure(tmp_path: Path) -> None:
    with pytest.raises(ResourcesMissing):
        find_resources(_package(tmp_path))


@pytest.mark.parametrize(
    "parts",
    [
        ("fonts", "SourceSans3-Regular.ttf"),
        ("fonts", "SourceSans3-Semibold.ttf"),
        ("fonts", "SourceSans3-Bold.ttf"),
        ("evidence", "evidence.toml"),
        ("evidence", "standards.toml"),
        ("questionnaires", "team-health.toml"),
        ("words.txt",),
        ("LICENCES.md",),
    ],
)
def test_what_the_program_needs_is_there(parts: tuple[str, ...]) -> None:
    assert resource(*parts).stat().st_size > 0
