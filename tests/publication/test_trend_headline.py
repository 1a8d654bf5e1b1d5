"""The headline of trends tells what the published tests found, and never more, over a grid of rounds and findings."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.moved import newest_change
from teamhealth.publication.theme_moved import theme_moved_words
from teamhealth.publication.trend_headline import trends_headline
from teamhealth.publication.types import Change, Comparison, DomainResult, Publication, ShownScore, TeamResult, Verdict
from tests.publication.test_rounds_grid import histories, with_changes
from tests.rounds import HIDDEN, all_hidden, asked_otherwise, council, team_id

CLAIMS = {
    (False, Verdict.ABOVE): "higher",
    (False, Verdict.BELOW): "lower",
    (True, Verdict.ABOVE): "lighter",
    (True, Verdict.BELOW): "heavier",
}
WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MOVED = (Verdict.ABOVE, Verdict.BELOW)
Choose = Callable[[TeamResult, DomainResult], Verdict]


def found_by(choose: Choose) -> Rounds:
    """Return rounds of which the newest changes are as chosen."""

    def made(team: TeamResult, result: DomainResult) -> Change | None:
        if result.change is None:
            return None
        gap = 20 if choose(team, result) is Verdict.WITHIN_CHANCE else None
        return replace(result.change, comparison=Comparison(ShownScore(50), choose(team, result), gap))

    *before, last = council()
    (rounds,) = rounds_of((*before, with_changes(last, made)))
    return rounds


def of_ids(teams: int, domains: int, verdict: Verdict) -> Choose:
    """Return a choice of a verdict for the first teams and themes; all others are within chance."""
    ids = {team.id: number for number, team in enumerate(t for t in council()[-1].teams if t.shown)}
    asked = ("stability", "morale", "bureaucracy", "safety")

    def choose(team: TeamResult, result: DomainResult) -> Verdict:
        chosen = ids.get(team.id, 99) < teams and asked.index(result.domain) < domains
        return verdict if chosen else Verdict.WITHIN_CHANCE

    return choose


def counts(rounds: Rounds, team: str | None = None) -> tuple[int, int]:
    """Return how many changes there are of more than chance, and how many were tested."""
    lines = [line for each in rounds.teams if team in (None, each.id) for line in each.lines]
    verdicts = [change.comparison.verdict for line in lines if (change := newest_change(line)) is not None]
    return sum(each in MOVED for each in verdicts), sum(each is not Verdict.NOT_TESTED for each in verdicts)


def every_tested(rounds: Rounds, team: str | None) -> bool:
    """Return whether each score that the newest round shows was tested for a change."""
    lines = [line for each in rounds.teams if team in (None, each.id) for line in each.lines]
    return sum(line.points[-1].score is not None for line in lines) == counts(rounds, team)[1]


def word(number: int) -> str:
    return WORDS[number] if number < len(WORDS) else str(number)


def assert_true(rounds: Rounds, team: str | None) -> None:
    """Whether a headline's numbers, names and directions are those of the published tests."""
    lines = rounds.lines(team) if team is not None else None
    said = trends_headline(rounds, lines)
    moved, tested = counts(rounds, team)
    text = said.text
    assert not text[0].islower()
    assert text.endswith(".")
    assert "  " not in text
    assert not re.search(r"\b(the same|no difference|unchanged|did not change|significant)\b", text)
    if not tested:
        assert "more than chance" not in text
        return
    if not moved:
        found = (
            f"None of the {word(tested)} scores that were tested was" if tested > 1 else "The one score that was tested"
        )
        if tested == 2:
            found = "Neither of the two scores that were tested was"
        wanted = "No score was found to change" if every_tested(rounds, team) else found
        assert said.lead.startswith(wanted)
        assert " found to change by more than chance since " in said.lead
        assert not re.search(r"\b(higher|lower|lighter|heavier)\b", text)
        return
    assert not re.match(r"All (one|two|1|2)\b", said.lead)
    claimed = re.match(r"(?:All )?(\w+)", said.lead.replace("Both", "Two"))
    assert claimed is not None
    assert said.lead.startswith("The one") or claimed[1].lower() == word(moved)
    scores = f"{word(tested)} scores" if every_tested(rounds, team) else f"the {word(tested)} scores that were tested"
    assert moved == tested or f" of {scores} changed by more than chance since " in said.lead
    assert (moved == tested) is ("no change was found" not in text)
    told = re.findall(r"is (higher|lower|lighter|heavier) \((\d+)[^)]*?, was (\d+)", text)
    if told:
        assert len(told) == moved
    shown = [rounds.lines(team)] if team is not None else rounds.teams
    expected = [
        (CLAIMS[bool(line.domain.direction_note), change.comparison.verdict], str(line.points[-1].score.points),
         str(change.comparison.other.points))
        for each in shown for line in each.lines
        if (change := newest_change(line)) is not None and change.comparison.verdict in MOVED
        and line.points[-1].score is not None
    ]  # fmt: skip
    assert not told or told == expected


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_headline_holds_what_was_found_and_no_more(verdict: Verdict) -> None:
    for teams, domains in product((0, 1, 2, 4, 5, 9, 12), (1, 2, 3, 4)):
        rounds = found_by(of_ids(teams, domains, verdict))
        assert_true(rounds, None)
        for team in (team_id(0), team_id(1), team_id(5), team_id(HIDDEN[0])):
            assert_true(rounds, team)


@cache
def every(count: int) -> dict[str, Rounds]:
    return {name: rounds_of(tuple(made))[0] for name, made in histories(count).items()}


