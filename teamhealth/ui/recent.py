"""The files that were opened before, which several rooms offer again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from teamhealth.ui.house import House


def recent_files(house: House) -> tuple[str, ...]:
    """Return the files that were opened before, the last first."""
    return house.choices.recent


def remember_file(house: House, path: Path) -> None:
    """Put a file at the head of the recent ones."""
    house.choose(house.choices.with_recent(path))


def remember_all(house: House, paths: Sequence[Path]) -> None:
    """Put several at the head, the first before the others."""
    for path in reversed(paths):
        remember_file(house, path)


def open_again(house: House, path: Path) -> None:
    """Open one of them."""
    house.open_files((path,))


def forget_recent(house: House) -> None:
    """Offer none of them any more."""
    house.choose(replace(house.choices, recent=()))
