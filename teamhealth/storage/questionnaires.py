"""Questionnaires that were added to this computer: their files, byte for byte, every version."""

from dataclasses import dataclass

from teamhealth.storage.library import Store


@dataclass(frozen=True, slots=True)
class StoredQuestionnaire:
    """A questionnaire's file under its id and version."""

    id: str
    version: str
    document: bytes


def save(store: Store, questionnaire: StoredQuestionnaire) -> None:
    """Store a version; one that is there already is left as it is."""
    store.execute(
        "INSERT INTO questionnaire (id, version, document) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (questionnaire.id, questionnaire.version, questionnaire.document),
    )


def every(store: Store) -> tuple[StoredQuestionnaire, ...]:
    """Return all versions of all questionnaires, by id and version as written."""
    found = store.execute("SELECT id, version, document FROM questionnaire ORDER BY id, version").fetchall()
    return tuple(StoredQuestionnaire(name, version, bytes(document)) for name, version, document in found)


def delete(store: Store, questionnaire_id: str) -> None:
    """Delete all versions of a questionnaire; surveys keep the text that they were asked with."""
    store.execute("DELETE FROM questionnaire WHERE id = ?", (questionnaire_id,))
