"""Publications for the tests of documents: ordinary, rich, hostile and one-sided ones."""

from dataclasses import replace

from teamhealth.publication.item_counts import count_table
from teamhealth.publication.types import (
    Change,
    CommentsResult,
    Comparison,
    DomainResult,
    ItemResult,
    ItemWord,
    Publication,
    ShownScore,
    TeamResult,
    Tier,
    Verdict,
)
from teamhealth.report.evidence import Evidence, read_evidence
from teamhealth.resources import resource
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave
from teamhealth.survey.questionnaire_file import read_questionnaire
from tests.invented import publication

LONG_NAME = "Integrated Front Door, Assessment and Early Help for Norhill"
VERDICTS = (Verdict.WITHIN_CHANCE, Verdict.ABOVE, Verdict.BELOW, Verdict.NOT_TESTED)
HOSTILE = (
    "<img src='/etc/passwd'/> <b>never closed & <a href='x'>",
    "</para><para>&#0; &amp; %s {0} {name}",
    "smile \U0001f600 and 日本語 and \u202eevil\u202c and \x07\x00bell",
    "x" * 1000,
    "word for word " * 71,
    "one line\r\nand another\n\n\nand a last",
)
WELSH = ("Mae’r tîm yn ŵyl: Ŷ ŷ Ŵ ŵ â ê î ô û ŵ ŷ ï", "Gŵyl y tîm, tŷ’r Ŵyl")


def evidence() -> Evidence:
    """Return the product's own evidence."""
    return read_evidence(resource("evidence", "evidence.toml"))


def with_team(whole: Publication, team: TeamResult) -> Publication:
    """Return the publication with its only team replaced."""
    return replace(whole, services=(replace(whole.services[0], teams=(team,)),))


def with_comments(whole: Publication, *comments: str, withheld: int = 0) -> Publication:
    """Return the publication with these comments to the first question, none to the second."""
    told = (CommentsResult("change", comments, withheld), CommentsResult("keep", (), 0))
    return with_team(whole, replace(whole.teams[0], comments=told))


def without_comments(whole: Publication) -> Publication:
    """Return the publication with no comments at all."""
    return with_team(whole, replace(whole.teams[0], comments=()))


def one_sided(whole: Publication, word: ItemWord) -> Publication:
    """Return the publication with the same word for every item."""
    items = tuple(replace(item, word=word) for item in whole.teams[0].items)
    return with_team(whole, replace(whole.teams[0], items=items))


def on_average(whole: Publication, word: ItemWord) -> Publication:
    """Return the publication with the same word for every item, each by its average only: most answered otherwise."""
    answered = whole.teams[0].answered or 0
    counts = count_table(answered, word, splits=whole.teams[0].tier is Tier.SPLITS).counts
    count = counts[0] if word is ItemWord.STRENGTH else counts[-1]
    items = tuple(ItemResult(item.item, word, answered, count) for item in whole.teams[0].items)
    return with_team(whole, replace(whole.teams[0], items=items))


def with_modules(whole: Publication, *files: str) -> Publication:
    """Return the publication with modules asked too: their items all strengths, their themes without results."""
    modules = tuple(read_questionnaire(resource("questionnaires", file)) for file in files)
    facts = replace(whole.survey, questionnaires=(*whole.survey.questionnaires, *modules))
    added = tuple(ItemResult(item.id, ItemWord.STRENGTH) for module in modules for item in module.items)
    team = whole.teams[0]
    return with_team(replace(whole, survey=facts), replace(team, items=(*team.items, *added)))


def with_modules_only(whole: Publication, *files: str) -> Publication:
    """Return the publication with nothing but modules asked: their items all strengths, no theme scored."""
    both = with_modules(whole, *files)
    modules = both.survey.questionnaires[len(whole.survey.questionnaires) :]
    asked = {item.id for module in modules for item in module.items}
    items = tuple(item for item in both.teams[0].items if item.item in asked)
    team = replace(both.teams[0], domains=(), items=items, banded=(), comments=())
    return with_team(replace(both, survey=replace(both.survey, questionnaires=modules)), team)


def compared(answered: int, headcount: int | None = None) -> Publication:
    """Return a publication whose themes stand beside an earlier round and other teams."""
    whole = publication(answered, headcount)
    domains = tuple(_compared(number, domain) for number, domain in enumerate(whole.teams[0].domains))
    return with_team(whole, replace(whole.teams[0], domains=domains))


def _compared(number: int, domain: DomainResult) -> DomainResult:
    change = _beside(domain, VERDICTS[number], 28, 5)
    rest = _beside(domain, VERDICTS[(number + 1) % 4], 26, 7)
    return replace(domain, change=Change(Wave(WaveId("9" * 32), "Spring 2026"), change), rest=rest)


def _beside(domain: DomainResult, verdict: Verdict, gap: int, near: int) -> Comparison:
    """Return a score that such a verdict could be of: farther off than the gap that would show, or nearer."""
    own = domain.score.points if domain.score is not None else 50
    if verdict is Verdict.WITHIN_CHANCE:
        return Comparison(ShownScore(min(own + near, 94)), verdict, gap)
    if verdict is Verdict.NOT_TESTED:
        return Comparison(ShownScore(min(own + near, 94)), verdict)
    off = -gap - 1 if verdict is Verdict.ABOVE else gap + 1
    return Comparison(ShownScore(min(max(own + off, 6), 94)), verdict)
