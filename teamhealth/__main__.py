"""Starts the program: ``python -m teamhealth`` and the ``teamhealth`` command."""

import sys

from teamhealth.app import run


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
