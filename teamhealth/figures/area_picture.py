"""An area's themes as one figure for slides: a row a theme with the scores of its teams, all on one scale."""

from teamhealth.figures import palette
from teamhealth.figures.paper_area import area_row, signs_words
from teamhealth.figures.paper_themes import ThemeScale, theme_axis
from teamhealth.figures.placing import moved, stacked
from teamhealth.figures.shapes import Figure, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.area import Area
from teamhealth.publication.words import lean_of, score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

_WIDE, _ROW, _GAP, _EDGE = 640.0, 44.0, 10.0, 16.0
_AXIS = 12.0


def area_picture(area: Area) -> Figure:
    """Draw every theme of which a team has a score, below the area's name and round, and what a sign is."""
    scale = ThemeScale(_WIDE)
    shown = [each for each in area.domains if area.team_scores(each.id)]
    rows = [_row(scale, area, each) for each in shown]
    title = tr("{place}, {round}", place=area.name, round=area.facts.wave.name)
    signs = signs_words(scale, [[score for _, score in area.team_scores(each.id)] for each in shown], _ROW)
    words = tr("{signs} A bar is all together. Shaded: near the middle.", signs=signs)
    head = Figure(
        _WIDE,
        44,
        (Text(0, 18, title, 18, palette.INK, Weight.BOLD), Text(0, 38, words, 12, palette.INK_2)),
        "",
    )
    sentence = " ".join([f"{title}.", *(row.sentence for row in rows)])
    drawn = stacked((head, *rows, theme_axis(scale, 0, _AXIS)), _GAP, sentence)
    # The numbers at the ends of the scale reach beyond it.
    wide, high = drawn.width + 2 * _EDGE, drawn.height + 2 * _EDGE
    return Figure(wide, high, tuple(moved(drawn.shapes, _EDGE, _EDGE)), sentence)


def _row(scale: ThemeScale, area: Area, domain: Domain) -> Figure:
    total = area.total(domain.id)
    found = tr("{score}, {lean}", score=score_text(total), lean=lean_of(domain, total)) if total is not None else ""
    words = tr("{theme}: {found}", theme=domain.title, found=found) if found else domain.title
    head = Figure(_WIDE, 18, (Text(0, 14, words, 14, palette.INK, Weight.SEMIBOLD),), "")
    teams = [(team.name, score) for team, score in area.team_scores(domain.id)]
    row = area_row(scale, domain, teams, total, _ROW)
    return stacked((head, row), 0, row.sentence)
