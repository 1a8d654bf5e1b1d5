"""The signs by which the installer on Windows sees that the program runs, and leaves it alone."""

import sys
from collections.abc import Callable

# The second is seen in every session, such as the one in which council IT installs silently.
SIGNS = ("TeamHealthRuns", "Global\\TeamHealthRuns")


def show_that_it_runs(make: Callable[[str], None] | None = None) -> None:
    """Make the signs. Windows takes them away when this process ends, by a crash too.

    Parameters
    ----------
    make : callable or None
        Makes one sign; None for a mutex of Windows, and nothing elsewhere.
    """
    for sign in SIGNS:
        (make or _make_mutex)(sign)


def _make_mutex(name: str) -> None:
    if sys.platform == "win32":
        import ctypes

        from teamhealth.services.windows_mutex import hold_mutex

        hold_mutex(name, ctypes.WinDLL("kernel32"), ctypes.WinDLL("advapi32"))
