"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.settings.atomic_file import grown_atomically, write_atomically
from teamhealth.texts.failure_words import words_for


class HeldFile:
    """A file that another program holds for so many tries."""

    def __init__(self, tries: int) -> None:
        self.tries = tries
        self.waited: list[float] = []

    def replace(self, old: Path, new: Path) -> None:
        if self.tries > 0:
            self.tries -= 1
            raise PermissionError(errno.EACCES, "held")
        old.replace(new)

    def pause(self, seconds: float) -> None:
        self.waited.append(seconds)


class FailingDisk:
    """A disk on which every rename fails in one way."""

    def __init__(self, number: int) -> None:
        self.number = number

    def replace(self, old: Path, new: Path) -> None:
        raise OSError(self.number, os.strerror(self.number))


def test_a_new_file_holds_exactly_the_bytes(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.thresults", b"one")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.thresults", b"one")]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old and longer")
    write_atomically(path, b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.pdf", b"new")]


def test_a_name_as_long_as_the_folder_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    write_atomically(path, b"one")
    assert path.read_bytes() == b"one"


def test_a_file_that_is_held_for_a_moment_is_tried_again(tmp_path: Path) -> None:
    held = HeldFile(2)
    write_atomically(tmp_path / "a", b"one", replace=held.replace, pause=held.pause, waits=(1.0, 2.0, 3.0))
    assert (tmp_path / "a").read_bytes() == b"one"
    assert held.waited == [1.0, 2.0]


def test_a_file_that_stays_held_is_named_open_and_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    held = HeldFile(99)
    with pytest.raises(FileUnwritable) as caught:
        write_atomically(path, b"new", replace=held.replace, pause=held.pause)
    assert (caught.value.reason, caught.value.path) == ("open", path)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.pdf", b"old")]


@pytest.mark.parametrize(("number", "reason"), [(errno.ENOSPC, "full"), (errno.EROFS, "denied"), (errno.EIO, "denied")])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, number: int, reason: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(FileUnwritable) as caught:
        write_atomically(path, b"new", replace=FailingDisk(number).replace)
    assert caught.value.reason == reason
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"old")]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as caught:
        write_atomically(tmp_path / "no" / "a", b"one")
    assert caught.value.reason == "missing"


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(FileUnwritable) as caught:
        write_atomically(tmp_path / "a", b"one", pause=HeldFile(0).pause)
    assert caught.value.reason == "denied"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_nothing_but_a_key_is_written_over_a_key_file(tmp_path: Path) -> None:
    path = tmp_path / "autumn.thkey"
    key = b'{"key":{},"kind":"team-health-key"}'
    write_atomically(path, key)
    with pytest.raises(FileUnwritable) as caught:
        write_atomically(path, b"results")
    assert caught.value.reason == "key"
    assert path.read_bytes() == key
    write_atomically(path, key + b"\n")
    assert path.read_bytes() == key + b"\n"


def test_a_file_that_grows_is_there_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")
    with grown_atomically(path) as file:
        file.write(b"one")
        assert path.read_bytes() == b"old"
        file.write(b" two")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("pack.pdf", b"one two")]


def test_a_file_that_stops_growing_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")

    def stopped() -> None:
        with grown_atomically(path) as file:
            file.write(b"one")
            raise KeyError

    with pytest.raises(KeyError):
        stopped()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("pack.pdf", b"old")]


def test_a_disk_that_fills_while_a_file_grows_is_told_in_people_s_words(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as caught, grown_atomically(tmp_path / "pack.pdf"):
        raise OSError(errno.ENOSPC, "full")
    assert caught.value.reason == "full"
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_not_grown_over(tmp_path: Path) -> None:
    path = tmp_path / "autumn.thkey"
    path.write_bytes(b'{"kind":"team-health-key"}')
    with pytest.raises(FileUnwritable) as caught, grown_atomically(path):
        pytest.fail("a key was about to be lost")
    assert caught.value.reason == "key"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes on Windows")
def test_a_pipe_is_refused_in_words_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileUnwritable) as caught:
        write_atomically(pipe, b"new")
    assert caught.value.reason == "special"
    with pytest.raises(FileUnwritable), grown_atomically(pipe):
        pytest.fail("a pipe was about to be replaced")
    assert pipe.is_fifo()
    assert "not an ordinary file" in words_for(caught.value).line


def test_a_link_stays_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    real, link = tmp_path / "kept" / "real", tmp_path / "link"
    link.symlink_to(real)
    for new in (b"first", b"second"):
        write_atomically(link, new)
        assert link.is_symlink()
        assert real.read_bytes() == new
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept", "link"]
    assert [each.name for each in real.parent.iterdir()] == ["real"]
