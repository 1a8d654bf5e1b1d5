"""How often a table of teams claims a difference that is not there, and how often it finds one that is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.differences import differences
from tests.simulations.staff import climate, draw_factor, draw_steps, points

SEED = 43
_TABLES = 2_000
_PERMUTATIONS = 999


@dataclass(frozen=True, slots=True)
class Scene:
    """Teams that differ by chance alone, but for team 0 where it is pushed or scattered more.

    ``sizes`` are drawn from 5 to 12 where None. ``pushed_domains`` is how many domains the push counts in.
    """

    name: str
    teams: int = 12
    domains: int = 4
    middle: float = 60
    spread: float = 20
    sizes: Sequence[int] | None = None
    push: float = 0
    pushed_domains: int = 4
    first_size: int | None = None
    first_spread: float | None = None
    missing: float = 0


SCENES = (
    Scene("twelve teams"),
    Scene("twelve teams, near the ceiling", middle=86, spread=14),
    Scene("thirty teams", teams=30),
    Scene("thirty teams, near the ceiling", teams=30, middle=86, spread=14),
    Scene("four teams", teams=4),
    Scene("two teams, all splits", teams=2, sizes=(7, 8)),
    Scene("unequal sizes", sizes=(5, 5, 5, 5, 6, 8, 10, 15, 20, 25, 30, 40)),
    Scene("unequal sizes, near the ceiling", sizes=(5, 5, 5, 5, 6, 8, 10, 15, 20, 25, 30, 40), middle=86, spread=14),
    Scene("twelve teams, one score in ten missing", missing=0.1),
    Scene("one poor team of six", teams=6, push=-40),
    Scene("one poor team of six, in one domain", teams=6, push=-40, pushed_domains=1),
    Scene("one poor team of twelve", push=-40),
    # About the middle of the scale, where cutting at its ends moves no mean.
    Scene("a team of five with twice the spread", first_size=5, first_spread=28, spread=14, middle=50),
    Scene(
        "a team of five with twice the spread, one domain",
        domains=1,
        first_size=5,
        first_spread=28,
        spread=14,
        middle=50,
    ),
)
GAPS = (10, 15, 20, 25, 30)


@dataclass(frozen=True, slots=True)
class Claims:
    """Shares of tables: a false claim about any team that is like the others; a true one about team 0."""

    false: float
    true: float


def simulate(scene: Scene, tables: int, permutations: int = _PERMUTATIONS, seed: int = SEED) -> Claims:
    """Draw tables and test each; a pushed domain of team 0 is truly different, and any other flag is false."""
    false = true = 0
    for table in range(tables):
        random = np.random.default_rng((seed, table))
        teams, scores = _table(random, scene)
        flagged = {
            (gap.team, gap.domain) for gap in differences(teams, scores, seed + table, permutations) if gap.flagged
        }
        pushed = {(0, domain) for domain in range(scene.pushed_domains)} if scene.push else set()
        false += bool(flagged - pushed)
        true += bool(flagged & pushed)
    return Claims(false / tables, true / tables)


def report() -> Iterator[str]:
    """Yield a line for each scene, then for each gap in a team of eight among twelve."""
    yield f"seed {SEED}; {_TABLES} tables each; {_PERMUTATIONS} permutations"
    for scene in SCENES:
        found = simulate(scene, _TABLES)
        truly = f", {found.true:.1%} find the poor team" if scene.push else ""
        yield f"{scene.name}: {found.false:.1%} with a false claim{truly}"
    for domains in (1, 4):
        for gap in GAPS:
            scene = Scene("", domains=domains, push=-gap, pushed_domains=1, first_size=8, spread=16, middle=64)
            found = simulate(scene, _TABLES // 2)
            yield f"team of 8 among twelve, {domains} domains, spread 16, gap {gap}: found in {found.true:.1%}"


def _table(random: np.random.Generator, scene: Scene) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    sizes = np.array(scene.sizes) if scene.sizes is not None else random.integers(5, 13, scene.teams)
    if scene.first_size is not None:
        sizes[0] = scene.first_size
    teams = np.repeat(np.arange(len(sizes)), sizes)
    factors = draw_factor(random, len(teams), scene.domains)
    columns = []
    for domain in range(scene.domains):
        push = scene.push if domain < scene.pushed_domains else 0
        parts = [
            (teams == 0, climate(scene.middle, scene.first_spread or scene.spread), push),
            (teams != 0, climate(scene.middle, scene.spread), 0.0),
        ]
        column = np.empty(len(teams))
        for mine, where, pushed in parts:
            column[mine] = points(draw_steps(random, factors[mine, domain], where, pushed))
        columns.append(column)
    scores = np.column_stack(columns)
    scores[random.random(scores.shape) < scene.missing] = np.nan
    return teams, scores
