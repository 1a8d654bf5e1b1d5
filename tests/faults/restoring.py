"""A program to be killed while it brings copies back, one of two in turn.

``python -m tests.faults.restoring FOLDER FIRST SECOND [STEP]`` is killed at its own hand at so many steps, if given.
"""

import os
import signal
import sys
from itertools import cycle
from pathlib import Path

from teamhealth.services.restoring import bring_back
from tests.faults.office import opened


def main() -> None:
    """Say 'ready', then bring back without end; or once, up to a step."""
    folder, sources = Path(sys.argv[1]), [Path(each) for each in sys.argv[2:4]]
    last = int(sys.argv[4]) if len(sys.argv) > 4 else None
    steps = 0

    def progress(done: int, total: int) -> None:
        nonlocal steps
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)
        steps += 1

    with opened(folder) as workspace:
        print("ready", flush=True)
        for source in cycle(sources):
            kept = bring_back(workspace, source, progress).kept
            if kept is not None:
                kept.unlink()
            if last is not None:
                print(steps, flush=True)
                return


if __name__ == "__main__":
    main()
