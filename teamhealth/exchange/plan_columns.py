"""The columns and choices of a plan's spreadsheet: the same words when it is written and when it comes back."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from teamhealth.figures.measured import measure_title, own_measure_words, state_words
from teamhealth.publication.planned import Planned
from teamhealth.survey.plan import ActionState, Measure, MeasureKind
from teamhealth.texts.catalogue import tr

KIND = "team-health-plan-sheet"
VERSION = 1
LISTS_SHEET = "Lists"


class Column(IntEnum):
    """The columns from the left; the last is hidden."""

    CONCERN = 0
    WHAT = 1
    OWNER = 2
    DUE = 3
    STATE = 4
    MEASURE = 5
    ID = 6


@dataclass(frozen=True, slots=True)
class Choices:
    """What three columns may hold, each choice under its words, in the order offered; None is the concern itself."""

    concerns: tuple[tuple[str, str | None], ...]
    measures: tuple[tuple[str, Measure | None], ...]
    states: tuple[tuple[str, ActionState], ...]


def column_words(column: Column) -> str:
    """Return the words at the head of a column."""
    return {
        Column.CONCERN: tr("What people told us"),
        Column.WHAT: tr("What we will do"),
        Column.OWNER: tr("Owner (a role)"),
        Column.DUE: tr("Due"),
        Column.STATE: tr("Status"),
        Column.MEASURE: tr("Measure"),
        Column.ID: tr("Do not change"),
    }[column]


def choices_of(planned: Planned) -> Choices:
    """Return what the columns of this plan's spreadsheet may hold."""
    concerns: list[tuple[str, str | None]] = [(each.sentence, each.item.id) for each in planned.concerns]
    known = {concern for _, concern in concerns}
    for action in planned.plan.actions:
        if action.concern is not None and action.concern not in known:
            known.add(action.concern)
            concerns.append(
                (measure_title(planned.publication, Measure(MeasureKind.ITEM, action.concern)), action.concern)
            )
    measures = list(planned.measures)
    measures += [each.measure for each in planned.plan.actions if each.measure and each.measure not in measures]
    titles = [measure_title(planned.publication, each) for each in measures]
    return Choices(
        tuple(zip(_different([*(words for words, _ in concerns), tr("Something else")]),
                  [*(concern for _, concern in concerns), None], strict=True)),
        tuple(zip(_different([own_measure_words(), *titles]), [None, *measures], strict=True)),
        tuple((state_words(state), state) for state in ActionState),
    )  # fmt: skip


def plain(words: str) -> str:
    """Return words as a cell can hold them: no control characters, on one line."""
    kept = "".join(" " if each in "\t\r\n" else each for each in words)
    return "".join(each for each in kept if unicodedata.category(each) not in {"Cc", "Cs", "Cn"})


def same(words: str) -> str:
    """Return words as they are compared: in any case, with any spacing."""
    return " ".join(plain(words).split()).casefold()


def _different(titles: Sequence[str]) -> list[str]:
    """Number titles that would be taken for each other."""
    seen: set[str] = set()
    found = []
    for title in titles:
        words, number = plain(title), 1
        while same(words) in seen:
            number += 1
            words = f"{plain(title)} ({number})"
        seen.add(same(words))
        found.append(words)
    return found
