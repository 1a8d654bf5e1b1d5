"""'Not shown, together': two teams, enough answers, every theme, and the audit."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from teamhealth.disclosure.audit import coarsest_step
from teamhealth.disclosure.hidden import HiddenCell
from teamhealth.disclosure.others import others_atom, together
from teamhealth.publication.types import AtomScore, Cap, ShownScore
from teamhealth.survey.ids import ServiceId

SERVICE = ServiceId("5" * 32)
STEPS = {"stability": coarsest_step(7), "morale": coarsest_step(7)}


def cell(valid: int, mean: int = 50, *, unseen: int = 4, recipients: int = 0, team_hidden: bool = True) -> HiddenCell:
    return HiddenCell(valid, Fraction(mean * valid), unseen, recipients, team_hidden)


def score(cells: Sequence[HiddenCell], threshold: int = 5) -> AtomScore | None:
    atom = others_atom(SERVICE, {"stability": cells}, threshold, STEPS)
    return atom.scores[0] if atom else None


def test_two_hidden_teams_stand_together_and_weigh_what_could_have_answered() -> None:
    assert score([cell(3, 40), cell(3, 60)]) == AtomScore("stability", ShownScore(50), 8)
    # A hidden team without an answer looks the same, so it weighs the same.
    assert score([cell(3, 40), cell(3, 60), cell(0)]) == AtomScore("stability", ShownScore(50), 12)


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [cell(4)],
        [cell(4), cell(0), cell(0)],
        [cell(2), cell(2)],
        [cell(4), cell(1)],
        [cell(4), cell(2)],
        [cell(4), cell(1), cell(1)],
        [cell(3, 5), cell(3, 5)],
        [cell(3, 95), cell(3, 95)],
        [cell(3, recipients=1), cell(2)],
    ],
    ids=[
        "none",
        "one",
        "one-and-empty-ones",
        "too-few",
        "one-too-large",
        "one-twice-the-others",
        "one-twice-two-others",
        "low",
        "high",
        "a-recipient-answered",
    ],
)
def test_what_could_be_told_apart_does_not_stand(cells: list[HiddenCell]) -> None:
    assert score(cells) is None


def test_a_higher_threshold_asks_for_more() -> None:
    assert score([cell(3), cell(3)], 6) is not None
    assert score([cell(3), cell(3)], 7) is None


def test_a_score_at_the_end_is_audited_as_printed() -> None:
    many = [cell(3, 6) for _ in range(9)]
    # 27 people at 6: each three lie in [0, 162] of 300.
    assert score(many) == AtomScore("stability", ShownScore(6, Cap.OR_LESS), 36)


def test_one_theme_that_fails_takes_the_row_with_it() -> None:
    good, bad = [cell(3), cell(3)], [cell(3), cell(0)]
    assert others_atom(SERVICE, {"stability": good, "morale": good}, 5, STEPS) is not None
    assert others_atom(SERVICE, {"stability": good, "morale": bad}, 5, STEPS) is None
    assert others_atom(SERVICE, {}, 5, STEPS) is None


def test_a_shown_teams_hidden_score_is_no_cover_for_a_hidden_team() -> None:
    assert score([cell(3), cell(3, team_hidden=False)]) is None
    assert score([cell(3, team_hidden=False), cell(3, team_hidden=False)]) is not None
    assert score([cell(3), cell(3), cell(3, team_hidden=False)]) is not None


def test_cells_of_several_services_are_joined_theme_by_theme() -> None:
    one, other = cell(3), cell(2)
    joined = together([{"stability": (one,), "morale": (one,)}, {"stability": (other,), "morale": ()}])
    assert dict(joined) == {"stability": (one, other), "morale": (one,)}
