"""A file name says team, survey and kind, and Windows takes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.report.file_names import file_name
from tests.invented import publication


def named(team_name: str, kind: str = "report") -> str:
    whole = publication(6, team_name=team_name)
    return file_name(whole, whole.teams[0], kind)


def test_name_says_team_survey_and_kind() -> None:
    assert named("Northgate") == "Northgate, Autumn 2026 team health, report.pdf"
    assert named("Northgate", "meeting") == "Northgate, Autumn 2026 team health, meeting sheet.pdf"
    assert named("Northgate", "results") == "Northgate, Autumn 2026 team health, results.thresults"


def test_separators_reserved_names_and_hidden_characters_go() -> None:
    assert named('a/b\\c:d*e?f"g<h>i|j').startswith("a-b-c-d-e-f-g-h-i-j, ")
    assert named("CON").startswith("CON-, ")
    assert named("../../etc").startswith("-..-etc, ")
    assert named("x\u202egpj.\x00").startswith("x gpj, ")


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="poster"):
        named("Northgate", "poster")


@given(st.text(min_size=1, max_size=200))
def test_name_is_never_one_that_windows_refuses(team_name: str) -> None:
    name = named(team_name)
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(each) >= 32 for each in name)
    assert name.endswith(".pdf")
    assert not name.startswith((" ", "."))
    assert len(name.encode("utf-8", "surrogatepass")) <= 60 * 4 * 2 + 40
    assert name.encode("utf-8")
