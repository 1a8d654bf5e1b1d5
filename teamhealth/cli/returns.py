"""``teamhealth open`` and ``verify``: from sealed returns to results, without a data folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write
from teamhealth.cli.progress import terminal_progress
from teamhealth.cli.secrets import PASSPHRASE_FILE, passphrase_from
from teamhealth.failures import FileUnreadable, MoreAnswersThanPeople, SpecInvalid
from teamhealth.services.clock import local_now
from teamhealth.services.close_rounds import close_rounds
from teamhealth.services.late_files import open_late_files, publish_late_files
from teamhealth.services.opened import Opened, Refused
from teamhealth.services.travelling import open_files, publish_files, read_sealed
from teamhealth.services.verified_words import verified_words
from teamhealth.services.verifying_files import verify_files
from teamhealth.settings.own_files import RESULTS
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.failure_words import words_for

_FILE = click.Path(path_type=Path)
_KEY = click.option("--key", required=True, metavar="SURVEY.thkey", type=_FILE, help="The survey's key file.")
_EARLIER = click.option(
    "--earlier",
    metavar="RESULTS.thresults",
    type=_FILE,
    multiple=True,
    help="Results of an earlier round, for changes since then, or with --late of this one; may be given several times.",
)
_OTHERS = click.option(
    "--earlier",
    metavar="RESULTS.thresults",
    type=_FILE,
    multiple=True,
    help="Results of earlier rounds, and others of this survey: the first ones, a later team's, the whole of a part.",
)
_WORDS_FOR_COMMENTS = ("none", "all", "list")
LARGEST_CHOICE = 16 * 1024 * 1024


@click.command("open")
@click.argument("survey", metavar="SURVEY.thsurvey", type=_FILE)
@click.argument("returns", metavar="X.threturn...", type=_FILE, nargs=-1, required=True)
@_KEY
@PASSPHRASE_FILE
@click.option("--out", metavar="RESULTS.thresults", type=_FILE, help="The results file to write.")
@FORCE
@click.option(
    "--comments",
    default="none",
    show_default=True,
    metavar="none|all|list|FILE",
    help="Which comments to show: none, all, or those that FILE names, as list prints them.",
)
@click.option(
    "--more-answers", is_flag=True, help="Open a survey without codes even if a team has more answers than people."
)
@click.option(
    "--late", metavar="TEAM", help="Publish this team by itself, after the others' results named by --earlier."
)
@_EARLIER
@DATA_DIR
def open_command(
    *,
    survey: Path,
    returns: tuple[Path, ...],
    key: Path,
    passphrase_file: Path | None,
    out: Path | None,
    force: bool,
    comments: str,
    more_answers: bool,
    late: str | None,
    earlier: tuple[Path, ...],
    data_dir: Path | None,  # noqa: ARG001 - as above
) -> None:
    """Open all returns of a survey together and publish the results."""
    _check_out(out, comments, (survey, *returns, key, passphrase_file, *earlier), force=force)
    sealed = read_sealed(survey, returns, key, passphrase_from(passphrase_file))
    progress = terminal_progress(tr("Opening"), counted=False)
    team = None if late is None else open_late_files(sealed, late, earlier, progress)
    opened = open_files(sealed, progress) if team is None else team.opened
    _tell(opened, of=len(opened.teams) if team is None else 1)
    if not more_answers:
        _check_crowded(opened)
    if comments == "list":
        _list_comments(opened)
        return
    withheld = _withheld(opened, comments)
    if out is None:
        return
    today = local_now().date()
    if team is None:
        publish_files(opened, withheld, today, out, earlier)
        for words in close_rounds(opened.survey, earlier, today):
            click.echo(words, err=True)
    else:
        publish_late_files(team, withheld, today, out)
    click.echo(str(out))


def _check_out(out: Path | None, comments: str, read: tuple[Path | None, ...], *, force: bool) -> None:
    """Refuse to go on without a file to write, unless comments are only listed, or with one that must stay."""
    if out is not None:
        chosen = None if comments in _WORDS_FOR_COMMENTS else Path(comments)
        check_may_write(out, force=force, read=(*read, chosen), kind=RESULTS)
    elif comments != "list":
        raise click.UsageError(tr("Say with --out which results file to write."))


def _check_crowded(opened: Opened) -> None:
    if opened.crowded:
        told = words_for(MoreAnswersThanPeople(opened.crowded)).line
        advice = tr("To open them all the same, add --more-answers.")
        raise click.ClickException(f"{told} {advice}")


@click.command()
@click.argument("results_file", metavar="RESULTS.thresults", type=_FILE)
@click.argument("more_returns", metavar="[X.threturn...]", type=_FILE, nargs=-1)
@click.option("--survey", required=True, metavar="SURVEY.thsurvey", type=_FILE, help="The survey file.")
@click.option("--returns", metavar="X.threturn", type=_FILE, multiple=True, help="A sealed return; all are needed.")
@_KEY
@PASSPHRASE_FILE
@_OTHERS
@DATA_DIR
def verify(
    *,
    results_file: Path,
    more_returns: tuple[Path, ...],
    survey: Path,
    returns: tuple[Path, ...],
    key: Path,
    passphrase_file: Path | None,
    earlier: tuple[Path, ...],
    data_dir: Path | None,  # noqa: ARG001 - as above
) -> None:
    """Compute results again from the sealed answers, and compare."""
    if not (*returns, *more_returns):
        raise click.UsageError(tr("Name the sealed returns with --returns."))
    sealed = read_sealed(survey, (*returns, *more_returns), key, passphrase_from(passphrase_file))
    progress = terminal_progress(tr("Opening"), counted=False)
    for words in verified_words(verify_files(results_file, sealed, earlier, progress)):
        click.echo(words)


def _tell(opened: Opened, of: int) -> None:
    """Print how many teams will be shown, and what of the answers is special."""
    shown = sum(team.shown for team in opened.teams)
    click.echo(tr("{shown} of {all} teams have enough answers to be shown.", shown=shown, all=of), err=True)
    for words in (*_left_out(opened.refused), *_elsewhere(opened.from_elsewhere)):
        click.echo(words, err=True)


def _left_out(refused: Refused) -> Iterator[str]:
    if refused.damaged:
        yield trn("{count} damaged answer was left out.", "{count} damaged answers were left out.", refused.damaged)
    if refused.unknown_codes:
        yield trn(
            "{count} answer with an unknown code was left out.",
            "{count} answers with an unknown code were left out.",
            refused.unknown_codes,
        )
    if refused.repeated_codes:
        yield trn(
            "{count} answer with a code used before was left out.",
            "{count} answers with a code used before were left out.",
            refused.repeated_codes,
        )
    if refused.repeated_rows:
        yield trn(
            "{count} row of a table that was in another one, too, was left out.",
            "{count} rows of tables that were in another one, too, were left out.",
            refused.repeated_rows,
        )


def _elsewhere(answers: int) -> Iterator[str]:
    if answers:
        yield trn(
            "{count} answer of teams that are shown came from paper or another program.",
            "{count} answers of teams that are shown came from paper or another program.",
            answers,
        )


def _list_comments(opened: Opened) -> None:
    """Print each comment that would be shown: its key, and its words as one line of JSON."""
    names = {team.id: team.name for team in opened.teams}
    for comment in opened.comments:
        words = json.dumps(comment.text, ensure_ascii=False)
        click.echo(f"{comment.key} {words} {names[comment.team]}")


def _withheld(opened: Opened, choice: str) -> frozenset[str]:
    keys = frozenset(comment.key for comment in opened.comments)
    if choice == "all":
        return frozenset()
    return keys if choice == "none" else keys - _kept(Path(choice), keys)


def _kept(path: Path, keys: frozenset[str]) -> frozenset[str]:
    """Return the keys at the beginnings of a file's lines; empty lines and those that begin with # are passed over."""
    try:
        with path.open("rb") as file:
            lines = file.read(LARGEST_CHOICE).decode("utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise FileUnreadable(path, "missing") from error
    except PermissionError as error:
        raise FileUnreadable(path, "denied") from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, "other") from error
    kept, problems = set(), []
    for number, line in enumerate(lines, 1):
        first = line.split(maxsplit=1)[0] if line.split() else "#"
        if first.startswith("#"):
            continue
        kept.add(first)
        if first not in keys:
            problems.append(f"line {number}: there is no such comment")
    if problems:
        raise SpecInvalid(path.name, tuple(problems))
    return frozenset(kept)
