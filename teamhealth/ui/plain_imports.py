"""Imports as Python does them, once Qt's own modules are there."""

import builtins


def import_plainly() -> None:
    """Take back the import of PySide6, which reads the source of each module for switches that are not used here.

    It costs a sixth of the time until the surveys are listed. Where a PySide6 keeps no plain import, nothing changes.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
