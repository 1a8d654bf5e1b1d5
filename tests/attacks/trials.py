"""Many attacks on one kind of box: how well the order is read, and how often the last to answer is named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory

from tests.attacks.boxes import Fill
from tests.attacks.hex_editor import kendall_tau, look, orderings, suspects
from tests.storage.rooms import envelope, folder_bytes

PEOPLE = 8
RUNS = 60
# Of one tau of nothing but chance, for eight people: sqrt(2 (2n + 5) / (9 n (n - 1))).
TAU_DEVIATION = 0.289
DEVIATIONS = 4
Attack = Callable[[Path, Fill, Sequence[bytes], Random], dict[str, bytes]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """For each way of ordering the mean tau, and for each way of guessing how often it named the last."""

    runs: int
    taus: dict[str, float]
    guessed: dict[str, int]

    @property
    def best_order(self) -> tuple[str, float]:
        """The way that reads the order best, and its mean tau."""
        return max(self.taus.items(), key=_size)

    @property
    def best_guess(self) -> tuple[str, int]:
        """The way that names the last most often, and how often."""
        return max(self.guessed.items(), key=_size)

    @property
    def is_chance(self) -> bool:
        """Whether no way does better than chance, by four standard deviations."""
        chance = 1 / PEOPLE
        most = self.runs * chance + DEVIATIONS * sqrt(self.runs * chance * (1 - chance))
        return abs(self.best_order[1]) < DEVIATIONS * TAU_DEVIATION / sqrt(self.runs) and self.best_guess[1] < most


def take_the_files(folder: Path, fill: Fill, answers: Sequence[bytes], random: Random) -> dict[str, bytes]:
    """Fill a box, and take its files."""
    fill(folder, answers, random)
    return folder_bytes(folder)


def attack(fill: Fill, *, runs: int = RUNS, take: Attack = take_the_files) -> Outcome:
    """Fill a box many times, each in a folder of its own, and attack what ``take`` gets of it."""
    taus: dict[str, list[float]] = {}
    guessed: dict[str, int] = {}
    for run in range(runs):
        random = Random(run)
        answers = [envelope(random) for _ in range(PEOPLE)]
        with TemporaryDirectory() as name:
            files = take(Path(name), fill, answers, random)
        _attack_once(files, answers, random, taus, guessed)
    return Outcome(runs, {name: mean(each) for name, each in taus.items()}, guessed)


def _attack_once(
    files: dict[str, bytes],
    answers: Sequence[bytes],
    random: Random,
    taus: dict[str, list[float]],
    guessed: dict[str, int],
) -> None:
    sights = look(files, answers)
    for name, features in orderings(sights):
        taus.setdefault(name, []).append(kendall_tau(features))
    for name, suspect in suspects(sights, random):
        guessed[name] = guessed.get(name, 0) + (suspect == len(answers) - 1)


def _size(item: tuple[str, float]) -> float:
    return abs(item[1])
