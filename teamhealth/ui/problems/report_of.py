"""What may be told of an error to whoever mends it."""

from teamhealth.failures import Failure


def report_of(failure: Exception) -> str:
    """Return the report of an error that nobody foresaw, '' of a failure that is known; it holds no values."""
    if isinstance(failure, Failure):
        return ""
    from teamhealth.services.crash_report import crash_report

    return crash_report(failure)
