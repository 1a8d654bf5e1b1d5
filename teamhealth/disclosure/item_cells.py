"""Item cells without a printed count: what everybody may know of them, and what they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.analysis.measures import ItemMeasure
from teamhealth.analysis.scoring import POINTS_A_STEP
from teamhealth.disclosure.audit import Part
from teamhealth.disclosure.hidden import TeamFigures, unseen
from teamhealth.disclosure.tiers import thresholds
from teamhealth.disclosure.words import CONCERN_BELOW, STRENGTH_ABOVE
from teamhealth.publication.results import ItemResult
from teamhealth.publication.together import count_as_shown
from teamhealth.publication.values import ItemWord
from teamhealth.survey.policy import ReleasePolicy

MOST_STEPS = 4
LEAST_FAVOURABLE_STEPS = 3
MOST_UNFAVOURABLE_STEPS = 2
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class ItemCell:
    """A team's answers to one item, of which no count is printed.

    ``answers``, ``favourable`` and ``steps`` (healthy steps from 0 to 4, summed) are confidential. ``part`` is what
    the favourable count could be by the answers and the word shown; ``unseen`` the most answers that such a cell
    could hold, from what everybody knows.
    """

    item: str
    answers: int
    favourable: int
    steps: int
    part: Part
    unseen: int


@dataclass(frozen=True, slots=True)
class TeamCells:
    """A team's cells of one domain that show no count; ``recipients`` as in ``HiddenCell``."""

    cells: tuple[ItemCell, ...]
    recipients: int
    team_hidden: bool


def cells_without_count(team: TeamFigures, policy: ReleasePolicy, items: Sequence[str]) -> TeamCells:
    """Return a team's cells of these items that show no count, empty ones too."""
    results = {each.item: each for each in team.result.items}
    cells = []
    for measure in team.measures.items:
        if measure.item in items:
            result = results.get(measure.item)
            if result is None or count_as_shown(result) is None:
                cells.append(_cell(measure, team, result, policy))
    return TeamCells(tuple(cells), team.team.answering_recipients, not team.result.shown)


def favourable_part(answers: int, word: ItemWord | None) -> Part:
    """Return how many of these answers could be favourable, given the word shown for their mean."""
    if word is None:
        return Part(0, answers)
    lowest, highest = _steps_by_word(answers, word)
    least = -(-(lowest - MOST_UNFAVOURABLE_STEPS * answers) // (MOST_STEPS - MOST_UNFAVOURABLE_STEPS))
    return Part(max(0, least), min(answers, highest // LEAST_FAVOURABLE_STEPS))


def _cell(measure: ItemMeasure, team: TeamFigures, result: ItemResult | None, policy: ReleasePolicy) -> ItemCell:
    word = result.word if result is not None else None
    steps = (measure.mean or Fraction(0)) * measure.valid / POINTS_A_STEP
    most = unseen(policy, team.team, team.result)
    if word is not None:
        most = min(team.measures.answered, thresholds(policy, team.team).shares - 1)
    return ItemCell(
        item=measure.item,
        answers=measure.valid,
        favourable=measure.favourable,
        steps=int(steps),
        part=favourable_part(measure.valid, word),
        unseen=most,
    )


def _steps_by_word(answers: int, word: ItemWord) -> tuple[int, int]:
    """Return the fewest and the most steps whose rounded mean has this word."""
    from_strength = _first_at(STRENGTH_ABOVE + HALF, answers)
    from_mixed = _first_at(CONCERN_BELOW - HALF, answers)
    if word is ItemWord.STRENGTH:
        return from_strength, MOST_STEPS * answers
    return (0, from_mixed - 1) if word is ItemWord.CONCERN else (from_mixed, from_strength - 1)


def _first_at(mean: Fraction, answers: int) -> int:
    """Return the fewest steps of so many answers whose mean is this many points or more."""
    steps = mean * answers / POINTS_A_STEP
    return -(-steps.numerator // steps.denominator)
