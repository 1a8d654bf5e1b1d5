"""Progress on stderr: one line that is written over on a terminal, and nothing elsewhere."""

import sys

import click

from teamhealth.texts.catalogue import tr


def terminal_progress(label: str, *, counted: bool = True) -> "TerminalProgress":
    """Return a progress that says ``label`` and how far it is, as a share only where the count is not to be told."""
    return TerminalProgress(label, live=sys.stderr.isatty(), counted=counted)


class TerminalProgress:
    """Writes each tenth of the way, or each step on a terminal."""

    def __init__(self, label: str, *, live: bool, counted: bool = True) -> None:
        self._label = label
        self._live = live
        self._counted = counted
        self._last = -1

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` steps are behind us."""
        tenth = 10 * done // total if total else 10
        if tenth == self._last and not (self._live and self._counted):
            return
        self._last = tenth
        if self._counted:
            words = tr("{label}: {done} of {total}", label=self._label, done=done, total=total)
        else:
            words = tr("{label}: {percent}%", label=self._label, percent=10 * tenth)
        click.echo(f"\r{words}" if self._live else words, err=True, nl=not self._live or done >= total)
