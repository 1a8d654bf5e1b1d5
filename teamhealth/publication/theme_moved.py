"""In how many of the tested teams a theme's score changed, and in which: as a sentence, and as a headline."""

from collections.abc import Sequence

from teamhealth.publication.compared import MORE_THAN_CHANCE
from teamhealth.publication.headline import Headline
from teamhealth.publication.lines import Line, Rounds
from teamhealth.publication.moved import Moved, count_moved, tested_changes
from teamhealth.publication.moved_words import (
    could_show_words,
    names_words,
    nothing_told_words,
    rest_words,
    since_words,
)
from teamhealth.publication.themes_said import difference_word
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised, number_word

_BOTH = 2


def theme_moved_words(lines: Sequence[tuple[str, Line]]) -> str:
    """Return of how many teams that were tested a theme's score changed, and which; '' where nothing was tested."""
    tested = tested_changes(lines)
    return " ".join([_of_teams(tested), *_sides(tested)]) if tested else ""


def theme_headline(rounds: Rounds, domain_id: str) -> Headline:
    """Return the same of one theme as a headline, with how large a change would have shown where none was found."""
    lines = [(team.name, line) for team in rounds.teams if (line := team.line(domain_id)) is not None]
    tested = tested_changes(lines)
    if not tested:
        return Headline(nothing_told_words(rounds, None, lines), "")
    moved = count_moved(tested)
    if not moved:
        return Headline(_of_teams(tested), could_show_words(tested))
    rest = [rest_words()] if moved < len(tested) else []
    return Headline(_of_teams(tested), " ".join([*_sides(tested), *rest]))


def _of_teams(tested: Sequence[Moved]) -> str:
    """Return how many of the tested teams changed: of many teams, chance alone flags one in twenty."""
    moved, total, since = count_moved(tested), len(tested), since_words(tested)
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


def _sides(tested: Sequence[Moved]) -> list[str]:
    """Return 'Lower: Harbour.' and 'Higher: Oakdale and Quayside.', as far as there are such teams."""
    burden = bool(tested[0].line.domain.direction_note)
    sides = ((verdict, [each.team for each in tested if each.verdict is verdict]) for verdict in MORE_THAN_CHANCE)
    return [
        tr(
            "{word}: {teams}.",
            word=capitalised(difference_word(burden=burden, verdict=verdict)),
            teams=names_words(teams),
        )
        for verdict, teams in sides
        if teams
    ]
