"""The bundle's recipe is run with stubbed builders, for Linux and for Windows; what surrounds it hangs together."""

import re
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import PySide6
import pytest
from defusedxml import ElementTree
from PIL import Image

from tests.packaging.tools import tool

ROOT = Path(__file__).parent.parent
RECIPE = (ROOT / "build_installer.spec").read_text(encoding="utf-8")
INSTALLER = ROOT / ".ci" / "installer"
INNO = (INSTALLER / "teamhealth.iss").read_text(encoding="utf-8")
KINDS = ("survey", "return", "key", "results")
# Libraries as PyInstaller would find them: one that asks for libdbus-1.so.3, and one that asks for nobody.
QT_DBUS = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6DBus.so.6"
ALONE = ROOT / "build_installer.spec"
# What is found of a package that is installed: of the program itself, and of another on Windows.
METADATA = [
    *(f"teamhealth-0.1.0.dist-info/{name}" for name in ("METADATA", "direct_url.json", "RECORD", "INSTALLER")),
    *(f"pynacl-1.6.2.dist-info\\{name}" for name in ("METADATA", "RECORD", "REQUESTED", "licenses\\LICENSE")),
]


class Builders:
    """Stands for PyInstaller: remembers what it was asked to build."""

    def __init__(self, api: types.ModuleType) -> None:
        self.api = api
        self.programs: list[tuple[str, bool]] = []
        self.collected: list[tuple[str, str, str]] = []
        self.excluded: list[str] = []
        self.looks: list[dict[str, str]] = []

    def analysis(self, scripts: list[str], **options: Any) -> types.SimpleNamespace:
        assert all((ROOT / script).is_file() for script in scripts)
        self.excluded = [str(each) for each in options["excludes"]]
        return types.SimpleNamespace(
            pure=[],
            scripts=[],
            binaries=[
                (name, str(QT_DBUS if "Qt6DBus" in name else ALONE), "BINARY")
                for name in (
                    "PySide6/Qt/lib/libQt6Network.so.6",
                    "PySide6/Qt6Network.dll",
                    "PySide6/Qt/lib/libQt6DBus.so.6",
                    "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6",
                    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
                    "PySide6/Qt/plugins/platforms/libqxcb.so",
                    "PySide6/Qt/plugins/imageformats/libqpdf.so",
                    "libpython3.11.so.1.0",
                    "libdbus-1.so.3",
                    "libgtk-3.so.0",
                    "libpango-1.0.so.0",
                )
            ],
            datas=[(*pair, "DATA") for pair in options["datas"]] + [(name, "", "DATA") for name in METADATA],
        )

    def exe(self, *_parts: object, name: str, console: bool, **options: Any) -> str:
        self.programs.append((name, console))
        self.looks.append({key: options[key] for key in ("icon", "version") if key in options})
        return name

    def collect(self, *parts: object, **_options: object) -> None:
        self.collected = [each for part in parts if isinstance(part, list) for each in part]


class Writer:
    """Stands for what writes modules into the archive: remembers how much each is compressed."""

    _COMPRESSION_LEVEL = 9
    levels: ClassVar[dict[str, int]] = {}

    @classmethod
    def _write_entry(cls, _file: object, entry: tuple[str, str, str], _code: object) -> None:
        cls.levels[entry[0]] = cls._COMPRESSION_LEVEL


def _no_metadata(_package: str) -> list[tuple[str, str]]:
    return []


