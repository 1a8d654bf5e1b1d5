"""Keeps Qt's windows for files from leaving folders and names in settings that all programs of Qt share.

Qt writes there whenever such a window goes, without being asked, and offers no way to stop it. Its settings take a
while to be known, so they are named when a window for files is asked for.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_SHARED_BY = "QtProject"
_GROUP = "FileDialog"


@contextmanager
def nothing_left_in_qts_settings() -> Iterator[None]:
    """Let a window for files come and go in the block without a trace.

    Elsewhere than on Windows the settings are a file, and go nowhere. Windows has them in its registry, which cannot be
    said to be elsewhere: what the window wrote is taken out again.
    """
    if sys.platform == "win32":
        with put_back():
            yield
    else:
        from PySide6.QtCore import QSettings

        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
        yield


@contextmanager
def put_back() -> Iterator[None]:
    """Put the settings of windows for files back as they were before the block."""
    before = _held()
    try:
        yield
    finally:
        if _held() != before:
            settings = _shared()
            settings.remove(_GROUP)
            for key, value in before.items():
                settings.setValue(key, value)
            settings.sync()


def _held() -> dict[str, object]:
    settings = _shared()
    return {key: settings.value(key) for key in settings.allKeys() if key.startswith(f"{_GROUP}/")}


def _shared() -> "QSettings":
    from PySide6.QtCore import QSettings

    settings = QSettings(QSettings.Scope.UserScope, _SHARED_BY)
    # What is set for all users of the computer is not ours to write into this user's.
    settings.setFallbacksEnabled(False)
    return settings
