"""The sentences beside figures: what a chart shows, in words that a screen reader can speak."""

from teamhealth.publication.items_said import item_sentence, people_text
from teamhealth.publication.numbers import percent
from teamhealth.publication.themes_said import difference_word
from teamhealth.publication.types import (
    BandedResult,
    Cap,
    Comparison,
    DomainResult,
    ItemResult,
    ShownScore,
    Verdict,
)
from teamhealth.publication.words import (
    TOO_FEW_TO_TELL_ABOVE,
    agreement_text,
    band_text,
    item_word_text,
    lean_of,
    score_text,
    span_text,
)
from teamhealth.survey.questionnaire import BandedItem, Domain, Item, ResponseScale
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import capitalised


def comparison_words(domain: Domain, score: ShownScore, comparison: Comparison, *, short: bool = False) -> str:
    """Return what a comparison found: '15 above, more than chance' or 'within chance (24 would show)'.

    ``short`` is for where it is said once what the number in brackets is: 'within chance (24)'. A burden is lighter
    or heavier, never above or below. The gap is the difference of the two shown scores.
    """
    if comparison.verdict is Verdict.NOT_TESTED:
        return tr("not tested")
    if comparison.verdict is Verdict.WITHIN_CHANCE:
        if comparison.would_show is None:
            return tr("within chance")
        if comparison.would_show > TOO_FEW_TO_TELL_ABOVE:
            return tr("too few answers to tell")
        if short:
            return tr("within chance ({points})", points=comparison.would_show)
        return tr("within chance ({points} would show)", points=comparison.would_show)
    return tr("{gap}, more than chance", gap=_gap_words(domain, score, comparison))


def is_brief(comparison: Comparison) -> bool:
    """Whether the short words for it fit a narrow column's line: a gap within chance, with what would have shown."""
    most = comparison.would_show if comparison.would_show is not None else 0
    return comparison.verdict is Verdict.WITHIN_CHANCE and most <= TOO_FEW_TO_TELL_ABOVE


def rest_line(domain: Domain, result: DomainResult) -> str:
    """Return 'Others: 54, within chance (24 would show)', or nothing without such a figure.

    Beside the same score no gap was told that would show: it would tell the two apart.
    """
    if result.rest is None or result.score is None:
        return ""
    alike = result.rest.other == result.score and result.score.cap is Cap.EXACT
    if alike and result.rest.verdict is Verdict.WITHIN_CHANCE:
        return tr("Others: {score}, the same score", score=score_text(result.rest.other))
    words = comparison_words(domain, result.score, result.rest)
    return tr("Others: {score}, {words}", score=score_text(result.rest.other), words=words)


def change_line(domain: Domain, result: DomainResult, *, asked_anew: bool = False) -> str:
    """Return 'Spring 2026: 49, within chance (26 would show)', or that there is none to show.

    ``asked_anew`` says that this is so because the questions changed.
    """
    if result.change is None and asked_anew:
        return tr("No change to show: the questions changed.")
    if result.change is None or result.score is None:
        return tr("No change to show yet.")
    comparison = result.change.comparison
    words = comparison_words(domain, result.score, comparison)
    return tr("{wave}: {score}, {words}", wave=result.change.wave.name, score=score_text(comparison.other), words=words)


def domain_sentence(domain: Domain, result: DomainResult) -> str:
    """Return all that a domain's card shows: score, lean, likely range, agreement, comparisons."""
    if result.score is None:
        return tr("{title}: not shown.", title=domain.title)
    lean = lean_of(domain, result.score)
    parts = [tr("{title}: {score} of 100, {lean}.", title=domain.title, score=score_text(result.score), lean=lean)]
    if result.likely is not None:
        parts.append(tr("Likely range {span}.", span=span_text(result.likely)))
    if result.agreement is not None:
        parts.append(capitalised(tr("{agreement}.", agreement=agreement_text(result.agreement))))
    if result.rest is not None:
        words = comparison_words(domain, result.score, result.rest)
        other = score_text(result.rest.other)
        parts.append(tr("Other teams: {score}, {words}.", score=other, words=words))
    if result.change is not None:
        parts.append(tr("{line}.", line=change_line(domain, result)))
    return " ".join(parts)


