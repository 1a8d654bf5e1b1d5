"""What a copy of all data holds, in words."""

from teamhealth.services.backup import BackedUp
from teamhealth.texts.catalogue import trn


def held_words(held: BackedUp) -> str:
    """Return such as '2 surveys, 31 sealed answers, 1 published result'."""
    return ", ".join(
        (
            trn("{count} survey", "{count} surveys", held.surveys),
            trn("{count} sealed answer", "{count} sealed answers", held.answers),
            trn("{count} published result", "{count} published results", held.publications),
        )
    )