@pytest.mark.parametrize("count", [1, 2, 3, 6, 12])
def test_gaps_and_changed_questions_claim_nothing_that_was_not_published(count: int) -> None:
    for rounds in every(count).values():
        assert_true(rounds, None)
        for team in rounds.teams:
            assert_true(rounds, team.id)


def test_one_team_and_its_change_are_said_in_words() -> None:
    rounds = found_by(of_ids(1, 1, Verdict.BELOW))
    assert trends_headline(rounds).lead.startswith("One of 48 scores changed by more than chance since ")
    assert trends_headline(rounds).rest == (
        "Ashdown: workforce stability is lower (55, was 50). Of the rest, no change was found."
    )
    team = trends_headline(rounds, rounds.lines(team_id(0)))
    assert team.text == (
        "One of four scores changed by more than chance since Spring 2022. Workforce stability is lower (55, was 50)."
        " Of the rest, no change was found."
    )


def test_many_teams_are_named_by_the_way_they_went() -> None:
    said = trends_headline(found_by(of_ids(9, 1, Verdict.BELOW))).rest
    assert said.startswith("Lower than before in a theme or more: Ashdown, Brookside, ")
    assert "1 other" in said
    assert trends_headline(found_by(of_ids(9, 1, Verdict.ABOVE))).rest.startswith("Higher than before: Ashdown,")


def test_of_none_that_was_found_it_says_what_would_have_shown() -> None:
    said = trends_headline(found_by(of_ids(0, 0, Verdict.ABOVE)))
    assert said.rest == "A change of 20 points would have shown."


def test_what_would_have_shown_of_one_team_goes_by_the_theme_not_by_how_many_answered() -> None:
    (rounds,) = rounds_of(council())
    for team in rounds.teams:
        said = trends_headline(rounds, team).rest
        assert "how many answered" not in said
        assert "smallest teams" not in said
    assert any("depending on the theme." in trends_headline(rounds, team).rest for team in rounds.teams)


def test_a_team_that_is_not_in_the_newest_round_or_not_shown_says_so() -> None:
    rounds = every(3)["gap last"]
    brookside = rounds.lines(team_id(1))
    assert trends_headline(rounds, brookside).text == "Brookside is not in Autumn 2022."
    hidden = rounds.lines(team_id(HIDDEN[0]))
    assert trends_headline(rounds, hidden).text == "Dockside is not shown in Autumn 2022."


def test_one_round_and_hidden_ones_tell_no_change() -> None:
    hidden: tuple[Publication, ...] = tuple(all_hidden(each) for each in council())
    for made in (council()[:1], hidden):
        (rounds,) = rounds_of(made)
        assert trends_headline(rounds).text == "There is no change to tell yet."


def test_a_theme_names_the_teams_that_changed_and_a_burden_is_heavier() -> None:
    rounds = found_by(of_ids(2, 4, Verdict.BELOW))
    said = {
        domain.id: theme_moved_words([(team.name, line) for team in rounds.teams if (line := team.line(domain.id))])
        for domain in rounds.domains
    }
    assert said["morale"].startswith("Of 12 teams that were tested, two changed by more than chance since ")
    assert said["morale"].endswith(". Lower: Ashdown and Brookside.")
    assert said["bureaucracy"].endswith(". Heavier: Ashdown and Brookside.")
    calm = found_by(of_ids(0, 0, Verdict.BELOW))
    lines = [(team.name, line) for team in calm.teams if (line := team.line("morale"))]
    none = "None of the 12 teams that were tested was found to change by more than chance since "
    assert theme_moved_words(lines).startswith(none)


@pytest.mark.parametrize("verdict", [Verdict.ABOVE, Verdict.BELOW, Verdict.WITHIN_CHANCE])
def test_a_theme_says_of_how_many_teams_it_picks_those_that_changed(verdict: Verdict) -> None:
    every_line = [(team.name, line) for team in found_by(of_ids(12, 4, verdict)).teams if (line := team.line("morale"))]
    some = [(team.name, line) for team in found_by(of_ids(1, 4, verdict)).teams if (line := team.line("morale"))]
    shown = [number for number, (_, line) in enumerate(every_line) if newest_change(line) is not None]
    for tested, moved, one_moved in (
        (1, "The one team that was tested changed by", "The one team that was tested changed by"),
        (2, "Of two teams that were tested, both changed by", "Of two teams that were tested, one changed by"),
        (3, "Of three teams that were tested, all changed by", "Of three teams that were tested, one changed by"),
        (12, "Of 12 teams that were tested, all changed by", "Of 12 teams that were tested, one changed by"),
    ):
        places = shown[:tested]
        told = [theme_moved_words([lines[place] for place in places]) for lines in (every_line, some)]
        if verdict is Verdict.WITHIN_CHANCE:
            starts = {
                1: "The one team that was tested was not found to change",
                2: "Neither of the two teams that were tested was found to change",
            }
            none = f"None of the {word(tested)} teams that were tested was found to change"
            assert all(each.startswith(starts.get(tested, none)) for each in told)
            continue
        assert told[0].startswith(moved)
        assert told[1].startswith(one_moved)
        side = "Lower" if verdict is Verdict.BELOW else "Higher"
        assert f" {side}: " in told[0]


def test_of_a_theme_whose_questions_changed_nothing_is_said() -> None:
    *before, last = council()
    (rounds,) = rounds_of((*before, asked_otherwise(last, "morale")))
    lead = trends_headline(rounds, rounds.lines(team_id(0))).lead
    assert (
        lead == "None of the three scores that were tested was found to change by more than chance since Spring 2022."
    )
    assert " scores that were tested " in trends_headline(rounds).lead
