"""What is final stays final when a copy is brought back: no step of a survey is undone, deleting its results neither.

An older copy would let somebody open a survey, bring the copy back, add one answer, open again, and read it off.
"""

import hashlib

from teamhealth.storage.database import Store, transaction

_STATES = ("collecting", "closed", "published")
# Those that others refer to come first.
_TABLES = (
    "wrapped_key",
    "pin",
    "tries",
    "code_lock",
    "code",
    "envelope",
    "returned",
    "taken_table",
    "refused_file",
    "opened_team",
    "publication",
    "late_publication",
)
_SECRET = ("wrapped_key", "pin", "tries", "code", "code_lock", "envelope", "returned", "taken_table", "refused_file")
# What goes when a survey's results are deleted: those of a published survey are in the first.
_RESULTS = ("publication", "late_publication", "plan")

_Row = tuple[object, ...]


def carry_final(old: Store, new: Store) -> None:
    """Carry into a copy what was final in the data that it takes the place of; both are of the newest form.

    Parameters
    ----------
    old : Store
        What is there now; it is read only.
    new : Store
        The copy. A survey that has come further in it stays as it is, but for what had been destroyed; so does one
        in which this computer was something else, as a laptop that closes what its lead still collects.
    """
    for survey, key, role, state in old.execute("SELECT id, public_key, role, state FROM survey").fetchall():
        same = "SELECT state FROM survey WHERE id = ? AND public_key = ? AND role = ?"
        found = new.execute(same, (survey, key, role)).fetchone()
        if found is None:
            continue
        behind = _STATES.index(state) - _STATES.index(found[0])
        with transaction(new):
            if behind > 0:
                _take_over(old, new, survey)
            elif behind == 0 and state != _STATES[0]:
                _take_later_teams(old, new, survey)
            if state != _STATES[0]:
                _destroy_what_was(old, new, survey)
            if state == _STATES[-1] and not _rows(old, "publication", survey):
                for table in _RESULTS:
                    new.execute(f"DELETE FROM {table} WHERE survey = ?", (survey,))  # noqa: S608 - a name from above


def _take_over(old: Store, new: Store, survey: str) -> None:
    """Take how far a survey had come, and all that is sealed and published of it once it has been opened."""
    columns: tuple[str, ...] = ("state", "closed", "published")
    if _rows(old, "opened_team", survey) or _rows(old, "publication", survey):
        columns = (*columns, "document", "sha256")
        for table in reversed(_TABLES):
            new.execute(f"DELETE FROM {table} WHERE survey = ?", (survey,))  # noqa: S608 - a name from above
        for table in _TABLES:
            _insert(new, table, _rows(old, table, survey))
    else:
        _add_answers(old, new, survey)
    # The names of columns are from above.
    row = old.execute(f"SELECT {', '.join(columns)} FROM survey WHERE id = ?", (survey,)).fetchone()  # noqa: S608
    new.execute(f"UPDATE survey SET {' = ?, '.join(columns)} = ? WHERE id = ?", (*row, survey))  # noqa: S608 - as above


def _add_answers(old: Store, new: Store, survey: str) -> None:
    """Add what a survey held when it closed: with fewer answers, opening the copy would tell of the others.

    What the copy held already stays, since its envelopes may be whole where the same ones have been damaged since.
    """
    held = {row[3] for row in _rows(new, "envelope", survey)}
    for _, _, team, sealed in old.execute("SELECT * FROM envelope WHERE survey = ?", (survey,)).fetchall():
        if sealed not in held:
            # The box is written in a fresh order, under fresh ids, before the copy takes its place.
            place = hashlib.sha256(sealed).digest()[:16]
            _insert(new, "envelope", [(place, survey, team, sealed)])
    known = {row[:3] for row in _rows(new, "returned", survey)}
    _insert(new, "returned", [row for row in _rows(old, "returned", survey) if row[:3] not in known])


def _take_later_teams(old: Store, new: Store, survey: str) -> None:
    """Take the teams that were opened or published later by themselves, with the very envelopes that were opened."""
    opened = {row[0] for row in new.execute("SELECT team FROM opened_team WHERE survey = ?", (survey,))}
    for row in _rows(old, "opened_team", survey):
        if (team := row[1]) not in opened:
            new.execute("DELETE FROM returned WHERE survey = ? AND team = ?", (survey, team))
            _insert(new, "returned", [each for each in _rows(old, "returned", survey) if each[1] == team])
            _insert(new, "opened_team", [row])
    published = {row[1] for row in _rows(new, "late_publication", survey)}
    _insert(new, "late_publication", [row for row in _rows(old, "late_publication", survey) if row[1] not in published])


def _destroy_what_was(old: Store, new: Store, survey: str) -> None:
    """Leave out key and answers that had been destroyed; a laptop has no key, but what it closed with."""
    laptop = old.execute("SELECT role FROM survey WHERE id = ?", (survey,)).fetchone()[0] == "laptop"
    if not _rows(old, "envelope" if laptop else "wrapped_key", survey):
        for table in _SECRET:
            new.execute(f"DELETE FROM {table} WHERE survey = ?", (survey,))  # noqa: S608 - a name from above


def _rows(store: Store, table: str, survey: str) -> list[_Row]:
    return store.execute(f"SELECT * FROM {table} WHERE survey = ?", (survey,)).fetchall()  # noqa: S608 - as above


def _insert(store: Store, table: str, rows: list[_Row]) -> None:
    for row in rows:
        places = ", ".join("?" * len(row))
        store.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608 - as above
