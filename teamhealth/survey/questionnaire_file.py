"""Reads a questionnaire from TOML, and says of a wrong one which line or key is wrong and why."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from teamhealth.failures import QuestionnaireInvalid
from teamhealth.survey.asked_together import asked_ids, question_ids
from teamhealth.survey.questionnaire import (
    AGREEMENT_POINTS,
    FEWEST_SCORED_ITEMS,
    BandedItem,
    CommentQuestion,
    Domain,
    Item,
    Questionnaire,
    Reference,
    ResponseScale,
)
from teamhealth.survey.toml_reader import NotToml, Reader, read_document

LARGEST_BYTES = 256 * 1024
AGREEMENT = "agreement"
MOST_BANDS = 8
MOST_QUESTIONS = 200
LONGEST_ORIGIN = 400
# In English and in Welsh; whoever neither agrees nor disagrees names both, and stands in the middle.
_NEITHER = ("neither", "ddim yn")
_AGREE, _DISAGREE = ("agree", "cytuno"), ("disagree", "anghytuno")
_ID = (
    re.compile(r"[a-z][a-z0-9-]{0,39}"),
    'an id such as "workload-2" (small letters a to z, digits and hyphens, a letter first, 40 characters at most)',
)
_VERSION = (
    re.compile(r"\d{1,4}\.\d{1,4}"),
    'a version such as "1.0" (two numbers with a point between, in quotation marks)',
)
_LANGUAGE = (re.compile(r"[a-z]{2}(-[A-Z]{2})?"), 'the code of a language, such as "en", "cy" or "en-GB"')


def _nothing(_: Questionnaire) -> Iterable[str]:
    return ()


def read_questionnaire(path: Path, beside: Callable[[Questionnaire], Iterable[str]] = _nothing) -> Questionnaire:
    """Read and check a questionnaire file.

    Parameters
    ----------
    path : Path
    beside : callable
        Returns what is wrong with a questionnaire beside others; what could not be read of it is empty.

    Raises
    ------
    QuestionnaireInvalid
        With every problem found, each naming a line or a key.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise QuestionnaireInvalid(path.name, (f"the file cannot be read: {error.strerror}",)) from error
    return parse_questionnaire(path.name, raw, beside)


def parse_questionnaire(
    name: str, raw: bytes, beside: Callable[[Questionnaire], Iterable[str]] = _nothing
) -> Questionnaire:
    """Check the bytes of a questionnaire file; ``name`` is for the errors, which are as above, as is ``beside``."""
    try:
        document = read_document(raw, LARGEST_BYTES)
    except NotToml as error:
        raise QuestionnaireInvalid(name, (str(error),)) from error
    reader = Reader(document)
    questionnaire = _questionnaire(reader)
    reader.problems += _cross_checks(questionnaire, reader)
    reader.problems += beside(questionnaire)
    if reader.problems:
        raise QuestionnaireInvalid(name, tuple(reader.problems))
    return questionnaire


def read_all(folder: Path) -> tuple[Questionnaire, ...]:
    """Read every ``*.toml`` of a folder, the core questionnaire first, then by title.

    Raises
    ------
    QuestionnaireInvalid
        For a wrong file, or where two files share a questionnaire's, a theme's or a question's id.
    """
    found = [(path.name, read_questionnaire(path)) for path in sorted(folder.glob("*.toml"))]
    owners: dict[str, str] = {}
    for name, questionnaire in found:
        for key in (questionnaire.id, *asked_ids(questionnaire)):
            if key in owners:
                raise QuestionnaireInvalid(name, (f'id "{key}" is used in {owners[key]} too',))
            owners[key] = name
    ordered = sorted(found, key=lambda pair: (pair[1].id != "team-health", pair[1].title))
    return tuple(questionnaire for _, questionnaire in ordered)


def _questionnaire(reader: Reader) -> Questionnaire:
    """Return a questionnaire as far as it can be read; problems are noted."""
    scales = tuple(_scales(reader))
    domains = tuple(_domain(each) for each in reader.tables("domains", least=1))
    banded = tuple(_banded(each) for each in reader.tables("banded_items"))
    comments = tuple(
        CommentQuestion(each.matching("id", *_ID), each.text("text", 300)) for each in reader.tables("comments")
    )
    for each in reader.tables("comments"):
        each.only("id", "text")
    questionnaire = Questionnaire(
        id=reader.matching("id", *_ID),
        version=reader.matching("version", *_VERSION),
        language=reader.matching("language", *_LANGUAGE),
        title=reader.text("title", 80),
        minutes=reader.whole("minutes", 1, 60),
        audience=reader.text("audience", 300),
        response_scales=scales,
        domains=domains,
        banded_items=banded,
        comments=comments,
        score_domains=reader.flag("score_domains", default=True),
        licence=reader.text("licence", LONGEST_ORIGIN, optional=True),
        source=reader.text("source", LONGEST_ORIGIN, optional=True),
    )
    reader.only(
        "id", "version", "language", "title", "minutes", "audience", "score_domains", "response_scales", "domains",
        "banded_items", "comments", "licence", "source",
    )  # fmt: skip
    return questionnaire


