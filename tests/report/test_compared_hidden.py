"""The teams of a comparison that are not shown: last, from A to Z, each with its reason."""

from dataclasses import replace

import pytest

from teamhealth.publication.compared import RowKind, compare
from teamhealth.publication.compared_words import visit_headline
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import TeamResult, Tier
from teamhealth.publication.words import score_text, span_text
from teamhealth.report.comparison import comparison
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.texts.name_order import name_order
from tests.report.laid_out import pieces
from tests.report.test_team import text_of
from tests.rounds import (
    HIDDEN,
    PLACES,
    all_hidden,
    council,
    many,
)


def test_comparison_says_every_shown_figure_and_none_that_is_hidden() -> None:
    whole = council()[-1]
    words, compared = text_of(comparison(whole)), compare(whole)
    for row in compared.of(RowKind.TEAM, RowKind.OTHERS, RowKind.SERVICE):
        for domain in compared.domains:
            score = row.score(domain.id)
            assert score is not None
            assert score_text(score) in words
            result = row.result(domain.id)
            assert result is None or result.likely is None or span_text(result.likely) in words
    assert words.count("Fewer than 5 answers") == len(HIDDEN)
    assert publication_hash(whole) in words.replace(" ", "")
    assert visit_headline(compared, found=True).lead in words
    assert "Averages are of the shown teams" in words


def test_hidden_teams_come_last_from_a_to_z() -> None:
    words = text_of(comparison(council()[-1])).split("How the teams are compared")[0]
    table = words[words.index("Answered") :]
    places = [table.index(PLACES[at]) for at in (*(at for at in range(14) if at not in HIDDEN), *HIDDEN)]
    assert places == sorted(places)


@pytest.mark.parametrize(("sheet", "most"), [(ORDINARY, 1), (LARGE, 2)])
def test_the_names_of_many_hidden_teams_stand_on_a_page_or_two_of_large_print(sheet: Sheet, most: int) -> None:
    whole = all_hidden(many(council()[-1], 79))
    entries = [each for each in pieces(comparison(whole, None, sheet)) if each.role == "LBody"]
    names = [each.words.strip() for each in entries]
    assert names == sorted((team.name for team in whole.teams), key=name_order)
    assert len({each.page for each in entries}) <= most
    # Side by side, and read down one column before the next.
    assert len({round(each.box[0]) for each in entries}) == 4
    assert entries[0].box[0] == entries[1].box[0]
    assert "Fewer than 5 answers, or none, came in from each of 79 teams:" in text_of(comparison(whole, None, sheet))


def test_the_names_of_many_hidden_teams_stand_below_their_service() -> None:
    whole = council(14, 1, 3, 9)[-1]
    hidden = replace(
        whole,
        services=tuple(
            replace(
                each, teams=tuple(TeamResult(team.id, team.name, team.headcount, Tier.HIDDEN) for team in each.teams)
            )
            for each in whole.services
        ),
    )
    found = [each for each in pieces(comparison(hidden)) if each.role in ("P", "LBody")]
    below: dict[str, list[str]] = {}
    for each in found:
        if each.role == "P":
            below[each.words.strip()] = []
        else:
            below[list(below)[-1]].append(each.words.strip())
    for service in whole.services:
        assert below[service.name] == sorted(team.name for team in service.teams)


def test_few_names_of_each_of_many_services_run_on() -> None:
    whole = council()[-1]
    [service] = whole.services
    ids = range(0, len(service.teams), 2)
    hidden = tuple(TeamResult(team.id, team.name, team.headcount, Tier.HIDDEN) for team in service.teams)
    pairs = tuple(replace(service, id=f"{at + 900:032x}", name=f"Place {at}", teams=hidden[at : at + 2]) for at in ids)
    words = " ".join(text_of(comparison(replace(whole, services=pairs))).split())
    first, second = (sorted(team.name for team in pair.teams) for pair in pairs[:2])
    assert f"Place 0: {', '.join(first)}; Place " in words
    assert f"Place 2: {', '.join(second)}; Place " in words


def test_few_hidden_teams_have_a_row_each_with_the_reason() -> None:
    found = pieces(comparison(council()[-1]))
    assert not [each for each in found if each.role == "LBody"]
