"""A laptop to be killed: adds answers without end, and acknowledges each once it is stored.

``python -m tests.faults.answering FOLDER FIRST``
"""

import sys
from itertools import count
from pathlib import Path

from teamhealth.services.collect import submit
from tests.faults.office import opened, response


def main() -> None:
    """Say 'ready', then the number of each person whose answers are stored."""
    with opened(Path(sys.argv[1])) as workspace:
        print("ready", flush=True)
        for number in count(int(sys.argv[2])):
            submit(workspace, response(number))
            print(number, flush=True)


if __name__ == "__main__":
    main()
