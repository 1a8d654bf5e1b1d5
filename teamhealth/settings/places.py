"""Where data lives on this computer."""

from pathlib import Path

import platformdirs

from teamhealth.failures import FolderUnknown

APP_FOLDER = "TeamHealth"
DEMO_FOLDER = "demo"


def data_folder(chosen: Path | None) -> Path:
    """Return the chosen folder, or the platform's local (never roaming) application data folder.

    Raises
    ------
    FolderUnknown
        If the path leads nowhere, or the account has no such folder.
    """
    if chosen is not None:
        try:
            named = chosen.expanduser()
        except RuntimeError as error:
            raise FolderUnknown(chosen) from error
        return whole_path(named)
    try:
        usual = Path(platformdirs.user_data_dir(APP_FOLDER, appauthor=False, roaming=False))
    except RuntimeError as error:
        raise FolderUnknown(Path(APP_FOLDER), "home") from error
    if not usual.is_absolute():
        # A folder called '~' would be made wherever the program starts.
        raise FolderUnknown(usual, "home")
    return usual


def whole_path(path: Path) -> Path:
    """Return a path from the root on; FolderUnknown if the current folder, which it begins in, is gone."""
    try:
        return path.absolute()
    except OSError as error:
        raise FolderUnknown(path) from error


def demo_folder(data: Path) -> Path:
    """Return the folder of the invented team, inside the data folder and apart from its surveys."""
    return data / DEMO_FOLDER
