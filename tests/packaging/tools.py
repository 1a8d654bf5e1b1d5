"""The scripts that make and check a bundle, as modules."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent.parent


def tool(name: str) -> ModuleType:
    """Return a script of `.ci` as a module, which finds its neighbours as it does when it is called."""
    folder = str(ROOT / ".ci")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(name)
