"""Every questionnaire of the program, alone and all together, comes through as figures, pages, tables and exports."""

import csv
import io
import json

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.export.csv_figures import figures_csv
from teamhealth.export.json_figures import figures_json
from teamhealth.export.tables import text_table
from teamhealth.export.workbook import figures_workbook
from teamhealth.publication.area import council_area
from teamhealth.publication.consistency import problems
from teamhealth.report.area import AreaBeside, area_report
from teamhealth.report.standards import read_standards
from teamhealth.report.team import team_report
from teamhealth.resources import resource
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.domain_card import DomainCard
from tests.modules import IDS, asked_of
from tests.report.samples import evidence
from tests.report.test_team import text_of

SETS = (*((each,) for each in IDS), IDS)


@pytest.mark.parametrize("ids", SETS, ids="+".join)
def test_a_questionnaire_comes_through_to_every_document(ids: tuple[str, ...], qtbot: QtBot) -> None:
    whole = asked_of(ids)
    team = whole.teams[1]
    questionnaires = whole.survey.questionnaires
    assert problems(whole) == ()
    scored = [domain.id for each in questionnaires if each.score_domains for domain in each.domains]
    assert [each.domain for each in team.domains] == scored
    assert [each.domain for each in whole.council] == scored
    labels = [item.label for each in questionnaires for item in each.items]
    titles = [domain.title for each in questionnaires for domain in each.domains]
    assert len(team.items) == len(labels)
    table = text_table(whole)
    page = text_of(team_report(whole, team.id, evidence()))
    standards = read_standards(resource("evidence", "standards.toml"))
    council = text_of(area_report(council_area(whole), AreaBeside(evidence(), standards, "0" * 64)))
    for words in (table, page, council):
        assert [each for each in labels if each not in words] == []
    for words in (page, council):
        assert [each for each in titles if each not in words] == []
    rows = list(csv.DictReader(io.StringIO(figures_csv([whole]).decode("utf-8-sig"))))
    scores = {row["theme_id"] for row in rows if row["kind"] == "score"}
    assert scores == set(scored)
    assert {row["item"] for row in rows if row["kind"] == "word"} == set(labels)
    figures = json.loads(figures_json([whole]))["results"][0]["figures"]
    assert len(figures) == len(rows)
    assert figures_workbook([whole]).startswith(b"PK")
    shown = TeamDashboard(whole, team.id)
    qtbot.addWidget(shown)
    shown.resize(1174, 688)
    shown.show()
    cards = shown.findChildren(DomainCard)
    assert [card.shown.domain.title for card in cards] == titles


def test_questions_without_scores_together_show_their_items_and_no_theme_score() -> None:
    whole = asked_of(("ten-characteristics",))
    assert all(team.domains == () for team in whole.teams)
    assert (whole.council, whole.spreads) == ((), ())
    assert len(whole.council_items) == 10
    assert "not scored" in text_of(team_report(whole, whole.teams[1].id, evidence()))
