"""The sheets of the workbook: the same rows as in the tidy table, laid out for people."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from teamhealth.export.figure_row import Asked, FigureRow, Kind, Level, Place
from teamhealth.export.tidy import figure_rows
from teamhealth.publication.types import Publication
from teamhealth.publication.words import others_text
from teamhealth.texts.catalogue import tr

Cell: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one place about one theme, question or band, under their kinds; ``round_name`` is theirs."""

    round_name: str
    place: Place
    asked: Asked
    detail: str
    found: dict[Kind, FigureRow]

    def value(self, kind: Kind) -> int | None:
        """Return a figure's number, None where there is none."""
        return self.found[kind].value if kind in self.found else None

    def low(self, kind: Kind) -> int | None:
        """Return the lower end of the range that stands in a number's place; None where there is no range."""
        span = self.found[kind].span if kind in self.found else None
        return span.low if span is not None else None

    def high(self, kind: Kind) -> int | None:
        """Return the upper end of that range."""
        span = self.found[kind].span if kind in self.found else None
        return span.high if span is not None else None

    def note(self, *kinds: Kind) -> str:
        """Return the words beside figures."""
        return "; ".join(self.found[kind].note for kind in kinds if kind in self.found and self.found[kind].note)

    def said(self, kind: Kind) -> str:
        """Return the earlier round that a figure looks back to."""
        return self.found[kind].detail if kind in self.found else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, its width in characters, and what stands in it."""

    head: str
    width: int
    cell: Callable[[Figures], Cell]


@dataclass(frozen=True, slots=True)
class SheetOfFigures:
    """A sheet's name, the columns, and the figures of each row."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Figures, ...]


def sheets(publications: Sequence[Publication]) -> tuple[SheetOfFigures, ...]:
    """Return the sheets of teams, items and comparison of the first publication, and trends over all of them.

    A last one tells how well the questionnaire measured, where the first publication tells that.
    """
    first = tuple(_grouped(publications[0]))
    by_date = sorted(publications, key=lambda each: each.survey.published)
    over_rounds = tuple(each for publication in by_date for each in _grouped(publication) if _is_score(each))
    quality = tuple(each for each in first if _of_questionnaire(each))
    told = (
        SheetOfFigures(tr("Teams"), _team_columns(), tuple(each for each in first if _of_team(each))),
        SheetOfFigures(tr("Questions"), _item_columns(), tuple(each for each in first if _of_item(each))),
        SheetOfFigures(tr("Comparison"), _comparison_columns(), tuple(each for each in first if _compared(each))),
        SheetOfFigures(tr("Trends"), _trend_columns(), over_rounds),
    )
    return (*told, SheetOfFigures(tr("Quality"), _quality_columns(), quality)) if quality else told


def whose(place: Place) -> str:
    """Return a team's name, or whose figures they are above a team."""
    if place.level is Level.TEAM:
        return place.team
    if place.level is Level.OTHER_TEAMS:
        return others_text()
    return tr("This service together") if place.level is Level.SERVICE else tr("All services together")


def _grouped(publication: Publication) -> Iterator[Figures]:
    """Return the figures of each place about each thing; changes belong to their theme, bands stand alone."""
    groups: dict[tuple[Place, Asked, str], dict[Kind, FigureRow]] = {}
    for row in figure_rows(publication):
        key = (row.place, row.asked, row.detail if row.kind is Kind.BAND else "")
        groups.setdefault(key, {})[row.kind] = row
    for (place, asked, detail), found in groups.items():
        yield Figures(publication.survey.wave.name, place, asked, detail, found)


def _of_team(each: Figures) -> bool:
    return each.place.level is Level.TEAM and not each.asked.item_id


def _of_questionnaire(each: Figures) -> bool:
    return each.place.level is Level.QUESTIONNAIRE


def _of_item(each: Figures) -> bool:
    return bool(each.asked.item_id) and not _of_questionnaire(each)


def _is_score(each: Figures) -> bool:
    return bool(each.asked.theme_id) and not each.asked.item_id and not _of_questionnaire(each)


def _compared(each: Figures) -> bool:
    if each.asked.item_id or _of_questionnaire(each):
        return False
    return bool(each.asked.theme_id) or each.place.level is not Level.TEAM or _hidden(each)


def _hidden(each: Figures) -> bool:
    return Kind.ANSWERED in each.found and each.value(Kind.ANSWERED) is None


def _whose() -> tuple[Column, ...]:
    return (
        Column(tr("Service"), 26, lambda each: each.place.service),
        Column(tr("Team"), 26, lambda each: whose(each.place)),
    )


def _score_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Theme"), 24, lambda each: each.asked.theme),
        Column(tr("Score, 0 to 100"), 11, lambda each: each.value(Kind.SCORE)),
        Column(tr("Score in words"), 26, lambda each: each.note(Kind.SCORE, Kind.LEAN)),
    )


def _range_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Likely from"), 11, lambda each: each.value(Kind.LIKELY_LOW)),
        Column(tr("Likely to"), 11, lambda each: each.value(Kind.LIKELY_HIGH)),
    )


