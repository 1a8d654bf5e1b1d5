"""What a document does not hold, and why, and what is said of the rest: only what is so there, and once."""

from dataclasses import replace

import pytest
from reportlab.lib.colors import HexColor
from reportlab.lib.rl_accel import fp_str

from teamhealth.figures import palette
from teamhealth.publication.area import council_area
from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.types import ItemTotal, ItemWord
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.plan_annex import plan_annex
from teamhealth.report.provenance import grouped
from teamhealth.report.team import team_report
from teamhealth.report.trends import trends
from tests.plans import planned
from tests.report import areas, samples
from tests.report import pdf_checks as checks
from tests.report.plan_pages import beside, told_page
from tests.report.test_gates import beside_area
from tests.report.test_true_sentences import words_of
from tests.rounds import council, with_teams


@pytest.mark.parametrize("teams", [1, 2, 9, 40])
def test_a_share_that_is_not_shown_is_explained_once(teams: int) -> None:
    whole = areas.rounds(1, teams)[0]
    area = council_area(whole)
    words = words_of(area_report(area, beside_area(whole)))
    why = "‘Not shown’ beside a question: too few teams could be counted, or a share would tell too much of one."
    assert any(each.total is None for each in area.item_counts())
    assert words.count(why) == 1
    assert ("No share is shown: it needs two teams or more." in words) is (len(area.shown) == 1)
    shares = any(each.total is not None for each in area.item_counts())
    assert ("how many of the answers counted are favourable" in words) is shares
    every = replace(area, items=tuple(ItemTotal(each.item.id, 30, 9) for each in area.item_counts()))
    assert why not in words_of(area_report(every, beside_area(whole)))


def test_a_method_tells_only_of_what_the_document_holds() -> None:
    hidden, one, many = areas.all_hidden(), areas.rounds(1, 1)[0], areas.rounds(1, 9)[0]
    for whole, tested, told in ((hidden, False, False), (one, False, True), (many, True, True)):
        compared = words_of(comparison(whole))
        assert ("A gap is more than chance where" in compared) is tested
        assert ("Averages are of" in compared) is tested
        report = words_of(area_report(council_area(whole), beside_area(whole)))
        assert ("The tests are cautious" in report) is tested
        assert ("A theme’s total is the mean" in report) is tested
        assert ("A question is a strength in a team where" in report) is told


def test_hidden_teams_are_said_to_be_one_or_several() -> None:
    whole = council()[-1]
    assert "Not shown by themselves: Dockside and Millbrook." in words_of(
        area_report(council_area(whole), beside_area(whole))
    )
    fewer = with_teams(whole, tuple(team for team in whole.teams if team.name != "Dockside"))
    assert "Not shown by itself: Millbrook." in words_of(area_report(council_area(fewer), beside_area(fewer)))


def test_one_round_is_known_by_the_fingerprint_of_its_results() -> None:
    first, *_ = council()
    alone = words_of(trends(rounds_of([first])[0]))
    assert f"Fingerprint of the published figures: {grouped(publication_hash(first))}." in alone
    assert "these rounds" not in alone


def test_trends_print_how_the_fingerprints_begin_by_which_the_reports_of_their_rounds_are_known() -> None:
    published = council()
    words = words_of(trends(rounds_of(published)[0]))
    for each in published:
        assert f"{each.survey.wave.name}: {grouped(publication_hash(each)[:16])}" in words
        assert grouped(publication_hash(each)) in words_of(area_report(council_area(each), beside_area(each)))
    by_team = [with_teams(each, (team,)) for each in published for team in each.teams]
    together = words_of(trends(rounds_of(by_team)[0]))
    assert "Fingerprint of these rounds together:" in together
    assert "Trends with the same fingerprint are made from the same results." in together


def test_whose_other_teams_a_team_stands_beside_is_named_or_the_rule_by_which_it_is() -> None:
    whole = council(14, 1, 3, 9)[-1]
    seen = set()
    for service in whole.services:
        shown = [team for team in service.teams if team.shown]
        words = words_of(team_report(whole, shown[0].id, None))
        own = "What stands beside a theme is of the other shown teams of the service." in words
        rule = "of the service, or of the council where the service shows fewer than four." in words
        assert (own, rule) == (len(shown) >= 4, len(shown) < 4)
        seen.add(own)
    assert seen == {True, False}


def test_no_sign_of_a_theme_stands_beside_what_the_team_told() -> None:
    """Nothing there says which theme a sign is of: it would be taken for how bad a concern is."""
    made = planned()
    crowded = replace(made, publication=samples.one_sided(made.publication, ItemWord.CONCERN))
    alone = replace(crowded, plan=replace(crowded.plan, actions=()))
    colours = [HexColor(palette.domain_colour(each.id)) for each in made.publication.survey.questionnaires[0].domains]
    for content in (told_page(made), told_page(crowded), told_page(alone), plan_annex(alone, beside())):
        with checks.opened(content) as pdf:
            for each in pdf.pages:
                each.contents_coalesce()
            drawn = b"".join(each.Contents.read_bytes() for each in pdf.pages).decode("latin-1")
        assert not [each for each in colours if f"{fp_str(each.red, each.green, each.blue)} rg" in drawn]
