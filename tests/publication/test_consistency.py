"""What the release rules could not have said is found in a publication that says it."""

from dataclasses import replace
from datetime import date

import pytest

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.consistency import problems
from teamhealth.publication.document import NotAPublication, read_document, write_document
from teamhealth.publication.team_consistency import team_problems
from teamhealth.publication.types import (
    Agreement,
    AtomKind,
    BandCount,
    BandedResult,
    Cap,
    CommentsResult,
    DomainResult,
    DomainSpread,
    DomainTotal,
    FavourableCount,
    ItemResult,
    ItemWord,
    Publication,
    ShownScore,
    Span,
    Split,
    TeamResult,
    Tier,
    Verdict,
)
from teamhealth.survey.ids import TeamId, WaveId
from teamhealth.survey.lineage import Descent, Lineage
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from tests.answers import many_teams, random_people, team_id
from tests.invented import publication
from tests.rounds import council as rounds_of_a_council

EXACT_FOUR = FavourableCount(4, 4)


def with_team(whole: Publication, team: TeamResult) -> Publication:
    return replace(whole, services=(replace(whole.services[0], teams=(team,)),))


def with_first(answered: int, result: DomainResult | ItemResult | BandedResult | CommentsResult) -> Publication:
    """Return a publication in which the first result of this kind is another."""
    whole = publication(answered)
    team = whole.teams[0]
    if isinstance(result, DomainResult):
        team = replace(team, domains=(result, *team.domains[1:]))
    elif isinstance(result, ItemResult):
        team = replace(team, items=(result, *team.items[1:]))
    elif isinstance(result, BandedResult):
        team = replace(team, banded=(result, *team.banded[1:]))
    else:
        team = replace(team, comments=(result, *team.comments[1:]))
    return with_team(whole, team)


@pytest.mark.parametrize("answered", range(15))
def test_a_sound_publication_has_no_problem(answered: int) -> None:
    assert problems(publication(answered)) == ()


def test_a_hidden_team_with_any_figure_is_found() -> None:
    whole, shown = publication(3), publication(6).teams[0]
    team = whole.teams[0]
    for leaky in (
        replace(team, answered=4),
        replace(team, answered=0),
        replace(team, domains=shown.domains),
        replace(team, items=shown.items[:1]),
        replace(team, banded=shown.banded),
        replace(team, comments=shown.comments),
    ):
        assert problems(with_team(whole, leaky)) == (f"team {team.id}: hidden, yet there are figures",)


@pytest.mark.parametrize(("answered", "tier"), [(6, Tier.SHARES), (6, Tier.SPLITS), (8, Tier.SPLITS), (9, Tier.SPLITS)])
def test_a_tier_above_what_the_answers_allow_is_found(answered: int, tier: Tier) -> None:
    whole = publication(answered)
    assert "allow" in problems(with_team(whole, replace(whole.teams[0], tier=tier)))[0]


def test_a_team_below_the_surveys_own_threshold_is_found() -> None:
    whole = publication(6)
    stricter = replace(whole.survey, policy=ReleasePolicy(7, CommentsChoice.FROM_THRESHOLD))
    assert problems(replace(whole, survey=stricter))
    lax = replace(whole.survey, policy=ReleasePolicy(4, CommentsChoice.FROM_THRESHOLD))
    assert problems(replace(whole, survey=lax)) == ("the threshold is below 5",)


