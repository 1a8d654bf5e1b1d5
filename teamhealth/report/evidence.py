"""What sources say: why themes matter, and what others have tried or a source proposes beside a concern."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from teamhealth.resources import resource


class ExampleKind(StrEnum):
    """Whether somebody tried it, or a source proposes it."""

    TRIED = "tried"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that a line comes from."""

    id: str
    title: str
    year: int

    @property
    def short(self) -> str:
        """The title without what stands in brackets, and the year."""
        return f"{self.title.split(' (')[0]}, {self.year}"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a domain matters."""

    domain: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Example:
    """What was tried or is proposed where these items are low."""

    kind: ExampleKind
    items: tuple[str, ...]
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """All reasons and examples, in the file's order."""

    reasons: tuple[Reason, ...]
    examples: tuple[Example, ...]

    def reason(self, domain_id: str) -> Reason | None:
        """Return the first reason why a domain matters, if there is one."""
        return next((reason for reason in self.reasons if reason.domain == domain_id), None)

    def examples_for(self, items: tuple[str, ...]) -> tuple[Example, ...]:
        """Return the examples that stand beside any of these items, in the file's order."""
        return tuple(example for example in self.examples if set(example.items) & set(items))


@cache
def own_evidence() -> Evidence:
    """Return what the program's own evidence file holds; read once."""
    return read_evidence(resource("evidence", "evidence.toml"))


def read_evidence(path: Path) -> Evidence:
    """Return what an evidence file holds.

    Raises
    ------
    ValueError
        Naming the file and the key, for whatever is missing, unknown or of the wrong kind.
    """
    try:
        with path.open("rb") as file:
            whole = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    return _Reader(path.name).evidence(whole)


class _Reader:
    """Takes an evidence file's values one by one; every error names the file and the key."""

    def __init__(self, file: str) -> None:
        self._file = file

    def evidence(self, whole: Mapping[str, object]) -> Evidence:
        self._only(whole, "", "sources", "why", "examples")
        sources = self._sources(whole.get("sources"))
        reasons = tuple(self._reason(each, key, sources) for key, each in self._tables(whole, "why"))
        examples = tuple(self._example(each, key, sources) for key, each in self._tables(whole, "examples"))
        return Evidence(reasons, examples)

    def _sources(self, value: object) -> dict[str, Source]:
        if not isinstance(value, dict):
            raise self._wrong("sources", "is missing or not a table")
        return {name: self._source(name, each) for name, each in value.items()}

    def _source(self, name: str, value: object) -> Source:
        key = f"sources.{name}"
        if not isinstance(value, dict):
            raise self._wrong(key, "is not a table")
        self._only(value, f"{key}.", "title", "year")
        year = value.get("year")
        if not isinstance(year, int) or isinstance(year, bool) or not 1900 <= year <= 2200:
            raise self._wrong(f"{key}.year", "is not a year")
        return Source(name, self._text(value, key, "title"), year)

    def _reason(self, table: Mapping[str, object], key: str, sources: Mapping[str, Source]) -> Reason:
        self._only(table, f"{key}.", "domain", "text", "source")
        return Reason(
            self._text(table, key, "domain"), self._text(table, key, "text"), self._known(table, key, sources)
        )

    def _example(self, table: Mapping[str, object], key: str, sources: Mapping[str, Source]) -> Example:
        self._only(table, f"{key}.", "kind", "items", "text", "source")
        kind = self._text(table, key, "kind")
        if kind not in list(ExampleKind):
            raise self._wrong(f"{key}.kind", "is not 'tried' or 'proposed'")
        items = table.get("items")
        if not isinstance(items, list) or not items or not all(isinstance(each, str) for each in items):
            raise self._wrong(f"{key}.items", "is not a list of items")
        return Example(
            ExampleKind(kind),
            tuple(str(each) for each in items),
            self._text(table, key, "text"),
            self._known(table, key, sources),
        )

    def _tables(self, whole: Mapping[str, object], key: str) -> list[tuple[str, Mapping[str, object]]]:
        value = whole.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._wrong(key, "is not a list of tables")
        return [(f"{key}[{number}]", each) for number, each in enumerate(value, 1)]

    def _text(self, table: Mapping[str, object], path: str, key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(f"{path}.{key}", "is missing or not a text")
        return value

    def _known(self, table: Mapping[str, object], path: str, sources: Mapping[str, Source]) -> Source:
        name = self._text(table, path, "source")
        if name not in sources:
            raise self._wrong(f"{path}.source", "names no source of this file")
        return sources[name]

    def _only(self, table: Mapping[str, object], path: str, *known: str) -> None:
        for key in table:
            if key not in known:
                raise self._wrong(f"{path}{key}", "is not a key that evidence has")

    def _wrong(self, key: str, what: str) -> ValueError:
        return ValueError(f"{self._file}: {key} {what}")
