"""Which of this program's own files lies at a place, of which one written over can be made again by nobody."""

from pathlib import Path

KEY, SURVEY, RETURN, RESULTS, PART, DATA = "key", "survey", "return", "results", "part", "data"
_ENDINGS = {".thkey": KEY, ".thsurvey": SURVEY, ".threturn": RETURN, ".thresults": RESULTS}
# What each begins with; a part and the whole it was taken from are two kinds, as neither stands for the other.
_BEGINNINGS = {
    b'{"kind":"team-health-survey"': SURVEY,
    b'{"kind":"team-health-return"': RETURN,
    b'{"kind":"team-health-results"': RESULTS,
    b'{"kind":"team-health-results-part"': PART,
    b"SQLite format 3\0": DATA,
}
# A key is looked for further in, as whoever writes something else over one loses every answer that only it opens.
_KEY_MARK = b'"kind":"team-health-key"'
_KEY_BYTES = 1024 * 1024


def kind_of(data: bytes) -> str:
    """Return which of this program's files bytes are: 'key', 'survey', 'return', 'results', 'part', 'data' or ''."""
    if _KEY_MARK in data[:_KEY_BYTES]:
        return KEY
    return next((kind for beginning, kind in _BEGINNINGS.items() if data.startswith(beginning)), "")


def kind_at(path: Path) -> str:
    """Return the same of the file at a path, by its name where it holds something else; '' where there is none."""
    try:
        with path.open("rb") as file:
            return kind_of(file.read(_KEY_BYTES)) or _ENDINGS.get(path.suffix.casefold(), "")
    except OSError:
        return ""
