"""What whoever writes a questionnaire is told of its short themes: what reports will leave out."""

from teamhealth.publication.short_themes import FEWEST_FOR_AGREEMENT, FEWEST_WITH_COUNTS
from teamhealth.survey.policy import SPLITS_FROM
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, number_word


def theme_hints(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return a sentence on the themes that show words only, and one on those that lose agreement."""
    if not questionnaire.score_domains:
        return ()
    by_length = [(each.title, len(each.items)) for each in questionnaire.domains]
    words_only = [title for title, length in by_length if length < FEWEST_WITH_COUNTS]
    short = [title for title, length in by_length if FEWEST_WITH_COUNTS <= length < FEWEST_FOR_AGREEMENT]
    found = []
    if words_only:
        found.append(
            trn(
                "{themes} has fewer than {few} questions. Reports show a word for each, and no count of answers.",
                "{themes} have fewer than {few} questions. Reports show a word for each, and no count of answers.",
                len(words_only),
                themes=_named(words_only),
                few=number_word(FEWEST_WITH_COUNTS),
            )
        )
    if short:
        found.append(
            trn(
                "{themes} has fewer than {few} questions. From {people} answers on, reports do not say"
                " whether they are alike.",
                "{themes} have fewer than {few} questions. From {people} answers on, reports do not say"
                " whether they are alike.",
                len(short),
                themes=_named(short),
                few=number_word(FEWEST_FOR_AGREEMENT),
                people=number_word(SPLITS_FROM),
            )
        )
    return tuple(found)


def _named(titles: list[str]) -> str:
    return and_list([tr("‘{title}’", title=each) for each in titles])