@pytest.fixture
def run_recipe(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Builders]:
    """Run the recipe as on a platform, in a folder that has what a checkout has."""
    hooks = types.ModuleType("PyInstaller.utils.hooks")
    vars(hooks)["copy_metadata"] = _no_metadata
    for name in ("PyInstaller", "PyInstaller.archive", "PyInstaller.building", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    writers, api = types.ModuleType("PyInstaller.archive.writers"), types.ModuleType("PyInstaller.building.api")
    vars(writers)["ZlibArchiveWriter"] = Writer
    vars(sys.modules["PyInstaller.building"])["api"] = api
    monkeypatch.setitem(sys.modules, "PyInstaller.archive.writers", writers)
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build" / "qt-support").mkdir(parents=True)
    (tmp_path / "build" / "start-modules.txt").write_text("teamhealth.app\nPySide6\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())

    def run(platform: str) -> Builders:
        monkeypatch.setattr(sys, "platform", platform)
        builders = Builders(api)
        scope = {
            "Analysis": builders.analysis,
            "PYZ": list,
            "EXE": builders.exe,
            "COLLECT": builders.collect,
            "SPECPATH": str(ROOT),
        }
        exec(compile(RECIPE, "build_installer.spec", "exec"), scope)  # noqa: S102 - the recipe is our own
        return builders

    return run


@pytest.mark.parametrize(
    ("platform", "programs"),
    [("linux", [("TeamHealth", True)]), ("win32", [("TeamHealth", False), ("teamhealth-cli", True)])],
)
def test_programs_of_each_platform(
    platform: str, programs: list[tuple[str, bool]], run_recipe: Callable[[str], Builders]
) -> None:
    assert run_recipe(platform).programs == programs


def test_only_what_a_start_loads_is_kept_uncompressed(run_recipe: Callable[[str], Builders]) -> None:
    writer = run_recipe("linux").api.ZlibArchiveWriter
    for name in ("teamhealth.app", "pandas", "PySide6"):
        writer._write_entry(None, (name, "", "PYMODULE"), {})
    assert Writer.levels == {"teamhealth.app": 0, "pandas": 6, "PySide6": 0}


def test_the_modules_of_a_start_are_found(tmp_path: Path) -> None:
    target = tmp_path / "build" / "start.txt"
    subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "start_modules.py"), str(target)], check=True, capture_output=True
    )
    names = target.read_text(encoding="utf-8").split()
    assert {"teamhealth.ui.surveys.home", "PySide6.QtWidgets", "dataclasses"} <= set(names)
    assert not {"pandas", "reportlab", "openpyxl"} & set(names)


def test_network_libraries_and_gtk_are_left_out_and_what_qt_needs_stays(
    run_recipe: Callable[[str], Builders],
) -> None:
    built = run_recipe("linux")
    names = [each[0] for each in built.collected]
    assert "PySide6.QtNetwork" in built.excluded
    assert not [name for name in names if re.search("Network|gtk|/tls/|qpdf|Egl", name)]
    assert [name for name in names if "DBus" in name]
    assert [name for name in names if "libqxcb" in name]
    assert "resources" in names


def test_of_pips_notes_only_what_a_package_is_goes_in_and_not_where_it_was_built(
    run_recipe: Callable[[str], Builders],
) -> None:
    names = [each[0].replace("\\", "/") for each in run_recipe("win32").collected]
    assert [name for name in names if ".dist-info/" in name] == [
        "teamhealth-0.1.0.dist-info/METADATA",
        "pynacl-1.6.2.dist-info/METADATA",
        "pynacl-1.6.2.dist-info/licenses/LICENSE",
    ]


def test_a_library_of_the_system_that_nobody_asks_for_is_left_out(run_recipe: Callable[[str], Builders]) -> None:
    names = [each[0] for each in run_recipe("linux").collected]
    assert "libdbus-1.so.3" in names
    assert "libpython3.11.so.1.0" in names
    assert "libpango-1.0.so.0" not in names


def test_what_is_asked_for_by_way_of_another_library_stays() -> None:
    asked = {
        "PySide6/libQt6Gui.so.6": ["libfreetype.so.6", "libc.so.6"],
        "libfreetype.so.6": ["libpng16.so.16"],
        "libpng16.so.16": [],
        "libpango-1.0.so.0": ["libthai.so.0"],
        "libthai.so.0": [],
    }
    assert tool("linked").unasked(asked) == {"libpango-1.0.so.0", "libthai.so.0"}