def item_figure_sentence(item: Item, result: ItemResult) -> str:
    """Return what an item's figure shows: its word and, from 8 answers, its counts."""
    if result.word is None:
        return tr("{sentence}.", sentence=item_sentence(item, result))
    counts = count_words(result)
    if not counts:
        return tr("{sentence}.", sentence=item_sentence(item, result))
    return tr(
        "{label}: {word}. {counts}.", label=item.label, word=item_word_text(result.word), counts=capitalised(counts)
    )


def found_words(result: ItemResult) -> str:
    """Return the same of an item whose label is beside it: 'Mixed. 4 of 8 people favourable, 50%.'; '' for nothing."""
    word = item_word_text(result.word) if result.word is not None else ""
    parts = [capitalised(tr("{words}.", words=words)) for words in (word, count_words(result)) if words]
    return " ".join(parts)


def count_words(result: ItemResult) -> str:
    """Return '4 unfavourable, 3 neutral and 5 favourable, of 12 people', or as much of it as is shown."""
    if result.answered is None:
        return ""
    if result.split is not None:
        return trn(
            "{unfavourable} unfavourable, {neutral} neutral and {favourable} favourable, of {count} person",
            "{unfavourable} unfavourable, {neutral} neutral and {favourable} favourable, of {count} people",
            result.answered,
            unfavourable=result.split.unfavourable,
            neutral=result.split.neutral,
            favourable=result.split.favourable,
        )
    if result.favourable is None:
        return ""
    if result.favourable.exact:
        people = result.favourable.low
        return trn(
            "{people} of {count} person favourable, {percent}%",
            "{people} of {count} people favourable, {percent}%",
            result.answered,
            people=people,
            percent=percent(people, result.answered),
        )
    return trn(
        "{vague} of {count} person favourable",
        "{vague} of {count} people favourable",
        result.answered,
        vague=people_text(result.favourable, result.answered),
    )


def banded_sentence(item: BandedItem, scale: ResponseScale, result: BandedResult) -> str:
    """Return what a figure of time shows: the bands or the middle answer, and the published figure beside it."""
    reference = tr(" Published: {label}.", label=item.reference.label) if item.reference else ""
    return tr("{label}: {words}.", label=item.label, words=band_words(scale, result)) + reference


def band_words(scale: ResponseScale, result: BandedResult) -> str:
    """Return '5 people None to 20%, ...' of each band, 'the middle answer is Up to 20%', or 'not shown'."""
    if result.bands:
        parts = [
            trn("{count} person: {band}", "{count} people: {band}", band.people, band=band_text(scale, band))
            for band in result.bands
        ]
        return "; ".join(parts)
    if result.middle is None:
        return tr("not shown")
    return tr("the middle answer is ‘{band}’", band=scale.options[result.middle])


def changed_by(domain: Domain, score: ShownScore, comparison: Comparison) -> str:
    """Return '27 higher' or 'at least 15 lower' of a change; a burden is lighter or heavier."""
    word = difference_word(burden=bool(domain.direction_note), verdict=comparison.verdict)
    return tr("{points} {word}", points=_points(score, comparison), word=word)


def _gap_words(domain: Domain, score: ShownScore, comparison: Comparison) -> str:
    points = _points(score, comparison)
    above = comparison.verdict is Verdict.ABOVE
    if domain.direction_note:
        return tr("lighter by {points}", points=points) if above else tr("heavier by {points}", points=points)
    return tr("{points} above", points=points) if above else tr("{points} below", points=points)


def _points(score: ShownScore, comparison: Comparison) -> str:
    gap = abs(score.points - comparison.other.points)
    capped = score.cap is not Cap.EXACT or comparison.other.cap is not Cap.EXACT
    return tr("at least {points}", points=gap) if capped else str(gap)
