"""A council's table says how well its questionnaire measured; a part's says nothing of it."""

from teamhealth.export.tables import text_table
from teamhealth.publication.part import part_of
from tests.adversary.councils import Mood, TeamPlan, council
from tests.adversary.publishing import publish

TITLE = "Quality of the questionnaire"


def test_quality_figures_stand_in_a_council_s_table_and_in_no_part_s() -> None:
    one = council([[TeamPlan(9, 9, Mood.ORDINARY)] * 6], 21)
    whole = publish(one.survey, one.responses)
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
