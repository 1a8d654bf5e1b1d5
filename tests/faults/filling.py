"""A laptop whose disk has no room: answers until it is refused three times.

``python -m tests.faults.filling FOLDER full|limited`` prints how many were acknowledged and what each refusal was.
"""

import json
import os
import resource
import shutil
import signal
import sys
from pathlib import Path

from teamhealth.failures import Failure
from teamhealth.services.collect import submit
from tests.faults.office import opened, response

ROOM = 300 * 1024
REFUSALS = 3


def main() -> None:
    """Take the room away, then answer."""
    folder = Path(sys.argv[1])
    with opened(folder) as workspace:
        if sys.argv[2] == "full":
            free = shutil.disk_usage(folder).free
            (folder.parent / "ballast").write_bytes(bytes(free - ROOM))
        else:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (2 * ROOM, 2 * ROOM))
        taken: list[int] = []
        refused: list[str] = []
        while len(refused) < REFUSALS:
            try:
                submit(workspace, response(len(taken)))
            except Failure as failure:
                refused.append(type(failure).__name__)
            else:
                taken.append(len(taken))
    sys.stdout.write(json.dumps({"taken": taken, "refused": refused, "process": os.getpid()}))


if __name__ == "__main__":
    main()
