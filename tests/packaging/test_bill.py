"""A bundle's bill of materials names every library, with the version it tells and a licence whose text is there."""

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

from tests.packaging.tools import ROOT, tool

LICENCES = ROOT / "resources" / "licences"
BILL = "_internal/notices/bill-of-materials.cdx.json"
# What Python's installer and the wheels bring on Windows, where no bundle can be made here.
ON_WINDOWS = {
    "../TeamHealth.exe": "PyInstaller bootloader",
    "../teamhealth-cli.exe": "PyInstaller bootloader",
    "python312.dll": "Python",
    "_ssl.pyd": "Python",
    "pyexpat.pyd": "expat",
    "_decimal.pyd": "mpdecimal",
    "libcrypto-3.dll": "OpenSSL",
    "libffi-8.dll": "libffi",
    "sqlite3.dll": "SQLite",
    "vcruntime140_1.dll": "Microsoft Visual C++ runtime",
    "VCRUNTIME140.dll": "Microsoft Visual C++ runtime",
    "PySide6/msvcp140_2.dll": "Microsoft Visual C++ runtime",
    "numpy.libs/msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll": "Microsoft Visual C++ runtime",
    "numpy.libs/libscipy_openblas64_-63c857e738469261263c764a36be9436.dll": "OpenBLAS",
    "PySide6/Qt6Gui.dll": "HarfBuzz",
    "PySide6/Qt6Core.dll": "zlib",
    "PySide6/plugins/platforms/qwindows.dll": "Qt",
    "PySide6/plugins/imageformats/qjpeg.dll": "libjpeg-turbo",
    "PIL/_imaging.cp312-win_amd64.pyd": "OpenJPEG",
    "nacl/_sodium.pyd": "libsodium",
}
ON_LINUX = {
    "libpython3.11.so.1.0": "Python",
    "PySide6/Qt/lib/libQt6Core.so.6": "PCRE2",
    "PySide6/Qt/lib/libicuuc.so.73": "ICU",
    "numpy.libs/libquadmath-96973f99-934c22de.so.0.0.0": "libquadmath",
    "numpy.libs/libgfortran-040039e1-0352e75f.so.5.0.0": "GCC runtime libraries",
    "libglib-2.0.so.0": "GLib",
    "libsystemd.so.0": "libsystemd",
    "libxcb-icccm.so.4": "xcb-util",
    "libxcb-render.so.0": "libxcb",
}

