"""How long a questionnaire is, in words."""

from teamhealth.texts.catalogue import tr, trn


def length_text(count: int, minutes: int) -> str:
    """Return '32 questions, about 7 minutes'."""
    asked = trn("{count} question", "{count} questions", count)
    return tr("{asked}, {minutes}", asked=asked, minutes=about_minutes(minutes))


def about_minutes(minutes: int) -> str:
    """Return 'about 7 minutes'."""
    return trn("about {count} minute", "about {count} minutes", minutes)
