"""``teamhealth survey``: a survey lead sets a survey up from a file, and copies its key."""

import secrets
from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write
from teamhealth.cli.progress import terminal_progress
from teamhealth.cli.secrets import PASSPHRASE_FILE, new_passphrase_from, passphrase_from
from teamhealth.services.clock import local_now
from teamhealth.services.lead import copy_key as copy_key_file
from teamhealth.services.new_survey import check_new_passphrase, earlier_identities, new_survey_files, read_spec
from teamhealth.services.papers import write_questionnaire_of
from teamhealth.settings.own_files import KEY
from teamhealth.texts.catalogue import tr

_FILE = click.Path(path_type=Path)


@click.group()
def survey() -> None:
    """Set up a survey that is sealed for its survey lead."""


@survey.command()
@click.argument("spec", metavar="SPEC.toml", type=_FILE)
@click.option("--out", required=True, metavar="DIR", type=_FILE, help="The folder for the files; made if needed.")
@click.option(
    "--follows", metavar="OLD.thsurvey", type=_FILE, help="An earlier round, so that the same teams stay the same."
)
@click.option("--large-print", is_flag=True, help="What is to be printed in 16 points as well, on A4 on its side.")
@PASSPHRASE_FILE
@DATA_DIR
def new(
    *,
    spec: Path,
    out: Path,
    follows: Path | None,
    large_print: bool,
    passphrase_file: Path | None,
    data_dir: Path | None,  # noqa: ARG001 - accepted everywhere
) -> None:
    """Write the survey file, the key file and what is to be printed."""
    wanted, doubts = read_spec(spec)
    for doubt in doubts:
        click.echo(tr("Note: {key}: {words}", key=doubt.key, words=doubt.text), err=True)
    known = earlier_identities(follows, local_now().date())
    click.echo(tr("Without the passphrase, and without a second key, these answers can never be opened."), err=True)
    passphrase = new_passphrase_from(passphrase_file, tr("New passphrase, four words or more"))
    check_new_passphrase(passphrase)
    files = new_survey_files(
        wanted,
        known,
        passphrase,
        out,
        entropy=secrets.token_bytes,
        progress=terminal_progress(tr("Codes")),
        large_print=large_print,
    )
    for path in files.all:
        click.echo(str(path))


@survey.command()
@click.argument("survey_file", metavar="SURVEY.thsurvey", type=_FILE)
@click.option("--out", required=True, metavar="FILE.pdf", type=_FILE, help="The PDF to write.")
@click.option("--large-print", is_flag=True, help="16 points, on A4 on its side.")
@FORCE
@DATA_DIR
def paper(*, survey_file: Path, out: Path, large_print: bool, force: bool, data_dir: Path | None) -> None:  # noqa: ARG001 - as above
    """Write the questionnaire to be filled in on paper."""
    check_may_write(out, force=force, read=(survey_file,), pdf=True)
    write_questionnaire_of(survey_file, out, large_print=large_print)
    click.echo(str(out))


@survey.command("copy-key")
@click.argument("key", metavar="SURVEY.thkey", type=_FILE)
@click.option("--out", required=True, metavar="COPY.thkey", type=_FILE, help="The key file for a second lead.")
@PASSPHRASE_FILE
@click.option(
    "--new-passphrase-file", metavar="G", type=_FILE, help="A file whose first line is the second lead's passphrase."
)
@DATA_DIR
def copy_key(
    key: Path,
    out: Path,
    passphrase_file: Path | None,
    new_passphrase_file: Path | None,
    data_dir: Path | None,  # noqa: ARG001 - as above
) -> None:
    """Copy a key for a second lead, under a passphrase of their own."""
    # A file that is there is never replaced, whatever is said.
    check_may_write(out, force=True, read=(key, passphrase_file, new_passphrase_file), kind=KEY)
    first = passphrase_from(passphrase_file)
    second = new_passphrase_from(new_passphrase_file, tr("The second lead’s passphrase, four words or more"))
    check_new_passphrase(second)
    copy_key_file(key, first, second, out, entropy=secrets.token_bytes)
    click.echo(str(out))
