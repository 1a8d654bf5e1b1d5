"""What somebody answered, said or typed as a code is in no file of the folder, and neither is a time."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.envelope import seal
from teamhealth.sealing.keys import new_key_pair, wrap
from teamhealth.sealing.pin import lock_pin
from teamhealth.storage import box, drafts, keys, surveys
from teamhealth.storage.database import Database
from teamhealth.storage.folder import FolderLock, prepare_folder
from teamhealth.survey.response import Response
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.storage.rooms import CREATED, folder_bytes

CHEAP = KeyCost(operations=1, memory_bytes=8 * 1024)
COMMENT = "The duty rota leaves nobody time to think."
CODE = "7ZK4M2QX9AE"
PHRASE_TYPED = "quiet harbour kettle ninety"
PIN = "40417753"
# With seconds: hours and minutes alone stand in sealed bytes by chance.
TIME_OF_DAY = re.compile(rb"[0-2][0-9]:[0-5][0-9]:[0-5][0-9]")


def answer_like_a_team(folder: Path) -> None:
    random = Random(1)
    pair = new_key_pair()
    prepare_folder(folder)
    with FolderLock(folder):
        made = Database(folder / "teamhealth.sqlite")
        with made.connect() as store:
            surveys.save(store, survey(), pair.public, CREATED)
            keys.save(
                store,
                SURVEY_ID,
                wrap(pair.private, PHRASE_TYPED, CHEAP, random.randbytes),
                lock_pin(PIN, CHEAP, random.randbytes),
            )
            drafts.delete(store, "a draft")
        items = survey().questionnaires[0].items
        for number in range(6):
            answers = {item.id: 1 + (number + place) % 5 for place, item in enumerate(items)}
            response = Response(SURVEY_ID, TEAM_ID, answers, {"change": COMMENT}, CODE)
            with made.connect() as store:
                box.add(store, SURVEY_ID, TEAM_ID, seal(response, pair.public), entropy=random.randbytes)
        with made.connect() as store:
            box.reshuffle(store, random.randbytes)


def test_no_answer_comment_code_or_secret_is_in_any_file(tmp_path: Path) -> None:
    folder = tmp_path / "Team Health"
    answer_like_a_team(folder)
    files = folder_bytes(folder)
    assert {"teamhealth.sqlite", "teamhealth.sqlite-journal"} <= set(files)
    item = survey().questionnaires[0].items[0].id
    for content in files.values():
        for word in (COMMENT, COMMENT[:12], "duty rota", CODE, PHRASE_TYPED, PIN, f'"{item}":'):
            assert word.encode() not in content
            assert word.encode("utf-16-le") not in content


def test_no_time_is_in_any_file(tmp_path: Path) -> None:
    folder = tmp_path / "Team Health"
    before = int(datetime.now(UTC).timestamp())
    answer_like_a_team(folder)
    after = int(datetime.now(UTC).timestamp())
    stamps = [
        second.to_bytes(size, order)
        for second in range(before, after + 1)
        for size in (8,)
        for order in ("big", "little")
    ]
    stamps += [str(second).encode() for second in range(before, after + 1)]
    today = datetime.now(UTC).date().isoformat().encode()
    for name, content in folder_bytes(folder).items():
        readable = b"".join(re.findall(rb"[\x20-\x7e]{8,}", content))
        assert not TIME_OF_DAY.search(readable), name
        assert today not in content
        assert not any(stamp in content for stamp in stamps)


def test_the_search_for_times_finds_one_that_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "Team Health"
    answer_like_a_team(folder)
    with Database(folder / "teamhealth.sqlite").connect() as store:
        keys.record_failure(store, SURVEY_ID, keys.Lock.PIN, datetime(2026, 12, 7, 9, 41, tzinfo=UTC))
    content = folder_bytes(folder)["teamhealth.sqlite"]
    assert TIME_OF_DAY.search(b"".join(re.findall(rb"[\x20-\x7e]{8,}", content)))


def test_answers_of_one_team_are_all_of_one_size_on_the_disk(tmp_path: Path) -> None:
    folder = tmp_path / "Team Health"
    pair = new_key_pair()
    random = Random(1)
    folder.mkdir()
    short = Response(SURVEY_ID, TEAM_ID, {})
    full = replace(short, comments={"change": "x" * 1000, "keep": "y" * 1000})
    with Database(folder / "teamhealth.sqlite").connect() as store:
        surveys.save(store, survey(), pair.public, CREATED)
        for response in (short, full):
            box.add(store, SURVEY_ID, TEAM_ID, seal(response, pair.public), entropy=random.randbytes)
        sizes = {row[0] for row in store.execute("SELECT length(sealed) FROM envelope")}
    assert len(sizes) == 1
