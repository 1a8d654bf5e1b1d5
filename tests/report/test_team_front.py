"""Page one of a team's report stays one page, whatever was said."""

import pytest

from teamhealth.publication.items_said import listed_sentence, on_average_note
from teamhealth.publication.part import part_of
from teamhealth.publication.taken_part import taken
from teamhealth.publication.types import ItemWord
from teamhealth.publication.words import find_item
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.subject import subject_of
from teamhealth.report.team import team_report
from teamhealth.report.team_themes import _NAME_WIDTH, RowHeights, themes_section
from tests.invented import TEAM_ID
from tests.report import samples
from tests.report.test_team import pages_of
from tests.rounds import council


@pytest.mark.parametrize("answered", [5, 8, 12])
@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
def test_page_one_holds_every_item_where_all_say_the_same(word: ItemWord, answered: int) -> None:
    whole = samples.one_sided(samples.compared(answered), word)
    first, second, *_ = pages_of(team_report(whole, TEAM_ID, None))
    assert "never to judge or discipline anyone." in " ".join(first.split())
    assert "How to read" not in second
    # Lines of two columns are mixed in the page's text, so that a sentence of two lines is looked for by its words.
    said = set(first.split())
    for result in whole.teams[0].items:
        # The counts of some contradict the word, so that their sentences say less.
        sentence = listed_sentence(find_item(whole.survey.questionnaires, result.item), result)
        assert set(sentence.split()) <= said


@pytest.mark.parametrize(
    ("word", "answered"),
    [(ItemWord.STRENGTH, 8), (ItemWord.STRENGTH, 9), (ItemWord.CONCERN, 9), (ItemWord.CONCERN, 12)],
)
def test_page_one_holds_every_item_that_is_so_on_average_only(word: ItemWord, answered: int) -> None:
    whole = samples.on_average(samples.compared(answered), word)
    first, second, *_ = pages_of(team_report(whole, TEAM_ID, None))
    said = set(first.split())
    for item in whole.survey.questionnaires[0].items:
        assert set(f"{item.label}: a {word.value} on average".split()) <= said
    assert ", though" not in first
    note = on_average_note(whole.teams[0].items)
    assert note.startswith(f"‘A {word.value} on average’: ")
    assert note in " ".join(first.split())
    assert "never to judge or discipline anyone." in " ".join(first.split())
    assert "How to read" not in second


WHOSE = ("other teams of the service", "other teams of service or council")


def test_the_key_says_whose_other_teams_the_flag_is_from_the_whole_and_from_a_part() -> None:
    whole = council(14, 1, 3, 9)[-1]
    counts = set()
    for service in whole.services:
        shown = [team for team in service.teams if team.shown]
        counts.add(len(shown))
        part = part_of(whole, shown[0].id)
        for made in (whole, taken(part.publication, part.whole)):
            first = " ".join(pages_of(team_report(made, shown[0].id, None))[0].split())
            assert [words in first for words in WHOSE] == [len(shown) >= 4, len(shown) < 4]
    assert min(counts) < 4 <= max(counts)


def test_the_plot_keeps_room_for_a_range_wider_than_its_mark_where_the_page_is_full() -> None:
    widths = []
    for seed in (3, 4):
        whole = council(14, 3, 1, seed)[-1]
        for team in whole.teams:
            if team.shown:
                _, _, axis, *_ = themes_section(subject_of(whole, team.id), RowHeights(33, 33, joined=True))
                assert isinstance(axis, PlacedFigure)
                widths.append(axis.wrap(0, 0)[0] - _NAME_WIDTH)
    assert len(widths) > 10
    assert min(widths) >= 100
