"""Every hostile file is refused by every reader, soon, in words for people, and nothing of it is told or kept."""

import csv
import io
import json
import time
from pathlib import Path

import pytest

from teamhealth.failures import Failure
from teamhealth.services.answers_import import ReadAnswers
from teamhealth.texts.failure_words import words_for
from tests.golden import Golden
from tests.hostile.inputs import INPUTS
from tests.hostile.readers import READERS
from tests.survey.spec_text import GOOD

LONGEST_SECONDS = 20
LONGEST_WORDS = 2_000


def refusal(path: Path, reader: str) -> str:
    try:
        READERS[reader](path)
    except Failure as failure:
        return words_for(failure).line
    raise AssertionError(f"{reader} has read it")


@pytest.mark.parametrize("name", list(INPUTS))
def test_every_reader_refuses_it_in_the_words_of_the_table(name: str, tmp_path: Path, golden: Golden) -> None:
    path = tmp_path / "given.file"
    path.write_bytes(INPUTS[name]())
    lines = []
    for reader in READERS:
        before = time.perf_counter()
        words = refusal(path, reader)
        assert time.perf_counter() - before < LONGEST_SECONDS, reader
        assert len(words) <= LONGEST_WORDS
        assert words.isprintable(), reader
        lines.append(f"{reader}: {words}")
    golden.text(name.replace(" ", "-").replace(",", ""), "\n".join(lines) + "\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["given.file"]


TEXTS = {
    "=cmd|' /C calc'!A0": True,
    "＝SUM(1;1)": True,
    "@here +1 -1": True,
    "<b>North</b><img src=file:///etc/passwd>": True,
    "North & South; \"quoted\", 'so'": True,
    "North\x00gate": False,
    "North\u202egate": False,
    "North\x1b[31mgate": False,
}


@pytest.mark.parametrize("text", list(TEXTS))
def test_a_name_is_kept_letter_for_letter_or_refused(text: str, tmp_path: Path) -> None:
    """What looks like markup or a formula is only words here: whoever shows it makes it harmless."""
    path = tmp_path / "SPEC.toml"
    path.write_text(GOOD.replace('"Alder"', json.dumps(text)), encoding="utf-8")
    if TEXTS[text]:
        spec = READERS["spec"](path)
        assert isinstance(spec, tuple)
        assert spec[0].services[0].teams[0].name == text
    else:
        assert "cannot be shown" in refusal(path, "spec")


@pytest.mark.parametrize("text", list(TEXTS))
def test_a_comment_from_a_table_is_kept_letter_for_letter_without_controls(text: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    held = io.StringIO(newline="")
    csv.writer(held).writerows([["Team", "change"], ["Northgate", text.replace("\x00", "")]])
    path.write_bytes(held.getvalue().encode())
    read = READERS["answers from elsewhere"](path)
    assert isinstance(read, ReadAnswers)
    assert read.responses[0].comments == {"change": text.replace("\x00", "").replace("\x1b", "")}
