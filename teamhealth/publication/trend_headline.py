"""The headline of trends by the published tests alone: which scores of a team or of all changed by more than chance."""

from collections.abc import Sequence

from teamhealth.publication.compared import MORE_THAN_CHANCE
from teamhealth.publication.headline import Headline
from teamhealth.publication.lines import FEWEST_ROUNDS, Line, Rounds, TeamLines
from teamhealth.publication.moved import Moved, newest_change, tested_changes
from teamhealth.publication.moved_words import (
    MOST_NAMED,
    could_show_words,
    names_words,
    nothing_told_words,
    rest_words,
    since_words,
    untested_words,
)
from teamhealth.publication.points import PointKind
from teamhealth.publication.themes_said import difference_word
from teamhealth.publication.types import Verdict
from teamhealth.publication.words import score_text, theme_name
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list, capitalised, number_word

_BOTH = 2


def trends_headline(rounds: Rounds, team: TeamLines | None = None) -> Headline:
    """Return what changed by more than chance since the round before: of a team, or of all.

    Parameters
    ----------
    rounds : Rounds
        An organisation's rounds.
    team : TeamLines or None
        One of its teams, or None for all.
    """
    lines = [(each.name, line) for each in ((team,) if team is not None else rounds.teams) for line in each.lines]
    tested = tested_changes(lines)
    if not tested:
        told = any(newest_change(line) is not None for _, line in lines)
        return Headline(nothing_told_words(rounds, team), untested_words() if told else "")
    moved = [each for each in tested if each.verdict in MORE_THAN_CHANCE]
    every = sum(_shows_a_score(line) for _, line in lines) == len(tested)
    lead = _lead(len(moved), len(tested), since_words(tested), every=every)
    if not moved:
        return Headline(lead, could_show_words(tested, one_team=team is not None))
    rest = [rest_words()] if len(moved) < len(tested) else []
    return Headline(lead, " ".join([*_sentences(moved, named=team is None), *rest]))


def few_rounds_words(rounds: int) -> str:
    """Return 'Trends need three rounds. You have two.', or nothing from three rounds on."""
    if rounds >= FEWEST_ROUNDS:
        return ""
    return tr(
        "Trends need {needed} rounds. You have {words}.", needed=number_word(FEWEST_ROUNDS), words=number_word(rounds)
    )


def _shows_a_score(line: Line) -> bool:
    return bool(line.points) and line.points[-1].kind is PointKind.SHOWN


def _lead(moved: int, tested: int, since: str, *, every: bool) -> str:
    """Return how many scores changed; ``every`` is whether all that are shown were tested, else it is said of which.

    A theme of which the questions changed stands beside the others, and nobody knows whether its score did.
    """
    if not every:
        return _lead_of_some(moved, tested, since)
    total = number_word(tested)
    if not moved:
        return tr("No score was found to change by more than chance {since}.", since=since)
    if moved == tested == 1:
        return tr("The one score that was tested changed by more than chance {since}.", since=since)
    if moved == tested == _BOTH:
        return tr("Both scores changed by more than chance {since}.", since=since)
    if moved == tested:
        return tr("All {total} scores changed by more than chance {since}.", total=total, since=since)
    words = capitalised(number_word(moved))
    return tr("{words} of {total} scores changed by more than chance {since}.", words=words, total=total, since=since)


def _lead_of_some(moved: int, tested: int, since: str) -> str:
    total = number_word(tested)
    if tested == 1 and moved:
        return tr("The one score that was tested changed by more than chance {since}.", since=since)
    if tested == 1:
        return tr("The one score that was tested was not found to change by more than chance {since}.", since=since)
    if not moved and tested == _BOTH:
        return tr("Neither of the two scores that were tested was found to change by more than chance {since}.",
                  since=since)  # fmt: skip
    if not moved:
        return tr("None of the {total} scores that were tested was found to change by more than chance {since}.",
                  total=total, since=since)  # fmt: skip
    if moved == tested:
        every = tr("Both") if tested == _BOTH else tr("All {total}", total=total)
        return tr("{every} scores that were tested changed by more than chance {since}.", every=every, since=since)
    return tr("{words} of the {total} scores that were tested changed by more than chance {since}.",
              words=capitalised(number_word(moved)), total=total, since=since)  # fmt: skip


def _sentences(moved: Sequence[Moved], *, named: bool) -> list[str]:
    """Return what was found of each team, of many teams only which they are."""
    by_team: dict[str, list[Moved]] = {}
    for each in moved:
        by_team.setdefault(each.team, []).append(each)
    if not named:
        return [capitalised(tr("{found}.", found=and_list([_found(each) for each in moved])))]
    if len(by_team) <= MOST_NAMED:
        return [tr("{team}: {found}.", team=team, found=and_list([_found(each) for each in mine]))
                for team, mine in by_team.items()]  # fmt: skip
    falling = [team for team, mine in by_team.items() if any(each.verdict is Verdict.BELOW for each in mine)]
    rising = [team for team in by_team if team not in falling]
    return [
        *([tr("Lower than before in a theme or more: {teams}.", teams=names_words(falling))] if falling else []),
        *([tr("Higher than before: {teams}.", teams=names_words(rising))] if rising else []),
    ]


def _found(moved: Moved) -> str:
    domain, result = moved.line.domain, moved.line.newest
    score = result.score if result is not None else None
    return tr(
        "{title} is {words} ({score}, was {other})",
        title=theme_name(domain),
        words=difference_word(burden=bool(domain.direction_note), verdict=moved.verdict),
        score=score_text(score) if score is not None else "",
        other=score_text(moved.change.comparison.other),
    )
