"""The data folder of the demonstration: an invented team's, made anew each time."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from teamhealth.services.demo import OPENING_WORDS, PIN, clear_demo, fill_for_a_look
from teamhealth.services.demo_rounds import fill_council
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr

DEMO_SEED = 1


@contextmanager
def open_demonstration(folder: Path, opened: Callable[[], AbstractContextManager[Workspace]]) -> Iterator[Workspace]:
    """Open a folder by ``opened`` once it is cleared, and fill it; PIN and passphrase are said on the command line."""
    clear_demo(folder)
    told = tr("The invented team’s manager PIN is {pin}; the passphrase is: {words}", pin=PIN, words=OPENING_WORDS)
    sys.stderr.write(told + "\n")
    with opened() as workspace:
        fill_council(workspace)
        fill_for_a_look(workspace, DEMO_SEED)
        yield workspace
