"""What each cell of a comparison and each line of a trend says, in words for a screen reader."""

from collections.abc import Iterable, Sequence

from teamhealth.figures.sentences import changed_by, comparison_words, item_figure_sentence
from teamhealth.publication.compared import MORE_THAN_CHANCE, Row, RowKind
from teamhealth.publication.compared_words import (
    NO_GAP,
    answered_words,
    fewer_words,
    gap_title,
    gap_words,
    row_name,
    short_reason,
)
from teamhealth.publication.lines import Line, TeamLines
from teamhealth.publication.moved import newest_change
from teamhealth.publication.points import Point, PointKind
from teamhealth.publication.share_spans import favourable_share_text
from teamhealth.publication.types import ItemResult
from teamhealth.publication.words import score_text, span_text
from teamhealth.survey.questionnaire import Domain, Item
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list, capitalised


def cell_sentence(row: Row, domain: Domain) -> str:
    """Return 'Harbour, Bureaucracy burden: 28, heavier by 15, more than chance.'."""
    head = tr("{row}, {title}", row=_heard(row), title=domain.title)
    score = row.score(domain.id)
    if score is None:
        return tr("{head}: {words}.", head=head, words=_not_shown(row))
    comparison = row.comparison(domain.id)
    if row.kind is not RowKind.TEAM:
        return tr("{head}: {words}.", head=head, words=score_text(score))
    found = comparison_words(domain, score, comparison) if comparison is not None else tr("not tested")
    return tr("{head}: {score}, {words}.", head=head, score=score_text(score), words=found)


def _not_shown(row: Row) -> str:
    if row.team is None:
        return tr("not shown")
    why = short_reason() if row.kind is RowKind.TEAM else _lower(fewer_words(row.team))
    return tr("not shown: {words}", words=why)


def gap_sentence(row: Row, domains: Sequence[Domain]) -> str:
    """Return 'Harbour, Gap that would show: 15 to 18.', or that nothing is tested beside what is no team."""
    words = gap_words(row, domains)
    if words == NO_GAP:
        words = tr("none, as every gap is more than chance, was not tested or is none")
    if row.team is not None and row.kind is RowKind.HIDDEN:
        words = tr("not shown: {words}", words=_lower(fewer_words(row.team)))
    return tr("{row}, {title}: {words}.", row=_heard(row), title=gap_title(), words=words or tr("not tested"))


def item_cell_sentence(row: Row, item: Item, result: ItemResult | None) -> str:
    """Return 'Harbour, Double entry: concern. Two at most of 12 people favourable.', or that it is not shown."""
    name = _heard(row)
    if row.kind in (RowKind.SERVICE, RowKind.COUNCIL, RowKind.OTHERS):
        total = row.share(item.id)
        words = favourable_share_text(total, row.spans.get(item.id)) if total else tr("no average")
        return tr("{row}, {label}: {words}.", row=name, label=item.label, words=words)
    if row.team is not None and row.kind is RowKind.HIDDEN:
        return tr(
            "{row}, {label}: not shown: {words}.", row=name, label=item.label, words=_lower(fewer_words(row.team))
        )
    return tr("{row}, {sentence}", row=name, sentence=item_figure_sentence(item, result or ItemResult(item.id, None)))


def row_sentence(row: Row, threshold: int) -> str:
    """Return a row's name and how many answered, or how many teams an average is of."""
    return tr("{row}, {answered}", row=_heard(row), answered=answered_words(row, threshold))


def line_sentence(team: str, line: Line) -> str:
    """Return a line point by point, with what the newest change was found to be."""
    head = tr("{team}, {title}, from 0 to 100.", team=team, title=line.domain.title)
    told = [
        _point_words(name, point)
        for name, point in zip(line.rounds, line.points, strict=True)
        if point.kind is not PointKind.ABSENT
    ]
    return " ".join([head, *told, tr("{words}.", words=change_words(line))])


def change_words(line: Line) -> str:
    """Return 'Since Spring 2026: within chance (18 would show)', from the published test alone."""
    last = line.points[-1].kind if line.points else None
    if last is PointKind.HIDDEN:
        return tr("Not shown in {round}", round=line.rounds[-1])
    if last is PointKind.ABSENT:
        # The last test that was published is of a round before: said here, it would be heard as of the newest.
        return tr("Not in {round}", round=line.rounds[-1])
    newest = line.newest
    if line.points and line.points[-1].asked_anew:
        return tr("No change to show: the questions changed")
    if newest is None or newest.score is None or newest.change is None:
        return tr("No change to show yet")
    change = newest.change
    if change.comparison.verdict in MORE_THAN_CHANCE:
        gap = changed_by(line.domain, newest.score, change.comparison)
        return tr("{gap} than in {round}, more than chance", gap=capitalised(gap), round=change.wave.name)
    words = comparison_words(line.domain, newest.score, change.comparison)
    return tr("Since {round}: {words}", round=change.wave.name, words=words)


def apart_words(line: Line) -> str:
    """Return the same where it says more than 'within chance', which a headline says once of all; else ''."""
    change = newest_change(line)
    return change_words(line) if change is None or change.comparison.verdict in MORE_THAN_CHANCE else ""


def changed_words(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return where the questions of a theme changed, each round once: 'The questions changed in Spring 2026. ...'."""
    return tuple(dict.fromkeys(point.asked_anew for line in lines for point in line.points if point.asked_anew))


def changed_themes(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return of which of a team's themes the questions changed: 'Morale and safety: the questions changed in ...'."""
    themes: dict[str, list[str]] = {}
    for line in lines:
        for words in changed_words((line,)):
            themes.setdefault(words, []).append(line.domain.title)
    return tuple(
        tr("{themes}: {words}", themes=capitalised(and_list([_lower(each) for each in titles])), words=_lower(words))
        for words, titles in themes.items()
    )


def origin_words(teams: Iterable[TeamLines]) -> tuple[str, ...]:
    """Return where teams came out of others: 'Beech: formed from Alder and Beech since Spring 2026.'."""
    return tuple(
        dict.fromkeys(
            tr("{team}: {origin}", team=team.name, origin=_lower(point.origin))
            for team in teams
            for line in team.lines
            for point in line.points
            if point.origin
        )
    )


def point_words(point: Point) -> str:
    """Return '47, likely 41 to 53', 'fewer than 5 answers' or 'not in this round'."""
    if point.kind is PointKind.ABSENT:
        return tr("not in this round")
    if point.kind is PointKind.HIDDEN or point.score is None:
        return tr("fewer than {k} answers, not shown", k=point.needed)
    if point.likely is None:
        return score_text(point.score)
    return tr("{score}, likely {span}", score=score_text(point.score), span=span_text(point.likely))


def _point_words(name: str, point: Point) -> str:
    words = point_words(point)
    if point.service is not None:
        words = tr("{words}; service average {score}", words=words, score=score_text(point.service))
    told = tr("{round}: {words}.", round=name, words=words)
    return f"{point.mark} {told}" if point.mark else told


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _heard(row: Row) -> str:
    """Return a row's name with its area of service: who hears a cell does not see which rows stand around it."""
    return row_name(row, several=True)
