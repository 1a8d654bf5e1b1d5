"""A publication's figures as rows of words, in the order asked."""

from collections.abc import Mapping

from teamhealth.export.columns import harmless
from teamhealth.publication.items_said import favourable_people_text, favourable_text
from teamhealth.publication.share_spans import favourable_share_text
from teamhealth.publication.types import Atom, BandedResult, DomainTotal, ItemResult, ItemTotal, Span, TeamResult
from teamhealth.publication.words import (
    agreement_text,
    band_text,
    find_domain,
    find_item,
    item_word_text,
    lean_of,
    score_text,
    span_text,
    teams_text,
)
from teamhealth.survey.questionnaire import BandedItem, Questionnaire, ResponseScale
from teamhealth.texts.catalogue import tr, trn

Row = tuple[str, ...]


def theme_rows(team: TeamResult, questionnaires: tuple[Questionnaire, ...]) -> list[Row]:
    """Return for each theme its title, score, likely range, lean, and whether answers are alike."""
    rows: list[Row] = []
    for result in team.domains:
        domain = find_domain(questionnaires, result.domain)
        if result.score is None:
            rows.append((domain.title, tr("not shown"), "", "", ""))
            continue
        likely = span_text(result.likely) if result.likely else ""
        says = lean_of(domain, result.score)
        rows.append((domain.title, score_text(result.score), likely, says, agreement_text(result.agreement)))
    return rows


def item_rows(team: TeamResult, questionnaires: tuple[Questionnaire, ...]) -> list[Row]:
    """Return for each item its label, word, number of answers, favourable share, and split."""
    return [_item(find_item(questionnaires, result.item).label, result) for result in team.items]


def time_rows(team: TeamResult, questionnaires: tuple[Questionnaire, ...]) -> list[Row]:
    """Return for each banded item its label, middle answer, number of answers, and bands."""
    asked = {item.id: (item, each) for each in questionnaires for item in each.banded_items}
    return [_banded(asked[result.item][0], asked[result.item][1], result) for result in team.banded]


def total_rows(totals: tuple[DomainTotal, ...], asked: int, questionnaires: tuple[Questionnaire, ...]) -> list[Row]:
    """Return for each total its theme's title, score, and how many of the ``asked`` teams are in it."""
    return [
        (find_domain(questionnaires, each.domain).title, score_text(each.score), teams_text(each, asked))
        for each in totals
    ]


def item_total_rows(
    totals: tuple[ItemTotal, ...], spans: Mapping[str, Span], asked: int, questionnaires: tuple[Questionnaire, ...]
) -> list[Row]:
    """Return for each total its item's label, favourable share, and how many of the ``asked`` teams are in it."""
    return [
        (
            find_item(questionnaires, each.item).label,
            favourable_share_text(each, spans.get(each.item)),
            teams_text(each, asked),
        )
        for each in totals
    ]


def others_rows(row: Atom, questionnaires: tuple[Questionnaire, ...]) -> list[Row]:
    """Return for each theme of a row of other teams its title, score, and lean."""
    asked = ((find_domain(questionnaires, each.domain), each.score) for each in row.scores)
    return [(domain.title, score_text(score), lean_of(domain, score)) for domain, score in asked]


def comment_lines(team: TeamResult, questionnaires: tuple[Questionnaire, ...]) -> list[str]:
    """Return a team's comments under their questions, and how many are withheld."""
    asked = {comment.id: comment.text for each in questionnaires for comment in each.comments}
    lines: list[str] = []
    for result in team.comments:
        lines.append(harmless(asked[result.question]))
        lines += [f"  - {harmless(text)}" for text in result.comments]
        if result.withheld:
            lines.append(
                "  "
                + trn(
                    "{count} comment is withheld because it could name a person.",
                    "{count} comments are withheld because they could name a person.",
                    result.withheld,
                )
            )
    return lines


def _item(label: str, result: ItemResult) -> Row:
    if result.word is None:
        return (label, tr("not shown"), "", "", "")
    favourable, split = favourable_text(result), ""
    if result.split is not None and result.answered:
        favourable = favourable_people_text(str(result.split.favourable), result.answered)
        split = tr(
            "{unfavourable} unfavourable, {neutral} neutral, {favourable} favourable",
            unfavourable=result.split.unfavourable,
            neutral=result.split.neutral,
            favourable=result.split.favourable,
        )
    answers = "" if result.answered is None else str(result.answered)
    return (label, item_word_text(result.word), answers, favourable, split)


def _banded(item: BandedItem, questionnaire: Questionnaire, result: BandedResult) -> Row:
    if result.middle is None:
        return (item.label, tr("not shown"), "", "")
    scale: ResponseScale = questionnaire.scale(item.response_scale)
    bands = "; ".join(
        tr("{band}: {people}", band=band_text(scale, each), people=each.people) for each in result.bands or ()
    )
    answers = "" if result.answered is None else str(result.answered)
    return (item.label, scale.options[result.middle], answers, bands)
