"""Whether a window can be opened is found out without ending the program."""

import ctypes

from teamhealth.services.display import SYSTEM_LIBRARIES, glance, missing_libraries, probe_display


class NothingInstalled(ctypes.CDLL):
    """A loader that finds no library."""

    def __init__(self, name: str) -> None:
        raise OSError(name)


class EverythingInstalled(ctypes.CDLL):
    """A loader that finds every library."""

    def __init__(self, name: str) -> None:
        self.found = name


def test_missing_libraries_are_named_by_their_package() -> None:
    assert missing_libraries(NothingInstalled) == tuple(SYSTEM_LIBRARIES.values())
    assert missing_libraries(EverythingInstalled) == ()


def test_no_display_is_seen_at_once() -> None:
    seen = glance({}, "linux")
    assert not seen.works
    assert seen.reason == "there is no display"


def test_a_display_that_nobody_serves_is_seen() -> None:
    seen = glance({"DISPLAY": ":98765"}, "linux")
    assert not seen.works
    assert ":98765" in seen.reason


def test_a_display_on_another_computer_is_taken_at_its_word() -> None:
    assert glance({"DISPLAY": "elsewhere:0"}, "linux").works


def test_windows_and_mac_have_a_display() -> None:
    assert glance({}, "win32").works
    assert glance({}, "darwin").works


def test_probe_asks_qt_itself() -> None:
    assert probe_display({"QT_QPA_PLATFORM": "offscreen", "HOME": "/nonexistent"}).works
    broken = probe_display({"QT_QPA_PLATFORM": "nonsense", "HOME": "/nonexistent"})
    assert not broken.works
    assert broken.reason == "Qt cannot use the platform nonsense"
