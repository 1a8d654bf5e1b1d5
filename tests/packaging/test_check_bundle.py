"""What a bundle may hold is checked by its files: their size, and that each is asked for."""

from pathlib import Path

import pytest

from tests.packaging.tools import ROOT, tool

GUIDE = (ROOT / "docs" / "it-guide.md").read_text(encoding="utf-8")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a folder with what every bundle has to have, and nothing else."""
    for name in tool("check_bundle").NEEDED:
        file = tmp_path / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}", encoding="utf-8")
    return tmp_path


def test_a_library_that_nobody_asks_for_is_found(bundle: Path) -> None:
    (bundle / "_internal" / "libpango-1.0.so.0").write_bytes(b"")
    assert "nobody asks for it: libpango-1.0.so.0" in tool("check_bundle").contents(bundle)


def test_the_guide_for_council_it_tells_a_size_near_the_one_that_is_measured() -> None:
    told_size = tool("check_bundle").told_size
    assert told_size(241_000_000, GUIDE) == []
    assert told_size(215_000_000, GUIDE) != []
    assert told_size(259_000_000, GUIDE) != []


@pytest.mark.parametrize("name", ["PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6"])
def test_what_may_not_be_in_it_is_found(name: str, bundle: Path) -> None:
    library = bundle / "_internal" / name
    library.parent.mkdir(parents=True)
    library.write_bytes(b"")
    assert f"must not be in it: _internal/{name}" in tool("check_bundle").contents(bundle)


def test_a_library_without_an_entry_in_the_bill_is_found(bundle: Path) -> None:
    (bundle / "_internal" / "PySide6").mkdir()
    (bundle / "_internal" / "PySide6" / "strange.dll").write_bytes(b"MZ")
    assert "not in the bill of materials: PySide6/strange.dll" in tool("check_bundle").contents(bundle)