@pytest.mark.parametrize(
    ("answered", "result"),
    [
        (6, DomainResult("stability", ShownScore(5))),
        (6, DomainResult("stability", ShownScore(6))),
        (6, DomainResult("stability", ShownScore(95, Cap.OR_MORE))),
        (6, DomainResult("stability", ShownScore(52, Cap.OR_LESS))),
        (6, DomainResult("stability", ShownScore(52), likely=Span(53, 60))),
        (6, DomainResult("stability", ShownScore(52), worst=Span(60, 40))),
        (6, DomainResult("stability", ShownScore(52), agreement=Agreement.ALIKE)),
        (8, DomainResult("stability", ShownScore(52))),
        (13, DomainResult("stability", ShownScore(52), agreement=Agreement.ALIKE)),
        (6, DomainResult("stability", None, likely=Span(40, 60))),
        (6, DomainResult("morale", ShownScore(52))),
        (6, ItemResult("st1", ItemWord.MIXED, 6)),
        (6, ItemResult("st1", ItemWord.MIXED, 6, EXACT_FOUR)),
        (6, ItemResult("st2", ItemWord.MIXED)),
        (8, ItemResult("st1", ItemWord.MIXED, 7, EXACT_FOUR)),
        (8, ItemResult("st1", ItemWord.MIXED, 9, EXACT_FOUR)),
        (8, ItemResult("st1", None, 8, EXACT_FOUR)),
        (8, ItemResult("st1", ItemWord.MIXED, 8)),
        (8, ItemResult("st1", ItemWord.MIXED, None, EXACT_FOUR)),
        (8, ItemResult("st1", ItemWord.MIXED, 8, FavourableCount(2, 2))),
        (8, ItemResult("st1", ItemWord.MIXED, 8, FavourableCount(6, 6))),
        (8, ItemResult("st1", ItemWord.MIXED, 8, FavourableCount(0, 1))),
        (8, ItemResult("st1", ItemWord.MIXED, 8, FavourableCount(4, 3))),
        (8, ItemResult("st1", ItemWord.MIXED, 8, FavourableCount(6, 8))),
        (8, ItemResult("st1", ItemWord.STRENGTH, 8, EXACT_FOUR)),
        (8, ItemResult("st1", ItemWord.CONCERN, 8, FavourableCount(5, 5))),
        (12, ItemResult("st1", ItemWord.CONCERN, 12, split=Split(6, 2, 4))),
        (9, ItemResult("st1", ItemWord.MIXED, 9, split=Split(3, 3, 3))),
        (12, ItemResult("st1", ItemWord.MIXED, 9, split=Split(3, 3, 3))),
        (12, ItemResult("st1", ItemWord.MIXED, 12, split=Split(1, 5, 6))),
        (12, ItemResult("st1", ItemWord.MIXED, 12, split=Split(2, 5, 6))),
        (12, ItemResult("st1", ItemWord.MIXED, 12, FavourableCount(6, 6), Split(2, 4, 6))),
        (6, BandedResult("tu1", 6)),
        (6, BandedResult("tu1", 1, answered=6)),
        (6, BandedResult("tu1", None, answered=6)),
        (9, BandedResult("tu1", 1, (BandCount(0, 2, 5), BandCount(3, 5, 4)), 9)),
        (12, BandedResult("tu1", 1, (BandCount(0, 5, 12),), 12)),
        (12, BandedResult("tu1", 1, (BandCount(0, 2, 11), BandCount(3, 5, 1)), 12)),
        (12, BandedResult("tu1", 1, (BandCount(0, 2, 7), BandCount(3, 4, 5)), 12)),
        (12, BandedResult("tu1", 1, (BandCount(0, 2, 7), BandCount(4, 5, 5)), 12)),
        (12, BandedResult("tu1", 1, (BandCount(0, 2, 7), BandCount(2, 5, 5)), 12)),
        (12, BandedResult("tu1", 1, (BandCount(0, 2, 7), BandCount(3, 5, 6)), 12)),
        (12, BandedResult("tu1", 4, (BandCount(0, 2, 7), BandCount(3, 5, 5)), 12)),
        (12, BandedResult("tu2", 1)),
        (6, CommentsResult("change", ("b", "a"))),
        (6, CommentsResult("change", ("a\u0007",))),
        (6, CommentsResult("change", ("",))),
        (6, CommentsResult("change", ("a" * 1_001,))),
        (6, CommentsResult("keep", ("a",))),
        (6, CommentsResult("other", ("a",))),
    ],
)
def test_a_figure_that_the_rules_would_not_release_is_found(
    answered: int, result: DomainResult | ItemResult | BandedResult | CommentsResult
) -> None:
    leaky = with_first(answered, result)
    assert problems(leaky)
    with pytest.raises(NotAPublication):
        read_document(write_document(leaky))


