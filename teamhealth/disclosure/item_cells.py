"""Item cells without a printed count: what everybody may know of them, and what they hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.analysis.measures import ItemMeasure
from teamhealth.analysis.scoring import POINTS_A_STEP
from teamhealth.disclosure.audit import Part
from teamhealth.disclosure.hidden import TeamFigures, unseen
from teamhealth.disclosure.tiers import thresholds
from teamhealth.publication.item_words import MOST_STEPS, steps_by_word
from teamhealth.publication.results import ItemResult
from teamhealth.publication.together import count_as_shown
from teamhealth.survey.policy import ReleasePolicy

LEAST_FAVOURABLE_STEPS = 3
MOST_UNFAVOURABLE_STEPS = 2


@dataclass(frozen=True, slots=True)
class ItemCell:
    """A team's answers to one item, of which no count is printed.

    ``answers``, ``favourable`` and ``steps`` (healthy steps from 0 to 4, summed) are confidential. ``by_word`` is what
    the steps could be by the answers and the word shown; ``unseen`` the most answers that such a cell could hold,
    from what everybody knows.
    """

    item: str
    answers: int
    favourable: int
    steps: int
    by_word: Part
    unseen: int


@dataclass(frozen=True, slots=True)
class TeamCells:
    """A team's cells of one domain that show no count; ``recipients`` as in ``HiddenCell``."""

    cells: tuple[ItemCell, ...]
    recipients: int
    team_hidden: bool


def cells_without_count(
    team: TeamFigures, policy: ReleasePolicy, items: Sequence[str], *, counted: bool = True
) -> TeamCells:
    """Return a team's cells of these items that show no count, empty ones too.

    ``counted`` says whether enough answers to them would show one.
    """
    results = {each.item: each for each in team.result.items}
    cells = []
    for measure in team.measures.items:
        if measure.item in items:
            result = results.get(measure.item)
            if result is None or count_as_shown(result) is None:
                cells.append(_cell(measure, team, result, policy, counted=counted))
    return TeamCells(tuple(cells), team.team.answering_recipients, not team.result.shown)


def favourable_part(cell: ItemCell) -> Part:
    """Return how many of a cell's answers could be favourable, given its word."""
    low, high = int(cell.by_word.low), int(cell.by_word.high)
    least = -(-(low - MOST_UNFAVOURABLE_STEPS * cell.answers) // (MOST_STEPS - MOST_UNFAVOURABLE_STEPS))
    return Part(max(0, least), min(cell.answers, high // LEAST_FAVOURABLE_STEPS))


def steps_part(cell: ItemCell, favourable: int) -> Part:
    """Return what a cell's steps could be by its word, if so many of its answers are favourable."""
    return Part(
        max(cell.by_word.low, LEAST_FAVOURABLE_STEPS * favourable),
        min(
            cell.by_word.high,
            MOST_UNFAVOURABLE_STEPS * cell.answers + (MOST_STEPS - MOST_UNFAVOURABLE_STEPS) * favourable,
        ),
    )


def _cell(
    measure: ItemMeasure, team: TeamFigures, result: ItemResult | None, policy: ReleasePolicy, *, counted: bool
) -> ItemCell:
    word = result.word if result is not None else None
    points = 0 if measure.mean is None else measure.mean.numerator * measure.valid // measure.mean.denominator
    possible = steps_by_word(measure.valid, word)
    most = unseen(policy, team.team, team.result)
    if word is not None:
        most = team.measures.answered
        if counted:
            most = min(most, thresholds(policy, team.team).shares - 1)
    return ItemCell(
        item=measure.item,
        answers=measure.valid,
        favourable=measure.favourable,
        steps=points // POINTS_A_STEP,
        by_word=Part(possible.start, possible.stop - 1),
        unseen=most,
    )
