"""The figures as JSON: the very rows of the tidy table, with null where only words may be shown."""

import csv
import io
import json

import pytest

from teamhealth.export.csv_figures import figures_csv
from teamhealth.export.json_figures import figures_json
from tests.export.councils import council
from tests.invented import publication


@pytest.mark.parametrize("answered", [3, 6, 8, 12])
def test_the_json_holds_the_rows_of_the_csv(answered: int) -> None:
    whole = publication(answered)
    (told,) = json.loads(figures_json([whole]))["results"]
    common = {name: value for name, value in told.items() if name != "figures"}
    found = [
        {name: "" if value is None else str(value) for name, value in {**common, **figure}.items()}
        for figure in told["figures"]
    ]
    text = figures_csv([whole]).decode("utf-8-sig")
    assert found == list(csv.DictReader(io.StringIO(text, newline="")))


def test_what_may_not_be_shown_is_null_and_its_words() -> None:
    (figure,) = json.loads(figures_json([publication(3)]))["results"][0]["figures"]
    assert (figure["value"], figure["note"]) == (None, "fewer than 5")


def test_rounds_stand_beside_each_other_and_the_file_ends_in_a_line_feed() -> None:
    data = figures_json([publication(6), council((7, 7, 8))])
    assert data.endswith(b"}\n")
    assert len(json.loads(data)["results"]) == 2
