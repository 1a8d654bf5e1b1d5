"""Looks words up in the gettext catalogue; English stands in the code and is the key.

``gettext`` itself keeps which catalogue is bound, so this module holds no state.
"""

import gettext
from pathlib import Path

DOMAIN = "teamhealth"


def bind(translations: Path) -> None:
    """Bind the catalogue in ``translations`` (``<language>/LC_MESSAGES/teamhealth.mo``); English needs none."""
    gettext.bindtextdomain(DOMAIN, str(translations))


def tr(message: str, **fields: object) -> str:
    """Return ``message`` in the reader's language with ``{name}`` fields filled in."""
    found = gettext.dgettext(DOMAIN, message)
    return found.format(**fields) if fields else found


def trn(one: str, many: str, count: int, **fields: object) -> str:
    """Return the form for ``count`` of two messages; ``{count}`` and other fields are filled in."""
    return gettext.dngettext(DOMAIN, one, many, count).format(count=count, **fields)
