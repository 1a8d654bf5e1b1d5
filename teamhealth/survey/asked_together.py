"""Whether questionnaires can be asked in one survey: no theme and no question may have its id in two of them."""

from collections.abc import Iterator, Sequence

from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr


def clash_sentences(questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    """Yield a sentence for each pair that shares an id, naming both and the first that they share."""
    for place, one in enumerate(questionnaires):
        taken = frozenset(asked_ids(one))
        for other in questionnaires[place + 1 :]:
            shared = next((each for each in asked_ids(other) if each in taken), None)
            if shared is not None:
                yield tr(
                    "{one} and {other} cannot be asked together: both have a theme or question with the id ‘{id}’. "
                    "Give it another id in your own questionnaire’s file.",
                    one=one.title,
                    other=other.title,
                    id=shared,
                )


def asked_ids(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the ids of all themes and questions, which no two questionnaires of a survey may share."""
    return (*(domain.id for domain in questionnaire.domains), *question_ids(questionnaire))


def question_ids(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the ids of all questions."""
    return (
        *(item.id for item in questionnaire.items),
        *(item.id for item in questionnaire.banded_items),
        *(comment.id for comment in questionnaire.comments),
    )
