"""Registers the bundled font, the same on screen and on paper."""

from PySide6.QtGui import QFontDatabase

from teamhealth.resources import resource

FAMILY = "Source Sans 3"
FALLBACK = "Segoe UI"
_FILES = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf", "SourceSans3-Bold.ttf")


def load_fonts() -> str:
    """Register the bundled cuts with Qt and return the family to use.

    All three cuts register under one family, the semibold at weight 600. Call once an application:
    Qt keeps what is registered.

    Returns
    -------
    str
        'Source Sans 3', or 'Segoe UI' if a file could not be loaded.
    """
    if FAMILY in QFontDatabase.families():
        return FAMILY
    numbers = [QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FILES]
    return FAMILY if min(numbers) >= 0 else FALLBACK
