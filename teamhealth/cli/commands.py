"""The commands: what was made goes to stdout, progress and errors to stderr, and the exit status is 0, 1 or 2."""

import io
import sys
from pathlib import Path
from typing import Any

import click

from teamhealth.cli.answers import answers
from teamhealth.cli.backup import backup, restore
from teamhealth.cli.check import check
from teamhealth.cli.demo import demo
from teamhealth.cli.doctor import doctor, probe
from teamhealth.cli.figures import results
from teamhealth.cli.options import DATA_DIR, Launch, Opener, start_folder
from teamhealth.cli.plan import plan
from teamhealth.cli.report import report
from teamhealth.cli.returns import open_command, verify
from teamhealth.cli.survey import survey
from teamhealth.cli.workforce import workforce
from teamhealth.failures import Failure
from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import words_for

OPENED = frozenset({".thsurvey", ".thresults", ".threturn", ".thkey"})


@click.command("open-file", hidden=True)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def _open_file(ctx: click.Context, file: Path) -> None:
    """Open the app with a file."""
    launch: Launch = ctx.obj
    ctx.exit(launch.open_app(start_folder(ctx, None), False, file.absolute()))


class _Group(click.Group):
    """Says each known failure in one line, without a traceback."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the name of a file of this program, which the system passes for a double click, as one to open."""
        if args and Path(args[0]).suffix.lower() in OPENED and args[0] not in self.commands:
            return _open_file.name, _open_file, args
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            # A full disk behind a redirection shows only now.
            sys.stdout.flush()
        except Failure as failure:
            words = words_for(failure).line
        except OSError as error:
            words = tr("The answer could not be printed: {reason}.", reason=error.strerror or type(error).__name__)
        else:
            return result
        click.echo(tr("Error: {words}", words=words), err=True)
        return ctx.exit(1)


def build(open_app: Opener, version: str) -> click.Group:
    """Return the command line.

    Parameters
    ----------
    open_app : callable
        Opens the window on a data folder; the second argument says whether it is the demonstration's.
        Returns an exit status.
    version : str
    """

    @click.group(cls=_Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
    @DATA_DIR
    @click.version_option(version, prog_name="teamhealth")
    @click.pass_context
    def teamhealth(ctx: click.Context, data_dir: Path | None) -> None:
        """Anonymous team questionnaires, sealed answers, PDF reports. Opens the app if no command is given."""
        ctx.obj = Launch(data_dir, open_app)
        if ctx.invoked_subcommand is None:
            ctx.exit(open_app(start_folder(ctx, None), False))

    for command in (
        demo,
        check,
        survey,
        answers,
        open_command,
        verify,
        results,
        report,
        plan,
        workforce,
        backup,
        restore,
        doctor,
        probe,
    ):
        teamhealth.add_command(command)
    return teamhealth


def run(arguments: list[str], open_app: Opener, version: str) -> int:
    """Run one command line and return its exit status: 0, 1 for a known error, 2 for wrong usage."""
    _print_any_character()
    try:
        outcome = build(open_app, version).main(args=arguments, prog_name="teamhealth", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 1
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(tr("Cancelled. Nothing has been changed."), err=True)
        return 1
    return outcome if isinstance(outcome, int) else 0


def _print_any_character() -> None:
    """Let comments in any script be printed or redirected, whatever code page the console has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
