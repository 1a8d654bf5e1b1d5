"""The commands: what was made goes to stdout, progress and errors to stderr, and the exit status is 0 to 3."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from teamhealth.cli.endings import Ending, ending_cleanly
from teamhealth.cli.offered import OFFERED
from teamhealth.cli.options import DATA_DIR, Launch, Opener, start_folder
from teamhealth.cli.plain_start import names_file
from teamhealth.cli.streams import drop_what_cannot_be_printed, print_any_character
from teamhealth.failures import Failure
from teamhealth.services.lost_errors import quiet_logs
from teamhealth.settings.places import whole_path
from teamhealth.texts.catalogue import tr

_VERSION = "Show the version and exit."


@click.command("open-file", hidden=True)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def _open_file(ctx: click.Context, file: Path) -> None:
    """Open the app with a file."""
    launch: Launch = ctx.obj
    ctx.exit(launch.open_app(start_folder(ctx, None), False, whole_path(file)))


class _Group(click.Group):
    """Finds each command when it is asked for, and says each known failure in one line, without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the same in each context
        return list(OFFERED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        load = OFFERED.get(cmd_name)
        return load() if load is not None else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the name of a file, which the system passes for a double click, as one to open."""
        if args and args[0] not in OFFERED and names_file(args[0]):
            return _open_file.name, _open_file, args
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            # A full disk behind a redirection shows only now.
            sys.stdout.flush()
        except Failure as failure:
            from teamhealth.texts.failure_words import words_for

            words = words_for(failure).command_line
        except OSError:
            # Only stdout itself knows whether it was of what is printed, and why in the system's words.
            refused = drop_what_cannot_be_printed()
            if refused is None:
                raise
            words = _unprinted(refused)
        else:
            return result
        click.echo(tr("Error: {words}", words=words), err=True)
        return ctx.exit(1)


def _unprinted(refused: OSError) -> str:
    return tr("The answer could not be printed: {reason}.", reason=os.strerror(refused.errno or errno.EIO))


def _end(status: int, refused: OSError | None = None) -> int:
    """Return an exit status, which is that of a known error where something could not be printed."""
    refused = refused or drop_what_cannot_be_printed()
    if refused is None:
        return status
    click.echo(tr("Error: {words}", words=_unprinted(refused)), err=True)
    return status or 1


def _cancelled() -> int:
    click.echo(tr("Cancelled. Nothing has been changed."), err=True)
    return 1


def _unexpected(error: Exception) -> int:
    from teamhealth.cli.fault import tell_fault

    refused = drop_what_cannot_be_printed()
    return _end(0, refused) if refused is not None and isinstance(error, OSError) else tell_fault(error)


def build(open_app: Opener, version: Callable[[], str]) -> click.Group:
    """Return the command line.

    Parameters
    ----------
    open_app : callable
        Opens the window on a data folder; the second argument says whether it is the demonstration's.
        Returns an exit status.
    version : callable
        Returns the program's version; called when it is asked for.
    """

    def say_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(f"teamhealth, version {version()}")
            ctx.exit()

    @click.group(cls=_Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
    @DATA_DIR
    @click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=say_version, help=_VERSION)
    @click.pass_context
    def teamhealth(ctx: click.Context, data_dir: Path | None) -> None:
        """Anonymous team questionnaires, sealed answers, PDF reports. Opens the app if no command is given."""
        ctx.obj = Launch(data_dir, open_app)
        if ctx.invoked_subcommand is None:
            ctx.exit(open_app(start_folder(ctx, None), False))

    return teamhealth


def run(arguments: list[str], open_app: Opener, version: Callable[[], str]) -> int:
    """Run one command line and return its exit status: 0, 1 for a known error, 2 for wrong usage, 3 for a fault."""
    print_any_character()
    quiet_logs()
    with ending_cleanly() as ending:

        def open_window(folder: Path, demonstration: bool, file: Path | None = None) -> int:
            ending.give_back()
            return open_app(folder, demonstration, file)

        return _run(arguments, open_window, version, ending)


def _run(arguments: list[str], open_app: Opener, version: Callable[[], str], ending: Ending) -> int:
    try:
        outcome = build(open_app, version).main(args=arguments, prog_name="teamhealth", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 1
    except click.exceptions.Exit as leaving:
        # What is asked before any command, such as the version, is not printed before now.
        return _end(leaving.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _cancelled()
    except Exception as error:
        # Some libraries make an error of their own of whatever stops them.
        return _cancelled() if ending.asked else _unexpected(error)
    return outcome if isinstance(outcome, int) else 0
