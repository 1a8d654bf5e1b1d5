"""Starts the program: ``python -m teamhealth`` and the ``teamhealth`` command."""

import sys

from teamhealth.cli.streams import know_what_cannot_be_printed
from teamhealth.services.lost_errors import tell_places_only


def main() -> None:
    """Run the command line and leave with its exit status."""
    tell_places_only()
    know_what_cannot_be_printed()
    from teamhealth.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
