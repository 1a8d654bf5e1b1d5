"""Finds the program's own files: questionnaires, evidence, fonts, icons, translations, word list.

They stand at the top level of a source checkout, inside the package of an installed wheel, and beside the
program in a frozen bundle.
"""

import sys
from pathlib import Path

from teamhealth.failures import ResourcesMissing

_PACKAGE = Path(__file__).resolve().parent
_INSIDE_WHEEL = "_resources"


def find_resources(package: Path = _PACKAGE, bundle: str | None = None) -> Path:
    """Return the folder that holds the program's own files.

    Parameters
    ----------
    package : Path
        The folder of the ``teamhealth`` package.
    bundle : str or None
        The folder of a frozen bundle; by default what PyInstaller says, if it is running.

    Returns
    -------
    Path
        An existing folder.

    Raises
    ------
    ResourcesMissing
        If none of the three places has it.
    """
    frozen = bundle if bundle is not None else getattr(sys, "_MEIPASS", None)
    # The checkout comes before the wheel: an editable install leaves a stale copy inside the package.
    candidates = [Path(frozen) / "resources"] if frozen else []
    if (package.parent / "pyproject.toml").is_file():
        candidates.append(package.parent / "resources")
    candidates.append(package / _INSIDE_WHEEL)
    for folder in candidates:
        if (folder / "questionnaires").is_dir():
            return folder
    raise ResourcesMissing(str(package))


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files, such as ``resource("fonts", "SourceSans3-Bold.ttf")``."""
    return find_resources().joinpath(*parts)
