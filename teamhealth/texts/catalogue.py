"""Looks words up in the gettext catalogue; English stands in the code and is the key.

``gettext`` itself keeps which catalogue is bound. It would look for its file on the disk at every single word, so a
catalogue that was found is kept until another is bound.
"""

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "teamhealth"


def bind(translations: Path) -> None:
    """Bind the catalogue in ``translations`` (``<language>/LC_MESSAGES/teamhealth.mo``); English needs none."""
    gettext.bindtextdomain(DOMAIN, str(translations))
    _catalogue.cache_clear()


def tr(message: str, **fields: object) -> str:
    """Return ``message`` in the reader's language with ``{name}`` fields filled in."""
    found = _bound().gettext(message)
    return found.format(**fields) if fields else found


def trn(one: str, many: str, count: int, **fields: object) -> str:
    """Return the form for ``count`` of two messages; ``{count}`` and other fields are filled in."""
    return _bound().ngettext(one, many, count).format(count=count, **fields)


def _bound() -> gettext.NullTranslations:
    return _catalogue(gettext.bindtextdomain(DOMAIN))


@cache
def _catalogue(folder: str) -> gettext.NullTranslations:
    # gettext loads the names of every language there is before it looks whether one of ours is filled.
    if not any(Path(folder).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, folder, fallback=True)
