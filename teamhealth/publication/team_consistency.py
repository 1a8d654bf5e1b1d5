"""Whether a team's figures are such as its answers allow."""

from collections.abc import Iterator

from teamhealth.publication.caps import HIGHEST, LOWEST
from teamhealth.publication.item_counts import count_table
from teamhealth.publication.questions_consistency import scored_domain_ids
from teamhealth.publication.short_themes import agreement_told, items_without_counts
from teamhealth.publication.types import (
    BandedResult,
    Cap,
    DomainResult,
    ItemResult,
    ShownScore,
    Span,
    SurveyFacts,
    TeamResult,
    Tier,
)
from teamhealth.survey.comment_size import clean_comment, comment_fits
from teamhealth.survey.organisation import LARGEST_HEADCOUNT
from teamhealth.survey.policy import SHARES_FROM, SPLITS_FROM

SMALLEST_PART = 2
_ORDER = (Tier.HIDDEN, Tier.WORDS, Tier.SHARES, Tier.SPLITS)


def team_problems(team: TeamResult, facts: SurveyFacts) -> Iterator[str]:
    """Yield what is wrong with a team's figures."""
    raised = team.needed - facts.policy.threshold
    if raised < 0:
        yield "fewer answers are needed than the survey's threshold"
        return
    if not team.shown:
        if team.answered is not None or team.domains or team.items or team.banded or team.comments:
            yield "hidden, yet there are figures"
        return
    if team.answered is None or _ORDER.index(team.tier) > _ORDER.index(_tier(team.answered, team.needed, raised)):
        yield "more is shown than its answers allow"
        return
    questionnaires = facts.questionnaires
    if tuple(each.domain for each in team.domains) != scored_domain_ids(questionnaires):
        yield "its domains are not the survey's"
        return
    if [each.item for each in team.items] != [item.id for each in questionnaires for item in each.items]:
        yield "its items are not the survey's"
        return
    if [each.item for each in team.banded] != [item.id for each in questionnaires for item in each.banded_items]:
        yield "its banded items are not the survey's"
        return
    for domain in team.domains:
        yield from (f"{domain.domain}: {problem}" for problem in _domain(domain))
    if len({each.change.wave for each in team.domains if each.change is not None}) > 1:
        yield "its themes have changed since different rounds"
    yield from _agreements(team, facts)
    words_only = items_without_counts(questionnaires)
    for item in team.items:
        if item.item in words_only and item.answered is not None:
            yield f"{item.item}: its theme has too few questions for a count"
        yield from (f"{item.item}: {problem}" for problem in _item(item, team, facts, team.answered))
    options = [len(each.scale(item.response_scale).options) for each in questionnaires for item in each.banded_items]
    for banded, bands in zip(team.banded, options, strict=True):
        yield from (f"{banded.item}: {problem}" for problem in _banded(banded, bands, team, facts, team.answered))
    yield from _comments(team, facts, team.answered)


def score_problems(score: ShownScore) -> Iterator[str]:
    """Yield what is wrong with a shown score: 6 stands for 'or less', 94 for 'or more', 7 to 93 for themselves."""
    expected = Cap.EXACT
    if score.points <= LOWEST:
        expected = Cap.OR_LESS
    elif score.points >= HIGHEST:
        expected = Cap.OR_MORE
    if score.cap is not expected or not LOWEST <= score.points <= HIGHEST:
        yield "a score is not capped as it should be"


def _tier(answered: int, needed: int, raised: int) -> Tier:
    """Return what so many answers allow."""
    if answered < needed:
        return Tier.HIDDEN
    if answered >= SPLITS_FROM + raised:
        return Tier.SPLITS
    return Tier.SHARES if answered >= SHARES_FROM + raised else Tier.WORDS


def _domain(result: DomainResult) -> Iterator[str]:
    if result.score is None:
        if any(
            each is not None for each in (result.likely, result.worst, result.agreement, result.rest, result.change)
        ):
            yield "there is no score, yet there are figures"
        return
    yield from score_problems(result.score)
    for span in (result.likely, result.worst):
        if span is not None and not _holds(span, result.score.points):
            yield "a range does not hold the score"


