"""Drafts of surveys, as documents that only their writer reads; never a passphrase, a PIN or an answer."""

from teamhealth.storage.library import Store


def save(store: Store, draft_id: str, document: bytes) -> None:
    """Store a draft in place of an earlier state of the same one."""
    store.execute(
        "INSERT INTO draft (id, document) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document",
        (draft_id, document),
    )


def load(store: Store, draft_id: str) -> bytes | None:
    """Return a draft's document, or None if there is none."""
    row = store.execute("SELECT document FROM draft WHERE id = ?", (draft_id,)).fetchone()
    return bytes(row[0]) if row else None


def all_drafts(store: Store) -> tuple[tuple[str, bytes], ...]:
    """Return all drafts with their identities."""
    found = store.execute("SELECT id, document FROM draft ORDER BY id")
    return tuple((str(identity), bytes(document)) for identity, document in found)


def delete(store: Store, draft_id: str) -> None:
    """Delete a draft; one that is not there is no error."""
    store.execute("DELETE FROM draft WHERE id = ?", (draft_id,))
