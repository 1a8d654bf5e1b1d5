"""Invented published figures of every kind that the release rules allow."""

from hypothesis import strategies as st

from teamhealth.publication.types import (
    Cap,
    Change,
    Comparison,
    DomainResult,
    FavourableCount,
    ItemResult,
    ItemWord,
    ShownScore,
    Span,
    Split,
    Verdict,
)
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave

points = st.integers(6, 94)


@st.composite
def scores(draw: st.DrawFn) -> ShownScore:
    drawn = draw(points)
    cap = {6: Cap.OR_LESS, 94: Cap.OR_MORE}.get(drawn, Cap.EXACT)
    return ShownScore(drawn, cap)


@st.composite
def comparisons(draw: st.DrawFn, score: ShownScore) -> Comparison:
    other = draw(scores())
    flagged = Verdict.ABOVE if score.points > other.points else Verdict.BELOW
    verdict = draw(st.sampled_from((flagged, Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED)))
    return Comparison(other, verdict, draw(points) if verdict is Verdict.WITHIN_CHANCE else None)


@st.composite
def domain_results(draw: st.DrawFn) -> DomainResult:
    score = draw(scores())
    low, high = draw(st.integers(0, score.points)), draw(st.integers(score.points, 100))
    rest = draw(st.none() | comparisons(score))
    change = Change(Wave(WaveId("6" * 32), "Spring 2026"), draw(comparisons(score))) if draw(st.booleans()) else None
    return DomainResult("stability", score, likely=Span(low, high), rest=rest, change=change)


@st.composite
def item_results(draw: st.DrawFn, least: int = 8, most: int = 60) -> ItemResult:
    answered = draw(st.integers(least, most))
    word = draw(st.sampled_from(ItemWord))
    if answered >= 10 and draw(st.booleans()):
        unfavourable = draw(st.integers(2, answered - 4))
        neutral = draw(st.integers(2, answered - unfavourable - 2))
        split = Split(unfavourable, neutral, answered - unfavourable - neutral)
        return ItemResult("st5", word, answered, split=split)
    low = draw(st.integers(3, answered - 3))
    high = min(draw(st.integers(low, low + 2)), answered - 3)
    count = draw(st.sampled_from([(0, 2), (answered - 2, answered), (low, high)]))
    return ItemResult("st5", word, answered, favourable=FavourableCount(*count))
