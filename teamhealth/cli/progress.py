"""Progress on stderr: one line that is written over on a terminal, and nothing elsewhere."""

import sys

import click

from teamhealth.texts.catalogue import tr


def terminal_progress(label: str) -> "TerminalProgress":
    """Return a progress that says ``label`` and how far it is."""
    return TerminalProgress(label, live=sys.stderr.isatty())


class TerminalProgress:
    """Writes each tenth of the way, or each step on a terminal."""

    def __init__(self, label: str, *, live: bool) -> None:
        self._label = label
        self._live = live
        self._last = -1

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` steps are behind us."""
        tenth = 10 * done // total if total else 10
        if not self._live and tenth == self._last:
            return
        self._last = tenth
        words = tr("{label}: {done} of {total}", label=self._label, done=done, total=total)
        click.echo(f"\r{words}" if self._live else words, err=True, nl=not self._live or done >= total)
