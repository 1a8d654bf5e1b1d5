"""Sentences about what moved that the headlines of trends have in common."""

from collections.abc import Sequence

from teamhealth.publication.lines import Rounds, TeamLines
from teamhealth.publication.moved import Moved
from teamhealth.publication.points import PointKind
from teamhealth.publication.words import TOO_FEW_TO_TELL_ABOVE
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

MOST_NAMED = 4


def since_words(tested: Sequence[Moved]) -> str:
    """Return 'since Spring 2022', or of several rounds that each score stands beside the last of its team."""
    waves = dict.fromkeys(each.change.wave.name for each in tested)
    return tr("since {round}", round=next(iter(waves))) if len(waves) == 1 else tr("since each was last shown")


def names_words(teams: Sequence[str]) -> str:
    """Return the names of teams, of many the first and how many others there are."""
    most = 2 * MOST_NAMED
    if len(teams) <= most:
        return and_list(teams)
    rest = len(teams) - most
    return and_list([*teams[:most], trn("{count} other", "{count} others", rest)])


def nothing_told_words(rounds: Rounds, team: TeamLines | None) -> str:
    """Return why no change is told, of a team or of all."""
    newest = rounds.rounds[-1].name
    if team is not None:
        kinds = {line.points[-1].kind for line in team.lines if line.points}
        if kinds == {PointKind.ABSENT}:
            return tr("{team} is not in {round}.", team=team.name, round=newest)
        if PointKind.SHOWN not in kinds:
            return tr("{team} is not shown in {round}.", team=team.name, round=newest)
    return tr("There is no change to tell yet.")


def untested_words() -> str:
    """Return that changes are shown and none was tested."""
    return tr("No change was tested: too few teams are shown.")


def rest_words() -> str:
    """Return that what is not named was tested, too."""
    return tr("Of the rest, no change was found.")


def could_show_words(tested: Sequence[Moved], *, one_team: bool = False) -> str:
    """Return how large a change would have shown: of ``one_team`` it goes by the theme, not by how many answered."""
    smallest = [each.change.comparison.would_show for each in tested]
    known = sorted(each for each in smallest if each is not None)
    if not known or known[0] > TOO_FEW_TO_TELL_ABOVE:
        return tr("Too few answered to tell a change.")
    low, high = known[0], known[-1]
    if low == high:
        return tr("A change of {low} points would have shown.", low=low)
    if one_team and high > TOO_FEW_TO_TELL_ABOVE:
        return tr("A change of {low} points or more would have shown; in some themes, none would.", low=low)
    if one_team:
        return tr("A change of {low} to {high} points would have shown, depending on the theme.", low=low, high=high)
    if high > TOO_FEW_TO_TELL_ABOVE:
        return tr("A change of {low} points or more would have shown; in the smallest teams, none would.", low=low)
    return tr(
        "A change of {low} to {high} points would have shown, depending on how many answered.", low=low, high=high
    )
