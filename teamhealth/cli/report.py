"""``teamhealth report``: one document as PDF from a results file."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from teamhealth.cli.documents import KINDS, Kind, Order
from teamhealth.cli.options import DATA_DIR, FORCE, check_may_write, folder_with_surveys
from teamhealth.publication.types import Publication
from teamhealth.services.clock import local_now
from teamhealth.services.results import read_area_results, read_results
from teamhealth.services.workforce import RatesByArea, rates_by_area
from teamhealth.services.workspace import open_workspace
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list

_FILE = click.Path(path_type=Path)
_ROUNDS = "RESULTS.thresults [EARLIER.thresults ...]"
_Command = TypeVar("_Command", bound=Callable[..., object])


def _an_option_each(command: _Command) -> _Command:
    for kind in reversed(KINDS):
        if kind.metavar:
            command = click.option(f"--{kind.option}", metavar=kind.metavar, help=kind.help)(command)
        else:
            command = click.option(f"--{kind.option}", is_flag=True, flag_value="yes", help=kind.help)(command)
    return command


@click.command()
@click.argument("results_files", metavar=_ROUNDS, nargs=-1, required=True, type=_FILE)
@_an_option_each
@click.option("--out", required=True, metavar="FILE.pdf", type=_FILE, help="The PDF to write.")
@click.option("--large-print", is_flag=True, help="Text of 16 points, on A4 on its side.")
@click.option(
    "--as-of",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day on which a plan's actions are judged overdue; today by default.",
)
@click.option("--workforce", is_flag=True, help="With the workforce figures that are kept in the data folder.")
@click.option("--without-teams", is_flag=True, help="Totals alone: no team is named beside its figures.")
@FORCE
@DATA_DIR
@click.pass_context
def report(
    ctx: click.Context,
    /,
    *,
    results_files: tuple[Path, ...],
    out: Path,
    large_print: bool,
    as_of: datetime | None,
    workforce: bool,
    without_teams: bool,
    force: bool,
    data_dir: Path | None,
    **kinds: str | None,
) -> None:
    """Write one document as PDF: say which by one of the options that name one.

    A plan stands beside the next round if that round's results are given too. Workforce figures stand in the reports of
    areas of service and of the council, in a pack and in a plan's annex.
    """
    chosen = [(kind, given) for kind in KINDS if (given := kinds[kind.option]) is not None]
    if len(chosen) != 1:
        raise click.UsageError(tr("Use one of {options}.", options=and_list([f"--{kind.option}" for kind in KINDS])))
    [(kind, given)] = chosen
    # What an option is given is a name, or the plan's spreadsheet.
    check_may_write(out, force=force, read=(*results_files, Path(given)), pdf=True)
    _check_goes_with(
        kind,
        {
            "workforce": workforce and not kind.takes_workforce,
            "as-of": as_of is not None and not kind.takes_day,
            "without-teams": without_teams and not kind.may_leave_out_teams,
        },
    )
    read = read_area_results if kind.speaks_for_all else read_results
    published = _newest_first(_each_once(results_files, [read(path) for path in results_files]))
    rates = _rates(folder_with_surveys(ctx, data_dir), published[0]) if workforce else {}
    day = (as_of or local_now()).date()
    kind.write(Order(published, given, out, large_print, rates, day, teams=not without_teams))
    click.echo(str(out))


def _check_goes_with(kind: Kind, refused: Mapping[str, bool]) -> None:
    """Raise UsageError for the first option that is said of a document it does not go with."""
    for option, is_refused in refused.items():
        if is_refused:
            raise click.UsageError(tr("--{other} does not go with --{option}.", other=option, option=kind.option))


def _each_once(paths: Sequence[Path], published: Sequence[Publication]) -> tuple[Publication, ...]:
    """Return each of the results once, and say which files hold the same as one before."""
    found: list[Publication] = []
    for path, each in zip(paths, published, strict=True):
        if each in found:
            words = tr("{name} holds the same results as a file before it, and counts once.", name=path.name)
            click.echo(words, err=True)
        else:
            found.append(each)
    return tuple(found)


def _newest_first(given: tuple[Publication, ...]) -> tuple[Publication, ...]:
    """Return the rounds of the first results' organisation from the newest on, then others; say so if that differs."""
    first = given[0].survey.organisation.id
    # A team that was published later belongs to its round's day, and stays where it was named.
    days = {each.survey.id: each.survey.published for each in given if each.after is None}
    own = [each for each in given if each.survey.organisation.id == first]
    own.sort(key=partial(_day, days), reverse=True)
    if own[0].survey.id != given[0].survey.id:
        words = tr("Of these rounds {round} is the newest, and is reported.", round=own[0].survey.wave.name)
        click.echo(words, err=True)
    return (*own, *(each for each in given if each.survey.organisation.id != first))


def _day(days: Mapping[str, date], each: Publication) -> date:
    return days.get(each.survey.id, each.survey.published)


def _rates(folder: Path, publication: Publication) -> RatesByArea:
    """Return the figures kept in a data folder; ClickException where there are none of this organisation."""
    with open_workspace(folder, clock=local_now, entropy=secrets.token_bytes) as workspace:
        found = rates_by_area(workspace, publication)
    if not found:
        place = publication.survey.organisation.name
        raise click.ClickException(
            tr(
                "No workforce figures of {place} are kept in {folder}. ‘teamhealth workforce import FILE’ takes them "
                "in, ‘teamhealth workforce show’ says of whom there are any, and --data-dir names another folder.",
                place=place,
                folder=folder,
            )
        )
    return found
