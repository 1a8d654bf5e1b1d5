"""The bundle's recipe is run with stubbed builders, for Linux and for Windows."""

import sys
import types
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


class Builders:
    """Stands for PyInstaller: remembers what it was asked to build."""

    def __init__(self) -> None:
        self.programs: list[tuple[str, bool]] = []
        self.collected: list[tuple[str, str, str]] = []
        self.excluded: list[str] = []

    def analysis(self, scripts: list[str], **options: Any) -> types.SimpleNamespace:
        assert all((ROOT / script).is_file() for script in scripts)
        self.excluded = [str(each) for each in options["excludes"]]
        return types.SimpleNamespace(
            pure=[],
            scripts=[],
            binaries=[
                ("PySide6/Qt/lib/libQt6Network.so.6", "", "BINARY"),
                ("PySide6/Qt6Network.dll", "", "BINARY"),
                ("PySide6/Qt/lib/libQt6DBus.so.6", "", "BINARY"),
                ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "", "BINARY"),
                ("PySide6/Qt/plugins/platforms/libqxcb.so", "", "BINARY"),
                ("libgtk-3.so.0", "", "BINARY"),
            ],
            datas=[(*pair, "DATA") for pair in options["datas"]],
        )

    def exe(self, *_parts: object, name: str, console: bool, **_options: object) -> str:
        self.programs.append((name, console))
        return name

    def collect(self, *parts: object, **_options: object) -> None:
        self.collected = [each for part in parts if isinstance(part, list) for each in part]


def _no_metadata(_package: str) -> list[tuple[str, str]]:
    return []


def _run(platform: str, monkeypatch: pytest.MonkeyPatch) -> Builders:
    hooks = types.ModuleType("PyInstaller.utils.hooks")
    vars(hooks)["copy_metadata"] = _no_metadata
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.chdir(ROOT)
    builders = Builders()
    recipe = (ROOT / "build_installer.spec").read_text(encoding="utf-8")
    scope = {"Analysis": builders.analysis, "PYZ": list, "EXE": builders.exe, "COLLECT": builders.collect}
    exec(compile(recipe, "build_installer.spec", "exec"), scope)  # noqa: S102 - the recipe is our own
    return builders


@pytest.mark.parametrize(
    ("platform", "programs"),
    [("linux", [("TeamHealth", True)]), ("win32", [("TeamHealth", False), ("teamhealth-cli", True)])],
)
def test_programs_of_each_platform(
    platform: str, programs: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(platform, monkeypatch).programs == programs


def test_network_libraries_and_gtk_are_left_out_and_what_qt_needs_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    built = _run("linux", monkeypatch)
    names = [each[0] for each in built.collected]
    assert "PySide6.QtNetwork" in built.excluded
    assert not [name for name in names if "Network" in name or "gtk" in name or "/tls/" in name]
    assert [name for name in names if "DBus" in name]
    assert [name for name in names if "libqxcb" in name]
    assert "resources" in names
