"""The questionnaire's quality as rows of words, for the terminal and for paper."""

from teamhealth.publication.quality import LEAST_SHARE, MOST_HUNDREDTHS, MOST_SHARE, DomainQuality
from teamhealth.publication.words import find_domain
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr

Row = tuple[str, ...]


def quality_heads() -> tuple[Row, Row]:
    """Return the column heads of the themes' table and of the questions' table."""
    return (
        (
            tr("Theme"),
            tr("Alpha"),
            tr("Omega"),
            tr("ICC(1)"),
            tr("ICC(2)"),
            tr("r_wg(j)"),
            tr("At lowest"),
            tr("At highest"),
        ),
        (
            tr("Question"),
            tr("With the others"),
            tr("Not reached"),
            tr("Does not apply"),
            tr("Preferred not to say"),
        ),
    )


def theme_row(figures: DomainQuality, questionnaires: tuple[Questionnaire, ...]) -> Row:
    """Return a theme's figures; empty where there is none."""
    return (
        find_domain(questionnaires, figures.domain).title,
        *(
            hundredths_text(each)
            for each in (figures.alpha, figures.omega, figures.single, figures.mean, figures.agreement)
        ),
        share_text(figures.floor),
        share_text(figures.ceiling),
    )


def question_rows(figures: DomainQuality, questionnaires: tuple[Questionnaire, ...]) -> list[Row]:
    """Return the figures of a theme's questions; empty cells where there is none."""
    labels = {item.id: item.label for item in find_domain(questionnaires, figures.domain).items}
    return [
        (
            labels[each.item],
            hundredths_text(each.item_rest),
            *(share_text(e) for e in (each.unanswered, each.not_applicable, each.declined)),
        )
        for each in figures.items
    ]


def quality_notes() -> tuple[str, ...]:
    """Return what must be known to read the figures."""
    return (
        tr("These figures are about the questions, not about any team. They rest on people of shown teams only."),
        tr("ICC(1) and ICC(2) are the mean-square estimators, with the mean number of people in a team."),
        tr("Stability is about conditions that need not go together, so a low alpha there is no fault."),
        tr("Shares are in steps of five, so that they tell nothing of a few people."),
        tr("What would tell of a few people, or of one team, is left out."),
    )


def hundredths_text(value: int | None) -> str:
    """Return a correlation with two decimals, in words at either end; nothing for none."""
    if value is None:
        return ""
    shown = f"{value / 100:.2f}"
    if value == MOST_HUNDREDTHS:
        return tr("{figure} or more", figure=shown)
    return tr("{figure} or less", figure=shown) if value == -MOST_HUNDREDTHS else shown


def share_text(value: int | None) -> str:
    """Return a share of people or answers, in words at either end; nothing for none."""
    if value is None:
        return ""
    if value == LEAST_SHARE:
        return tr("{percent}% or less", percent=value)
    if value == MOST_SHARE:
        return tr("{percent}% or more", percent=value)
    return tr("{percent}%", percent=value)
