"""Words come from the catalogue in the reader's language, English where there is none."""

import ast
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import teamhealth
from teamhealth.resources import resource
from teamhealth.texts.catalogue import DOMAIN, bind, tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.languages import language_name
from teamhealth.texts.lists import and_list, capitalised, number_word


def test_english_stands_in_the_code() -> None:
    assert tr("{count} MB", count=3) == "3 MB"
    assert trn("{count} person", "{count} people", 1) == "1 person"
    assert trn("{count} person", "{count} people", 2) == "2 people"


def test_braces_in_names_are_not_fields() -> None:
    assert tr("{team} answered.", team="{x} & {0}") == "{x} & {0} answered."


def test_another_language_is_read_from_its_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="cy")
    catalogue.add("Morale", "Morâl")
    with (folder / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setenv("LANGUAGE", "cy")
    bind(tmp_path)
    try:
        assert tr("Morale") == "Morâl"
        assert tr("Workforce stability") == "Workforce stability"
    finally:
        bind(tmp_path / "none")


def test_welsh_is_there_to_be_filled_and_english_stands_for_it_until_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = resource("translations", "cy", "LC_MESSAGES", f"{DOMAIN}.po")
    with shipped.open("rb") as file:
        catalogue = read_po(file)
    assert (str(catalogue.locale), catalogue.num_plurals) == ("cy", 6)
    assert [each for each in catalogue if each.id and each.string] == []
    monkeypatch.setenv("LANGUAGE", "cy")
    bind(resource("translations"))
    try:
        assert tr("Morale") == "Morale"
        assert trn("{count} person", "{count} people", 2) == "2 people"
    finally:
        bind(tmp_path / "none")


def test_languages_are_called_as_their_speakers_call_them() -> None:
    assert language_name("cy") == "Cymraeg"
    assert language_name("en-GB") == "English"
    assert language_name("xx") == "xx"


def test_dates_are_written_out() -> None:
    assert long_date(date(2026, 12, 4)) == "4 December 2026"


def test_lists_are_said() -> None:
    assert and_list([]) == ""
    assert and_list(["a"]) == "a"
    assert and_list(["a", "b"]) == "a and b"
    assert and_list(["a", "b", "c"]) == "a, b and c"


def test_small_numbers_are_words() -> None:
    assert number_word(6) == "six"
    assert number_word(11) == "11"


def test_only_the_first_letter_is_raised() -> None:
    assert capitalised("workforce at BASW") == "Workforce at BASW"


def test_no_message_has_typewriter_quotes() -> None:
    with resource("translations", f"{DOMAIN}.pot").open("rb") as file:
        messages = [message.id for message in read_po(file)]
    words = [each for found in messages for each in (found if isinstance(found, tuple) else (str(found),))]
    assert [each for each in words if "'" in each or '"' in each] == []


def test_no_message_hides_in_a_formatted_string_where_it_would_not_be_found() -> None:
    hidden = []
    for path in sorted(Path(teamhealth.__file__).parent.rglob("*.py")):
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(joined, ast.JoinedStr):
                calls = [each for each in ast.walk(joined) if isinstance(each, ast.Call)]
                names = [each.func.id for each in calls if isinstance(each.func, ast.Name)]
                hidden += [f"{path.name}:{joined.lineno}" for name in names if name in {"tr", "trn"}]
    assert hidden == []