def _agreements(team: TeamResult, facts: SurveyFacts) -> Iterator[str]:
    """Yield where it is said that answers are alike or differ and may not be, or is not said where it is told."""
    results = {each.domain: each for each in team.domains}
    shown = {each.item: each for each in team.items}
    for domain in (each for asked in facts.questionnaires for each in asked.domains if each.id in results):
        result = results[domain.id]
        told = result.score is not None and agreement_told([shown[item.id] for item in domain.items])
        if told != (result.agreement is not None):
            yield f"{domain.id}: whether answers are alike is said where it may not be, or is left out"


def _shares_from(team: TeamResult, facts: SurveyFacts) -> int:
    """Return from how many answers a number of answers may be printed."""
    return max(SHARES_FROM + team.needed - facts.policy.threshold, team.needed)


def _split_told(answers: int, team: TeamResult, facts: SurveyFacts) -> bool:
    """Return whether so many answers to an item are enough for a split."""
    raised = team.needed - facts.policy.threshold
    return answers >= max(SPLITS_FROM + raised, team.needed)


def _holds(span: Span, points: int) -> bool:
    return span.low <= points <= span.high


def _item(result: ItemResult, team: TeamResult, facts: SurveyFacts, answered: int) -> Iterator[str]:
    if result.answered is None:
        if result.favourable is not None or result.split is not None:
            yield "there are counts, yet no number of answers"
        return
    least = _shares_from(team, facts)
    if result.word is None or team.tier is Tier.WORDS or not least <= result.answered <= answered:
        yield "the number of its answers cannot be shown"
    if (result.favourable is None) == (result.split is None):
        yield "there is not one count"
        return
    if result.word is None or result.answered < SHARES_FROM:
        return
    if result.answered > LARGEST_HEADCOUNT:
        yield "it has more answers than a team has people"
        return
    table = count_table(
        result.answered,
        result.word,
        splits=_split_told(result.answered, team, facts),
        known=team.needed - facts.policy.threshold,
    )
    if result.split is not None and result.split not in table.splits:
        yield "the split is not one that may be shown"
    if result.favourable is not None and result.favourable not in table.counts:
        yield "the count tells more than may be shown beside the word"


def _banded(result: BandedResult, options: int, team: TeamResult, facts: SurveyFacts, answered: int) -> Iterator[str]:
    if result.middle is None:
        if result.answered is not None or result.bands is not None:
            yield "there is no middle, yet there are figures"
        return
    if result.middle >= options:
        yield "the middle is no band of its scale"
    least = _shares_from(team, facts)
    if result.answered is not None and (team.tier is Tier.WORDS or not least <= result.answered <= answered):
        yield "the number of its answers cannot be shown"
    if result.bands is None:
        return
    if team.tier is not Tier.SPLITS or result.answered is None or result.answered < SPLITS_FROM:
        yield "too few answered for bands"
        return
    edges = [(band.first, band.last) for band in result.bands]
    starts = [0, *(last + 1 for _, last in edges)]
    whole = starts[-1] == options and all(
        first == start <= last for (first, last), start in zip(edges, starts[:-1], strict=True)
    )
    people = [band.people for band in result.bands]
    if not whole or len(people) < 2 or min(people) < SMALLEST_PART or sum(people) != result.answered:
        yield "the bands do not cover the scale, or do not sum up"
    elif not _middle_fits(result):
        yield "the middle does not lie in the middle's band"


def _middle_fits(result: BandedResult) -> bool:
    """Return whether the lower middle answer lies in a joined band that holds the middle."""
    below = 0
    for band in result.bands or ():
        below += band.people
        if below >= ((result.answered or 0) + 1) // 2:
            return result.middle is not None and band.first <= result.middle <= band.last
    return False


def _comments(team: TeamResult, facts: SurveyFacts, answered: int) -> Iterator[str]:
    least = facts.policy.comments_shown_from(team.needed - facts.policy.threshold)
    if team.comments and (least is None or answered < least):
        yield "too few answered for comments"
    asked = [question.id for each in facts.questionnaires for question in each.comments]
    if [each for each in asked if each in {result.question for result in team.comments}] != [
        result.question for result in team.comments
    ]:
        yield "its comments are not to the survey's questions, each once and in order"
    for result in team.comments:
        if list(result.comments) != sorted(result.comments, key=_bytes):
            yield f"{result.question}: comments are not in the order of their bytes"
        if any(not each or each != clean_comment(each) or not comment_fits(each) for each in result.comments):
            yield f"{result.question}: a comment is not as comments are sealed"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", errors="surrogatepass")
