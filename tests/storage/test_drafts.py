"""Drafts are kept as the bytes they are."""

from pathlib import Path

from teamhealth.storage import drafts
from tests.storage.rooms import opened


def test_a_draft_comes_back_byte_for_byte(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        drafts.save(store, "a", b"\x00 anything \xff")
        assert drafts.load(store, "a") == b"\x00 anything \xff"


def test_saving_again_replaces(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        drafts.save(store, "a", b"one")
        drafts.save(store, "a", b"two")
        assert drafts.all_drafts(store) == (("a", b"two"),)


def test_a_deleted_draft_is_gone_and_deleting_again_is_no_error(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        drafts.save(store, "a", b"one")
        drafts.save(store, "b", b"two")
        drafts.delete(store, "a")
        drafts.delete(store, "a")
        assert drafts.load(store, "a") is None
        assert drafts.all_drafts(store) == (("b", b"two"),)