def _scales(reader: Reader) -> Iterator[ResponseScale]:
    for key, each in reader.named_tables("response_scales"):
        options = each.texts("options", least=2, most=MOST_BANDS, longest=60)
        opt_outs = each.texts("opt_outs", least=2, most=2, longest=60)
        each.only("options", "opt_outs")
        if key == AGREEMENT and options and len(options) != AGREEMENT_POINTS:
            each.wrong("options", f"an agreement scale has {AGREEMENT_POINTS} answers, this one has {len(options)}")
        elif key == AGREEMENT and _turned_round(options):
            each.wrong(
                "options",
                f'the answers run from "{options[0]}" to "{options[-1]}"; write the one that disagrees most first, '
                "or every score would be turned round",
            )
        yield ResponseScale(key, options, opt_outs)


def _turned_round(options: Sequence[str]) -> bool:
    """Return whether an answer that agrees stands before one that disagrees; words that cannot be judged pass."""
    sides = [_side(each) for each in options]
    return any(later < 0 < sooner for place, sooner in enumerate(sides) for later in sides[place + 1 :])


def _side(option: str) -> int:
    words = option.casefold()
    if any(each in words for each in _NEITHER):
        return 0
    if any(each in words for each in _DISAGREE):
        return -1
    return 1 if any(each in words for each in _AGREE) else 0


def _domain(reader: Reader) -> Domain:
    items = tuple(_item(each) for each in reader.tables("items", least=1))
    reader.only("id", "title", "question", "items", "sources", "direction_note")
    return Domain(
        id=reader.matching("id", *_ID),
        title=reader.text("title", 60),
        question=reader.text("question", 200),
        items=items,
        sources=reader.texts("sources", least=0, most=20, longest=60),
        direction_note=reader.text("direction_note", 200, optional=True),
    )


def _item(reader: Reader) -> Item:
    reader.only("id", "label", "text", "strength", "concern", "reverse")
    return Item(
        id=reader.matching("id", *_ID),
        label=reader.text("label", 60),
        text=reader.text("text", 300),
        strength=reader.text("strength", 120),
        concern=reader.text("concern", 120),
        reverse=reader.flag("reverse", default=False),
    )


def _banded(reader: Reader) -> BandedItem:
    reader.only("id", "label", "text", "response_scale", "reference")
    reference = None
    table = reader.table("reference")
    if table is not None:
        table.only("label", "percent", "source")
        reference = Reference(table.text("label", 120), table.whole("percent", 0, 100), table.text("source", 60))
    return BandedItem(
        id=reader.matching("id", *_ID),
        label=reader.text("label", 60),
        text=reader.text("text", 300),
        response_scale=reader.text("response_scale", 40),
        reference=reference,
    )


def _cross_checks(questionnaire: Questionnaire, reader: Reader) -> list[str]:
    """Return what does not fit together; what is missing or wrong by itself is told already, and not told again."""
    problems = []
    scales = {scale.id for scale in questionnaire.response_scales}
    if AGREEMENT not in scales and not any(each.startswith("response_scales: ") for each in reader.problems):
        problems.append(f'response_scales: there is no scale "{AGREEMENT}", which every domain uses')
    problems += [
        f'banded_items[{number}].response_scale: there is no scale "{item.response_scale}"'
        for number, item in enumerate(questionnaire.banded_items, 1)
        if item.response_scale and item.response_scale not in scales
    ]
    problems += [
        f"domains[{number}].items: a domain with a score has {FEWEST_SCORED_ITEMS} items or more, "
        f"this one has {len(domain.items)}; set score_domains = false to report each item by itself"
        for number, domain in enumerate(questionnaire.domains, 1)
        if questionnaire.score_domains and 0 < len(domain.items) < FEWEST_SCORED_ITEMS
    ]
    problems += _repeated("domain", [domain.id for domain in questionnaire.domains])
    problems += _repeated("question", list(question_ids(questionnaire)))
    if questionnaire.question_count > MOST_QUESTIONS:
        problems.append(f"the questionnaire has more than {MOST_QUESTIONS} questions")
    return problems


def _repeated(kind: str, ids: list[str]) -> list[str]:
    seen: set[str] = set()
    problems = []
    for each in filter(None, ids):
        if each in seen:
            problems.append(f'id "{each}" is used for two {kind}s')
        seen.add(each)
    return problems
