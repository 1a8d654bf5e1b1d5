"""Answers to items in cells without a count, pooled where that gives nobody away.

A total of exact counts less the teams that show theirs would give the counts of teams that show words only. So such
answers enter together or not at all, theme by theme.
"""

from collections.abc import Mapping, Sequence

from teamhealth.disclosure.item_audit import counts_keep_half, hidden_teams_keep_half
from teamhealth.disclosure.item_cells import ItemCell, TeamCells
from teamhealth.publication.numbers import percent
from teamhealth.publication.totals import ItemShare
from teamhealth.survey.policy import SPLITS_FROM

FEWEST_TEAMS = 2


def pooled_shares(
    groups: Sequence[tuple[bool, Sequence[TeamCells]]], items: Sequence[str], threshold: int
) -> tuple[ItemShare, ...] | None:
    """Return the favourable shares of one domain's pooled cells, or None if they cannot be shown even together.

    The pool stands only if for each item with such cells two or more teams answered, their answers are ten or more
    (and the threshold or more), and once the favourable count of all is known each team's own keeps half of the
    range that its answers and its word allow; and if hidden teams keep half of the range of their score, given
    all the domain's counts and its score together.

    Parameters
    ----------
    groups : sequence of (bool, sequence of TeamCells)
        The teams by where the domain's score of their hidden cells is printed together; whether it is at all.
    items : sequence of str
        The domain's, in the order asked.
    threshold : int
        The survey's.

    Returns
    -------
    tuple of ItemShare, or None
        Empty if there is no such cell.
    """
    shares = []
    for item in items:
        found = [(team, cell) for _, teams in groups for team in teams for cell in team.cells if cell.item == item]
        if found:
            share = _share(item, found, max(SPLITS_FROM, threshold))
            if share is None:
                return None
            shares.append(share)
    for printed, teams in groups:
        hidden = [team for team in teams if team.team_hidden]
        if not hidden_teams_keep_half([_by_item(team) for team in hidden], printed):
            return None
    return tuple(shares)


def _share(item: str, found: Sequence[tuple[TeamCells, ItemCell]], least: int) -> ItemShare | None:
    answered = [(team, cell) for team, cell in found if cell.answers]
    answers = sum(cell.answers for _, cell in answered)
    if len(answered) < FEWEST_TEAMS or answers < least + sum(team.recipients for team, _ in answered):
        return None
    if not counts_keep_half(answered):
        return None
    favourable = sum(cell.favourable for _, cell in answered)
    return ItemShare(item, percent(favourable, answers), max(least, sum(cell.unseen for _, cell in found)))


def _by_item(team: TeamCells) -> Mapping[str, ItemCell]:
    return {cell.item: cell for cell in team.cells}
