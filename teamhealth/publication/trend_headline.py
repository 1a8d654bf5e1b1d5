"""What moved over the rounds, by the published tests alone: which scores changed by more than chance, if any."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from teamhealth.publication.compared import MORE_THAN_CHANCE
from teamhealth.publication.headline import Headline
from teamhealth.publication.lines import FEWEST_ROUNDS, Line, Rounds, TeamLines
from teamhealth.publication.points import PointKind
from teamhealth.publication.themes_said import difference_word
from teamhealth.publication.types import Change, Verdict
from teamhealth.publication.words import TOO_FEW_TO_TELL_ABOVE, score_text, theme_name
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, number_word

MOST_NAMED = 4
_BOTH = 2
_DOWN_FIRST = (Verdict.BELOW, Verdict.ABOVE)


@dataclass(frozen=True, slots=True)
class _Moved:
    """A line and its newest published change."""

    team: str
    line: Line
    change: Change

    @property
    def verdict(self) -> Verdict:
        """What the test found."""
        return self.change.comparison.verdict


def newest_change(line: Line) -> Change | None:
    """Return the change that the newest round tells of a line; None where it shows no score, or other questions'."""
    if not line.points or line.points[-1].kind is not PointKind.SHOWN or line.points[-1].asked_anew:
        return None
    return line.newest.change if line.newest is not None and line.newest.score is not None else None


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
    tested = _tested(lines)
    if not tested:
        return Headline(_nothing_told(rounds, team, lines), "")
    moved = [each for each in tested if each.verdict in MORE_THAN_CHANCE]
    every = sum(_shows_a_score(line) for _, line in lines) == len(tested)
    lead = _lead(len(moved), len(tested), _since(tested), every=every)
    if not moved:
        return Headline(lead, _what_could_show(tested, one_team=team is not None))
    rest = [_none_of_the_rest()] if len(moved) < len(tested) else []
    return Headline(lead, " ".join([*_sentences(moved, named=team is None), *rest]))


def theme_moved_words(lines: Sequence[tuple[str, Line]]) -> str:
    """Return of how many teams that were tested a theme's score changed, and which; '' where nothing was tested."""
    tested = _tested(lines)
    return " ".join([_of_teams(tested), *_sides(tested)]) if tested else ""


def theme_headline(rounds: Rounds, domain_id: str) -> Headline:
    """Return the same of one theme as a headline, with how large a change would have shown where none was found."""
    lines = [(team.name, line) for team in rounds.teams if (line := team.line(domain_id)) is not None]
    tested = _tested(lines)
    if not tested:
        return Headline(_nothing_told(rounds, None, lines), "")
    moved = _count_moved(tested)
    if not moved:
        return Headline(_of_teams(tested), _what_could_show(tested))
    rest = [_none_of_the_rest()] if moved < len(tested) else []
    return Headline(_of_teams(tested), " ".join([*_sides(tested), *rest]))


def _of_teams(tested: Sequence[_Moved]) -> str:
    """Return how many of the tested teams changed: of many teams, chance alone flags one in twenty."""
    moved, total, since = _count_moved(tested), len(tested), _since(tested)
    if total == 1 and moved:
        return tr("The one team that was tested changed by more than chance {since}.", since=since)
    if total == 1:
        return tr("The one team that was tested was not found to change by more than chance {since}.", since=since)
    words = number_word(total)
    if not moved and total == _BOTH:
        return tr("Neither of the two teams that were tested was found to change by more than chance {since}.",
                  since=since)  # fmt: skip
    if not moved:
        return tr("None of the {total} teams that were tested was found to change by more than chance {since}.",
                  total=words, since=since)  # fmt: skip
    if moved == total:
        every = tr("both") if total == _BOTH else tr("all")
        return tr("Of {total} teams that were tested, {moved} changed by more than chance {since}.",
                  total=words, moved=every, since=since)  # fmt: skip
    return tr("Of {total} teams that were tested, {moved} changed by more than chance {since}.",
              total=words, moved=number_word(moved), since=since)  # fmt: skip


