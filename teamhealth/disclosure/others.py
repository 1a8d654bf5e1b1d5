"""'Not shown, together': a service's hidden cells as one atom, or those of several services as a last try."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from teamhealth.disclosure.audit import leaves_half, lost_to_steps, points_part
from teamhealth.disclosure.hidden import HiddenCell
from teamhealth.publication.caps import shown_score
from teamhealth.publication.totals import Atom, AtomScore
from teamhealth.publication.values import AtomKind, Cap
from teamhealth.survey.ids import ServiceId

FEWEST_TEAMS = 2
# Every mean that can be printed as it is, from the middle out, for those near it let a row stand most often.
_MEANS = sorted(range(7, 94), key=lambda mean: abs(mean - 50))


def others_atom(
    service: ServiceId | None,
    cells: Mapping[str, Sequence[HiddenCell]],
    threshold: int,
    steps: Mapping[str, Fraction],
) -> Atom | None:
    """Return hidden cells as one atom, or None if they cannot be shown even together.

    The atom stands only if in every domain two or more teams answered, their answers are as many as the threshold
    asks, and the audit leaves each team's sum at least half of its range. Its weight is the most that could have
    answered unseen, never the number that did.

    Parameters
    ----------
    service : str or None
        Theirs; None for cells of several services.
    cells : Mapping of str to sequence of HiddenCell
        For each domain, in the order asked, its own hidden cells, empty ones too.
    threshold : int
        The survey's; it rises by one for each of these teams' people who answered and will read its report.
    steps : Mapping of str to Fraction
        For each domain, the most points between two neighbouring scores of a person.
    """
    scores = []
    for domain, mine in cells.items():
        score = _score(domain, mine, threshold, steps[domain])
        if score is None:
            return None
        scores.append(score)
    return Atom(AtomKind.OTHERS, service, tuple(scores)) if scores else None


def could_stand(cells: Mapping[str, Sequence[HiddenCell]], threshold: int, steps: Mapping[str, Fraction]) -> bool:
    """Return whether some answers of as many people would let the row stand; arguments as above.

    It looks at how many answered and never at what.
    """
    return bool(cells) and all(_could_stand(mine, threshold, steps[domain]) for domain, mine in cells.items())


def _could_stand(cells: Sequence[HiddenCell], threshold: int, step: Fraction) -> bool:
    answered = [cell for cell in cells if cell.valid]
    # Whatever they answered: no mean need be tried.
    if not _enough(answered, threshold):
        return False
    return any(
        _score("", [replace(cell, points=Fraction(mean * cell.valid)) for cell in answered], threshold, step)
        for mean in _MEANS
    )


def together(parts: Sequence[Mapping[str, Sequence[HiddenCell]]]) -> Mapping[str, tuple[HiddenCell, ...]]:
    """Return the cells of several services, domain by domain."""
    joined: dict[str, tuple[HiddenCell, ...]] = {}
    for part in parts:
        for domain, cells in part.items():
            joined[domain] = (*joined.get(domain, ()), *cells)
    return joined


def _score(domain: str, cells: Sequence[HiddenCell], threshold: int, step: Fraction) -> AtomScore | None:
    answered = [cell for cell in cells if cell.valid]
    if not _enough(answered, threshold):
        return None
    valid = sum(cell.valid for cell in answered)
    score = shown_score(sum((cell.points for cell in answered), Fraction(0)) / valid)
    # '6 or less' leaves the sum a window far wider than any step.
    lost = lost_to_steps(step, valid) if score.cap is Cap.EXACT else 0
    if not leaves_half(score.points * valid, [points_part(cell.valid) for cell in answered], lost):
        return None
    if not _hidden_teams_alone(answered):
        return None
    weight = max(threshold, sum(cell.unseen for cell in cells))
    return AtomScore(domain, score, weight)


def _enough(answered: Sequence[HiddenCell], threshold: int) -> bool:
    """Return whether two or more teams answered, and as many people as the threshold asks."""
    least = threshold + sum(cell.recipients for cell in answered)
    return len(answered) >= FEWEST_TEAMS and sum(cell.valid for cell in answered) >= least


def _hidden_teams_alone(answered: Sequence[HiddenCell]) -> bool:
    """Return whether hidden teams would stand by themselves.

    A shown team's hidden cell is no cover for them: its items are printed in words, which narrow its score.
    """
    hidden = [cell for cell in answered if cell.team_hidden]
    if len(hidden) in {0, len(answered)}:
        return True
    total = sum((cell.points for cell in hidden), Fraction(0))
    return len(hidden) >= FEWEST_TEAMS and leaves_half(total, [points_part(cell.valid) for cell in hidden])
