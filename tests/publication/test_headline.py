"""The headline says what scores lean to, ranks no theme and claims no more than the figures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.publication.headline import headline
from teamhealth.publication.types import Cap, Change, Comparison, Publication, ShownScore, TeamResult, Verdict
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave
from tests.invented import publication
from tests.modules import asked_of

DOMAINS = ("stability", "morale", "bureaucracy", "safety")


def _with_scores(answered: int, scores: dict[str, ShownScore | None]) -> tuple[Publication, TeamResult]:
    made = publication(answered)
    team = made.teams[0]
    domains = tuple(replace(each, score=scores[each.domain]) for each in team.domains)
    return made, replace(team, domains=domains)


def _scores(*points: int) -> dict[str, ShownScore | None]:
    return {domain: ShownScore(each) for domain, each in zip(DOMAINS, points, strict=True)}


def test_leans_are_grouped_in_sentences() -> None:
    made, team = _with_scores(8, _scores(46, 61, 42, 65))
    said = headline(made.survey, team)
    assert said.lead == "Morale and psychological safety lean positive."
    assert said.rest.startswith("Workforce stability and bureaucracy burden are near the middle of the scale. ")


def test_all_alike_is_one_sentence() -> None:
    made, team = _with_scores(12, _scores(50, 50, 50, 50))
    assert headline(made.survey, team).lead == (
        "Workforce stability, morale, bureaucracy burden and psychological safety are near the middle of the scale."
    )


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (39, "leans negative"),
        (40, "is near the middle of the scale"),
        (60, "is near the middle of the scale"),
        (61, "leans positive"),
    ],
)
def test_the_bounds_are_those_of_the_method(points: int, words: str) -> None:
    others = (90, 90, 90) if points < 40 else (10, 10, 10)
    made, team = _with_scores(12, _scores(points, *others))
    assert f"Workforce stability {words}." in headline(made.survey, team).text


def test_scores_are_named_on_paper() -> None:
    made, team = _with_scores(6, _scores(52, 58, 34, 73))
    said = headline(made.survey, team, with_scores=True)
    assert (
        said.lead == "Psychological safety leans positive (73 of 100). Bureaucracy burden leans negative (34, heavy)."
    )
    assert said.rest.startswith("Workforce stability (52) and morale (58) are near the middle of the scale. ")


def test_capped_scores_are_said_as_shown() -> None:
    scores = _scores(50, 50, 50, 50)
    scores["safety"] = ShownScore(94, Cap.OR_MORE)
    made, team = _with_scores(6, scores)
    assert "(94 or more of 100)" in headline(made.survey, team, with_scores=True).lead


@pytest.mark.parametrize(
    ("domain", "verdict", "words"),
    [
        ("bureaucracy", Verdict.BELOW, "Bureaucracy burden is heavier than in other teams, by more than chance."),
        ("bureaucracy", Verdict.ABOVE, "Bureaucracy burden is lighter than in other teams, by more than chance."),
        ("safety", Verdict.ABOVE, "Psychological safety is higher than in other teams, by more than chance."),
    ],
)
def test_a_gap_beyond_chance_comes_first(domain: str, verdict: Verdict, words: str) -> None:
    made, team = _with_scores(12, _scores(50, 50, 50, 50))
    gap = Comparison(ShownScore(43), verdict)
    domains = tuple(replace(each, rest=gap if each.domain == domain else None) for each in team.domains)
    assert headline(made.survey, replace(team, domains=domains)).lead == words


def test_a_change_beyond_chance_is_named_with_its_round() -> None:
    made, team = _with_scores(12, _scores(50, 50, 50, 50))
    change = Change(Wave(WaveId("9" * 32), "Spring 2026"), Comparison(ShownScore(70), Verdict.BELOW))
    domains = tuple(replace(each, change=change if each.domain == "morale" else None) for each in team.domains)
    assert headline(made.survey, replace(team, domains=domains)).lead == (
        "Morale is lower than in Spring 2026, by more than chance."
    )


def test_a_gap_within_chance_is_no_claim() -> None:
    made, team = _with_scores(12, _scores(50, 50, 50, 50))
    gap = Comparison(ShownScore(43), Verdict.WITHIN_CHANCE, 20)
    domains = tuple(replace(each, rest=gap) for each in team.domains)
    text = headline(made.survey, replace(team, domains=domains)).text
    assert text.count("more than chance") == 1
    assert "No theme was found to differ from other teams by more than chance." in text


def test_a_theme_without_a_score_is_left_out() -> None:
    scores = _scores(50, 50, 50, 50)
    scores["safety"] = None
    made, team = _with_scores(6, scores)
    assert "safety" not in headline(made.survey, team).text


def test_no_score_at_all_is_said() -> None:
    made, team = _with_scores(6, dict.fromkeys(DOMAINS))
    assert headline(made.survey, team).text == "Too few people answered enough questions for a score."


def test_hidden_team_has_no_headline() -> None:
    made = publication(4)
    with pytest.raises(ValueError, match="1111"):
        headline(made.survey, made.teams[0])


@given(st.integers(5, 14), st.tuples(*[st.integers(6, 94)] * 4))
def test_headlines_never_rank_or_claim(answered: int, points: tuple[int, int, int, int]) -> None:
    made, team = _with_scores(answered, _scores(*points))
    for with_scores in (False, True):
        text = headline(made.survey, team, with_scores=with_scores).text
        for claim in ("weakest", "strongest", "best", "worst", "lowest", "highest", "more than chance", "!", "  "):
            assert claim not in text
        for title in ("tability", "orale", "ureaucracy", "afety"):
            assert title in text


def test_all_themes_that_stand_apart_are_one_sentence() -> None:
    made = publication(12)
    team = made.teams[0]
    below = Comparison(ShownScore(60), Verdict.BELOW, None)
    team = replace(team, domains=tuple(replace(each, rest=below) for each in team.domains))
    assert headline(made.survey, team).lead == (
        "Workforce stability, morale and psychological safety are lower than in other teams, "
        "and bureaucracy burden is heavier, by more than chance."
    )


def test_questions_that_are_never_scored_are_not_called_too_few_answers() -> None:
    whole = asked_of(("ten-characteristics",))
    words = "Each question stands by itself: these questions have no score together."
    assert headline(whole.survey, whole.teams[0]).text == words


def test_what_is_lower_or_heavier_is_said_before_what_is_higher_in_every_sentence() -> None:
    made, team = _with_scores(12, _scores(50, 50, 50, 50))
    wave = Wave(WaveId("9" * 32), "Spring 2026")
    above, below = Comparison(ShownScore(20), Verdict.ABOVE), Comparison(ShownScore(80), Verdict.BELOW)
    one, two, three, four = team.domains
    domains = (
        replace(one, rest=above, change=Change(wave, above)),
        replace(two, rest=below),
        replace(three, change=Change(wave, below)),
        four,
    )
    assert headline(made.survey, replace(team, domains=domains)).lead == (
        "Morale is lower than in other teams, and workforce stability is higher, by more than chance."
        " Bureaucracy burden is heavier than in Spring 2026, and workforce stability is higher, by more than chance."
    )
