"""Whether pools of answers, with the scores that are printed beside them, leave counts and scores in the dark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teamhealth.disclosure.audit import Part, left_of, width
from teamhealth.disclosure.item_cells import (
    LEAST_FAVOURABLE_STEPS,
    MOST_UNFAVOURABLE_STEPS,
    ItemCell,
    TeamCells,
    favourable_part,
    steps_part,
)
from teamhealth.publication.item_words import MOST_STEPS

FEWEST_TEAMS = 2
_MORE = MOST_STEPS - MOST_UNFAVOURABLE_STEPS


def hidden_teams_keep_half(teams: Sequence[Mapping[str, ItemCell]], sum_printed: bool) -> bool:
    """Return whether each hidden team keeps half of its ranges, however much more is known than is printed.

    Taken as known: the favourable answers of these teams together to each item, how many answered what, and (if
    printed) the sum of all their steps in the domain. Teams that show words or scores are no cover. Then a team's
    favourable answers f to an item lie between F - (N - n) and F, and its steps between 3f and 2n + 2f, the others'
    likewise; the ends of its own sum are reached with f at its ends in every item.

    Where there are hidden teams, two or more must have answered: were none enough, a pool that stands would tell
    that nobody answered.

    Parameters
    ----------
    teams : sequence of Mapping of str to ItemCell
        Hidden teams whose domain score is printed together, or nowhere; each with its cells by item.
    sum_printed : bool
        Whether it is printed.
    """
    if teams and sum(any(cell.answers for cell in team.values()) for team in teams) < FEWEST_TEAMS:
        return False
    items = {item for team in teams for item in team}
    totals = {item: _sum([team[item] for team in teams if item in team]) for item in items}
    steps = sum(total.steps for total in totals.values())
    return all(_keeps_half(team, totals, steps if sum_printed else None) for team in teams)


def counts_keep_half(cells: Sequence[tuple[TeamCells, ItemCell]]) -> bool:
    """Return whether each team's count keeps half of its range once the favourable answers of all are known.

    The range is what the team's answers and word allow. What is left of it is counted with every team's score known
    exactly and all its other counts as they are, so it is never more than what is left indeed.

    Parameters
    ----------
    cells : sequence of (TeamCells, ItemCell)
        All cells of a pool for one item, with the teams that they are of.
    """
    favourable = sum(cell.favourable for _, cell in cells)
    left = left_of(favourable, [_beside_the_score(team, cell) for team, cell in cells])
    return all(2 * width(mine) >= width(favourable_part(cell)) for mine, (_, cell) in zip(left, cells, strict=True))


def _beside_the_score(team: TeamCells, cell: ItemCell) -> Part:
    """Return what a cell's favourable count could be with the sum of the team's steps as it is."""
    others = [steps_part(each, each.favourable) for each in team.cells if each is not cell]
    low, high = sum(each.low for each in others), sum(each.high for each in others)
    steps = sum(each.steps for each in team.cells)
    part = favourable_part(cell)
    possible = []
    for favourable in range(int(part.low), int(part.high) + 1):
        mine = steps_part(cell, favourable)
        if low + mine.low <= steps <= high + mine.high:
            possible.append(favourable)
    return Part(possible[0], possible[-1])


@dataclass(frozen=True, slots=True)
class _Sum:
    """All these teams' answers to an item."""

    answers: int
    favourable: int
    steps: int


def _sum(cells: Sequence[ItemCell]) -> _Sum:
    return _Sum(
        answers=sum(cell.answers for cell in cells),
        favourable=sum(cell.favourable for cell in cells),
        steps=sum(cell.steps for cell in cells),
    )


def _keeps_half(team: Mapping[str, ItemCell], totals: Mapping[str, _Sum], steps: int | None) -> bool:
    low = high = answers = rest_least = rest_most = 0
    for item, cell in team.items():
        total = totals[item]
        others = total.answers - cell.answers
        most = min(cell.answers, total.favourable)
        least = max(0, total.favourable - others)
        if 2 * (most - least) < cell.answers:
            return False
        answers += cell.answers
        low += LEAST_FAVOURABLE_STEPS * least
        high += MOST_UNFAVOURABLE_STEPS * cell.answers + _MORE * most
        rest_least += LEAST_FAVOURABLE_STEPS * (total.favourable - most)
        rest_most += MOST_UNFAVOURABLE_STEPS * others + _MORE * (total.favourable - least)
    if steps is not None:
        low, high = max(low, steps - rest_most), min(high, steps - rest_least)
    return 2 * (high - low) >= MOST_STEPS * answers
