"""Several problems stand in a list, one behind its sentence."""

from teamhealth.failures import TableInvalid
from teamhealth.texts.failure_words import words_for


def test_several_faults_of_a_table_stand_below_each_other_and_one_stands_in_its_sentence() -> None:
    several = words_for(TableInvalid("staff.csv", ("Row 2 has no team.", "Row 3 has no date."))).what
    assert several == "staff.csv cannot be taken in.\n• Row 2 has no team.\n• Row 3 has no date."
    one = words_for(TableInvalid("staff.csv", ("Row 2 has no team.",))).what
    assert one == "staff.csv cannot be taken in. Row 2 has no team."


def test_of_many_faults_the_rest_are_counted() -> None:
    told = words_for(TableInvalid("staff.csv", tuple(f"Row {row} is empty." for row in range(20)))).what
    assert told.count("\n") == 9
    assert told.endswith("• And 12 more problems.")
