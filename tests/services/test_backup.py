"""A backup holds all that was there, and brings it back; what is not whole changes nothing."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import AlreadyRunning, Cancelled, Failure, FileUnreadable, FileUnwritable
from teamhealth.services.backup import BackedUp, back_up, look_into, still_asking
from teamhealth.services.collect import close_survey, collection
from teamhealth.services.restoring import holds_data, restore
from teamhealth.services.workspace import DATABASE_NAME, Workspace, open_workspace
from teamhealth.storage import box, keys
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.policy import RETENTION_DAYS
from teamhealth.texts.failure_words import words_for
from tests.services.conftest import CHEAP, Clock
from tests.services.journeys import PIN, answered, created, published
from tests.storage.rooms import folder_bytes


def sealed(workspace: Workspace, survey_id: str) -> set[bytes]:
    with workspace.database.connect() as store:
        return {each for _, each in box.envelopes(store, SurveyId(survey_id))}


def test_all_answers_come_back_on_another_computer(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5])
    held = back_up(workspace, tmp_path / "copy")
    assert (held.surveys, held.answers, held.publications) == (1, 3, 0)
    before = sealed(workspace, survey_id)
    other = tmp_path / "other"
    assert not holds_data(other)
    assert restore(other, tmp_path / "copy", clock=clock, entropy=Random(1).randbytes).held == held
    assert holds_data(other)
    with open_workspace(
        other, clock=clock, entropy=Random(2).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as restored:  # fmt: skip
        assert sealed(restored, survey_id) == before
        answered(restored, survey_id, [1, 1, 1])
        assert published(restored, survey_id).teams[0].answered == 6
    assert {path.name for path in other.iterdir()} == ({DATABASE_NAME, f"{DATABASE_NAME}-journal", "teamhealth.lock"})


def test_what_came_after_the_backup_is_gone_when_it_is_restored(clock: Clock, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_workspace(
        folder, clock=clock, entropy=Random(2).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as workspace:  # fmt: skip
        survey_id = created(workspace)
        answered(workspace, survey_id, [4])
        back_up(workspace, tmp_path / "copy")
        answered(workspace, survey_id, [2])
        with pytest.raises(AlreadyRunning):
            restore(folder, tmp_path / "copy", clock=clock, entropy=Random(1).randbytes)
        assert collection(workspace, survey_id).answered == 2
    restore(folder, tmp_path / "copy", clock=clock, entropy=Random(1).randbytes)
    with open_workspace(folder, clock=clock, entropy=Random(2).randbytes) as workspace:
        assert collection(workspace, survey_id).answered == 1


def test_a_damaged_database_is_replaced_by_a_backup(clock: Clock, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_workspace(folder, clock=clock, entropy=Random(2).randbytes, pin_cost=CHEAP) as workspace:
        back_up(workspace, tmp_path / "copy")
    (folder / DATABASE_NAME).write_bytes(b"SQLite format 3\0 and nothing else")
    (folder / f"{DATABASE_NAME}-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504))
    assert holds_data(folder)
    restore(folder, tmp_path / "copy", clock=clock, entropy=Random(1).randbytes)
    assert not holds_data(folder)


@pytest.mark.parametrize("content", [b"", b"a letter" * 300, b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_backup_changes_nothing(workspace: Workspace, clock: Clock, content: bytes) -> None:
    source = workspace.folder.parent / "copy"
    source.write_bytes(content)
    folder = workspace.folder.parent / "other"
    with open_workspace(folder, clock=clock, entropy=Random(2).randbytes):
        pass
    before = folder_bytes(folder)
    with pytest.raises(FileUnreadable):
        restore(folder, source, clock=clock, entropy=Random(1).randbytes)
    assert folder_bytes(folder) == before


def test_a_backup_that_lost_its_last_page_is_not_taken_for_whole(workspace: Workspace, clock: Clock) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5])
    source = workspace.folder.parent / "copy"
    back_up(workspace, source)
    whole = source.read_bytes()
    source.write_bytes(whole[:-4096])
    with pytest.raises(FileUnreadable) as caught:
        restore(workspace.folder.parent / "other", source, clock=clock, entropy=Random(1).randbytes)
    assert caught.value.reason == "damaged"


def test_a_missing_backup_is_named(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as caught:
        restore(tmp_path / "other", tmp_path / "nowhere", clock=clock, entropy=Random(1).randbytes)
    assert caught.value.reason == "missing"


def test_what_should_have_been_destroyed_does_not_come_back(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5, 3, 4])
    published(workspace, survey_id)
    back_up(workspace, tmp_path / "copy")
    later = replace(clock, now=clock.now + timedelta(days=RETENTION_DAYS + 1))
    restore(tmp_path / "other", tmp_path / "copy", clock=later, entropy=Random(1).randbytes)
    # At the time of the backup, so that nothing but the restoring itself can have destroyed it.
    with open_workspace(tmp_path / "other", clock=clock, entropy=Random(2).randbytes) as restored:
        assert sealed(restored, survey_id) == set()
        with restored.database.connect() as store, pytest.raises(Failure):
            keys.load_wrapped(store, SurveyId(survey_id))


def test_a_copy_says_what_is_in_it_before_it_is_brought_back(workspace: Workspace, tmp_path: Path) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2])
    held = back_up(workspace, tmp_path / "copy")
    assert look_into(tmp_path / "copy") == held == BackedUp(1, 2, 0)


def test_copies_are_warned_of_only_while_a_survey_takes_answers(workspace: Workspace) -> None:
    assert not still_asking(workspace)
    survey_id = created(workspace)
    assert still_asking(workspace)
    close_survey(workspace, survey_id, PIN)
    assert not still_asking(workspace)


def test_a_copy_that_is_given_up_leaves_the_earlier_one(workspace: Workspace, tmp_path: Path) -> None:
    created(workspace)
    back_up(workspace, tmp_path / "copy")
    before = (tmp_path / "copy").read_bytes()

    def unwanted(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        back_up(workspace, tmp_path / "copy", unwanted)
    assert (tmp_path / "copy").read_bytes() == before
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("place", ["all.thcopy", "more/all.thcopy"])
def test_no_copy_lies_in_the_data_folder_as_nothing_is_destroyed_in_it_there(workspace: Workspace, place: str) -> None:
    created(workspace)
    target = workspace.folder / place
    target.parent.mkdir(exist_ok=True)
    with pytest.raises(FileUnwritable) as refused:
        back_up(workspace, target)
    assert words_for(refused.value).what.startswith("A copy of all surveys cannot lie in their own folder")
    assert not target.exists()