# In a process of its own, as Qt's plug-in is loaded beside no application.
_ASKED = """
import ctypes
from pathlib import Path

import numpy
import PySide6

qt = Path(PySide6.__file__).parent / "Qt"
webp = ctypes.CDLL(str(qt / "plugins" / "imageformats" / "libqwebp.so")).WebPGetDecoderVersion()
print(".".join(str(webp >> bits & 255) for bits in (16, 8, 0)))
print(ctypes.CDLL(str(qt / "lib" / "libQt6Core.so.6"))._ZN5QChar21currentUnicodeVersionEv())
openblas = next((Path(numpy.__file__).parent.parent / "numpy.libs").glob("libscipy_openblas64_*"))
numbers = [ctypes.c_int64() for _ in range(3)]
ctypes.CDLL(str(openblas)).scipy_LAPACKE_ilaver64_(*map(ctypes.byref, numbers))
print(".".join(str(each.value) for each in numbers))
"""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return an empty bundle with a place for the bill."""
    (tmp_path / "_internal" / "notices").mkdir(parents=True)
    return tmp_path


def _library(bundle: Path, name: str, content: bytes = b"") -> None:
    file = bundle / "_internal" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\x7fELF" + content)


@pytest.mark.parametrize(("name", "component"), [*ON_WINDOWS.items(), *ON_LINUX.items()])
def test_each_library_has_its_component(name: str, component: str) -> None:
    known = {each.name: each for each in tool("carried").components()}
    assert known[component].is_file(name) or known[component].is_within(name)


def test_a_pattern_stays_within_its_folder() -> None:
    python = next(each for each in tool("carried").components() if each.name == "Python")
    assert not python.is_file("pandas/_libs/lib.cp312-win_amd64.pyd")


def test_every_licence_of_a_component_has_its_text() -> None:
    carried = tool("carried")
    named = carried.texts_named([each.licence for each in carried.components()])
    assert {"LGPL-2.1", "GCC-exception-3.1", "FTL"} <= named
    assert [each for each in sorted(named) if not (LICENCES / f"{each}.txt").is_file()] == []


def test_every_licence_of_a_library_that_the_program_asks_for_has_its_text() -> None:
    notices = tool("notices")
    named = tool("carried").texts_named(notices.licence_of(each) for each in notices.bundled())
    assert "BSD-3-Clause" in named
    assert [each for each in sorted(named) if not (LICENCES / f"{each}.txt").is_file()] == []


def test_every_text_is_of_something_that_is_carried() -> None:
    carried, notices = tool("carried"), tool("notices")
    named = carried.texts_named(
        [each.licence for each in carried.components()] + [notices.licence_of(each) for each in notices.bundled()]
    )
    assert {each.stem for each in LICENCES.glob("*.txt")} <= named


def test_a_component_has_the_version_that_its_file_tells(bundle: Path) -> None:
    _library(bundle, "PySide6/Qt/lib/libQt6Gui.so.6", b"\0 libpng version 1.6.59 - \0\x0014.6.0\0")
    found = {each.component.name: each for each in tool("bill").found_in(bundle, {}, [])}
    assert found["libpng"].version == "1.6.59"
    assert found["libpng"].as_entry()["cpe"] == "cpe:2.3:a:libpng:libpng:1.6.59:*:*:*:*:*:*:*"
    assert found["HarfBuzz"].version == "14.6.0"
    assert found["MD4C"].version == ""
    entry = found["MD4C"].as_entry()
    assert "version" not in entry
    assert entry["properties"][0]["value"].startswith("0.5.3 in Qt 6.11.2")


def test_every_component_has_a_way_to_its_version_or_says_why_there_is_none() -> None:
    silent = [
        each
        for each in tool("carried").components()
        if not (each.told or each.known_as or each.of or each.held or each.unknown)
    ]
    # What lies beside the program on Linux is a package of the system, which has a version.
    assert "libX11" in {each.name for each in silent}
    assert [each.name for each in silent if any("/" in pattern for pattern in each.files + each.within)] == []


def test_two_versions_of_one_component_are_both_named(bundle: Path) -> None:
    _library(bundle, "PySide6/Qt/lib/libQt6Core.so.6", b"\x0010.49 2026-09-28\0")
    _library(bundle, "libpcre2-8.so.0", b"\x0010.42 2022-12-11\0")
    found = tool("bill").found_in(bundle, {}, [])
    assert {each.version for each in found if each.component.name == "PCRE2"} == {"10.42", "10.49"}


def test_what_a_wheel_tells_of_its_parts_is_taken_over(bundle: Path) -> None:
    pillow = distribution("pillow")
    sboms = [each for each in pillow.files or [] if "/sboms/pillow" in each.as_posix()]
    told = {
        each["name"]: each["version"] for each in json.loads(sboms[0].read_text())["components"] if "version" in each
    }
    name = next(each.as_posix() for each in pillow.files or [] if each.name.startswith("liblcms2"))
    _library(bundle, name)
    found = tool("bill").found_in(bundle, {}, [pillow])
    assert [each.version for each in found if each.component.name == "Little CMS"] == [told["Little CMS 2"]]


def test_a_version_in_letters_of_two_bytes_is_read(bundle: Path) -> None:
    told = "FileVersion\0\0" + "14.44.35211.0\0"
    _library(bundle, "PySide6/msvcp140.dll", told.encode("utf-16-le"))
    font = bundle / "_internal" / "resources" / "fonts" / "SourceSans3-Bold.ttf"
    font.parent.mkdir(parents=True)
    font.write_bytes((ROOT / "resources" / "fonts" / font.name).read_bytes())
    found = {each.component.name: each.version for each in tool("bill").found_in(bundle, {}, [])}
    assert found["Microsoft Visual C++ runtime"] == "14.44.35211.0"
    assert found["Source Sans 3"] == "3.052"


def test_a_version_that_was_seen_holds_for_that_release_of_the_wheel_only(bundle: Path) -> None:
    pynacl = distribution("pynacl")
    name = next(each.as_posix() for each in pynacl.files or [] if each.name.startswith("_sodium"))
    _library(bundle, name)
    found = tool("bill").found_in(bundle, {}, [pynacl])
    assert [each.version for each in found if each.component.name == "libsodium"] == ["1.0.20"]
    libsodium = next(each for each in tool("carried").components() if each.name == "libsodium")
    assert libsodium.version_held("pynacl 1.6.3") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are called otherwise there")
def test_what_a_library_answers_is_what_the_table_says_that_it_holds() -> None:
    held = {each.name: [number for _release, number in each.held] for each in tool("carried").components()}
    ran = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, text=True, check=True)
    webp, unicode, lapacke = ran.stdout.split()
    assert held["WebP"] == [webp]
    # Qt counts the editions of Unicode; the 28th is 17.0.
    assert (held["Unicode Character Database"], unicode) == (["17.0.0"], "28")
    assert held["LAPACKE"] == [lapacke]


def test_a_library_that_the_bill_does_not_name_is_found(bundle: Path) -> None:
    _library(bundle, "libstrange.so.1")
    _library(bundle, "libz.so.1")
    entry = {
        "name": "zlib",
        "licenses": [{"expression": "Zlib"}],
        "evidence": {"occurrences": [{"location": "libz.so.1"}]},
    }
    (bundle / BILL).write_text(json.dumps({"components": [entry]}), encoding="utf-8")
    wrong = tool("carried").accounted(bundle)
    assert wrong == ["not in the bill of materials: libstrange.so.1", "no text of the licence Zlib"]


def test_a_component_without_a_licence_is_found(bundle: Path) -> None:
    entries = [{"name": "one"}, {"name": "two", "licenses": [{"license": {"name": "see its text"}}]}]
    (bundle / BILL).write_text(json.dumps({"components": entries}), encoding="utf-8")
    wrong = tool("carried").accounted(bundle)
    assert wrong == ["the bill names no licence of one", "the bill names no licence of two"]


def test_a_stranger_among_the_modules_stops_the_bill(bundle: Path, tmp_path: Path) -> None:
    where = str(Path(pytest.__file__))
    assert "site-packages" in where
    (tmp_path / "PYZ-00.toc").write_text(repr(("", [("pytest", where, "PYMODULE")])), encoding="utf-8")
    with pytest.raises(SystemExit, match="pytest"):
        tool("bill").are_carried(tool("notices").bundled(), tmp_path, bundle)


def test_a_library_that_is_asked_for_but_not_carried_is_not_named(bundle: Path, tmp_path: Path) -> None:
    where = str(distribution("click").locate_file("click/__init__.py"))
    (tmp_path / "PYZ-00.toc").write_text(repr(("", [("click", where, "PYMODULE")])), encoding="utf-8")
    carried = tool("bill").are_carried(tool("notices").bundled(), tmp_path, bundle)
    assert [each.metadata["Name"] for each in carried] == ["click"]


def test_the_table_says_of_each_component_how_it_is_found() -> None:
    rows = tomllib.loads((LICENCES / "carried.toml").read_text(encoding="utf-8"))["component"]
    assert [each["name"] for each in rows if not (each.get("files") or each.get("within"))] == []
    assert [each["name"] for each in rows if not re.match(r"https?://", each["source"])] == []


def test_the_notices_name_whose_each_part_is_and_hold_what_its_package_says(bundle: Path) -> None:
    bill, package = tool("bill"), tool("packages").Package("libpng16-16", "1.6.39-2", "Notices of Debian's libpng.")
    libpng = next(each for each in tool("carried").components() if each.name == "libpng")
    two = [bill.Found(libpng, "1.6.39", package, (name,)) for name in ("libpng16.so.16", "libpng.so.3")]
    text = tool("notices").third_party([], two)
    assert "libpng 1.6.39\nLicence: libpng-2.0 AND Libpng" in text
    assert f"Copyright: {libpng.copyright}" in text
    assert text.count("Notices of Debian's libpng.") == 1


def test_a_package_of_debian_is_called_as_scanners_call_it() -> None:
    package = tool("packages").Package("libx11-6", "2:1.8.4-2+deb12u2", "")
    assert package.upstream == "1.8.4"
    assert re.match(r"pkg:deb/\w+/libx11-6@2%3A1\.8\.4-2%2Bdeb12u2\?distro=", package.address)


def test_a_library_that_is_not_accounted_for_stops_the_build(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notices = tool("notices")
    found: dict[str, object] = {"are_carried": [], "collected": {}, "found_in": [], "bill_of_materials": "{}"}
    for name, value in found.items():
        monkeypatch.setattr(notices, name, lambda *_, value=value: value)
    monkeypatch.setattr(sys, "argv", ["notices.py", str(bundle)])
    notices.main()
    _library(bundle, "PySide6/strange.dll")
    with pytest.raises(SystemExit, match=r"not in the bill of materials: PySide6/strange\.dll"):
        notices.main()


def test_the_source_of_what_is_under_the_gpl_or_lgpl_is_named_in_bill_and_notices(bundle: Path) -> None:
    bill, package = tool("bill"), tool("packages").Package
    table = {each.name: each for each in tool("carried").components()}
    qt = bill.Found(table["Qt"], "6.11.3", None, ("PySide6/Qt6Core.dll",))
    glib = bill.Found(
        table["GLib"], "2.74.6", package("libglib2.0-0", "2.74.6-2", "", "glib2.0", "2.74.6-2"), ("libglib-2.0.so.0",)
    )
    number = distribution("pyside6-essentials").version
    series = number.rpartition(".")[0]
    at_qt = f"https://download.qt.io/archive/qt/{series}/{number}/single/qt-everywhere-src-{number}.tar.xz"
    assert {"type": "source-distribution", "url": at_qt} in qt.as_entry()["externalReferences"]
    text = tool("notices").third_party([distribution("shiboken6")], [qt, glib])
    assert f"Source code: {at_qt}\n" in text
    assert f"/PySide6-{number}-src/pyside-setup-everywhere-src-{number}.tar.xz" in text
    if glib.source_code:
        assert "Source code: https://snapshot.debian.org/package/glib2.0/2.74.6-2/\n" in text


def test_a_library_under_the_lgpl_whose_source_nobody_names_stops_the_build(bundle: Path) -> None:
    entries = [
        {"name": "one", "licenses": [{"expression": "LGPL-2.1-or-later"}]},
        {"name": "two", "licenses": [{"expression": "(BSD-3-Clause OR GPL-2.0-only) AND MIT"}]},
        {
            "name": "three",
            "licenses": [{"expression": "LGPL-3.0-only OR GPL-2.0-only"}],
            "externalReferences": [{"type": "source-distribution", "url": "https://example.org/three.tar.xz"}],
        },
    ]
    (bundle / BILL).write_text(json.dumps({"components": entries}), encoding="utf-8")
    wrong = [each for each in tool("carried").accounted(bundle) if each.startswith("no place")]
    assert wrong == ["no place of the source of one"]


def test_every_component_whose_licence_asks_for_source_names_it_unless_a_package_of_the_system_does() -> None:
    carried = tool("carried")
    asked = [each for each in carried.components() if carried.asks_for_source(each.licence) and not each.archive]
    # What has a folder in its name lies within a wheel.
    assert [each.name for each in asked if any("/" in pattern for pattern in each.files + each.within)] == []
    assert {"GLib", "libsystemd"} <= {each.name for each in asked}
    notices = tool("notices")
    for library in notices.bundled():
        name = re.sub(r"[-_.]+", "-", library.metadata["Name"]).lower()
        assert carried.asks_for_source(notices.licence_of(library)) == (name in carried.source_archives()), name
