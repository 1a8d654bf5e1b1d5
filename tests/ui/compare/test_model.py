"""The model of a comparison, without any window: words, order, and a voice for every cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from teamhealth.publication.compared import RowKind, compare
from teamhealth.ui.compare.model import ANSWERED, FIRST, TEAM, CompareModel, item_columns, theme_columns
from tests.report import areas
from tests.rounds import HIDDEN, PLACES, all_hidden, council

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def themes() -> CompareModel:
    compared = compare(council()[-1])
    return CompareModel(compared, theme_columns(compared))


def column(model: CompareModel, section: int) -> list[str]:
    return [str(model.index(row, section).data()) for row in range(model.rowCount())]


def test_qt_finds_no_fault_with_it() -> None:
    model = themes()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for section in range(model.columnCount()):
        model.sort_by(section)
    assert tester.model() is model


def test_columns_are_team_answers_themes_and_the_gap_that_would_show() -> None:
    model = themes()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads[:FIRST] == ["Team", "Answered"]
    asked = ["Workforce stability", "Morale", "Bureaucracy burden", "Psychological safety"]
    assert heads[FIRST:] == [*asked, "Gap that would show"]


def test_where_nothing_was_tested_there_is_no_column_of_gaps() -> None:
    assert [each.title for each in theme_columns(compare(areas.rounds(1, 1)[0]))] == ["Workforce stability", "Morale"]


def test_every_cell_is_spoken_with_whose_it_is() -> None:
    model = themes()
    for place, row in enumerate(model.rows):
        for section in range(model.columnCount()):
            said = str(model.index(place, section).data(SPOKEN))
            name = row.name or ("average" if row.kind is not RowKind.OTHERS else "Not shown, together")
            assert (name in said) or ("average" in said)
            assert said.strip(" .:")


def test_a_hidden_team_is_spoken_without_any_figure() -> None:
    model = themes()
    place = [row.name for row in model.rows].index(PLACES[HIDDEN[0]])
    assert model.index(place, TEAM).data(SPOKEN) == PLACES[HIDDEN[0]]
    for section in range(ANSWERED, model.columnCount()):
        said = str(model.index(place, section).data(SPOKEN)).lower()
        assert "fewer than 5 answers" in said
        assert not any(each.isdigit() for each in said.replace("fewer than 5", ""))


def test_the_gap_that_would_show_is_said_with_its_team_and_sorts_by_the_smallest() -> None:
    model = themes()
    last = model.columnCount() - 1
    assert model.index(0, last).data(SPOKEN) == "Ashdown, Gap that would show: 15 to 18."
    model.sort_by(last)
    smallest = [model.columns[-1].number(row) for row in model.rows if row.kind is RowKind.TEAM]
    assert smallest == sorted(each for each in smallest if each is not None)


def test_sorting_is_said_in_words_and_turns_round() -> None:
    model = themes()
    said = []
    for section in (FIRST, FIRST, TEAM, TEAM, ANSWERED):
        model.sort_by(section)
        said.append(model.headerData(section, Qt.Orientation.Horizontal, SPOKEN))
    assert said == [
        "Workforce stability. Sorted low to high.",
        "Workforce stability. Sorted high to low.",
        "Team. Sorted A to Z.",
        "Team. Sorted Z to A.",
        "Answered. Sorted low to high.",
    ]


def test_sorting_leaves_hidden_rows_last_of_the_teams_and_averages_at_the_foot() -> None:
    model = themes()
    kinds = [row.kind for row in model.rows]
    for section in range(model.columnCount()):
        for _ in range(2):
            model.sort_by(section)
            assert [row.kind for row in model.rows] == kinds
            hidden = [row.name for row in model.rows if row.kind is RowKind.HIDDEN]
            assert hidden == sorted(hidden)


def test_a_chosen_cell_follows_its_row() -> None:
    model = themes()
    chosen = QPersistentModelIndex(model.index(3, FIRST))
    name = model.rows[3].name
    model.sort_by(FIRST + 1)
    assert model.rows[chosen.row()].name == name


def test_items_are_words_below_eight_answers_and_never_a_number() -> None:
    compared = compare(council()[-1])
    model = CompareModel(compared, item_columns(compared, "morale"))
    for place, row in enumerate(model.rows):
        if row.kind is not RowKind.TEAM or row.team is None or (row.team.answered or 0) >= 8:
            continue
        for section in range(FIRST, model.columnCount()):
            assert not any(each.isdigit() for each in str(model.index(place, section).data(SPOKEN)))


def test_items_sort_by_their_word_alone() -> None:
    compared = compare(council()[-1])
    model = CompareModel(compared, item_columns(compared, "morale"))
    model.sort_by(FIRST)
    column_shown = model.columns[0]
    numbers = [column_shown.number(row) for row in model.rows if row.kind is RowKind.TEAM]
    known = [each for each in numbers if each is not None]
    assert known == sorted(known)
    assert set(known) <= {0, 1, 2}
    assert numbers[len(known) :] == [None] * (len(numbers) - len(known))
    assert model.sorting_words() == "sorted concerns first"


def test_there_are_no_rows_below_a_cell_and_no_row_numbers() -> None:
    model = themes()
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_nothing_shown_is_all_hidden_rows() -> None:
    compared = compare(all_hidden(council()[-1]))
    model = CompareModel(compared, theme_columns(compared))
    assert {row.kind for row in model.rows} == {RowKind.HIDDEN}
    assert column(model, ANSWERED) == ["not shown"] * len(PLACES)
