"""``teamhealth answers``: answers that were collected elsewhere, mapped, stripped of names, and sealed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write
from teamhealth.cli.progress import terminal_progress
from teamhealth.exchange.answer_mapping import AnswerMapping, Holds
from teamhealth.exchange.answer_table import passed_over_lines
from teamhealth.exchange.columns import printable, shown
from teamhealth.failures import SheetUnclear
from teamhealth.services.answers_import import ReadAnswers, read_from_elsewhere, seal_return, write_guess
from teamhealth.settings.own_files import RETURN
from teamhealth.texts.catalogue import tr, trn

_FILE = click.Path(path_type=Path)
_SURVEY = click.argument("survey", metavar="SURVEY.thsurvey", type=_FILE)
_TABLE = click.argument("table", metavar="ANSWERS.csv|xlsx", type=_FILE)
_TEAM = click.option("--team", default="", metavar="NAME", help="The team of all rows, where no column says it.")
_SHEET = click.option("--sheet", default="", metavar="NAME", help="Which sheet of a workbook with several.")


@click.group()
def answers() -> None:
    """Work with answers that were collected elsewhere, such as on paper."""


@answers.command("import")
@_SURVEY
@_TABLE
@click.option("--mapping", metavar="MAPPING.toml", type=_FILE, help="Which column holds what, from 'answers map'.")
@_TEAM
@_SHEET
@click.option("--out", required=True, metavar="X.threturn", type=_FILE, help="The sealed return to write.")
@FORCE
@DATA_DIR
def import_command(
    *,
    survey: Path,
    table: Path,
    mapping: Path | None,
    team: str,
    sheet: str,
    out: Path,
    force: bool,
    data_dir: Path | None,  # noqa: ARG001 - accepted everywhere
) -> None:
    """Seal answers from a table into a return: all of its rows, or none."""
    check_may_write(out, force=force, read=(survey, table, mapping), kind=RETURN)
    with _sheet_named():
        file, read = read_from_elsewhere(survey, table, mapping, team, sheet)
    _say_read(read)
    seal_return(file, read.responses, out, terminal_progress(tr("Sealing")))
    count = len(read.responses)
    click.echo(trn("Sealed {count} answer.", "Sealed {count} answers.", count), err=True)
    click.echo(tr("Results of them will say that they were not collected sealed."), err=True)
    click.echo(str(out))


@answers.command("map")
@_SURVEY
@_TABLE
@_TEAM
@_SHEET
@click.option("--out", required=True, metavar="MAPPING.toml", type=_FILE, help="The mapping to write.")
@FORCE
@DATA_DIR
def map_command(
    *,
    survey: Path,
    table: Path,
    team: str,
    sheet: str,
    out: Path,
    force: bool,
    data_dir: Path | None,  # noqa: ARG001 - as above
) -> None:
    """Guess which column of a table holds what, and write it down to be read and changed."""
    check_may_write(out, force=force, read=(survey, table))
    with _sheet_named():
        mapping = write_guess(survey, table, out, team, sheet)
    _say_guess(mapping)
    click.echo(str(out))


@contextmanager
def _sheet_named() -> Iterator[None]:
    """Say by which option a sheet is named, where one has to be."""
    try:
        yield
    except SheetUnclear as failure:
        *before, last = failure.problems
        option = tr("Or name it with --sheet.")
        raise SheetUnclear(failure.file, (*before, f"{last} {option}")) from failure


def _say_read(read: ReadAnswers) -> None:
    """Say which column answers which question, and what is dropped before anything is sealed."""
    if read.layout:
        click.echo(tr("Layout: {layout}.", layout=read.layout), err=True)
    if read.sheet:
        click.echo(tr("Sheet: {sheet}.", sheet=shown(read.sheet)), err=True)
    for column in read.asked:
        click.echo(f"{printable(column.head)} -> {column.question}: {printable(column.text)}", err=True)
    if read.personal:
        click.echo(tr("Dropped, as it could name a person: {heads}.", heads=_listed(read.personal)), err=True)
    if read.ignored:
        click.echo(tr("Left out, as it holds no answers: {heads}.", heads=_listed(read.ignored)), err=True)
    for line in passed_over_lines(read.passed_over):
        click.echo(line, err=True)


def _listed(heads: tuple[str, ...]) -> str:
    return ", ".join(shown(each) for each in heads)


def _say_guess(mapping: AnswerMapping) -> None:
    words = {
        Holds.QUESTION: tr("Question"),
        Holds.TEAM: tr("Team"),
        Holds.CODE: tr("Code"),
        Holds.PERSONAL: tr("Dropped"),
        Holds.IGNORED: tr("Left out"),
        Holds.UNKNOWN: tr("Not known"),
    }
    for column in mapping.columns:
        near = column.holds is Holds.UNKNOWN and column.question
        holds = tr("Much like") if near else words[column.holds]
        told = f"{holds} {column.question}".strip()
        # Whole: the one word that makes it the opposite may be the last.
        click.echo(f"{told}: {printable(column.head)}", err=True)
