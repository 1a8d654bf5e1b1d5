"""Every total is made in one module from atoms: nothing else in the program can name one into being."""

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import teamhealth

ROOT = Path(teamhealth.__file__).parent
TOGETHER = {"publication/together.py"}
# A score that is printed: a team's own, other teams' together once the audit has passed, and means of those.
SCORES = {"disclosure/team.py", "disclosure/others.py", *TOGETHER}


@cache
def called() -> dict[str, set[str]]:
    """Return what is called anywhere, by its name, with the modules in which it is; all of them are read once."""
    found = defaultdict[str, set[str]](set)
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for name in (getattr(node.func, "id", None), getattr(node.func, "attr", None)):
                    if name is not None:
                        found[name].add(path.relative_to(ROOT).as_posix())
    return dict(found)


def calling(name: str) -> set[str]:
    """Return the modules in which something of this name is called."""
    return called().get(name, set())


@pytest.mark.parametrize("total", ["DomainTotal", "ItemTotal", "_mean_shown"])
def test_a_total_is_made_in_one_place(total: str) -> None:
    assert calling(total) == TOGETHER


def test_a_score_becomes_printable_only_for_a_team_for_others_together_and_for_their_mean() -> None:
    assert calling("shown_score") == SCORES
    # The type itself is made nowhere but where a mean is capped, and for the legends of what a mark looks like.
    assert {each for each in calling("ShownScore") if not each.startswith(("ui/", "report/"))} == {
        "publication/caps.py"
    }
