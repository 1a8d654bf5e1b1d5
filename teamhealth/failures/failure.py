"""What every known failure is, and those of the program as a whole."""


class Failure(Exception):
    """A known failure: it has words, and the words say whether data is safe and what to do."""


class ResourcesMissing(Failure):
    """The program's own files are not where they should be."""


class Cancelled(Failure):
    """A long task was cancelled by the person who started it; nothing was changed."""
