"""Registers the bundled font, the same on screen and on paper."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase

from teamhealth.resources import resource

FAMILY = "Source Sans 3"
FALLBACK = "Segoe UI"
# Asking Qt whether it knows a family has it look through every font of the computer.
_LOADED = "teamHealthFontsLoaded"
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
    application = QCoreApplication.instance()
    if application is not None and application.property(_LOADED):
        return FAMILY
    numbers = [QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FILES]
    loaded = min(numbers) >= 0
    if application is not None:
        application.setProperty(_LOADED, loaded)
    return FAMILY if loaded else FALLBACK
