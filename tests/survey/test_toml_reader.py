"""TOML is read or refused, whatever numbers stand in it."""

import pytest

from teamhealth.survey.toml_reader import NotToml, read_document


@pytest.mark.parametrize("number", ["9" * 5000, "-" + "9" * 4300, "0x" + "f" * 5000, "[[1], [" + "8" * 4000 + "]]"])
def test_a_number_of_very_many_digits_is_refused_in_words(number: str) -> None:
    with pytest.raises(NotToml, match="a number has too many digits"):
        read_document(f"[team]\nheadcount = {number}\n".encode(), 64 * 1024)


def test_an_ordinary_number_is_read() -> None:
    assert read_document(b"headcount = 12", 64) == {"headcount": 12}