def _team_columns() -> tuple[Column, ...]:
    return (
        *_whose(),
        Column(tr("People"), 10, lambda each: each.value(Kind.PEOPLE)),
        Column(tr("Answered"), 10, lambda each: each.value(Kind.ANSWERED)),
        Column(tr("Answered, percent"), 10, lambda each: each.value(Kind.RESPONSE)),
        *_score_columns(),
        *_range_columns(),
        Column(tr("Answers"), 16, lambda each: each.note(Kind.AGREEMENT)),
        Column(tr("Note"), 40, lambda each: each.note(Kind.ANSWERED, Kind.RESPONSE)),
    )


def _item_columns() -> tuple[Column, ...]:
    return (
        *_whose(),
        Column(tr("Theme"), 24, lambda each: each.asked.theme),
        Column(tr("Question"), 36, lambda each: each.asked.item),
        Column(tr("In words"), 22, lambda each: each.note(Kind.WORD, Kind.MIDDLE)),
        Column(tr("Answered"), 10, lambda each: each.value(Kind.ANSWERED)),
        Column(tr("Favourable, percent"), 11, lambda each: each.value(Kind.FAVOURABLE_PERCENT)),
        Column(tr("Favourable from, percent"), 11, lambda each: each.low(Kind.FAVOURABLE_PERCENT)),
        Column(tr("Favourable to, percent"), 11, lambda each: each.high(Kind.FAVOURABLE_PERCENT)),
        Column(tr("Favourable, people"), 11, lambda each: each.value(Kind.FAVOURABLE)),
        Column(tr("Neutral, people"), 11, lambda each: each.value(Kind.NEUTRAL)),
        Column(tr("Unfavourable, people"), 13, lambda each: each.value(Kind.UNFAVOURABLE)),
        Column(tr("Band"), 24, lambda each: each.detail),
        Column(tr("People in the band"), 11, lambda each: each.value(Kind.BAND)),
        Column(tr("Teams in it"), 10, lambda each: each.value(Kind.TEAMS)),
        Column(tr("Note"), 28, lambda each: each.note(Kind.FAVOURABLE_PERCENT, Kind.FAVOURABLE, Kind.TEAMS)),
    )


def _comparison_columns() -> tuple[Column, ...]:
    return (
        *_whose(),
        *_score_columns(),
        Column(tr("Teams in it"), 10, lambda each: each.value(Kind.TEAMS)),
        Column(tr("Other teams’ score"), 11, lambda each: each.value(Kind.REST_SCORE)),
        Column(tr("Gap"), 9, lambda each: each.value(Kind.REST_GAP)),
        Column(tr("Gap in words"), 34, lambda each: each.note(Kind.REST_SCORE, Kind.REST_GAP)),
        Column(tr("Smallest gap that would show"), 13, lambda each: each.value(Kind.REST_SMALLEST)),
        Column(tr("Note"), 40, lambda each: each.note(Kind.ANSWERED, Kind.TEAMS, Kind.LEFT_OUT)),
    )


def _trend_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Round"), 18, lambda each: each.round_name),
        *_whose(),
        *_score_columns(),
        *_range_columns(),
        Column(tr("Earlier round"), 18, lambda each: each.said(Kind.EARLIER_SCORE)),
        Column(tr("Earlier score"), 11, lambda each: each.value(Kind.EARLIER_SCORE)),
        Column(tr("Change"), 9, lambda each: each.value(Kind.CHANGE)),
        Column(tr("Change in words"), 34, lambda each: each.note(Kind.EARLIER_SCORE, Kind.CHANGE)),
        Column(tr("Smallest change that would show"), 13, lambda each: each.value(Kind.SMALLEST_CHANGE)),
    )


def _quality_columns() -> tuple[Column, ...]:
    correlations, shares = _correlations(), _shares()
    return (
        Column(tr("Theme"), 24, lambda each: each.asked.theme),
        Column(tr("Question"), 36, lambda each: each.asked.item),
        *(Column(tr("{figure}, hundredths", figure=head), 13, _value_of(kind)) for kind, head in correlations),
        *(Column(tr("{figure}, percent", figure=head), 13, _value_of(kind)) for kind, head in shares),
        Column(tr("Note"), 40, _ends_of((*correlations, *shares))),
    )


def _correlations() -> tuple[tuple[Kind, str], ...]:
    return (
        (Kind.ALPHA, tr("Alpha")),
        (Kind.OMEGA, tr("Omega")),
        (Kind.ICC_SINGLE, tr("ICC(1)")),
        (Kind.ICC_MEAN, tr("ICC(2)")),
        (Kind.R_WG_J, tr("r_wg(j)")),
        (Kind.ITEM_REST, tr("With the others")),
    )


def _shares() -> tuple[tuple[Kind, str], ...]:
    return (
        (Kind.AT_LOWEST, tr("At lowest")),
        (Kind.AT_HIGHEST, tr("At highest")),
        (Kind.NOT_REACHED, tr("Not reached")),
        (Kind.NOT_APPLICABLE, tr("Does not apply")),
        (Kind.DECLINED, tr("Preferred not to say")),
    )


def _value_of(kind: Kind) -> Callable[[Figures], Cell]:
    return lambda each: each.value(kind)


def _ends_of(heads: Sequence[tuple[Kind, str]]) -> Callable[[Figures], Cell]:
    """Return what names the figures that stand at an end, and may be beyond it."""
    return lambda each: "; ".join(f"{head}: {each.note(kind)}" for kind, head in heads if each.note(kind))
