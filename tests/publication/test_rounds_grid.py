"""Over one to twelve rounds, with gaps and with questions changed, no sentence claims more than was published."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from teamhealth.figures.compared_sentences import change_words, changed_themes
from teamhealth.publication.headline import headline
from teamhealth.publication.lines import MOST_ROUNDS, Line, rounds_of, rounds_up_to
from teamhealth.publication.types import Cap, Change, DomainResult, Publication, TeamResult, Verdict
from teamhealth.report.subject import subject_of
from teamhealth.survey.organisation import Wave
from tests.rounds import HARBOUR, HIDDEN, asked_otherwise, council, team_id, with_teams

BROOKSIDE = team_id(1)
EVERY = ("stability", "morale", "bureaucracy", "safety")
ROUND = r"(?:Spring|Autumn) 20\d\d"
Rounds = Sequence[Publication]


def with_changes(whole: Publication, made: Callable[[TeamResult, DomainResult], Change | None]) -> Publication:
    """Return a round of which the published changes are others."""
    teams = tuple(
        replace(team, domains=tuple(replace(each, change=made(team, each)) for each in team.domains))
        for team in whole.teams
    )
    return with_teams(whole, teams)


def without_brookside(rounds: Rounds, gaps: Sequence[int]) -> Rounds:
    """Return the rounds as they are published where Brookside took no part in some of them."""
    told: list[Publication] = []
    last: Wave | None = None
    for number, each in enumerate(rounds):
        if number in gaps:
            told.append(with_teams(each, tuple(team for team in each.teams if team.id != BROOKSIDE)))
            continue

        def beside_last(team: TeamResult, result: DomainResult, last: Wave | None = last) -> Change | None:
            if team.id != BROOKSIDE or result.change is None:
                return result.change
            return replace(result.change, wave=last) if last is not None else None

        told.append(with_changes(each, beside_last))
        last = each.survey.wave
    return told


def reworded(rounds: Rounds, at: int, themes: Sequence[str]) -> Rounds:
    """Return the rounds as they are published where questions of some themes changed in one of them."""
    told = list(rounds)
    for number in range(at, len(rounds)):
        for theme in themes:
            told[number] = asked_otherwise(told[number], theme)

    def first_of_its_questions(team: TeamResult, result: DomainResult) -> Change | None:
        known = result.change is not None and any(
            each.survey.wave.id == result.change.wave.id for each in rounds[at:]
        )  # fmt: skip
        return result.change if known or result.domain not in themes else None

    for number in range(at, len(rounds)):
        told[number] = with_changes(told[number], first_of_its_questions)
    return told


@cache
def histories(count: int) -> dict[str, Rounds]:
    """Return rounds of a council that were held alike, with gaps at every place, and with questions changed."""
    plain = council(14, count)
    last, middle = count - 1, count // 2
    return {
        "alike": plain,
        "gap last": without_brookside(plain, [last]),
        "gap before": without_brookside(plain, [last - 1]),
        "long gap": without_brookside(plain, range(1, last)),
        "only last": without_brookside(plain, range(last)),
        "morale changed last": reworded(plain, last, ("morale",)),
        "morale changed": reworded(plain, middle, ("morale",)),
        "all changed last": reworded(plain, last, EVERY),
        "all changed and gap": reworded(without_brookside(plain, [middle]), middle, EVERY),
    }


@pytest.mark.parametrize("count", range(1, MOST_ROUNDS + 1))
def test_a_line_says_of_its_newest_round_what_was_tested_and_nothing_else(count: int) -> None:
    for name, told in histories(count).items():
        [found] = rounds_of(told)
        newest = told[-1]
        for team in found.teams:
            result = next((each for each in newest.teams if each.id == team.id), None)
            for line in team.lines:
                words = change_words(line)
                assert words == expected(newest, result, line), (name, team.name)


def expected(newest: Publication, team: TeamResult | None, line: Line) -> str:
    """Return what may be said, from the newest publication alone, but where the questions changed."""
    round_name = newest.survey.wave.name
    if team is None:
        return f"Not in {round_name}"
    if not team.shown:
        return f"Not shown in {round_name}"
    [result] = [each for each in team.domains if each.domain == line.domain.id]
    if result.change is None:
        anew = line.points[-1].asked_anew
        return "No change to show: the questions changed" if anew else "No change to show yet"
    assert result.score is not None
    found, head = result.change.comparison, f"Since {result.change.wave.name}: "
    if found.verdict is Verdict.WITHIN_CHANCE:
        would = found.would_show or 0
        return head + ("too few answers to tell" if would > 30 else f"within chance ({would} would show)")
    capped = {result.score.cap, found.other.cap} != {Cap.EXACT}
    gap = f"{'at least ' if capped else ''}{abs(result.score.points - found.other.points)}"
    words = ("lighter", "heavier") if line.domain.direction_note else ("higher", "lower")
    word = words[found.verdict is Verdict.BELOW]
    return f"{gap[:1].upper()}{gap[1:]} {word} than in {result.change.wave.name}, more than chance"


@pytest.mark.parametrize("count", range(1, MOST_ROUNDS + 1))
def test_a_headline_names_no_round_but_one_that_was_tested(count: int) -> None:
    for name, told in histories(count).items():
        newest = told[-1]
        lines = rounds_up_to(newest, told[:-1])
        for team in (each for each in newest.teams if each.shown):
            subject = subject_of(newest, team.id, rounds=lines)
            words = headline(subject.facts, subject.team, with_scores=True, asked_anew=subject.asked_anew).text
            changes = [each.change for each in team.domains if each.change is not None]
            assert set(re.findall(ROUND, words)) <= {each.wave.name for each in changes}, (name, words)
            moved = [each for each in changes if each.comparison.verdict in (Verdict.ABOVE, Verdict.BELOW)]
            assert bool(re.search(rf"than in {ROUND}", words)) == bool(moved), (name, words)
            assert ("no change to show" in words) == (not changes), (name, words)
            if "questions changed" in words:
                assert subject.asked_anew, name


def test_the_questions_are_the_reason_where_all_of_them_changed() -> None:
    for count in range(2, MOST_ROUNDS + 1):
        told = histories(count)["all changed last"]
        shown = [each for each in told[-1].teams if each.shown]
        lines = rounds_up_to(told[-1], told[:-1])
        for team in shown:
            subject = subject_of(told[-1], team.id, rounds=lines)
            words = headline(subject.facts, team, asked_anew=subject.asked_anew).text
            first = count == 2 and team.id == team_id(HARBOUR)
            assert ("as the questions changed" in words) is not first, words


def test_which_questions_changed_is_one_sentence_and_names_its_round() -> None:
    for count in range(2, MOST_ROUNDS + 1):
        told = histories(count)["morale changed"]
        [found] = rounds_of(told)
        for team in found.teams:
            hidden = team.id in {team_id(each) for each in HIDDEN}
            said = changed_themes(team.lines)
            if hidden or (count < 4 and team.id == team_id(HARBOUR)):
                continue
            name = told[count // 2].survey.wave.name
            assert said == (f"Morale: the questions changed in {name}. Earlier scores are not compared.",)
