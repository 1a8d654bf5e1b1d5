"""How many answered in teams that are not shown stands in no file, whatever their numbers are."""

import pytest

from teamhealth.disclosure import hidden
from tests.differencing.documents import Handed, all_documents
from tests.differencing.rounds import Plan, TeamThen, everything_told

SHOWN = (TeamThen(8, 0, 9, 9, "ordinary"), TeamThen(9, 0, 6, 6, "ordinary"))
# The first are too few for their answers to single items, the second enough; no file may say more.
NUMBERS = (((3, 3, 3), (4, 3, 2), (2, 3, 4)), ((4, 4, 4), (4, 4, 3), (3, 4, 3)))


def files(numbers: tuple[int, ...]) -> list[Handed]:
    """Return all files of a council whose hidden people all answer in the middle."""
    unseen = tuple(TeamThen(place, 0, 4, answered, "middle") for place, answered in enumerate(numbers, 1))
    return all_documents(everything_told(Plan(((*SHOWN, *unseen),), seed=5)))


@pytest.mark.parametrize("alike", NUMBERS, ids=["few", "many"])
def test_files_are_the_same_however_many_answered_unseen(alike: tuple[tuple[int, ...], ...]) -> None:
    first, *more = (files(numbers) for numbers in alike)
    assert any(b"other-teams" in each.data for each in first)
    assert all(each == first for each in more)


def test_a_row_that_weighs_its_answers_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    three, two = (3, 3, 3), (3, 3, 2)
    assert files(three) == files(two)
    plain = hidden.unseen
    told = []
    for numbers in (three, two):
        weights = {f"Place {place}": answered for place, answered in enumerate(numbers, 1)}
        monkeypatch.setattr(hidden, "unseen", lambda *given, known=weights: known.get(given[1].name) or plain(*given))
        told.append(files(numbers))
    assert told[0] != told[1]
