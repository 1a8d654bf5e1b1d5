"""Cards of an area of service or the council: expecting to stay, thoughts of leaving, and a card a theme."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.paper_area import area_row, word_boxes
from teamhealth.figures.paper_themes import ThemeScale, theme_axis
from teamhealth.figures.placing import stacked
from teamhealth.figures.shapes import Figure
from teamhealth.figures.weight import Weight
from teamhealth.publication.area import Area, ItemCount
from teamhealth.publication.area_headline import difference_text
from teamhealth.publication.share_spans import share_text
from teamhealth.publication.staying import counted_text, counts_few, rest_text
from teamhealth.publication.types import Cap
from teamhealth.publication.words import lean_of, score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list, capitalised
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.theme import AXIS, BODY, CAPTION, SCORE, SPACE_8, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.icons import IconView, section_icon
from teamhealth.ui.widgets.text import caption, hint, label, strong

_PLOT_HEIGHT = 40.0
_LEAST_PLOT, _MOST_PLOT = 150, 560
_CAPPED = 20


def share_card(count: ItemCount, theme: Theme) -> Card:
    """Return the card of one item: how favourable the answers counted are, and how many teams say which word."""
    name = f"item_{count.item.id}"
    card = _card(count.domain, count.item.label, name, theme)
    card.content.addWidget(hint(tr("Asked: ‘{text}’", text=count.item.text), name=f"{name}_asked", theme=theme))
    if count.total is None:
        words = tr("No share can be shown for all teams together.")
        card.content.addWidget(hint(words, name=f"{name}_none", theme=theme))
    else:
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        few = counts_few(count)
        size = SCORE if count.span is None else _CAPPED
        font = theme.font(BODY) if few else theme.font(size, Weight.BOLD)
        share = share_text(count.total, count.span)
        row.addWidget(label(share, font, name=f"{name}_share", wrap=False))
        row.addWidget(hint(counted_text(count), tone="ink", name=f"{name}_counted", theme=theme), 1)
        card.content.addLayout(row)
        rest = rest_text(count)
        if rest:
            card.content.addWidget(hint(rest, name=f"{name}_rest", theme=theme))
    figure = word_boxes(count.strength, count.mixed, count.concern, AXIS)
    card.content.addWidget(FigureView(figure, f"{name}_teams", theme=theme))
    card.content.addStretch(1)
    return card


def theme_card(area: Area, domain: Domain, theme: Theme) -> Card:
    """Return the card of a theme: the area's score beside the council's, all teams on one scale, who stands apart."""
    card = _card(domain, domain.title, f"theme_{domain.id}", theme)
    total, council = area.total(domain.id), area.council_total(domain.id)
    row = QHBoxLayout()
    row.setSpacing(theme.px(SPACE_8))
    if total is not None:
        size = SCORE if total.cap is Cap.EXACT else _CAPPED
        number = label(score_text(total), theme.font(size, Weight.BOLD), name=f"score_{domain.id}", wrap=False)
        row.addWidget(number)
        row.addWidget(strong(lean_of(domain, total), name=f"lean_{domain.id}", theme=theme), 1)
    else:
        row.addWidget(hint(tr("no total shown"), name=f"score_{domain.id}", theme=theme), 1)
    if area.service is not None and council is not None:
        words = tr("council {score}", score=score_text(council))
        row.addWidget(label(words, theme.font(CAPTION), tone="muted", name=f"council_{domain.id}", wrap=False))
    card.content.addLayout(row)
    draw = partial(_plot, area, domain)
    scores = [
        tr("{team} {score}", team=team.name, score=score_text(each)) for team, each in area.team_scores(domain.id)
    ]
    # Title and score of all together stand above it.
    says = tr("By team: {teams}.", teams=and_list(scores)) if scores else ""
    plot = FittedFigure(draw, f"plot_{domain.id}", least=_LEAST_PLOT, most=_MOST_PLOT, theme=theme, says=says)
    card.content.addWidget(plot)
    for place, words in enumerate(_apart_words(area, domain)):
        card.content.addWidget(caption(words, tone="ink", name=f"apart_{domain.id}_{place}", theme=theme))
    card.content.addStretch(1)
    return card


def _card(domain: Domain, title: str, name: str, theme: Theme) -> Card:
    card = Card(None, name, theme=theme)
    card.setAccessibleName(title)
    card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    card.content.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(8))
    card.content.setSpacing(theme.px(2))
    row = QHBoxLayout()
    row.setSpacing(theme.px(SPACE_8))
    tile = palette.domain_colour(domain.id)
    icon = IconView(
        section_icon(domain.id), theme.px(16), palette.WHITE, tile=tile, tile_size=theme.px(24), radius=theme.px(6)
    )
    row.addWidget(icon)
    row.addWidget(ElidedLabel(title, theme.font(BODY, Weight.SEMIBOLD), name=f"{name}_title"), 1)
    card.content.addLayout(row)
    return card


def _plot(area: Area, domain: Domain, width: float) -> Figure:
    teams = [(team.name, score) for team, score in area.team_scores(domain.id)]
    scale = ThemeScale(width)
    row = area_row(scale, domain, teams, area.total(domain.id), _PLOT_HEIGHT)
    return stacked((row, theme_axis(scale, 0, AXIS)), 0, row.sentence)


def _apart_words(area: Area, domain: Domain) -> list[str]:
    """Return who stands apart in a theme by more than chance; nothing where no team was tested."""
    found = [each for each in area.apart() if each.domain.id == domain.id]
    if found:
        return [tr("{difference}: more than chance.", difference=capitalised(difference_text(each))) for each in found]
    return [tr("No team was found to differ by more than chance.")] if area.tested else []