def _sides(tested: Sequence[_Moved]) -> list[str]:
    """Return 'Lower: Harbour.' and 'Higher: Oakdale and Quayside.', as far as there are such teams."""
    burden = bool(tested[0].line.domain.direction_note)
    sides = ((verdict, [each.team for each in tested if each.verdict is verdict]) for verdict in _DOWN_FIRST)
    return [
        tr("{word}: {teams}.", word=capitalised(difference_word(burden=burden, verdict=verdict)), teams=_names(teams))
        for verdict, teams in sides
        if teams
    ]


def _count_moved(tested: Sequence[_Moved]) -> int:
    return sum(each.verdict in MORE_THAN_CHANCE for each in tested)


def tested_verdicts(lines: Iterable[Line]) -> frozenset[Verdict]:
    """Return what the newest round's tests of these lines found; nothing where none was tested."""
    return frozenset(each.verdict for each in _tested([("", line) for line in lines]))


def few_rounds_words(rounds: int, lines: Iterable[Line]) -> str:
    """Return 'Trends need three rounds. You have two.', or nothing from three rounds on.

    Where a change of these lines was tested, the headline tells it: then also that it is no trend yet, and of one round
    that its results hold what changed since the one before.
    """
    if rounds >= FEWEST_ROUNDS:
        return ""
    needed, words = number_word(FEWEST_ROUNDS), number_word(rounds)
    few = tr("Trends need {needed} rounds. You have {words}.", needed=needed, words=words)
    if not tested_verdicts(lines):
        return few
    said = tr("They tell one change, and no trend yet.")
    if rounds == 1:
        said = tr("Its own results tell what changed since the one before.")
    return f"{few} {said}"


def _tested(lines: Sequence[tuple[str, Line]]) -> list[_Moved]:
    """Return the lines of which the newest round tells a change that was tested."""
    found = [_Moved(name, line, change) for name, line in lines if (change := newest_change(line)) is not None]
    return [each for each in found if each.verdict is not Verdict.NOT_TESTED]


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


def _untested() -> str:
    return tr("No change was tested: too few teams are shown.")


def _none_of_the_rest() -> str:
    return tr("Of the rest, no change was found.")


def _nothing_told(rounds: Rounds, team: TeamLines | None, lines: Sequence[tuple[str, Line]]) -> str:
    """Return why no change is told: none was tested, nothing is shown in the newest round, or there is none yet."""
    newest = rounds.rounds[-1].name
    if any(newest_change(line) is not None for _, line in lines):
        return _untested()
    if team is not None:
        kinds = {line.points[-1].kind for line in team.lines if line.points}
        if kinds == {PointKind.ABSENT}:
            return tr("{team} is not in {round}.", team=team.name, round=newest)
        if PointKind.SHOWN not in kinds:
            return tr("{team} is not shown in {round}.", team=team.name, round=newest)
    elif not any(_shows_a_score(line) for each in rounds.teams for line in each.lines):
        return tr("No team is shown in {round}.", round=newest)
    return tr("There is no change to tell yet.")


def _since(tested: Sequence[_Moved]) -> str:
    """Return 'since Spring 2022', or of several rounds that each score stands beside the last of its team."""
    waves = dict.fromkeys(each.change.wave.name for each in tested)
    return tr("since {round}", round=next(iter(waves))) if len(waves) == 1 else tr("since each was last shown")


def _sentences(moved: Sequence[_Moved], *, named: bool) -> list[str]:
    """Return what was found of each team, of many teams only which they are."""
    by_team: dict[str, list[_Moved]] = {}
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
        *([tr("Lower than before in a theme or more: {teams}.", teams=_names(falling))] if falling else []),
        *([tr("Higher than before: {teams}.", teams=_names(rising))] if rising else []),
    ]


def _found(moved: _Moved) -> str:
    domain, result = moved.line.domain, moved.line.newest
    score = result.score if result is not None else None
    return tr(
        "{title} is {words} ({score}, was {other})",
        title=theme_name(domain),
        words=difference_word(burden=bool(domain.direction_note), verdict=moved.verdict),
        score=score_text(score) if score is not None else "",
        other=score_text(moved.change.comparison.other),
    )


def _names(teams: Sequence[str]) -> str:
    most = 2 * MOST_NAMED
    if len(teams) <= most:
        return and_list(teams)
    rest = len(teams) - most
    return and_list([*teams[:most], trn("{count} other", "{count} others", rest)])


def _what_could_show(tested: Sequence[_Moved], *, one_team: bool = False) -> str:
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
