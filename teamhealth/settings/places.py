"""Where data lives on this computer."""

from pathlib import Path

import platformdirs

APP_FOLDER = "TeamHealth"
DEMO_FOLDER = "demo"


def data_folder(chosen: Path | None) -> Path:
    """Return the chosen folder, or the platform's local (never roaming) application data folder."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    return Path(platformdirs.user_data_dir(APP_FOLDER, appauthor=False, roaming=False))


def demo_folder(data: Path) -> Path:
    """Return the folder of the invented team, inside the data folder and apart from its surveys."""
    return data / DEMO_FOLDER