@pytest.mark.parametrize("choice", [CommentsChoice.NOT_ASKED, CommentsChoice.FROM_EIGHT])
def test_comments_that_were_not_promised_are_found(choice: CommentsChoice) -> None:
    whole = publication(7)
    strict = replace(whole, survey=replace(whole.survey, policy=ReleasePolicy(5, choice)))
    assert any("too few answered for comments" in each for each in problems(strict))


def test_comments_wait_for_one_more_answer_where_a_recipient_of_the_report_answers_in_it() -> None:
    whole = publication(7)
    team = replace(whole.teams[0], answered=8)
    facts = replace(whole.survey, policy=ReleasePolicy(5, CommentsChoice.FROM_EIGHT))
    assert team.comments
    assert not any("comments" in each for each in team_problems(team, facts))
    raised = replace(team, needed=6)
    assert "too few answered for comments" in tuple(team_problems(raised, facts))


def test_all_changes_of_a_team_are_since_one_round() -> None:
    newest = rounds_of_a_council()[-1]
    team = next(each for each in newest.teams if sum(one.change is not None for one in each.domains) > 1)
    assert not any("different rounds" in each for each in team_problems(team, newest.survey))
    first = next(each for each in team.domains if each.change is not None)
    assert first.change is not None
    other = replace(first, change=replace(first.change, wave=replace(first.change.wave, id=WaveId("e" * 32))))
    mixed = replace(team, domains=tuple(other if each is first else each for each in team.domains))
    assert any("different rounds" in each for each in team_problems(mixed, newest.survey))


def test_ids_that_are_there_twice_are_found() -> None:
    whole = publication(6)
    service = whole.services[0]
    twice = replace(whole, services=(replace(service, teams=service.teams * 2),))
    assert problems(twice) == ("a service or a team is there twice",)
    doubled = replace(whole, survey=replace(whole.survey, questionnaires=whole.survey.questionnaires * 2))
    assert set(problems(doubled)) == {"a domain is there twice", "a question is there twice"}


def test_a_questionnaire_that_cannot_be_looked_up_in_is_found() -> None:
    whole = publication(6)
    questionnaire = whole.survey.questionnaires[0]
    for broken in (
        replace(questionnaire, response_scales=()),
        replace(questionnaire, response_scales=questionnaire.response_scales[:1]),
        replace(questionnaire, domains=(replace(questionnaire.domains[0], items=()),)),
        replace(questionnaire, title="Team\u202ehealth"),
        replace(questionnaire, domains=(replace(questionnaire.domains[0], title=""), *questionnaire.domains[1:])),
    ):
        assert problems(replace(whole, survey=replace(whole.survey, questionnaires=(broken,))))
    assert "there is no questionnaire" in problems(replace(whole, survey=replace(whole.survey, questionnaires=())))


def test_atoms_that_are_not_what_is_shown_are_found() -> None:
    whole = publication(6)
    atom = whole.atoms[0]
    score = atom.scores[0]
    for atoms in (
        (),
        (atom, atom),
        (replace(atom, scores=atom.scores[1:]),),
        (replace(atom, scores=(replace(score, score=ShownScore(53)), *atom.scores[1:])),),
        (replace(atom, scores=(replace(score, weight=7), *atom.scores[1:])),),
        (replace(atom, scores=(replace(score, weight=4), *atom.scores[1:])),),
        (replace(atom, service="9" * 32),),
    ):
        assert problems(replace(whole, atoms=atoms))


def test_a_total_or_a_spread_of_one_team_is_found() -> None:
    whole = publication(6)
    total = DomainTotal("stability", ShownScore(52), 1)
    assert problems(replace(whole, council=(total,)))
    assert problems(replace(whole, services=(replace(whole.services[0], totals=(total,)),)))
    assert problems(replace(whole, spreads=(DomainSpread("stability", 18, 30, 80),)))


