"""What leaves of a whole council says how well its questionnaire measured; a part's says nothing of it."""

import json
from dataclasses import replace

import pytest

from teamhealth.export.figure_row import Kind, Level, Unit
from teamhealth.export.json_figures import figures_json
from teamhealth.export.tables import text_table
from teamhealth.export.tidy import figure_rows
from teamhealth.publication.part import part_of
from tests.adversary.councils import Mood, TeamPlan, council
from tests.adversary.publishing import publish
from tests.export.test_csv_figures import rows
from tests.export.test_workbook import sheet

TITLE = "Quality of the questionnaire"


ONE = council([[TeamPlan(9, 9, Mood.ORDINARY)] * 6], 21)
WHOLE = publish(ONE.survey, ONE.responses)


def test_quality_figures_stand_in_a_council_s_table_and_in_no_part_s() -> None:
    one, whole = ONE, WHOLE
    text = text_table(whole)
    quality = text[text.index(TITLE) :]
    alpha = whole.quality[0].alpha
    assert alpha is not None
    title = one.survey.questionnaires[0].domains[0].title
    row = next(line for line in quality.splitlines() if line.startswith(title))
    assert row.removeprefix(title).split()[0] == f"{alpha / 100:.2f}"
    first = one.survey.questionnaires[0].items[0]
    assert "5% or less" in next(line for line in quality.splitlines() if line.startswith(first.label))
    assert "mean-square" in quality
    assert TITLE not in text_table(part_of(whole, whole.teams[0].id).publication)


def test_every_quality_figure_is_a_row_of_the_questionnaire_and_no_team_s() -> None:
    told = {
        (row["theme_id"], row["item_id"], row["kind"]): row for row in rows(WHOLE) if row["level"] == "questionnaire"
    }
    assert {(row["service"], row["team"]) for row in told.values()} == {("", "")}
    for each in WHOLE.quality:
        theme = {"alpha": each.alpha, "omega": each.omega, "icc-1": each.single, "icc-2": each.mean,
                 "r-wg-j": each.agreement, "at-lowest": each.floor, "at-highest": each.ceiling}  # fmt: skip
        found = {kind: int(told[each.domain, "", kind]["value"]) for kind in theme}
        assert found == theme
        for item in each.items:
            shares = {"item-rest": item.item_rest, "not-reached": item.unanswered,
                      "does-not-apply": item.not_applicable, "prefer-not-to-say": item.declined}  # fmt: skip
            assert {kind: int(told[each.domain, item.item, kind]["value"]) for kind in shares} == shares
    assert len(told) == sum(7 + 4 * len(each.items) for each in WHOLE.quality)
    assert {row["unit"] for row in told.values()} == {"hundredths", "percent"}


def test_a_figure_at_an_end_says_so_and_one_that_is_not_told_is_in_no_row() -> None:
    first = WHOLE.quality[0]
    cut = replace(first, alpha=95, omega=None, agreement=-95, single=None, floor=None, ceiling=95, items=())
    told = {
        row.kind: (row.value, row.unit, row.note)
        for row in figure_rows(replace(WHOLE, quality=(cut,)))
        if row.place.level is Level.QUESTIONNAIRE
    }
    assert told.keys().isdisjoint({Kind.OMEGA, Kind.ICC_SINGLE, Kind.AT_LOWEST})
    assert told[Kind.ALPHA] == (95, Unit.HUNDREDTHS, "0.95 or more")
    assert told[Kind.R_WG_J] == (-95, Unit.HUNDREDTHS, "-0.95 or less")
    assert told[Kind.ICC_MEAN] == (first.mean, Unit.HUNDREDTHS, "")
    assert told[Kind.AT_HIGHEST] == (95, Unit.PERCENT, "95% or more")


def test_the_workbook_tells_it_on_a_sheet_of_its_own() -> None:
    first, *_ = sheet("Quality", WHOLE)
    quality = WHOLE.quality[0]
    assert (first["Question"], first["Alpha, hundredths"]) == (None, quality.alpha)
    question = sheet("Quality", WHOLE)[1]
    assert question["With the others, hundredths"] == quality.items[0].item_rest
    assert "Not reached: 5% or less" in str(question["Note"])
    for name in ("Teams", "Questions", "Comparison", "Trends"):
        without = replace(WHOLE, quality=())
        assert sheet(name, WHOLE) == sheet(name, without)


@pytest.mark.parametrize("team", [team.id for team in WHOLE.teams[:2]])
def test_a_part_s_exports_hold_no_figure_of_the_questionnaire(team: str) -> None:
    part = part_of(WHOLE, team).publication
    assert Level.QUESTIONNAIRE not in {row.place.level for row in figure_rows(part)}
    (result,) = json.loads(figures_json([part]))["results"]
    assert "questionnaire" not in {row["level"] for row in result["figures"]}
    (whole,) = json.loads(figures_json([WHOLE]))["results"]
    assert {row["kind"] for row in whole["figures"] if row["level"] == "questionnaire"} >= {"alpha", "item-rest"}
