"""How long to wait after wrong tries of a passphrase or PIN."""

FREE_TRIES = 5
FIRST_WAIT_SECONDS = 5
LONGEST_WAIT_SECONDS = 300


def wait_after(failures: int) -> int:
    """Return for how many seconds the next try is refused after so many wrong ones in a row.

    None for the first five; then 5 seconds, doubled with each further one, and never more than five minutes.
    """
    if failures <= FREE_TRIES:
        return 0
    # Beyond ten doublings the cap has long been reached; a huge count must not make a huge number.
    doublings = min(failures - FREE_TRIES - 1, 10)
    return min(FIRST_WAIT_SECONDS << doublings, LONGEST_WAIT_SECONDS)
