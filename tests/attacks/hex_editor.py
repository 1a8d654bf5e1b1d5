"""What a hex editor reads from files: where each envelope lies, how often, and what order that suggests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

# Parts of an envelope that are looked for: its beginning, its middle and its end.
STARTS = (0, 8000, 16400)
PART_BYTES = 24


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of one envelope: for each file the places where parts of it lie."""

    places: dict[str, tuple[int, ...]]

    @property
    def copies(self) -> int:
        """How many parts are seen in all files together."""
        return sum(len(each) for each in self.places.values())


def look(files: dict[str, bytes], answers: Sequence[bytes]) -> list[Sight]:
    """Return what is seen of each envelope in files, by their names."""
    return [Sight({name: places(content, answer) for name, content in files.items()}) for answer in answers]


def places(content: bytes, answer: bytes) -> tuple[int, ...]:
    """Return where parts of an envelope lie, all copies of each."""
    found: list[int] = []
    for start in STARTS:
        part = answer[start : start + PART_BYTES]
        at = content.find(part)
        while part and at >= 0:
            found.append(at)
            at = content.find(part, at + 1)
    return tuple(found)


def orderings(sights: Sequence[Sight]) -> Iterator[tuple[str, list[int]]]:
    """Yield each way of putting envelopes in order: its name, and a number for each envelope."""
    for name in sights[0].places:
        yield f"first place in {name}", [min(sight.places[name], default=0) for sight in sights]
        yield f"last place in {name}", [max(sight.places[name], default=0) for sight in sights]
        yield f"copies in {name}", [len(sight.places[name]) for sight in sights]
    yield "all copies", [sight.copies for sight in sights]


def suspects(sights: Sequence[Sight], random: Random) -> Iterator[tuple[str, int]]:
    """Yield each way of guessing who was last: its name, and the envelope; ties are broken by chance."""
    for name, features in orderings(sights):
        for kind, wanted in (("highest", max(features)), ("lowest", min(features))):
            yield f"{kind}: {name}", random.choice([i for i, each in enumerate(features) if each == wanted])


def kendall_tau(features: Sequence[int]) -> float:
    """Return Kendall's tau-a of features in the true order; ties count nothing."""
    pairs = list(combinations(features, 2))
    return sum((later > earlier) - (later < earlier) for earlier, later in pairs) / len(pairs)
