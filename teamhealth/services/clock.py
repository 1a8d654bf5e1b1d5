"""The computer's clock."""

from datetime import datetime


def local_now() -> datetime:
    """Return the time now with the computer's time zone."""
    return datetime.now().astimezone()
