"""Whether a questionnaire is a translation of another: the same questions, coded, scored and laid out alike."""

from collections.abc import Iterator

from teamhealth.survey.questionnaire import BandedItem, Questionnaire


def same_language(one: Questionnaire, other: Questionnaire) -> bool:
    """Return whether both are of one language, in whichever country."""
    return one.language.partition("-")[0] == other.language.partition("-")[0]


def translation_problems(made: Questionnaire, original: Questionnaire) -> tuple[str, ...]:
    """Return in what a questionnaire differs from the one that it translates, words and minutes aside.

    What could not be read of it is empty, was told already, and is not told again.
    """
    theirs = dict(_frame(original))
    ours = dict(_frame(made))
    return tuple(
        f'{key}: {_listed(ours.get(key, ()))}; a translation of "{original.title}" has {_listed(theirs.get(key, ()))}'
        for key in dict.fromkeys((*theirs, *ours))
        if ours.get(key) != theirs.get(key) and "" not in ours.get(key, ())
    )


def _frame(asked: Questionnaire) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each key, and what stands there that answers are coded, scored or shown by."""
    yield "version", (asked.version,)
    yield "score_domains", ("true" if asked.score_domains else "false",)
    for scale in asked.response_scales:
        yield f"response_scales.{scale.id}", (f"{len(scale.options)} answers",) if scale.options else ("",)
    yield "domains", tuple(domain.id for domain in asked.domains)
    for domain in asked.domains:
        yield f"domains.{domain.id}.items", tuple(item.id for item in domain.items)
        yield f"domains.{domain.id}, reverse", tuple(item.id for item in domain.items if item.reverse)
        yield f"domains.{domain.id}.sources", domain.sources
    yield "banded_items", tuple(item.id for item in asked.banded_items)
    for item in asked.banded_items:
        yield f"banded_items.{item.id}.response_scale", (item.response_scale,)
        yield f"banded_items.{item.id}.reference", _reference(item)
    yield "comments", tuple(comment.id for comment in asked.comments)


def _reference(item: BandedItem) -> tuple[str, ...]:
    return (f"{item.reference.percent}%", item.reference.source) if item.reference is not None else ()


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(values) or "nothing"
