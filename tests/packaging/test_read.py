"""What is said of carried libraries can be read where the table says that it was read."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

from tests.packaging.tools import ROOT, tool

LICENCES = ROOT / "resources" / "licences"
ROWS = tomllib.loads((LICENCES / "carried.toml").read_text(encoding="utf-8"))["component"]
READ = {each["name"]: each.get("read", "") for each in ROWS}
DEBIAN = Path("/usr/share/doc")
COMMON = Path("/usr/share/common-licenses")
# Where those are whose licences come with a wheel.
AT_HAND = {
    "LAPACK": ("numpy", "licenses/LICENSE.txt"),
    "libquadmath": ("numpy", "licenses/LICENSE.txt"),
}


def _is_where_it_was_read() -> bool:
    """Whether this is Debian 12: another one's files are of other versions."""
    release = Path("/etc/debian_version")
    return release.is_file() and release.read_text(encoding="utf-8").startswith("12.")


on_debian_12 = pytest.mark.skipif(not _is_where_it_was_read(), reason="it was read on Debian 12")


def _from_debian() -> list[tuple[str, str]]:
    found = [(name, re.match(r"Debian's (\S+) copyright file", read)) for name, read in READ.items()]
    return [(name, match[1]) for name, match in found if match is not None]


def _said(name: str) -> str:
    return str(next(each["copyright"] for each in ROWS if each["name"] == name))


def _holders(name: str) -> list[str]:
    return [re.sub(r"^[\d, -]*\d ", "", each).removesuffix(" and others") for each in _said(name).split("; ")]


def _years(name: str) -> list[str]:
    return re.findall(r"\d{4}", _said(name))


def _words(text: str) -> str:
    return " ".join(re.sub(r"\n +\.?|\n", " ", text).split())


def test_every_component_says_where_it_was_read() -> None:
    assert len(READ) == len(ROWS) > 70
    assert [name for name, read in READ.items() if len(read) < len("Qt's attribution")] == []


def test_a_component_without_holders_says_why() -> None:
    without = [each["name"] for each in ROWS if not each.get("copyright")]
    assert "SQLite" in without
    assert [name for name in without if not re.search("disclaim|waived|public domain|no copyright", READ[name])] == []


def test_no_span_of_years_is_left_open() -> None:
    assert [each["name"] for each in ROWS if re.search(r"onwards|\d-(;|$)", each.get("copyright", ""))] == []


@on_debian_12
@pytest.mark.parametrize(("name", "package"), _from_debian())
def test_the_holders_stand_in_debians_file(name: str, package: str) -> None:
    file = DEBIAN / package / "copyright"
    if not file.is_file():
        pytest.skip(f"{package} is not installed")
    text = _words(file.read_text(encoding="utf-8"))
    holders = _holders(name) if " and " not in READ[name] else _holders(name)[:1]
    assert [each for each in holders + _years(name) if each not in text] == []


@pytest.mark.parametrize("name", AT_HAND)
def test_the_holders_stand_in_the_wheels_file(name: str) -> None:
    library, ending = AT_HAND[name]
    file = next(each for each in distribution(library).files or [] if each.as_posix().endswith(ending))
    text = _words(file.read_text(encoding="utf-8"))
    assert [each for each in _holders(name) + _years(name) if each not in text] == []


def test_the_fonts_holder_stands_beside_them() -> None:
    text = (ROOT / "resources" / "fonts" / "SourceSans3-OFL.md").read_text(encoding="utf-8")
    assert f"Copyright {_said('Source Sans 3')}" in text


def test_a_text_that_is_not_spdxs_says_where_it_was_read() -> None:
    read = tool("carried").texts_read()
    there = {each.stem for each in LICENCES.glob("*.txt")}
    assert {each for each in there if each.startswith("LicenseRef-")} <= read.keys() <= there


@on_debian_12
@pytest.mark.parametrize("name", ["GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0"])
def test_the_texts_of_gnu_are_debians(name: str) -> None:
    assert (LICENCES / f"{name}.txt").read_bytes() == (COMMON / name.removesuffix(".0")).read_bytes()


def test_the_exception_for_gccs_libraries_is_what_numpy_carries() -> None:
    file = next(each for each in distribution("numpy").files or [] if each.as_posix().endswith("licenses/LICENSE.txt"))
    ours = _words((LICENCES / "GCC-exception-3.1.txt").read_text(encoding="utf-8"))
    assert ours in _words(file.read_text(encoding="utf-8"))


def test_the_colour_profiles_licence_is_the_iccs_own() -> None:
    text = (LICENCES / "LicenseRef-ICC-License.txt").read_text(encoding="utf-8")
    assert "may be copied,\ndistributed, embedded, made, used, and sold without restriction" in text


@pytest.mark.parametrize(("release", "version"), [(k, v) for each in ROWS for k, v in each.get("held", {}).items()])
def test_what_a_wheel_was_seen_to_hold_is_of_the_release_that_is_pinned(release: str, version: str) -> None:
    name, number = release.split(" ")
    pins = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    assert re.search(rf"^{name}=={re.escape(number)}\s", pins, re.MULTILINE)
    assert re.fullmatch(r"\d+(\.\d+)+|[0-9a-f]{40}", version)
