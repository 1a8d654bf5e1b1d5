"""Which employer standard and which of Ofsted's conditions an item bears on."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one item bears on; '' where nothing is named."""

    employer: str = ""
    ofsted: str = ""


@dataclass(frozen=True, slots=True)
class Standards:
    """What every item bears on."""

    items: Mapping[str, Bearing]

    def of(self, item_id: str) -> Bearing:
        """Return what an item bears on; nothing for one that the file does not name."""
        return self.items.get(item_id, Bearing())


def read_standards(path: Path) -> Standards:
    """Return what a standards file holds; ValueError, naming the file, for one that is not such a file."""
    try:
        with path.open("rb") as file:
            whole = tomllib.load(file)
        employer, ofsted = whole["employer_standards"], whole["ofsted_conditions"]
        found = {}
        for item, bears in whole["items"].items():
            number, condition = bears.get("employer_standard"), bears.get("ofsted")
            found[item] = Bearing(
                f"{number} {employer[str(number)]}" if number is not None else "",
                str(ofsted[condition]) if condition is not None else "",
            )
    except (KeyError, AttributeError, TypeError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    return Standards(found)
