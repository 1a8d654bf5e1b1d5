"""The meeting sheet is one page, however much was said; where several questionnaires need two, one is for writing."""

from dataclasses import replace
from itertools import pairwise

import pytest

from teamhealth.publication.types import ItemWord, Publication
from teamhealth.report.meeting import meeting_sheet
from teamhealth.report.sheet import LARGE
from teamhealth.report.subject import subject_of
from tests.invented import TEAM_ID
from tests.report import samples
from tests.report.laid_out import Piece, pieces


def said(strengths: int, concerns: int, name: str = "Northgate") -> Publication:
    """Return a publication of a team with so many of each, and a note that some answers came from elsewhere."""
    whole = samples.compared(8)
    words = [ItemWord.STRENGTH] * strengths + [ItemWord.CONCERN] * concerns
    items = tuple(replace(item, word=word) for item, word in zip(whole.teams[0].items, words, strict=True))
    made = samples.with_team(whole, replace(whole.teams[0], items=items, name=name))
    return replace(made, survey=replace(made.survey, elsewhere=True))


def for_writing(found: list[Piece]) -> list[float]:
    """Return how much stands between the tops of the questions and of what is agreed."""
    tops = [each.box[3] for each in found if each.words.startswith(("Which", "What is already", "What we agree"))]
    assert len(tops) == 4
    return [above - below for above, below in pairwise(tops)]


@pytest.mark.parametrize("name", ["Northgate", samples.LONG_NAME])
@pytest.mark.parametrize(("strengths", "concerns"), [(24, 4), (4, 24), (6, 22), (0, 28)])
def test_all_that_people_said_stands_on_one_page(strengths: int, concerns: int, name: str) -> None:
    whole = said(strengths, concerns, name)
    found = pieces(meeting_sheet(whole, TEAM_ID))
    assert {each.page for each in found} == {1}
    words = " ".join(each.words for each in found)
    subject = subject_of(whole, TEAM_ID)
    listed = [*subject.sentences(ItemWord.STRENGTH), *subject.sentences(ItemWord.CONCERN)]
    assert len(listed) == 28
    assert [each for each in listed if each not in words] == []


@pytest.mark.parametrize(("strengths", "concerns"), [(24, 4), (4, 24)])
def test_a_short_list_below_a_long_one_leaves_room_for_writing(strengths: int, concerns: int) -> None:
    assert min(for_writing(pieces(meeting_sheet(said(strengths, concerns), TEAM_ID)))) > 35


def test_a_sheet_of_two_pages_has_a_page_for_writing() -> None:
    modules = ("ten-characteristics.toml", "good-practice-conditions.toml", "clear-framework.toml")
    found = pieces(meeting_sheet(samples.with_modules(said(8, 20), *modules), TEAM_ID))
    assert {each.page for each in found} == {1, 2}
    assert min(for_writing([each for each in found if each.page == 2])) > 45


def one_module(strengths: int, concerns: int, name: str) -> Publication:
    """Return the same with one module asked too, a long title, and its questions in equal parts of the three words."""
    both = samples.with_modules(said(strengths, concerns, name), "autonomy-and-time.toml")
    words = (ItemWord.STRENGTH, ItemWord.CONCERN, ItemWord.MIXED)
    asked, module = both.teams[0].items[:28], both.teams[0].items[28:]
    added = tuple(replace(item, word=words[place % 3]) for place, item in enumerate(module))
    made = samples.with_team(both, replace(both.teams[0], items=(*asked, *added)))
    wave = replace(made.survey.wave, name="Autumn and winter of the year two thousand and twenty-six")
    return replace(made, survey=replace(made.survey, wave=wave))


@pytest.mark.parametrize(("strengths", "concerns"), [(24, 4), (4, 24), (22, 6)])
def test_one_module_and_long_names_leave_the_sheet_one_page(strengths: int, concerns: int) -> None:
    found = pieces(meeting_sheet(one_module(strengths, concerns, samples.LONG_NAME), TEAM_ID))
    assert {each.page for each in found} == {1}


@pytest.mark.parametrize(("strengths", "concerns"), [(24, 4), (4, 24), (6, 22), (14, 14)])
def test_large_print_parts_neither_questions_nor_what_is_agreed(strengths: int, concerns: int) -> None:
    found = pieces(meeting_sheet(said(strengths, concerns, samples.LONG_NAME), TEAM_ID, LARGE))
    asked = {each.page for each in found if each.words.startswith(("Which", "What is already", "Three questions"))}
    assert len(asked) == 1
    agreed = {each.page for each in found if each.inside("Table")}
    assert len(agreed) == 1
