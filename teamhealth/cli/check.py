"""``teamhealth check``: whether a questionnaire of one's own can be used, and all that is wrong with it."""

from pathlib import Path

import click

from teamhealth.cli.options import DATA_DIR
from teamhealth.export.columns import harmless
from teamhealth.failures import QuestionnaireInvalid
from teamhealth.publication.theme_hints import theme_hints
from teamhealth.services.questionnaires import check_questionnaire, original_of
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.languages import language_name


@click.command()
@click.argument("questionnaire_file", metavar="FILE.toml", type=click.Path(path_type=Path))
@DATA_DIR
@click.pass_context
def check(ctx: click.Context, questionnaire_file: Path, data_dir: Path | None) -> None:  # noqa: ARG001 - accepted everywhere
    """Say all that is wrong with a questionnaire's file, or what it is."""
    try:
        asked = check_questionnaire(questionnaire_file)
    except QuestionnaireInvalid as failure:
        for problem in failure.problems:
            click.echo(harmless(f"{failure.file}: {problem}"), err=True)
        count = len(failure.problems)
        click.echo(
            trn(
                "{count} thing is wrong. Nothing was changed.", "{count} things are wrong. Nothing was changed.", count
            ),
            err=True,
        )
        ctx.exit(1)
    for name, words in (
        (tr("Title"), asked.title),
        (tr("Licence"), asked.licence or tr("not said")),
        (tr("Source"), asked.source or tr("not said")),
        (tr("Questions"), str(asked.question_count)),
        (tr("Minutes"), str(asked.minutes)),
    ):
        click.echo(harmless(f"{name}: {words}"))
    original = original_of(asked)
    if original is not None:
        language = language_name(asked.language)
        click.echo(
            harmless(tr("It is ‘{title}’ in another language: {language}.", title=original.title, language=language))
        )
    if not asked.score_domains:
        click.echo(tr("Its themes have no score: each question is reported by itself."))
    for hint in theme_hints(asked):
        click.echo(harmless(hint))
