"""Takes values out of a TOML table one by one, and collects what is wrong with each under its key's full path."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

from teamhealth.survey.readable import problem_with_text

MOST_KEY_PARTS = 200
_LARGEST_NUMBER = 10**18
_LONG_NUMBER = "a number has too many digits"


class NotToml(ValueError):
    """Bytes are no TOML document; the words say where and why."""


def read_document(raw: bytes, largest_bytes: int) -> dict[str, object]:
    """Return the TOML document that bytes hold.

    Raises
    ------
    NotToml
        If they are too many, not UTF-8, not TOML, or nested too deeply.
    """
    if len(raw) > largest_bytes:
        raise NotToml(f"the file is larger than {largest_bytes // 1024} KiB")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise NotToml(f"byte {error.start + 1} is not UTF-8") from error
    # A key of very many parts takes the library time and room that grow with their square.
    if any(line.count(".") > MOST_KEY_PARTS for line in text.split("\n")):
        raise NotToml("the file is nested too deeply")
    try:
        document = tomllib.loads(text)
        if _holds_long_number(document):
            raise NotToml(_LONG_NUMBER)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(str(error)) from error
    except RecursionError as error:
        raise NotToml("the file is nested too deeply") from error
    except ValueError as error:
        # Python itself makes no number of more than 4,300 digits.
        raise NotToml(_LONG_NUMBER) from error
    return document


def _holds_long_number(value: object) -> bool:
    """Whether there is a number that Python could not write out again, as one in hexadecimal may be."""
    if isinstance(value, dict):
        return any(_holds_long_number(each) for each in value.values())
    if isinstance(value, list):
        return any(_holds_long_number(each) for each in value)
    return isinstance(value, int) and abs(value) > _LARGEST_NUMBER


class Reader:
    """One TOML table; ``problems`` is shared by all readers made from the first."""

    def __init__(
        self,
        table: Mapping[str, object],
        path: str = "",
        problems: list[str] | None = None,
        of_what: str = "a questionnaire",
    ) -> None:
        self._table = table
        self._path = path
        self._of_what = of_what
        self.problems: list[str] = [] if problems is None else problems

    def wrong(self, key: str, what: str) -> None:
        """Note what is wrong with a key."""
        self.problems.append(f"{self._path}{key}: {what}")

    def text(self, key: str, longest: int, *, optional: bool = False) -> str:
        """Return a text that people will read, as written; '' and a problem noted if it is not one."""
        value = self._table.get(key)
        if value is None and optional:
            return ""
        if value is None:
            self.wrong(key, "is missing")
            return ""
        if not isinstance(value, str):
            self.wrong(key, "is not a text")
            return ""
        problem = problem_with_text(value, longest)
        if problem:
            self.wrong(key, problem)
        return value

    def matching(self, key: str, pattern: re.Pattern[str], form: str) -> str:
        """Return a text of a fixed form, such as an id; ``form`` says it in words, after 'is not'."""
        value = self._table.get(key)
        if value is None:
            self.wrong(key, "is missing")
            return ""
        if not isinstance(value, str) or not pattern.fullmatch(value):
            self.wrong(key, f"is not {form}")
            return ""
        return value

    def texts(self, key: str, *, least: int, most: int, longest: int) -> tuple[str, ...]:
        """Return a list of different texts."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.wrong(key, "is not a list of texts")
            return ()
        texts = tuple(str(each) for each in value)
        if not least <= len(texts) <= most:
            self.wrong(key, f"has {len(texts)} entries, not {least} to {most}" if least != most else f"needs {least}")
        for number, each in enumerate(texts, 1):
            problem = problem_with_text(each, longest)
            if problem:
                self.wrong(f"{key}[{number}]", problem)
        if len(set(texts)) != len(texts):
            self.wrong(key, "holds the same text twice")
        return texts

    def whole(self, key: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        value = self._table.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(key, "is missing" if value is None else "is not a whole number")
            return least
        if not least <= value <= most:
            self.wrong(key, f"is {value}, not {least} to {most}")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self._table.get(key, default)
        if not isinstance(value, bool):
            self.wrong(key, "is not true or false")
            return default
        return value

    def table(self, key: str) -> "Reader | None":
        """Return a table inside this one, or None if there is none."""
        value = self._table.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.wrong(key, "is not a table")
            return None
        return Reader(value, f"{self._path}{key}.", self.problems, self._of_what)

    def tables(self, key: str, *, least: int = 0) -> list["Reader"]:
        """Return an array of tables, counted from 1 in errors."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.wrong(key, "is not a list of tables")
            return []
        if len(value) < least:
            self.wrong(key, "is missing")
        return [
            Reader(each, f"{self._path}{key}[{number}].", self.problems, self._of_what)
            for number, each in enumerate(value, 1)
        ]

    def named_tables(self, key: str) -> list[tuple[str, "Reader"]]:
        """Return the tables under a key with their names."""
        outer = self.table(key)
        if outer is None:
            self.wrong(key, "is missing")
            return []
        names = list(outer._table)
        found = [(name, outer.table(name)) for name in names]
        return [(name, each) for name, each in found if each is not None]

    def only(self, *known: str) -> None:
        """Note every key that is not known."""
        for key in self._table:
            if key not in known:
                self.wrong(key, f"is not a key that {self._of_what} has")

    def has(self, key: str) -> bool:
        """Return whether the key is there."""
        return key in self._table

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in the order written."""
        return tuple(self._table)

    def day(self, key: str) -> date | None:
        """Return a day, or None if there is none."""
        value = self._table.get(key)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self.wrong(key, "is not a day such as 2026-12-04")
            return None
        return value

    def word_or_number(self, key: str) -> str | int | None:
        """Return a text or a whole number as it is, or None and a problem noted."""
        value = self._table.get(key)
        if isinstance(value, bool) or not isinstance(value, str | int):
            self.wrong(key, "is missing" if value is None else "is neither a text nor a whole number")
            return None
        return value
