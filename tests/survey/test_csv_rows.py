"""Rows are told apart as they were written, or the text is refused where that is not sure."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.survey.csv_rows import NotRows, csv_rows

CELLS = st.text(st.sampled_from('a,;" \n\r\tŵ'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5), st.sampled_from(",;"))
def test_what_is_written_is_read_again(rows: list[list[str]], separator: str) -> None:
    held = io.StringIO(newline="")
    csv.writer(held, delimiter=separator).writerows(rows)
    assert [cells for _, cells in csv_rows(held.getvalue(), separator)] == rows


def test_each_row_says_the_line_that_it_begins_in() -> None:
    found = csv_rows('a,b\n"two\nlines",c\nd,e', ",")
    assert [line for line, _ in found] == [1, 2, 4]


@pytest.mark.parametrize("row", range(1, 6))
def test_an_open_quotation_mark_is_told_with_its_row_and_line(row: int) -> None:
    lines = ["x,y"] * 6
    lines[row] = 'x,"y'
    text = '"two\nlines",b\n' + "\n".join(lines[1:])
    with pytest.raises(NotRows) as caught:
        list(csv_rows(text, ","))
    assert (caught.value.row, caught.value.line, caught.value.quoted) == (row + 1, row + 2, True)


def test_a_cell_without_an_end_and_without_a_quotation_mark_is_told_as_such() -> None:
    with pytest.raises(NotRows) as caught:
        list(csv_rows("a,b\n" + "x" * 200_000, ","))
    assert (caught.value.row, caught.value.quoted) == (2, False)