def test_no_module_that_the_program_imports_is_left_out(run_recipe: Callable[[str], Builders]) -> None:
    imported = {
        found
        for file in (ROOT / "teamhealth").rglob("*.py")
        for found in re.findall(r"^\s*(?:from|import) ([\w.]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert "PySide6.QtWidgets" in imported
    assert imported.isdisjoint(run_recipe("win32").excluded)


def test_windows_programs_have_an_icon_and_say_their_version(run_recipe: Callable[[str], Builders]) -> None:
    built = run_recipe("win32")
    assert [sorted(looks) for looks in built.looks] == [["icon", "version"]] * 2
    assert (ROOT / built.looks[0]["icon"]).is_file()
    written = Path(built.looks[0]["version"]).read_text(encoding="utf-8")
    assert "StringStruct('ProductVersion', '0.1.0')" in written
    assert "filevers=(0, 1, 0, 0)" in written
    compile(written, "version_info.txt", "eval")


def test_each_program_tells_its_own_name_and_maker_as_rules_on_programs_go_by_them(
    run_recipe: Callable[[str], Builders],
) -> None:
    built = run_recipe("win32")
    for (name, _console), looks in zip(built.programs, built.looks, strict=True):
        told = dict(
            re.findall(r"StringStruct\('(\w+)', '([^']*)'\)", Path(looks["version"]).read_text(encoding="utf-8"))
        )
        assert told["OriginalFilename"] == f"{name}.exe"
        assert told["InternalName"] == name
        assert told["CompanyName"] == re.findall(r"^AppPublisher=(.*)$", INNO, re.MULTILINE)[0]
    assert len({looks["version"] for looks in built.looks}) == 2


def test_removing_leaves_no_empty_key_of_a_file_type_and_none_that_others_use() -> None:
    entries = re.findall(r'^Root: HKA; Subkey: "([^"]+)";.*?(?:Flags: (.*))?$', INNO, re.MULTILINE)
    flags, order = dict(entries), [subkey for subkey, _flags in entries]
    for kind in KINDS:
        own = f"Software\\Classes\\.th{kind}"
        assert flags[own] == "uninsdeletekeyifempty"
        assert flags[f"{own}\\OpenWithProgids"].split() == ["uninsdeletevalue", "uninsdeletekeyifempty"]
        # Removing goes backwards, so what lies within comes later.
        assert order.index(own) < order.index(f"{own}\\OpenWithProgids")


def test_setup_guide_and_checklist_say_alike_that_the_file_that_names_the_data_folder_stays() -> None:
    guide = " ".join((ROOT / "docs" / "it-guide.md").read_text(encoding="utf-8").split())
    (row,) = re.findall(
        r"^\| 22 \|.*$", (ROOT / "docs" / "release-checklist.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert "So does a `data-folder.txt`" in guide
    assert "A file data-folder.txt stays as well" in INNO
    assert "only `data-folder.txt` is left" in row
    assert "[UninstallDelete]" not in INNO


def test_qts_own_modules_are_laid_out_with_their_byte_code_where_it_looks_for_them(
    run_recipe: Callable[[str], Builders], tmp_path: Path
) -> None:
    folder = tmp_path / "support"
    subprocess.run([sys.executable, str(ROOT / ".ci" / "qt_support.py"), str(folder)], check=True, capture_output=True)
    loader = folder / "shibokensupport" / "signature" / "loader.py"
    assert loader.is_file()
    assert list((loader.parent / "__pycache__").glob("loader.*.pyc"))
    assert "shiboken6/files.dir" in [each[1] for each in run_recipe("win32").collected]


@pytest.mark.parametrize("name", ["teamhealth", "document"])
def test_icons_come_in_all_sizes(name: str) -> None:
    with Image.open(ROOT / "resources" / "icons" / f"{name}.ico") as icon:
        sizes = {width for width, _ in icon.info["sizes"]}
    assert sizes == {16, 20, 24, 32, 40, 48, 64, 128, 256}


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_that_travels_opens_by_a_double_click(kind: str) -> None:
    assert f'"Software\\Classes\\.th{kind}\\OpenWithProgids"; ValueType: string; ValueName: "TeamHealth.{kind}"' in INNO
    command = f'"Software\\Classes\\TeamHealth.{kind}\\shell\\open\\command"'
    line = next(each for each in INNO.splitlines() if command in each)
    assert line.endswith('ValueData: """{app}\\TeamHealth.exe"" ""%1"""')
    desktop = (INSTALLER / "teamhealth.desktop").read_text(encoding="utf-8")
    types_file = ElementTree.parse(INSTALLER / "teamhealth-files.xml")
    space = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
    globs = {
        glob.attrib["pattern"]: each.attrib["type"]
        for each in types_file.iterfind("mime:mime-type", space)
        for glob in each.iterfind("mime:glob", space)
    }
    assert f"{globs[f'*.th{kind}']};" in desktop


def test_the_installer_serves_all_users_and_one_user_from_windows_1903_on() -> None:
    facts = dict(line.split("=", 1) for line in INNO.splitlines() if re.match(r"^\w+=", line))
    assert facts["MinVersion"] == "10.0.18362"
    assert facts["PrivilegesRequired"] == "admin"
    assert facts["PrivilegesRequiredOverridesAllowed"] == "dialog commandline"
    assert facts["ArchitecturesAllowed"] == "x64compatible"
    for named in re.findall(r'"\.\.\\\.\.\\([\w\\.]+)"|=\.\.\\\.\.\\([\w\\.]+)', INNO):
        path = (named[0] or named[1]).replace("\\", "/")
        assert path.startswith("dist") or (ROOT / path).exists(), path


def test_the_windows_build_names_files_that_exist() -> None:
    script = (INSTALLER / "build.ps1").read_text(encoding="utf-8")
    named = set(re.findall(r"\.ci\\[\w.\\-]+|build_installer\.spec", script))
    assert len(named) >= 4
    assert [each for each in named if not (ROOT / each.replace("\\", "/")).is_file()] == []
