"""``teamhealth delete``: one survey's published results, when their time is over."""

import secrets
from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR, folder_with_surveys
from teamhealth.services.clock import local_now
from teamhealth.services.deleted_words import goes_words, stays_words
from teamhealth.services.deleting import delete_results, what_goes
from teamhealth.services.results import PublishedSurvey, list_published
from teamhealth.services.workspace import open_workspace
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date


@click.command()
@click.argument("survey", metavar="[SURVEY]", default="")
@click.option("--yes", is_flag=True, help="Delete them; without it, it is only said what would go.")
@DATA_DIR
@click.pass_context
def delete(ctx: click.Context, survey: str, yes: bool, data_dir: Path | None) -> None:
    """Delete the published results of SURVEY, a title or an id, from this computer. Without SURVEY, list them."""
    folder = folder_with_surveys(ctx, data_dir)
    with open_workspace(folder, clock=local_now, entropy=secrets.token_bytes) as workspace:
        published = list_published(workspace)
        if not survey:
            for each in published:
                click.echo(f"{each.id}\t{each.published.isoformat()}\t{each.title}")
            return
        wanted = _found(survey, published)
        click.echo(goes_words(what_goes(workspace, wanted.id)), err=True)
        click.echo(stays_words(), err=True)
        if not yes:
            click.echo(tr("Nothing has been deleted. Add --yes to delete these results for good."), err=True)
            return
        delete_results(workspace, wanted.id)
    click.echo(tr("Deleted: {title}.", title=wanted.title), err=True)
    click.echo(wanted.id)


def _found(survey: str, published: tuple[PublishedSurvey, ...]) -> PublishedSurvey:
    """Return the survey of this id or title; of several with one title, the ids and days are told."""
    found = [each for each in published if survey == each.id or survey.casefold() == each.title.casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        words = tr("There are no published results of ‘{title}’ here. Without a name, they are listed.", title=survey)
        raise click.ClickException(words)
    named = ", ".join(f"{each.id} ({long_date(each.published)})" for each in found)
    raise click.ClickException(tr("Several are called so. Name one by its id: {ids}.", ids=named))
