"""The workbook holds the rows of the tidy table on five sheets: real numbers, frozen heads, nothing that computes."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from teamhealth.exchange.workbook import Limits, Oddity, parse_workbook
from teamhealth.export.figure_row import Kind, Level
from teamhealth.export.tidy import figure_rows
from teamhealth.export.workbook import figures_workbook
from teamhealth.publication.types import Publication
from tests.export.councils import council
from tests.export.test_csv_figures import HOSTILE
from tests.export.test_screen import beside_others
from tests.invented import publication

SHEETS = ["Teams", "Questions", "Comparison", "Trends", "Method"]
LIMITS = Limits(rows=5_000, columns=20)


def sheet(name: str, *publications: Publication) -> list[dict[str, object]]:
    found = next(each for each in parse_workbook(figures_workbook(publications), LIMITS) if each.name == name)
    heads, *rows = found.rows
    return [dict(zip(map(str, heads), [*row, *[None] * (len(heads) - len(row))], strict=True)) for row in rows]


def test_there_are_five_sheets_with_frozen_heads_and_widths() -> None:
    book = openpyxl.load_workbook(BytesIO(figures_workbook([council((7, 9, 12))])))
    assert book.sheetnames == SHEETS
    for each in book.worksheets[:-1]:
        assert isinstance(each, Worksheet)
        assert each.freeze_panes == "C2"
        assert all(each.column_dimensions[cell.column_letter].width >= 9 for cell in each[1])
        assert each.auto_filter.ref == each.dimensions


def test_numbers_are_numbers_and_words_are_words() -> None:
    (row, *_) = sheet("Teams", publication(12))
    assert (row["People"], row["Answered"], row["Answered, percent"]) == (13, 12, 92)
    theme = next(each for each in sheet("Teams", publication(12)) if each["Theme"] == "Bureaucracy burden")
    assert (theme["Score, 0 to 100"], theme["Likely from"], theme["Likely to"]) == (37, 30, 44)
    assert theme["Score in words"] == "leans negative: heavy"


def test_gaps_stand_on_the_sheets_of_comparison_and_trends() -> None:
    above, below, within, untested = sheet("Comparison", beside_others())
    assert (above["Gap"], above["Gap in words"]) == (2, "2 above, more than chance")
    assert below["Gap"] == 7
    assert (within["Gap"], within["Smallest gap that would show"]) == (None, 24)
    assert untested["Gap in words"] == "not tested"
    change = sheet("Trends", beside_others())[0]
    assert (change["Earlier round"], change["Earlier score"], change["Change"]) == ("Spring 2026", 6, 46)
    assert change["Change in words"] == "6 or less; at least 46 above, more than chance"


@pytest.mark.parametrize("whole", [publication(3), publication(6), publication(12), council((7, 9, 12, 3, 2, 4))])
def test_every_number_of_the_table_is_on_a_sheet_and_no_other(whole: Publication) -> None:
    def counted(numbers: list[int]) -> dict[int, int]:
        return {number: numbers.count(number) for number in numbers}

    rows = figure_rows(whole)
    items = [row.value for row in rows if row.value is not None and row.asked.item_id]
    shares = [row.span for row in rows if row.span is not None and row.kind is Kind.FAVOURABLE_PERCENT]
    items += [end for span in shares for end in (span.low, span.high)]
    rest = [row.value for row in rows if row.value is not None and not row.asked.item_id]
    on_items = [cell for row in sheet("Questions", whole) for cell in row.values() if isinstance(cell, int)]
    assert counted(on_items) == counted(items)
    shown = {
        cell for name in SHEETS[:4] for row in sheet(name, whole) for cell in row.values() if isinstance(cell, int)
    }
    assert shown == {*items, *rest}


def test_a_hidden_team_is_its_name_and_why() -> None:
    (row,) = sheet("Teams", publication(3))
    assert {head: cell for head, cell in row.items() if cell is not None} == {
        "Service": "Help and Protection",
        "Team": "Northgate",
        "Note": "fewer than 5",
    }


def test_totals_and_other_teams_stand_below_the_teams() -> None:
    whole = council((7, 7, 8, 3, 3, 2))
    names = [row["Team"] for row in sheet("Comparison", whole)]
    assert names.index("Not shown, together") > names.index("Eastgate")
    assert "This service together" in names
    teams = [row for row in figure_rows(whole) if row.place.level is Level.SERVICE and row.kind is Kind.TEAMS]
    assert teams


def test_earlier_rounds_stand_in_the_trends_from_the_earliest() -> None:
    rounds = [row["Round"] for row in sheet("Trends", publication(6), council((7, 7)))]
    assert rounds == ["Autumn 2026"] * len(rounds)
    assert len(rounds) == 4 + len(sheet("Trends", council((7, 7))))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_becomes_a_formula(name: str) -> None:
    for each in parse_workbook(figures_workbook([publication(6, team_name=name)]), LIMITS):
        assert not [cell for row in each.rows for cell in row if cell is Oddity.FORMULA]


def test_nothing_links_outside_and_the_bytes_are_always_the_same() -> None:
    data = figures_workbook([publication(12)])
    assert data == figures_workbook([publication(12)])
    with ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower() or name.endswith(".bin")]
        assert b'Target="http' not in b"".join(archive.read(name) for name in archive.namelist())
        stamps = {part.date_time[:3] for part in archive.infolist()}
    day = date(2026, 12, 7)
    assert stamps == {(day.year, day.month, day.day)}