def council() -> Publication:
    """Return a publication of a service with three shown teams, and one with hidden teams together."""
    asked = many_teams((12, 12, 9, 4, 9, 4, 9, 4), services=2)
    people = (11, 10, 6, 3, 5, 3, 6, 3)
    responses = [
        each
        for number, count in enumerate(people)
        for each in random_people(asked, count, number, asked.team(team_id(number)).id)
    ]
    scores = score(responses, asked)
    return release(measure(scores, asked), asked, (), date(2026, 12, 7), scores=scores)


def test_a_council_is_sound_and_survives_its_file() -> None:
    whole = council()
    assert [atom.kind for atom in whole.atoms].count(AtomKind.OTHERS) == 1
    assert whole.pools
    assert problems(whole) == ()
    assert read_document(write_document(whole)) == whole


def test_another_total_or_comparison_than_the_shown_figures_make_is_found() -> None:
    whole = council()
    service = whole.services[0]
    total, item = service.totals[0], service.items[0]
    moved = replace(total, score=ShownScore(total.score.points + 1))
    shifted = replace(item, favourable=item.favourable + 1)
    for services in (
        (replace(service, totals=(moved, *service.totals[1:])), *whole.services[1:]),
        (replace(service, totals=service.totals[1:]), *whole.services[1:]),
        (replace(service, items=(shifted, *service.items[1:])), *whole.services[1:]),
        (replace(service, items=()), *whole.services[1:]),
    ):
        assert problems(replace(whole, services=services))
    assert problems(replace(whole, council=()))
    assert problems(replace(whole, council_items=whole.council_items[1:]))
    assert problems(replace(whole, left_out=not whole.left_out))
    assert problems(replace(whole, spreads=()))
    team = service.teams[0]
    rest = team.domains[0].rest
    assert rest is not None
    for other in (None, replace(rest, other=ShownScore(20)), replace(rest, verdict=Verdict.ABOVE, would_show=12)):
        changed = replace(team, domains=(replace(team.domains[0], rest=other), *team.domains[1:]))
        assert problems(
            replace(whole, services=(replace(service, teams=(changed, *service.teams[1:])), *whole.services[1:]))
        )


def test_a_row_or_a_pool_that_the_rules_would_not_make_is_found() -> None:
    whole = council()
    row = next(atom for atom in whole.atoms if atom.kind is AtomKind.OTHERS)
    teams = tuple(atom for atom in whole.atoms if atom.kind is AtomKind.TEAM)
    for rows in (
        (row, row),
        (replace(row, service=whole.services[0].id),),
        (replace(row, service="9" * 32),),
        (replace(row, team=whole.teams[0].id),),
        (replace(row, scores=row.scores[1:]),),
        (replace(row, scores=tuple(replace(each, weight=4) for each in row.scores)),),
        (replace(row, scores=tuple(replace(each, weight=30) for each in row.scores)),),
    ):
        assert problems(replace(whole, atoms=(*teams, *rows)))
    pool = whole.pools[0]
    for pools in (
        (pool, pool),
        (replace(pool, service="9" * 32),),
        (replace(pool, shares=()),),
        (replace(pool, shares=pool.shares[::-1]),),
        (replace(pool, shares=(replace(pool.shares[0], weight=9), *pool.shares[1:])),),
        (replace(pool, shares=(replace(pool.shares[0], weight=90), *pool.shares[1:])),),
        (replace(pool, shares=(replace(pool.shares[0], item="zz"), *pool.shares[1:])),),
    ):
        assert problems(replace(whole, pools=pools))


def test_a_lineage_of_other_teams_is_found() -> None:
    whole = publication(6)
    descent = Descent(TeamId("9" * 32), (TeamId("8" * 32),))
    assert problems(replace(whole, lineage=Lineage((descent,))))
    named = Descent(TeamId(whole.teams[0].id), (TeamId("North"),))
    assert problems(replace(whole, lineage=Lineage((named,))))
