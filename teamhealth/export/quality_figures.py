"""How well the questionnaire measured, as rows: about its themes and questions, and about no team."""

from collections.abc import Iterator

from teamhealth.export.figure_row import Asked, FigureRow, Kind, Level, Place, Unit, item_asked, theme_asked
from teamhealth.publication.quality import LEAST_SHARE, MOST_HUNDREDTHS, MOST_SHARE, DomainQuality
from teamhealth.publication.quality_words import hundredths_text, share_text
from teamhealth.survey.questionnaire import Questionnaire

_PLACE = Place(Level.QUESTIONNAIRE)


def quality_figures(figures: DomainQuality, questionnaires: tuple[Questionnaire, ...]) -> Iterator[FigureRow]:
    """Yield a theme's rows, then its questions'; what is not told is in no row."""
    theme = theme_asked(questionnaires, figures.domain)
    yield from _hundredths(theme, Kind.ALPHA, figures.alpha)
    yield from _hundredths(theme, Kind.OMEGA, figures.omega)
    yield from _hundredths(theme, Kind.ICC_SINGLE, figures.single)
    yield from _hundredths(theme, Kind.ICC_MEAN, figures.mean)
    yield from _hundredths(theme, Kind.R_WG_J, figures.agreement)
    yield from _share(theme, Kind.AT_LOWEST, figures.floor)
    yield from _share(theme, Kind.AT_HIGHEST, figures.ceiling)
    for each in figures.items:
        item = item_asked(questionnaires, each.item)
        yield from _hundredths(item, Kind.ITEM_REST, each.item_rest)
        yield from _share(item, Kind.NOT_REACHED, each.unanswered)
        yield from _share(item, Kind.NOT_APPLICABLE, each.not_applicable)
        yield from _share(item, Kind.DECLINED, each.declined)


def _hundredths(asked: Asked, kind: Kind, value: int | None) -> Iterator[FigureRow]:
    if value is not None:
        at_an_end = abs(value) == MOST_HUNDREDTHS
        yield FigureRow(_PLACE, asked, kind, value, Unit.HUNDREDTHS, hundredths_text(value) if at_an_end else "")


def _share(asked: Asked, kind: Kind, value: int | None) -> Iterator[FigureRow]:
    if value is not None:
        at_an_end = value in {LEAST_SHARE, MOST_SHARE}
        yield FigureRow(_PLACE, asked, kind, value, Unit.PERCENT, share_text(value) if at_an_end else "")
