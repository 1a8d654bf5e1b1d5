"""What moved since the round before: the changes that the newest round tells, and what their tests found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from teamhealth.publication.compared import MORE_THAN_CHANCE
from teamhealth.publication.lines import Line
from teamhealth.publication.points import PointKind
from teamhealth.publication.types import Change, Verdict


@dataclass(frozen=True, slots=True)
class Moved:
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


def tested_changes(lines: Sequence[tuple[str, Line]]) -> list[Moved]:
    """Return the lines of which the newest round tells a change that was tested."""
    found = [Moved(name, line, change) for name, line in lines if (change := newest_change(line)) is not None]
    return [each for each in found if each.verdict is not Verdict.NOT_TESTED]


def count_moved(tested: Sequence[Moved]) -> int:
    """Return of how many lines the test found a change by more than chance."""
    return sum(each.verdict in MORE_THAN_CHANCE for each in tested)


def tested_verdicts(lines: Iterable[Line]) -> frozenset[Verdict]:
    """Return what the newest round's tests of these lines found; nothing where none was tested."""
    return frozenset(each.verdict for each in tested_changes([("", line) for line in lines]))
